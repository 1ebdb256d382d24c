import CourseFiles
import Engine
import Terminal

/// The exercises of lessons with a sign for how each stands, and how many are right.
package struct ExerciseList {
  private let checkout: Checkout
  private let hints: HintMemory
  private let style: Style

  /// Creates a list.
  ///
  /// - Parameters:
  ///   - checkout: where the lessons lie.
  ///   - hints: which hints were taken.
  ///   - style: how it looks.
  package init(in checkout: Checkout, hints: HintMemory, _ style: Style) {
    self.checkout = checkout
    self.hints = hints
    self.style = style
  }

  /// The list of some lessons, each with what is known about it; nil if that is nothing.
  package func text(_ known: [(lesson: Lesson, examination: Examination?)]) -> String {
    let lessons = known.map(\.lesson)
    var text = known.map { lines(of: $0, $1) }.joined()
    let count = lessons.map(\.exercises.count).reduce(0, +)
    let rightCount = known.map { rightExercises(of: $0, $1).count }.reduce(0, +)
    let hintCount = lessons.flatMap(\.exercises).map { hints.stepsTaken(for: $0.id) }.reduce(0, +)
    let areAllKnown = known.allSatisfy { isKnown($0.0, $0.1) }
    text += "\(rightCount) of \(count) exercises are right" + (areAllKnown ? "" : ", as far as is known")
    if hintCount > 0 { text += hintCount == 1 ? " · 1 hint taken" : " · \(hintCount) hints taken" }
    text += "\n"
    return text
  }

  /// The first exercise that is not known to be right; nil if there is none.
  package func next(_ known: [(lesson: Lesson, examination: Examination?)]) -> Exercise? {
    known.lazy.compactMap { lesson, examination in
      lesson.exercises.first { !(examination?.isRight($0.id) ?? false) }
    }.first
  }

  /// Whether a check could say no more: the lesson was examined as it is now, or every TODO still stands.
  private func isKnown(_ lesson: Lesson, _ examination: Examination?) -> Bool {
    examination != nil || lesson.exercises.map(\.outline).allSatisfy(LessonSource(lesson.outline, in: checkout).isOpen)
  }

  private func lines(of lesson: Lesson, _ examination: Examination?) -> String {
    let right = rightExercises(of: lesson, examination)
    let isKnown = isKnown(lesson, examination)
    let count = "\(isKnown ? "\(right.count)" : "?")/\(lesson.exercises.count)"
    let source = LessonSource(lesson.outline, in: checkout)
    let width = lesson.exercises.map(\.name.count).max() ?? 0
    return style.paint("\(lesson.number) \(lesson.title)", .bold) + "  \(count)\n"
      + lesson.exercises.map { exercise in
        let state = ExerciseState(of: exercise, examination, source)
        let hints = hints.stepsTaken(for: exercise.id)
        let words = state.words + (hints == 0 ? [] : [hints == 1 ? "1 hint" : "\(hints) hints"])
        let name =
          words.isEmpty ? exercise.name : exercise.name.padding(to: width) + "  " + words.joined(separator: ", ")
        let id = exercise.id.description.padding(to: lesson.identifierWidth)
        return "  \(state.sign(style)) \(id) \(name)\n"
      }.joined()
      + (isKnown ? "" : "  not checked as it is now: \(command(lesson))\n")
  }

  private func command(_ lesson: Lesson) -> String {
    let tree = checkout.tree
    return "swift run course-check lesson\(lesson.number)" + (tree == .lessons ? "" : " --tree \(tree)")
  }

  private func rightExercises(of lesson: Lesson, _ examination: Examination?) -> [Exercise] {
    lesson.exercises.filter { examination?.isRight($0.id) ?? false }
  }
}

/// How one exercise stands, as far as that is known without a build.
private enum ExerciseState {
  case right, notStarted, waiting, unknown
  case failing(passed: Int, of: Int)

  init(of exercise: Exercise, _ examination: Examination?, _ source: LessonSource) {
    guard let examination else {
      self = source.isOpen(exercise.outline) ? .notStarted : .unknown
      return
    }
    let verdicts = examination.verdicts(of: exercise.id)
    if verdicts.notStarted != nil {
      self = .notStarted
    } else if verdicts.failures.isEmpty {
      self = examination.isRight(exercise.id) ? .right : .waiting
    } else {
      self = .failing(passed: verdicts.count { $0.outcome.isPass }, of: verdicts.count)
    }
  }

  func sign(_ style: Style) -> String {
    switch self {
    case .right: Mark.pass.sign(style)
    case .failing: Mark.fail.sign(style)
    case .notStarted, .waiting: Mark.open.sign(style)
    case .unknown: "?"
    }
  }

  /// What is to be said beside the sign.
  var words: [String] {
    switch self {
    case .right, .unknown: []
    case .notStarted: ["not started"]
    case .waiting: ["waiting"]
    case .failing(let passed, let count): ["\(passed) of \(count) checks pass"]
    }
  }
}
