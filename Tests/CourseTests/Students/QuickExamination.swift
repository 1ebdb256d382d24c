import Engine
import Vocabulary

@testable import Course

/// What the judge says about a lesson, the lessons below examined first unless it is isolated.
func examination(of lesson: Int, by student: any Student, isIsolated: Bool = false) -> Examination {
  var examiner = Examiner(of: student, in: .neuralNetwork, isIsolated: isIsolated)
  return examiner.examine(Course.neuralNetwork.lessons[lesson - 1])
}

extension Lesson {
  /// The checks without those that train or measure something in hundreds of calls.
  var quickChecks: [Check] {
    let costly = Set((NetworkChecks.all + TrainingBehaviour.all + [narrowValley]).map(\.summary))
    return checks.filter { !costly.contains($0.summary) }
  }

  /// The checks of every lesson.
  static let allChecks = Course.neuralNetwork.lessons.flatMap(\.checks)

  /// The quick checks of every lesson.
  static let allQuickChecks = Course.neuralNetwork.lessons.flatMap(\.quickChecks)
}

extension TestStudent {
  /// What the judge says about one exercise, knowing nothing of the others.
  func verdicts(on exercise: ExerciseID, in checks: [Check] = Lesson.allQuickChecks) -> [Verdict] {
    var bench = Bench(course: .neuralNetwork, student: self)
    return checks.filter { $0.exercise == exercise }.map { check in
      let verdict = bench.verdict(of: check)
      bench.note(verdict)
      return verdict
    }
  }

  /// Whether a check can find anything: ten thousand shuffles of a right 5.1 are as fair as in any other test.
  private func isWorthwhile(_ check: Check) -> Bool {
    check.summary != ShuffleStatistics.property || changed.contains(check.exercise)
  }

  /// What the judge says about a lesson, the lessons below examined first; with the explanations or without.
  func verdicts(on lesson: Lesson, isExplaining: Bool = false) -> [Verdict] {
    var bench = Bench(course: .neuralNetwork, student: self)
    var verdicts: [Verdict] = []
    for number in lesson.prerequisites.sorted() + [lesson.number] {
      bench.isExplaining = isExplaining && number == lesson.number
      verdicts = Course.neuralNetwork.lessons[number - 1].quickChecks.filter(isWorthwhile).map { check in
        let verdict = bench.verdict(of: check)
        bench.note(verdict)
        return verdict
      }
    }
    return verdicts
  }
}
