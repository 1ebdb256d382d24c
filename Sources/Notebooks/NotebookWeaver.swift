import Building
import CourseFiles
import Engine
import Foundation
import Running
import Vocabulary

/// Weaves lessons: examines them, has the pictures drawn, and writes what has changed in the notebook's format.
package final class NotebookWeaver {
  private let course: Course
  private let notebook: Notebook
  private let builder: Builder
  private let draw: ([NotebookPicture]) -> [String: String]?
  private let tell: (News) -> Void
  private var standings: [Int: LessonStanding] = [:]
  /// The drawn pictures as SVG, by name.
  private var drawn: [String: String] = [:]
  private var checkout: Checkout { notebook.checkout }

  /// What was done with a file of the notebook.
  package enum News {
    /// It was as it would be woven now.
    case unchanged(file: String)
    /// It was written; `state` says how the lesson stands, and is nil for the overview.
    case woven(file: String, state: String?)
    /// It had been edited; the sentence says where that is kept.
    case kept(String)
  }

  /// Creates a weaver.
  ///
  /// - Parameters:
  ///   - course: the course.
  ///   - notebook: the folder.
  ///   - builder: builds hosts.
  ///   - draw: draws pictures and returns them as SVG by their names; nil if that failed, which it has said then.
  ///   - tell: takes what was done, as soon as it is done.
  package init(
    of course: Course, into notebook: Notebook, with builder: Builder,
    draw: @escaping ([NotebookPicture]) -> [String: String]?, tell: @escaping (News) -> Void
  ) {
    self.course = course
    self.notebook = notebook
    self.builder = builder
    self.draw = draw
    self.tell = tell
  }

  /// Weaves what has changed of a lesson's files, or for nil of those of all lessons and of the overview.
  ///
  /// - Returns: the file to begin with, relative to the checkout; nil if the pictures could not be drawn: then the notebook
  ///   is as it was.
  /// - Throws: `NotebookFailure` with what is wrong.
  package func weave(_ lesson: Lesson?) throws(NotebookFailure) -> String? {
    let files = notebook.files(of: lesson)
    // What is edited from now on is not what is examined: such a notebook will be stale.
    let keys = files.map { notebook.problems(of: $0).isEmpty ? nil : notebook.key(of: $0) }
    let changed = zip(files, keys).filter { $1 != nil }.map(\.0)
    let lessons = changed.flatMap(\.lessons)
    if !changed.isEmpty { try notebook.prepare() }
    for lesson in lessons { _ = try page(of: lesson) }
    for lesson in lessons { _ = try standing(of: lesson) }
    var shown = lessons.flatMap(notebook.pictures.pictures)
    if !notebook.format.hasPictureFiles, changed.contains(where: \.isOverview) {
      shown += [overviewPicture].compactMap { $0 }
    }
    var possible: [NotebookPicture] = []
    for picture in shown where !possible.contains(picture) {
      if try problem(of: picture) == nil { possible.append(picture) }
    }
    if !possible.isEmpty {
      guard let drawn = draw(possible) else { return nil }
      self.drawn = drawn
    }
    for (file, key) in zip(files, keys) {
      if let key {
        try weave(file, from: key)
      } else {
        tell(.unchanged(file: notebook.path(file.name)))
      }
    }
    return (files.first(where: \.isOverview) ?? files.first).map { notebook.path($0.name) }
  }

  private func weave(_ file: NotebookFile, from key: String) throws(NotebookFailure) {
    var sections: [WovenSection] = []
    if file.isOverview { sections.append(try overview()) }
    for lesson in file.lessons { sections.append(try section(of: lesson, from: key)) }
    // The page comes after its pictures: it is current only when they are there.
    let command = notebook.command(for: file.isOverview ? nil : file.lessons.first)
    try write(
      notebook.format.text(of: WovenPage(command: command, sections: sections)), to: file.name, from: key)
    var state: String?
    if !file.isOverview, let lesson = file.lessons.first {
      let standing = try standing(of: lesson)
      state = standing.problem(in: checkout) ?? standing.count
    }
    tell(.woven(file: notebook.path(file.name), state: state))
  }

  private func section(of lesson: Lesson, from key: String) throws(NotebookFailure) -> WovenSection {
    let page = try page(of: lesson)
    let links = NotebookLinks(from: notebook.folder, page: page.file)
    let standing = try standing(of: lesson)
    var pictures: [(picture: NotebookPicture, problem: String?)] = []
    for picture in notebook.pictures.pictures(of: lesson) { pictures.append((picture, try problem(of: picture))) }
    if notebook.format.hasPictureFiles {
      for (picture, _) in pictures {
        if let svg = drawn[picture.name] {
          try write(svg, to: picture.file, from: key)
        } else {
          notebook.remove(picture.file)
        }
      }
    }
    return WovenLesson(
      page: LessonPage(page, links: links), standing: standing, checkout: checkout, links: links,
      numbers: numbers(of: standing), pictures: pictures, drawn: drawn
    ).section
  }

  private func overview() throws(NotebookFailure) -> WovenSection {
    var all: [LessonStanding] = []
    for lesson in course.lessons(countedIn: checkout) { all.append(try standing(of: lesson)) }
    var picture: WovenPicture?
    if let shown = overviewPicture, try problem(of: shown) == nil {
      picture = WovenPicture(
        name: shown.name, words: shown.caption, file: shown.file, origin: checkout.command("plot \(shown.name)"),
        svg: drawn[shown.name])
    }
    return WovenCourse(standings: all, checkout: checkout, target: notebook.target, picture: picture).section
  }

  private var overviewPicture: NotebookPicture? { notebook.pictures.first { $0.name == WovenCourse.picture } }

  // MARK: - What is found out

  private func page(of lesson: Lesson) throws(NotebookFailure) -> Page {
    do throws(MissingPage) {
      return try Page(of: lesson.outline, in: checkout.root)
    } catch {
      throw NotebookFailure(error.sentence)
    }
  }

  /// How a lesson stands.
  ///
  /// One that is not right is examined anew and by itself: what is said about it must not depend on what was examined
  /// before, or the same code would not give the same bytes.
  private func standing(of lesson: Lesson) throws(NotebookFailure) -> LessonStanding {
    if let known = standings[lesson.number] { return known }
    let examinations = Examinations(of: course, with: builder)
    defer { examinations.close() }
    let right = examinations.remembered(lesson).flatMap { $0.isPass ? $0 : nil }
    let standing =
      right.map { LessonStanding(lesson: lesson, result: .success($0)) } ?? examinations.examine(lesson)
    if case .failure(let failure) = standing.result, failure.kind == .kit { throw NotebookFailure(failure.sentence) }
    standings[lesson.number] = standing
    return standing
  }

  private func numbers(of standing: LessonStanding) -> [ExerciseID: [DemonstratedCall]] {
    let examinations = Examinations(of: course, with: builder)
    defer { examinations.close() }
    return Dictionary(
      uniqueKeysWithValues: standing.rightExercises.map { ($0.id, examinations.numbers(of: $0)) })
  }

  /// What a picture waits for; nil if all its lessons are right.
  private func problem(of picture: NotebookPicture) throws(NotebookFailure) -> String? {
    for number in picture.lessons {
      if let problem = try standing(of: course.lessons[number - 1]).problem(in: checkout) { return problem }
    }
    return nil
  }

  private func write(_ text: String, to file: String, from key: String) throws(NotebookFailure) {
    if let note = try notebook.write(text, to: file, from: key) { tell(.kept(note)) }
  }
}
