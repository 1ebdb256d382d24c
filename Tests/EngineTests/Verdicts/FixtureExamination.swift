import Engine
import FixtureCourse
import Testing
import Vocabulary

extension TestStudent {
  /// What the judge says about a lesson of the fixture, the lessons below examined first unless it is isolated.
  func examination(of lesson: Int, isIsolated: Bool = false) -> Examination {
    var examiner = Examiner(of: self, in: course, isIsolated: isIsolated)
    return examiner.examine(course.lessons[lesson - 1])
  }

  /// What the judge says about one exercise, knowing nothing of the others.
  func verdicts(on exercise: ExerciseID) -> [Verdict] {
    var bench = Bench(course: course, student: self)
    return (course.exercise(exercise)?.checks ?? []).map { check in
      let verdict = bench.verdict(of: check)
      bench.note(verdict)
      return verdict
    }
  }

  /// What each check of an exercise says that has seen no other one.
  func verdictsAlone(on exercise: ExerciseID) -> [Verdict] {
    let bench = Bench(course: course, student: self)
    return (course.exercise(exercise)?.checks ?? []).map { bench.verdict(of: $0) }
  }
}

extension Examination {
  /// The sentences of waiting checks by exercise; a check that failed outside `exercises` is an issue.
  func waits(
    failing exercises: Set<ExerciseID> = [], sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) -> [ExerciseID: Set<String>] {
    var waits: [ExerciseID: Set<String>] = [:]
    for verdict in verdicts {
      switch verdict.outcome {
      case .passed: break
      case .waiting(let sentence): waits[verdict.exercise, default: []].insert(sentence)
      case .failed, .notStarted:
        #expect(exercises.contains(verdict.exercise), "\(verdict.line)", sourceLocation: sourceLocation)
      }
    }
    return waits
  }

  /// The verdicts on one exercise.
  func verdicts(on exercise: ExerciseID) -> [Verdict] { verdicts.filter { $0.exercise == exercise } }
}
