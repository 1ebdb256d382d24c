import CourseKit
import Engine
import FixtureCourse
import Testing

@testable import Wire

@Suite("A diagnosis") struct DiagnosisTests {
  /// What can be done otherwise where twice x is asked for.
  private struct Choices {
    var number: @Sendable (Double) -> Double = { $0 }
    var result: @Sendable (Double) -> Double = { 2 * $0 }
    var isWhole = true
  }

  /// Two slips differ for numbers above 50 only, and two nowhere.
  private let specification = Specification<Matrix, Matrix>(
    Fixture.doubled, choosing: Choices(),
    right: { choices, _, x in
      if !choices.isWhole, x.columns > 1 { throw PredictedStop() }
      return x.map { choices.result(choices.number($0)) }
    },
    slips: [
      .at(\.number, "sign lost", "The sign is lost.") { abs($0) },
      .at(\.result, "two added", "Two is added.") { $0 + 2 }, .at(\.result, "tripled", "It is tripled.") { 3 * $0 },
      .at(\.result, "cut at 50", "It is cut at 50.") { min(2 * $0, 50) + 1 },
      .at(\.result, "cut at 60", "It is cut at 60.") { min(2 * $0, 60) + 1 },
      .at(\.result, "halved", "It is halved.") { $0 / 2 }, .at(\.result, "times a half", "It is times ½.") { 0.5 * $0 },
      .at(\.isWhole, "one column only", "Only one column can be taken.", false),
    ]
  ).drawing { size, generator in
    let numbers = (0..<2 * size).map { _ in 5 * generator.nextGaussian() }
    return Matrix(rows: 2, columns: size, elements: numbers)
  }.drawingAtEdges { size, generator in
    Matrix(rows: 1, columns: size, elements: (0..<size).map { _ in 40 * generator.nextGaussian() })
  }.made(as: "2 · x", .activating, of: [Ingredient("x") { _, x in x }])

  private func finding(_ body: @escaping @Sendable (Double) -> Double) -> Finding? {
    let student = TestStudent.fixture()
    student.answer(Fixture.doubled) { $0.map(body) }
    return finding(of: student)
  }

  private func finding(of student: TestStudent) -> Finding? {
    let check = specification.check(.value, "an example", on: Matrix([[1, -3, 0.5, 2]]))
    return Bench(course: .fixture, student: student).verdict(of: check).finding
  }

  @Test("is the one slip that explains the answers on all inputs")
  func single() {
    #expect(finding { $0 + 2 }?.diagnosis == "Two is added.")
    #expect(finding { 3 * $0 }?.diagnosis == "It is tripled.")
  }

  @Test("is two slips of different points, where no single one explains the answers")
  func pair() {
    #expect(finding { abs($0) + 2 }?.diagnosis == "The sign is lost. Two is added.")
    #expect(finding { 3 * abs($0) }?.diagnosis == "The sign is lost. It is tripled.")
  }

  @Test("tells two slips apart by inputs on which they differ")
  func tellingApart() {
    #expect(finding { min(2 * $0, 60) + 1 }?.diagnosis == "It is cut at 60.")
    #expect(finding { min(2 * $0, 50) + 1 }?.diagnosis == "It is cut at 50.")
  }

  @Test("names both of two slips that no input separates")
  func either() {
    #expect(
      finding { $0 / 2 }?.diagnosis
        == "One of two things, which give the same numbers. Either: It is halved. Or: It is times ½.")
  }

  @Test("counts a stop that a slip predicts")
  func stop() {
    let student = TestStudent.fixture()
    student.answer(Fixture.doubled) { x in
      if x.columns > 1, x.rows > 1 { throw CallFailure(.fault, "Index out of range") }
      return x.map { $0 + 2 }
    }
    // What stops elsewhere than "Two is added" does is not explained by it.
    #expect(finding(of: student)?.diagnosis == nil)
  }

  @Test("is the smallest formula with the student's numbers, where no slip explains them")
  func formula() {
    #expect(finding { $0 * $0 }?.diagnosis == "Your numbers are those of x²; the course has 2 · x.")
    #expect(finding { $0 + 0.25 }?.diagnosis == "Your numbers are those of x + 0.25; the course has 2 · x.")
    #expect(finding { abs($0) - $0 * $0 }?.diagnosis == "Your numbers are those of |x| − x²; the course has 2 · x.")
    #expect(finding { 1 / (1 + exp(-$0)) }?.diagnosis == "Your numbers are those of σ(x); the course has 2 · x.")
  }

  @Test("is none for numbers that a formula has on some inputs only; then the smallest example is shown whole")
  func smallestExample() {
    let finding = finding { $0 > 1.5 ? 7 : 2 * $0 }
    #expect(finding?.diagnosis == nil)
    #expect(finding?.evidence.contains("The smallest example found:") == true)
    #expect(finding?.evidence.contains { $0.hasPrefix("for x = [[") } == true)
  }

  @Test("never explains a right answer that is written in another way")
  func right() { #expect(finding { $0 + $0 } == nil) }

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
