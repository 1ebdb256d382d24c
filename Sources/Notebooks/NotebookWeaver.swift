import Building
import CourseFiles
import Engine
import Foundation
import Running
import Vocabulary

/// Weaves lessons: examines them, has the pictures drawn, and writes what has changed.
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

  /// Weaves the lessons that have changed, and with all lessons the overview.
  ///
  /// - Returns: the file to begin with, relative to the checkout; nil if the pictures could not be drawn: then the notebook
  ///   is as it was.
  /// - Throws: `NotebookFailure` with what is wrong.
  package func weave(_ lessons: [Lesson]) throws(NotebookFailure) -> String? {
    let isWhole = lessons.count == course.lessons(countedIn: checkout).count
    let changed = lessons.filter { !notebook.problems(of: $0).isEmpty }
    // What is edited from now on is not what is examined: such a notebook will be stale.
    let keys = Dictionary(uniqueKeysWithValues: changed.map { ($0.number, notebook.key(of: $0)) })
    let overviewKey = notebook.key(of: nil)
    if !changed.isEmpty { try notebook.prepare() }
    for lesson in changed { _ = try page(of: lesson) }
    for lesson in changed { _ = try standing(of: lesson) }
    var possible: [NotebookPicture] = []
    for picture in changed.flatMap(notebook.pictures.pictures) where try problem(of: picture) == nil {
      possible.append(picture)
    }
    if !possible.isEmpty {
      guard let drawn = draw(possible) else { return nil }
      self.drawn = drawn
    }
    for lesson in lessons {
      if let key = keys[lesson.number] {
        try weave(lesson, from: key)
      } else {
        tell(.unchanged(file: notebook.path(Notebook.file(of: lesson))))
      }
    }
    if isWhole { try weaveOverview(from: overviewKey) }
    return notebook.path(isWhole ? Notebook.overview : lessons.first.map(Notebook.file) ?? Notebook.overview)
  }

  private func weave(_ lesson: Lesson, from key: String) throws(NotebookFailure) {
    let page = try page(of: lesson)
    let links = NotebookLinks(from: notebook.folder, page: page.file)
    let standing = try standing(of: lesson)
    var pictures: [(picture: NotebookPicture, problem: String?)] = []
    for picture in notebook.pictures.pictures(of: lesson) { pictures.append((picture, try problem(of: picture))) }
    let woven = WovenLesson(
      page: LessonPage(page, links: links), standing: standing, checkout: checkout, links: links,
      numbers: numbers(of: standing), pictures: pictures)
    // The page comes last: it is current only when its pictures are there.
    for (picture, _) in pictures {
      if let svg = drawn[picture.name] {
        try write(svg, to: picture.file, from: key)
      } else {
        notebook.remove(picture.file)
      }
    }
    let file = Notebook.file(of: lesson)
    try write(woven.text, to: file, from: key)
    tell(.woven(file: notebook.path(file), state: standing.problem(in: checkout) ?? standing.count))
  }

  private func weaveOverview(from key: String) throws(NotebookFailure) {
    let file = notebook.path(Notebook.overview)
    guard notebook.state(of: Notebook.overview, for: key) != .current else { return tell(.unchanged(file: file)) }
    var all: [LessonStanding] = []
    for lesson in course.lessons(countedIn: checkout) { all.append(try standing(of: lesson)) }
    var picture = notebook.pictures.first { $0.name == WovenCourse.picture }
    if let shown = picture, try problem(of: shown) != nil { picture = nil }
    let woven = WovenCourse(standings: all, checkout: checkout, file: Notebook.file, picture: picture)
    try write(woven.text, to: Notebook.overview, from: key)
    tell(.woven(file: file, state: nil))
  }

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
