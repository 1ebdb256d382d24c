import Course
import CourseFiles
import Engine
import Testing

@testable import make_lessons

/// A claim of a page's suite.
typealias Claim = PageClaim

/// What every page has, whatever it teaches.
@Suite("Every page of the course") struct EveryPageTests {
  @Test(
    "has a title, a goal and the sections of the course, on 80 to 230 lines",
    arguments: try Repository.lessonFolders())
  func structure(folder: String) throws {
    let problems = try Page(folder: folder).structureProblems
    #expect(problems == [])
  }

  @Test(
    "has each exercise of its lesson with its signature and three hints",
    arguments: try Repository.lessonFolders())
  func exercises(folder: String) throws {
    let problems = try Page(folder: folder).exerciseProblems()
    #expect(problems == [])
  }

  @Test(
    "has no decimal number but those in claims of its exercises or of its suite",
    arguments: try Repository.lessonFolders())
  func numbers(folder: String) throws {
    let suite = try LessonFolder.number(of: folder).flatMap { try Self.suites[$0]?() }
    let claims = claimsOfExercises(in: folder) + (suite ?? [])
    // The exercises of the solutions, some of which the course may not know yet.
    let exercises = try Repository.lessonFolders().flatMap { try MarkedExercise.all(in: $0) }.map(\.id)
    let unclaimed = try Page(folder: folder).unclaimedNumbers(claims, exercises: Set(exercises))
    let problems = unclaimed.map(\.problem)
    #expect(problems == [])
  }

  @Test("has the numbers that the code computes for its exercises", arguments: try Repository.lessonFolders())
  func claims(folder: String) throws {
    let problems = try Page(folder: folder).problems(in: claimsOfExercises(in: folder))
    #expect(problems == [])
  }

  private func claimsOfExercises(in folder: String) -> [Claim] {
    let lesson = Course.neuralNetwork.lessons.first { $0.folder == folder }
    return lesson?.exercises.flatMap(\.claims) ?? []
  }

  /// The claims that rest on what only tests compute, by the lesson.
  ///
  /// A lesson without a suite has all its claims in its exercises.
  private static let suites: [Int: @Sendable () throws -> [Claim]] = [
    1: { Lesson1PageTests.claims }, 2: { Lesson2PageTests.claims }, 3: Lesson3PageTests.claims,
    4: Lesson4PageTests.claims, 5: Lesson5PageTests.claims, 6: Lesson6PageTests.claims,
    7: Lesson7PageTests.claims, 8: { Lesson8PageTests.claims }, 10: { Lesson10PageTests.claims },
    11: { Lesson11PageTests.claims }, 12: { Lesson12PageTests.claims },
  ]
}

@Suite("Lessons and exercises of two digits") struct TwoDigitTests {
  @Test("are found in a solution by their whole numbers")
  func marked() {
    let source = """
      public func f(_ x: Int) -> Int {
        // BEGIN SOLUTION 4.10 f
        // END SOLUTION
      }
      public func g() {
        // BEGIN SOLUTION 10.2 g
        // END SOLUTION
      }
      """
    let exercises = MarkedExercise.all(inSource: source)
    #expect(exercises.map(\.heading) == ["4.10 f", "10.2 g"])
    #expect(exercises.map(\.signature) == ["func f(_ x: Int) -> Int", "func g()"])
  }

  @Test("come in the order of their numbers")
  func order() {
    let names = ["Lesson10-A", "README.md", "Lesson9-B", "Lesson2-C", "Lessons"]
    #expect(LessonFolder.ordered(names) == ["Lesson2-C", "Lesson9-B", "Lesson10-A"])
  }

  @Test("are no numbers that need a claim, unless there is no such exercise")
  func exempt() {
    let page = Page(file: "README.md", text: "See 4.10 and\n10.2, not 4.1 or 10.20.")
    let unclaimed = page.unclaimedNumbers([], exercises: ["4.10", "10.2"])
    #expect(unclaimed.map(\.text) == ["4.1", "10.20"])
    #expect(unclaimed.map(\.line) == [2, 2])
  }
}
