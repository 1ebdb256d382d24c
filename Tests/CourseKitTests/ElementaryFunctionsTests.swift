import CourseKit
import Foundation
import Testing

@Suite("exp, log, pow, sqrt and tanh") struct ElementaryFunctionsTests {
  // This file compiles only if CourseKit re-exports the C library's own: a second `exp` would be ambiguous here.
  @Test("come with CourseKit, also beside Foundation")
  func values() {
    #expect(abs(exp(1) - 2.718_281_828_459_045) < 1e-15)
    #expect(abs(log(10) - 2.302_585_092_994_046) < 1e-15)
    #expect(abs(tanh(0.5) - 0.462_117_157_260_009_76) < 1e-16)
    #expect(pow(0.5, 3) == 0.125)
    #expect(sqrt(2) == 2.0.squareRoot())
  }

  @Test("can be taken from CourseKit by name, where a lesson's own function hides them")
  func qualified() {
    let one = 1.0
    #expect(CourseKit.exp(one) == exp(one))
    #expect(CourseKit.log(one) == 0)
    #expect(CourseKit.tanh(one) == tanh(one))
    #expect(CourseKit.pow(one, one) == 1)
    #expect(CourseKit.sqrt(one) == 1)
  }
}
