import Engine
import Testing

@testable import Course

@Suite("A student who has everything right") struct ReferenceTests {
  @Test("passes every check", arguments: Course.neuralNetwork.lessons.map(\.number))
  func passes(lesson: Int) {
    let examination = examination(of: lesson, by: TestStudent.reference())
    for verdict in examination.verdicts {
      #expect(verdict.outcome.isPass, "\(verdict.line)")
    }
    #expect(examination.isPass)
    #expect(examination.prerequisites.allSatisfy { $0.problem == nil })
  }
}
