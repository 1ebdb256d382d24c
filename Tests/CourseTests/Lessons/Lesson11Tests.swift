import Contract
import CourseKit
import Engine
import StudentCode
import Testing
import Vocabulary
import Wire

@testable import Course

@Suite("Lesson 11") struct Lesson11Tests {
  /// m, v, their correction and two steps, with β₁ = 0.5, β₂ = 0.75 and ε = 0.5, in which nothing is rounded.
  @Test("goes where a calculation by hand goes")
  func byHand() throws {
    let settings = AdamSettings(firstDecay: 0.5, secondDecay: 0.75, epsilon: 0.5)
    #expect(
      try Answers.right(Lesson11.firstMoment, Matrix([[8, -2]]), Matrix([[2, 4]]), settings) == Matrix([[5, 1]]))
    #expect(
      try Answers.right(Lesson11.secondMoment, Matrix([[8, 0]]), Matrix([[2, -4]]), settings) == Matrix([[7, 4]]))
    #expect(try Answers.right(Lesson11.corrected, Matrix([[3]]), 0.5, 2, settings) == Matrix([[4]]))
    let trace = try Answers.right(
      Lesson11.adamOptimizerStep, [Matrix([[1]])], [[Matrix([[1.5]])], [Matrix([[0]])]], settings, [1, 2])
    #expect(trace.firstMoments == [[Matrix([[0.75]])], [Matrix([[0.375]])]])
    #expect(trace.secondMoments == [[Matrix([[0.5625]])], [Matrix([[0.421875]])]])
    #expect(trace.stepCounts == [1, 2])
    // 1 − 1.5 / (1.5 + 0.5), then m̂ = 0.375 / 0.75.
    #expect(trace.parameters[0] == [Matrix([[0.25]])])
    let second = 0.25 - 2 * 0.5 / ((0.421875 / 0.4375).squareRoot() + 0.5)
    #expect(abs(trace.parameters[1][0][0, 0] - second) < 1e-15)
  }

  @Test("lets 11.4 wait for the part that it calls and that is wrong")
  func waiting() throws {
    for (title, part) in [
      ("11.1 1 − β missing", "11.1 firstMoment fails"), ("11.2 square forgotten", "11.2 secondMoment fails"),
      ("11.3 step forgotten", "11.3 corrected fails"),
    ] {
      let student = try #require(Version.mistake(title)).student()
      let outcomes = examination(of: 11, by: student).verdicts.filter { $0.exercise == "11.4" }.map(\.outcome)
      #expect(outcomes.contains { if case .waiting(part) = $0 { true } else { false } }, "\(title)")
      #expect(!outcomes.contains { if case .failed = $0 { true } else { false } }, "\(title)")
    }
  }

  @Test("passes an 11.4 that writes the parts in place, whatever is wrong with them")
  func inPlace() throws {
    let answer = try #require(Version.all(.right).first { $0.title == "11.4 loops over rows and columns" })
    for title in ["11.1 1 − β missing", "11.2 square forgotten", "11.3 step forgotten"] {
      let student = try #require(Version.mistake(title)).student()
      answer.plant(in: student)
      let verdicts = examination(of: 11, by: student).verdicts.filter { $0.exercise == "11.4" }
      #expect(verdicts.allSatisfy { $0.outcome.isPass || $0.kind == .behaviour }, "\(title)")
    }
  }

  @Test("shows what is wrong first: the count before the moments, the moments before the parameters")
  func evidence() throws {
    for (title, prefix) in [
      ("11.4 counted for every matrix", "step 1: stepCount"),
      ("11.4 learning rate in the moments", "step 1: firstMoments[0]"),
      ("11.4 ε in the root", "step 1: parameters[0]"), ("11.4 second moment made by 11.1", "step 1: secondMoments[0]"),
    ] {
      let evidence = try #require(Version.mistake(title)).student().verdicts(on: "11.4").compactMap(\.finding)
        .flatMap(\.evidence)
      #expect(evidence.contains { $0.hasPrefix(prefix) }, "\(title): \(evidence)")
    }
  }

  @Test("says how far a walk depends on the size of the gradients")
  func scale() throws {
    let mistake = try #require(Version.mistake("11.4 root missing"))
    let bench = Bench(course: .neuralNetwork, student: mistake.student())
    #expect(
      Bench(course: .neuralNetwork, student: TestStudent.reference()).verdict(of: sameWalkAtEveryScale).outcome.isPass)
    guard case .failed(let finding) = bench.verdict(of: sameWalkAtEveryScale).outcome else {
      Issue.record("passes")
      return
    }
    #expect(
      finding.evidence.first?.hasPrefix("After 4 steps with gradients 1000 times as large, a parameter is ") == true)
  }
}
