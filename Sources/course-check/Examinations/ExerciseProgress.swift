import Engine
import Vocabulary

/// How far the student has come with each exercise, as far as that is known without a build.
struct ExerciseProgress {
  private let examinations: Examinations

  init(in workspace: Workspace) {
    examinations = Examinations(workspace.checkout(), cache: workspace.cache)
  }

  /// Whether every check of an exercise passed when its lesson was examined as it is now.
  func isRight(_ exercise: ExerciseID, of lesson: Lesson) -> Bool {
    guard let examination = examinations.remembered(lesson) else { return false }
    return examination.isRight(exercise)
  }

  /// The exercise to go on with; nil if all are right.
  ///
  /// Where the lesson was not examined as it is now, that is the first one whose TODO still stands, or else the first.
  func firstUnfinished(of lesson: Lesson) -> Exercise? {
    guard let examination = examinations.remembered(lesson) else {
      let source = LessonSource(lesson, in: examinations.checkout)
      return lesson.exercises.first(where: source.isOpen) ?? lesson.exercises[0]
    }
    let unfinished = lesson.exercises.filter { !examination.isRight($0.id) }
    // What only waits for another exercise may be right.
    return unfinished.first { exercise in
      examination.verdicts.contains { verdict in
        if case .waiting = verdict.outcome { return false }
        return verdict.exercise == exercise.id && !verdict.outcome.isPass
      }
    } ?? unfinished.first
  }
}

extension Examination {
  /// Whether every check of an exercise passed.
  func isRight(_ exercise: ExerciseID) -> Bool {
    verdicts.filter { $0.exercise == exercise }.allSatisfy(\.outcome.isPass)
  }
}
