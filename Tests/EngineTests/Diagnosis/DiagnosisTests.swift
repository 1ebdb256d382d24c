import CourseKit
import Engine
import FixtureCourse
import Testing

@testable import Wire

@Suite("A diagnosis") struct DiagnosisTests {
  /// Both wrong versions return 3 for 1, and each is wrong at 5, too.
  private var specification: Specification<Matrix, Matrix> {
    let misconceptions: [Misconception<Matrix, Matrix>] = [
      .init("two added", "Two is added.") { _, x in x.map { $0 + 2 } },
      .init("tripled", "It is tripled.") { _, x in 3 * x }, .init("none", "It cannot be computed.") { _, _ in nil },
    ]
    return Specification(Fixture.doubled, right: { _, x in 2 * x }, misconceptions: misconceptions)
  }

  private func finding(
    on input: Double = 1, independent: Double = 5, plain: Double? = nil,
    _ body: @escaping @Sendable (Double) -> Double
  ) -> Finding? {
    let check = specification.check(
      .value, "an example", on: Matrix([[input]]), independent: Matrix([[independent]]),
      plain: plain.map { Matrix([[$0]]) })
    let student = TestStudent.fixture()
    student.answer(Fixture.doubled) { $0.map(body) }
    return Bench(course: .fixture, student: student).verdict(of: check).finding
  }

  @Test("is the one known mistake that explains both inputs, where several explain the first")
  func independentInput() {
    #expect(finding { $0 + 2 }?.diagnosis == "Two is added.")
    #expect(finding { 3 * $0 }?.diagnosis == "It is tripled.")
  }

  @Test("is not given for what explains the first input alone")
  func firstInputAlone() {
    let finding = finding { _ in 3 }
    #expect(finding?.diagnosis == nil)
    #expect(finding?.evidence.first == "[0, 0]  yours 3   expected 2")
  }

  @Test("is not given where two known mistakes explain both inputs")
  func ambiguity() { #expect(finding(independent: 1) { $0 + 2 }?.diagnosis == nil) }

  @Test("is not given where the mistake makes no difference on the independent input")
  func noDifference() { #expect(finding(independent: 2) { $0 + 2 }?.diagnosis == nil) }

  @Test("must explain the plain input as well, where there is one, also if that shows nothing")
  func plainInput() {
    #expect(finding(plain: 2) { $0 + 2 }?.diagnosis == "Two is added.")
    #expect(finding(plain: 7) { $0 == 7 ? 0 : $0 + 2 }?.diagnosis == nil)
  }

  @Test("is none if the function stops at the independent input")
  func stop() {
    let check = specification.check(
      .value, "an example", on: Matrix([[1]]), independent: Matrix([[5]]))
    let student = TestStudent.fixture()
    student.answer(Fixture.doubled) { x in
      if x[0, 0] == 5 { throw CallFailure(.fault, "Index out of range") }
      return x.map { $0 + 2 }
    }
    let finding = Bench(course: .fixture, student: student).verdict(of: check).finding
    #expect(finding != nil && finding?.diagnosis == nil)
  }

  @Test("asks for the independent input only after an answer that looks like a known mistake")
  func requests() {
    for (wrong, count) in [(3.0, 2), (4, 1), (2, 1)] {
      let check = specification.check(.value, "an example", on: Matrix([[1]]), independent: Matrix([[5]]))
      let student = TestStudent.fixture()
      student.answer(Fixture.doubled) { $0.map { _ in wrong } }
      _ = Bench(course: .fixture, student: student).verdict(of: check)
      #expect(student.requests.count == count)
    }
  }

  @Test("of an observed run is the one mistake that explains both observations")
  func observed() {
    let mistakes = [
      ObservedMistake<Int>("even", "It is even.") { $0.isMultiple(of: 2) },
      ObservedMistake<Int>("by three", "It is a multiple of three.") { $0.isMultiple(of: 3) },
    ]
    #expect(mistakes.sentence(explaining: 4, and: 8) == "It is even.")
    #expect(mistakes.sentence(explaining: 6, and: 9) == "It is a multiple of three.")
    #expect(mistakes.sentence(explaining: 6, and: 12) == nil)
    #expect(mistakes.sentence(explaining: 4, and: 9) == nil)
    #expect(mistakes.sentence(explaining: 5, and: 6) == nil)
    #expect(mistakes.sentence(explaining: 4, and: try { throw NoAnswer(exercise: "1.1") }()) == nil)
  }
}
