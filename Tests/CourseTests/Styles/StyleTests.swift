import CourseKit
import Engine
import StudentCode
import Testing
import Vocabulary

@testable import Course

@Suite("A right answer in another style") struct StyleTests {
  private func expectPass(_ verdicts: [Verdict]) {
    for verdict in verdicts { #expect(verdict.outcome.isPass, "\(verdict.line)") }
  }

  /// The right versions of a lesson that are written in one style.
  struct Style: Sendable, CustomTestStringConvertible {
    let lesson: Int
    let name: String
    let answers: [Version]

    var testDescription: String { "lesson \(lesson): \(name)" }

    static let all = Course.neuralNetwork.lessons.flatMap { lesson in
      let answers = Version.all(.right).filter { $0.exercise.lesson == lesson.number }
      return Dictionary(grouping: answers, by: \.name).sorted { $0.key < $1.key }
        .map { Style(lesson: lesson.number, name: $0.key, answers: $0.value) }
    }
  }

  @Test("passes: every right version of a lesson that is in this style", arguments: Style.all)
  func versions(style: Style) {
    let student = TestStudent.reference()
    for answer in style.answers { answer.plant(in: student) }
    expectPass(examination(of: style.lesson, by: student).verdicts)
  }

  @Test(
    "passes: other formulas and other orders of the same operations",
    arguments: Course.neuralNetwork.lessons.map(\.number))
  func formulas(lesson: Int) {
    expectPass(examination(of: lesson, by: TestStudent.withOtherFormulas()).verdicts)
  }

  @Test("passes: every number differs in the last bits", arguments: Suspect.all)
  func lastBits(suspect: Suspect) {
    var generator = SeededGenerator(seed: 17)
    let student = TestStudent.reference()
    suspect.spoil(student) { matrices in
      for index in matrices.indices {
        matrices[index] = matrices[index].map { $0 * (1 + 1e-14 * (2 * generator.nextUniform() - 1)) }
      }
    }
    expectPass(student.verdicts(on: suspect.exercise))
  }

  @Test("fails once the numbers differ in the sixth digit", arguments: Suspect.all)
  func sixthDigit(suspect: Suspect) {
    let student = TestStudent.reference()
    suspect.spoil(student) { matrices in matrices = matrices.map { $0.map { $0 * 1.00001 } } }
    // An answer is true or false, a velocity at rest 0: this does not change them. Epochs are spoiled elsewhere.
    let isCount = ["5.3", "7.1", "8.1"].contains(suspect.exercise)
    #expect(student.verdicts(on: suspect.exercise).contains { !$0.outcome.isPass } != isCount)
  }
}
