import Engine
import Foundation
import Vocabulary
import LabKit

/// Weaves lessons: examines them, lets the Lab draw, and writes what has changed.
final class NotebookWeaver {
  private let workspace: Workspace
  private let checkout: Checkout
  private let notebook: Notebook
  private var figures: NotebookFigures
  private var states: [Int: LessonState] = [:]
  private var style: Style { workspace.style }

  init(_ workspace: Workspace) {
    self.workspace = workspace
    checkout = workspace.checkout()
    notebook = Notebook(checkout)
    figures = NotebookFigures(workspace)
  }

  /// Weaves the lessons that have changed, and with all lessons the overview.
  func weave(_ lessons: [Lesson]) -> ExitCode {
    let isWhole = lessons.count == Course.taught.lessons.count
    let changed = lessons.filter { !notebook.problems(of: $0).isEmpty }
    // What is edited from now on is not what is examined: such a notebook will be stale.
    let keys = Dictionary(uniqueKeysWithValues: changed.map { ($0.number, notebook.key(of: $0)) })
    let overviewKey = notebook.key(of: nil)
    do throws(NotebookFailure) {
      if !changed.isEmpty { try notebook.prepare() }
      for lesson in changed { _ = try page(of: lesson) }
      for lesson in changed { _ = try state(of: lesson) }
      var names: [PlotName] = []
      for name in changed.flatMap(NotebookFigures.names) where try problem(of: name) == nil { names.append(name) }
      let status = figures.draw(names)
      guard status == .allPass else {
        Message.write("The figures could not be drawn, so the notebook stays as it was.\n")
        // The words were right: it was Ctrl-C that ended the drawing.
        return status == .wrongUsage ? .someFail : status
      }
      for lesson in lessons {
        if let key = keys[lesson.number] {
          try weave(lesson, from: key)
        } else {
          say("unchanged", Notebook.file(of: lesson))
        }
      }
      if isWhole { try weaveOverview(from: overviewKey) }
    } catch {
      Message.write(error.sentence + "\n")
      return .kitFailed
    }
    let first = isWhole ? Notebook.overview : lessons.first.map(Notebook.file) ?? Notebook.overview
    style.write("Open \(notebook.path(first)) in the Markdown preview of your editor, or on GitHub.\n")
    return .allPass
  }

  private func weave(_ lesson: Lesson, from key: String) throws(NotebookFailure) {
    let page = try page(of: lesson)
    let links = NotebookLinks(from: notebook.folder, page: page.file)
    let state = try state(of: lesson)
    var pictures: [(name: PlotName, problem: String?)] = []
    for name in NotebookFigures.names(of: lesson) { pictures.append((name, try problem(of: name))) }
    let woven = WovenLesson(
      page: LessonPage(page.text, links: links), state: state, checkout: checkout, links: links,
      numbers: numbers(of: state),
      figures: pictures)
    // The page comes last: it is current only when its pictures are there.
    for (name, _) in pictures {
      if let svg = figures.drawn[name] {
        try write(svg, to: name.notebookFile, from: key)
      } else {
        notebook.remove(name.notebookFile)
      }
    }
    try write(woven.text, to: Notebook.file(of: lesson), from: key)
    say("woven", Notebook.file(of: lesson), state.problem ?? state.count)
  }

  private func weaveOverview(from key: String) throws(NotebookFailure) {
    guard notebook.state(of: Notebook.overview, for: key) != .current else {
      return say("unchanged", Notebook.overview)
    }
    var all: [LessonState] = []
    for lesson in Course.taught.lessons { all.append(try state(of: lesson)) }
    let picture = try problem(of: .boundary) == nil ? PlotName.boundary : nil
    let course = WovenCourse(states: all, file: Notebook.file, picture: picture)
    try write(course.text, to: Notebook.overview, from: key)
    say("woven", Notebook.overview)
  }

  // MARK: - What is found out

  private func page(of lesson: Lesson) throws(NotebookFailure) -> Page {
    do throws(MissingPage) {
      return try Page(of: lesson, in: checkout.root)
    } catch {
      throw NotebookFailure(error.sentence)
    }
  }

  /// How a lesson stands.
  ///
  /// One that is not right is examined anew and by itself: what is said about it must not depend on what was examined
  /// before, or the same code would not give the same bytes.
  private func state(of lesson: Lesson) throws(NotebookFailure) -> LessonState {
    if let known = states[lesson.number] { return known }
    let examinations = Examinations(checkout, cache: workspace.cache)
    defer { examinations.close() }
    let remembered = examinations.remembered(lesson)
    let result = remembered.flatMap { $0.isPass ? .success($0) : nil } ?? examinations.examine(lesson)
    if case .failure(let failure) = result, failure.kind == .kit { throw NotebookFailure(failure.sentence) }
    let state = LessonState(lesson, result, checkout)
    states[lesson.number] = state
    return state
  }

  private func numbers(of state: LessonState) -> [ExerciseID: [DemonstratedCall]] {
    let examinations = Examinations(checkout, cache: workspace.cache)
    defer { examinations.close() }
    return Dictionary(
      uniqueKeysWithValues: state.rightExercises.map { ($0.id, examinations.numbers(of: $0)) })
  }

  /// What a picture waits for; nil if all its lessons are right.
  private func problem(of name: PlotName) throws(NotebookFailure) -> String? {
    for lesson in name.lessons {
      if let problem = try state(of: lesson).problem { return problem }
    }
    return nil
  }

  // MARK: - What is said

  private func write(_ text: String, to file: String, from key: String) throws(NotebookFailure) {
    if let note = try notebook.write(text, to: file, from: key) { style.write("  " + note + "\n") }
  }

  private func say(_ word: String, _ file: String, _ state: String = "") {
    let line = "  " + word.padding(to: 11) + notebook.path(file)
    style.write(line + (state.isEmpty ? "" : ": \(state)") + "\n")
  }
}
