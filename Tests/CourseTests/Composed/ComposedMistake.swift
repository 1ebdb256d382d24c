import CourseKit
import Engine
import Vocabulary

@testable import Course

/// Two or three random wrong things in one exercise at once, with what it takes to judge what is said about them.
struct ComposedMistake: Sendable {
  let exercise: ExerciseID
  /// What is wrong, for the report of a failure.
  let name: String
  let plant: @Sendable (TestStudent) -> Void
  /// Whether the student does something else than what is right, on inputs that no check has.
  let isWrong: @Sendable (TestStudent) throws -> Bool
  /// Which of the verdicts' diagnoses are not true of the student.
  let falseDiagnoses: @Sendable ([Verdict], TestStudent) throws -> Set<String>

  /// Makes one up for an exercise that has a specification: a known mistake or none, and steps before and behind it.
  static func random(in suspect: Suspect, using generator: inout SeededGenerator) -> ComposedMistake {
    let known = ComputedMistakes.all.filter { $0.exercise == suspect.exercise }
    let base = Int.random(in: 0..<3, using: &generator) == 0 ? known.randomElement(using: &generator) : nil
    let possible = (WrongStep.ofArguments + WrongStep.ofResults).filter { $0.applies(to: suspect.argumentTypes) }
    var steps: [WrongStep] = []
    for _ in 0..<Int.random(in: base == nil ? 2...3 : 1...2, using: &generator) {
      if let step = possible.randomElement(using: &generator) { steps.append(step) }
    }
    let chosen = steps
    return ComposedMistake(
      exercise: suspect.exercise, name: ([base?.name] + chosen.map(\.name)).compactMap { $0 }.joined(separator: " + "),
      plant: { student in
        base?.plant(student)
        for step in chosen { suspect.plant(step, in: student) }
      },
      isWrong: { try suspect.isWrong($0) },
      falseDiagnoses: { verdicts, student in
        let untrue = try suspect.falseDiagnoses(verdicts, student)
        if untrue.isEmpty { return [] }
        // Where the others make no difference one of them shows alone: that is true.
        let alone = chosen.flatMap { step in
          let student = TestStudent.reference()
          suspect.plant(step, in: student)
          return student.verdicts(on: suspect.exercise).compactMap(\.diagnosis)
        }
        return untrue.subtracting(alone + [base?.sentence].compactMap { $0 })
      })
  }
}

extension Suspect {
  /// Lets the student make a wrong step in this exercise, besides what is wrong already.
  func plant(_ step: WrongStep, in student: TestStudent) {
    reviseArguments(student, step.arguments)
    spoil(student, step.results)
  }
}
