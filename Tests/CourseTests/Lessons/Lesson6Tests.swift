import Contract
import CourseKit
import Engine
import StudentCode
import Testing
import Vocabulary
import Wire

@testable import Course

@Suite("Lesson 6") struct Lesson6Tests {
  private func outcomes(_ student: TestStudent, of exercise: ExerciseID) -> [Outcome] {
    examination(of: 6, by: student).verdicts.filter { $0.exercise == exercise }.map(\.outcome)
  }

  @Test("lets a right penalty wait that takes the student's own wrong norm")
  func penaltyWithNorm() {
    let student = TestStudent.reference()
    student.answer(Lesson6.weightNorm) { PenaltySamples.squares($0.weights) }
    let waits = outcomes(student, of: "6.2").filter {
      if case .waiting("6.1 weightNorm fails") = $0 { true } else { false }
    }
    #expect(waits.count == 3)
    #expect(!outcomes(student, of: "6.3").contains { !$0.isPass })
  }

  @Test("passes a penalty that is written without the norm, even if the norm is wrong")
  func penaltyWithoutNorm() throws {
    let title = "6.2 loops over rows and columns, the penalty without the norm"
    let student = try #require(Version.all(.right).first { $0.title == title }).student()
    student.answer(Lesson6.weightNorm) { PenaltySamples.squares($0.weights) }
    #expect(!outcomes(student, of: "6.2").contains { !$0.isPass })
  }

  @Test("has for its penalty and its slope what a calculation by hand gives")
  func byHand() throws {
    let parameters = Parameters(
      weights: [Matrix([[3, -1]]), Matrix([[1], [-5]])], biases: [Matrix([[9, 9]]), Matrix([[9]])])
    #expect(Oracle.weightNorm(parameters) == 6)
    #expect(PenaltySamples.penalty(parameters, 0.5, 3) == 3)
    let gradients = Gradients(
      weights: [Matrix([[1, 1]]), Matrix([[2], [0]])], biases: [Matrix([[4, 5]]), Matrix([[6]])])
    let joined = try Answers.right(Lesson6.addL2Gradient, gradients, parameters, 1, 2)
    #expect(joined.weights == [Matrix([[2.5, 0.5]]), Matrix([[2.5], [-2.5]])])
    #expect(joined.biases == gradients.biases)
  }

  @Test("tells networks with biases: where they are 0, a penalty on them would not show")
  func biases() throws {
    let inputs = Lesson6.addL2Gradient.checkInputs()
    #expect(inputs.count >= 4)
    for (_, parameters, _, sampleCount) in inputs {
      #expect(parameters.biases.flatMap(\.elements).allSatisfy { $0 != 0 })
      #expect(parameters.weights.count > 1)
      #expect(sampleCount > 2)
    }
  }
}
