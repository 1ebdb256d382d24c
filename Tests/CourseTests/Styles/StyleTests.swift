import CourseKit
import Engine
import Testing
import Vocabulary

@testable import Course

@Suite("A right answer in another style") struct StyleTests {
  private func expectPass(_ verdicts: [Verdict]) {
    for verdict in verdicts { #expect(verdict.outcome.isPass, "\(verdict.line)") }
  }

  @Test("passes: plain loops, in place, sums from the back", arguments: Course.neuralNetwork.lessons.map(\.number))
  func loops(lesson: Int) {
    expectPass(examination(of: lesson, by: TestStudent.withLoops()).verdicts)
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
    // A count is a whole number, an answer true or false, a velocity at rest 0: this does not change them.
    let isCount = ["2.1", "7.1", "8.1"].contains(suspect.exercise)
    #expect(student.verdicts(on: suspect.exercise).contains { !$0.outcome.isPass } != isCount)
  }
}
