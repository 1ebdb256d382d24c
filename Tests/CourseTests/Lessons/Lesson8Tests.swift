import Contract
import CourseKit
import Engine
import StudentCode
import Testing
import Vocabulary
import Wire

@testable import Course

@Suite("Lesson 8") struct Lesson8Tests {
  @Test("lets 8.2 wait for a velocity of the wrong shapes, whatever becomes of the step")
  func unusableVelocity() {
    let mistakes = Version.all(.mistake).filter { $0.exercise == "8.1" }
    #expect(mistakes.count > 6)
    for mistake in mistakes {
      let student = mistake.student()
      // What goes through the layers with `zip` loses those that have no velocity and does not stop.
      for losesLayers in [false, true] {
        if losesLayers { student.revise(Lesson8.step) { $0.parameters = $0.parameters.map(withoutLastBias) } }
        student.restart()
        for verdict in examination(of: 8, by: student).verdicts where verdict.exercise == "8.2" {
          let isUsable = ["ones", "copies of the gradients"].contains(mistake.name)
          if case .waiting(let reason) = verdict.outcome, reason.hasPrefix("8.1 zeroVelocity fails") { continue }
          #expect(isUsable && (losesLayers || verdict.outcome.isPass), "\(mistake.name): \(verdict.line)")
        }
      }
    }
  }

  private func withoutLastBias(_ parameters: Parameters) -> Parameters {
    Parameters(weights: parameters.weights, biases: parameters.biases.dropLast())
  }

  @Test("goes down the narrow valley in less than half of the steps with momentum")
  func descent() throws {
    let student = TestStudent.reference()
    #expect(Bench(course: .neuralNetwork, student: student).verdict(of: narrowValley).outcome.isPass)
    let plain = try stepsToTheBottom(coefficient: 0, of: student)
    #expect(try 2 * stepsToTheBottom(coefficient: 0.9, of: student) < plain)
  }

  @Test("counts the steps of who has no momentum")
  func withoutMomentum() throws {
    let mistake = try #require(Version.mistake("8.2 velocity not kept"))
    let verdict = Bench(course: .neuralNetwork, student: mistake.student()).verdict(of: narrowValley)
    guard case .failed(let finding) = verdict.outcome else {
      Issue.record("\(verdict.line)")
      return
    }
    #expect(finding.evidence == ["Steps to the bottom: 97 with β = 0, 97 with β = 0.9."])
  }

  @Test("shows the first step that goes wrong")
  func evidence() throws {
    let mistake = try #require(Version.mistake("8.2 coefficient forgotten"))
    let findings = mistake.student().verdicts(on: "8.2").filter { $0.summary.contains("by hand") }.compactMap(\.finding)
    let finding = try #require(findings.first)
    #expect(finding.evidence.first?.hasPrefix("step 2: ") == true)
  }

  /// v ← βv + g and θ ← θ − ηv, as torch.optim.SGD has it: the rate is no part of the velocity.
  @Test("goes where a calculation by hand goes, also when the learning rate changes")
  func byHand() throws {
    let gradients = [4, 2, -6].map { Gradients(weights: [Matrix([[$0]])], biases: [Matrix([[-$0]])]) }
    let trace = try Answers.right(
      Lesson8.step, Parameters(weights: [Matrix([[8]])], biases: [Matrix([[0]])]), gradients, 0.5, [0.5, 0.25, 1])
    #expect(trace.parameters.map { $0.weights[0][0, 0] } == [6, 5, 9])
    #expect(trace.parameters.map { $0.biases[0][0, 0] } == [2, 3, -1])
  }
}
