import Engine
import StudentCode
import Testing
import Vocabulary

@testable import Course

@Suite("A student with one mistake in one exercise") struct BlameTests {
  /// The mistakes of a lesson that can spoil what is built on it.
  private static func mistakes(of lessons: Int...) -> [Version] {
    Version.all(.mistake).filter { mistake in lessons.contains(mistake.exercise.lesson) }
  }

  private func expectNoOtherBlame(_ mistake: Version, in lesson: Int) {
    let verdicts = mistake.student().verdicts(on: Course.neuralNetwork.lessons[lesson - 1])
    for verdict in verdicts where verdict.exercise != mistake.exercise {
      if case .failed = verdict.outcome { Issue.record("\(verdict.line)") }
    }
  }

  @Test("is not blamed for another exercise of lesson 3", arguments: mistakes(of: 1, 3))
  func lesson3(mistake: Version) { expectNoOtherBlame(mistake, in: 3) }

  @Test("is not blamed for another exercise of lesson 4", arguments: mistakes(of: 1, 3, 4))
  func lesson4(mistake: Version) { expectNoOtherBlame(mistake, in: 4) }

  @Test("is not blamed for another exercise of lesson 5", arguments: mistakes(of: 1, 3, 4, 5))
  func lesson5(mistake: Version) { expectNoOtherBlame(mistake, in: 5) }

  @Test("is not blamed for another exercise of lesson 6", arguments: mistakes(of: 6))
  func lesson6(mistake: Version) { expectNoOtherBlame(mistake, in: 6) }

  @Test("is not blamed for another exercise of lesson 7", arguments: mistakes(of: 7))
  func lesson7(mistake: Version) { expectNoOtherBlame(mistake, in: 7) }

  @Test("is not blamed for another exercise of lesson 8", arguments: mistakes(of: 8))
  func lesson8(mistake: Version) { expectNoOtherBlame(mistake, in: 8) }
}
