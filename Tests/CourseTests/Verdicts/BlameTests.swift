import Batteries
import Engine
import StudentCode
import Testing
import Vocabulary

@testable import Course

@Suite("A student with one mistake in one exercise") struct BlameTests {
  /// A mistake, and a lesson whose code it can spoil: its own, or one that stands on it.
  struct Spoiling: CustomTestStringConvertible {
    let mistake: Version
    let lesson: Lesson

    var testDescription: String { "\(mistake) in lesson \(lesson.number)" }

    static let all = Course.neuralNetwork.lessons.flatMap { lesson in
      Version.all(.mistake).filter { ([lesson.number] + lesson.prerequisites).contains($0.exercise.lesson) }
        .map { Spoiling(mistake: $0, lesson: lesson) }
    }

    /// All of them, some, or one of eight.
    static let tried = Battery.some(
      of: all, little: all.enumerated().filter { $0.offset.isMultiple(of: 8) }.map(\.element), sampleCount: 80)
  }

  @Test("is not blamed for another exercise of any lesson that stands on it", arguments: Spoiling.tried)
  func blame(spoiling: Spoiling) {
    let mistake = spoiling.mistake
    for verdict in mistake.student().verdicts(on: spoiling.lesson) where verdict.exercise != mistake.exercise {
      if case .failed = verdict.outcome { Issue.record("\(verdict.line)") }
    }
  }
}
