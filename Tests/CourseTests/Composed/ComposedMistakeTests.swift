import Batteries
import CourseKit
import Engine
import Testing
import Vocabulary

@testable import Course

/// Students whom nobody has seen yet: what they get wrong is put together at random.
///
/// The long batteries try thousands.
@Suite("Two or three wrong things at once") struct ComposedMistakeTests {
  private static let countPerExercise = Battery.choice(little: 1, sample: 3, all: 60)

  private typealias Source = @Sendable (inout SeededGenerator) -> ComposedMistake

  private static let sources: [Source] =
    Suspect.all.map { suspect in { @Sendable in ComposedMistake.random(in: suspect, using: &$0) } }
    + [ComposedMistake.randomBatches, ComposedMistake.randomEpochs]
    + [Initializer.he, Initializer.xavier].map { judge in
      { @Sendable in ComposedMistake.randomWeights(of: judge, using: &$0) }
    }

  @Test("are noticed by a check, and no cause is named that is not one of them")
  func noFalseCause() throws {
    var (made, wrong, diagnosed, falseCauses, unnoticed) = (0, 0, 0, 0, 0)
    for (index, source) in Self.sources.enumerated() {
      var generator = SeededGenerator(seed: 2000 + Battery.seed &* 1000 &+ UInt64(index))
      for _ in 0..<Self.countPerExercise {
        let mistake = source(&generator)
        let student = TestStudent.reference()
        mistake.plant(student)
        let verdicts = student.verdicts(on: mistake.exercise)
        made += 1
        diagnosed += verdicts.contains { $0.diagnosis != nil } ? 1 : 0
        let untrue = try mistake.falseDiagnoses(verdicts, student)
        falseCauses += untrue.count
        #expect(untrue == [], "\(mistake.exercise) \(mistake.name)")
        student.restart()
        guard try mistake.isWrong(student) else { continue }
        wrong += 1
        let isNoticed = verdicts.contains { !$0.outcome.isPass }
        unnoticed += isNoticed ? 0 : 1
        #expect(isNoticed, "\(mistake.exercise) \(mistake.name)")
      }
    }
    print(
      "Composed mistakes: \(made) made, \(wrong) of them wrong on fresh inputs, \(unnoticed) of those unnoticed, "
        + "\(diagnosed) diagnosed, \(falseCauses) false causes.")
  }
}
