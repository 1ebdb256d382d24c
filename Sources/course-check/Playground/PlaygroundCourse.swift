import CourseFiles
import Engine
import Foundation
import Vocabulary

/// What the page knows about the course: each exercise, and what its checks said when the page was made.
struct PlaygroundCourse: Encodable {
  /// Whose code it is: `lessons` or `solutions`.
  let tree: String
  /// When the page was made.
  let made: String
  var lessons: [LessonEntry]
  /// The lesson at which the page opens; nil for the first panel.
  var opensAt: Int?
  /// What can be chosen for a training.
  let training = PlaygroundTraining()

  /// A lesson with its exercises.
  struct LessonEntry: Encodable {
    let number: Int
    let topic: String
    let title: String
    /// Its file, relative to the checkout.
    let file: String
    /// What stands behind the # of the page's address to open it at what the lesson teaches.
    let opening: String
    var exercises: [ExerciseEntry]
  }

  /// An exercise and how it stands.
  struct ExerciseEntry: Encodable {
    /// Its name among the exercises, for example `4.2`.
    let id: ExerciseID
    /// Its function's base name.
    let name: String
    var state: State
    /// Where it is declared, or where its TODO stands.
    let place: String
    /// What its checks said, in a sentence or two; empty if they pass.
    var report: String
    /// The exercises that it always calls.
    let calls: [ExerciseID]
    /// The one that it calls for each activation function of the hidden layers; nil if none depends on it.
    let callsOfActivation: [String: ExerciseID]?
  }

  /// How an exercise stands.
  enum State: String, Encodable {
    /// Every check passes.
    case right
    /// Some check does not.
    case wrong
    /// Nothing is written yet.
    case open
    /// It waits for another exercise.
    case unknown
  }

  /// Describes the lessons with what was found out about them.
  init(_ checkout: Checkout, _ examinations: [Int: Examination]) {
    tree = checkout.tree.rawValue
    made = Date.now.formatted(
      Date.ISO8601FormatStyle(dateSeparator: .dash, dateTimeSeparator: .space, timeZone: .current).year().month().day()
        .time(includingFractionalSeconds: false))
    lessons = Course.taught.lessons.map { lesson in
      LessonEntry(
        number: lesson.number, topic: lesson.topic, title: lesson.title, file: checkout.file(of: lesson.outline),
        opening: lesson.playground,
        exercises: lesson.exercises.map { Self.entry(of: $0, in: lesson, checkout, examinations[lesson.number]) })
    }
  }

  /// The number of exercises that are right, and of all, in some lessons.
  func count(of outlines: [LessonOutline]) -> (right: Int, all: Int) {
    let numbers = Set(outlines.map(\.number))
    let states = lessons.filter { numbers.contains($0.number) }.flatMap(\.exercises).map(\.state)
    return (states.count { $0 == .right }, states.count)
  }

  private static func entry(
    of exercise: Exercise, in lesson: Lesson, _ checkout: Checkout, _ examination: Examination?
  ) -> ExerciseEntry {
    let verdicts = examination?.verdicts(of: exercise.id) ?? []
    let place =
      checkout.declaration(of: exercise.name, in: lesson.outline)?.description ?? checkout.file(of: lesson.outline)
    let calls = exercise.calls
    let ofActivation = Dictionary(uniqueKeysWithValues: calls.ofActivation.map { ($0.rawValue, $1) })
    let make = { (state: State, place: String, report: String) in
      ExerciseEntry(
        id: exercise.id, name: exercise.name, state: state, place: place, report: report, calls: calls.always,
        callsOfActivation: ofActivation.isEmpty ? nil : ofActivation)
    }
    if let location = verdicts.notStarted { return make(.open, location.description, "not started") }
    // Of a lesson that was not begun nothing is examined.
    if verdicts.isEmpty { return make(.open, place, "not started") }
    if let failure = verdicts.tellingFailure {
      let evidence = failure.finding.diagnosis ?? failure.finding.evidence.first ?? ""
      let report = "\(failure.verdict.kind.rawValue): \(failure.verdict.summary). \(evidence)"
      return make(.wrong, failure.finding.location?.description ?? place, report)
    }
    if let reason = verdicts.reasons.first { return make(.unknown, place, "waiting: \(reason)") }
    return make(.right, place, "")
  }
}
