import FixtureCourse
import Testing

@testable import course_check

@Suite("The words of reset", .taught(.fixture))
struct ResetCommandTests {
  private func command(_ words: String...) throws -> ResetCommand {
    guard case .run(let command) = try Invocation(["reset"] + words).task else { throw UsageError("no command") }
    return try #require(command as? ResetCommand)
  }

  @Test("have this help")
  func help() {
    #expect(
      ResetCommand.help == """
        swift run course-check reset LESSON | EXERCISE [options]

        Makes a lesson's file, or one exercise in it, a stub again. The file as it was goes
        into a dated folder below .course-check/backups; nothing is lost. With one exercise
        all else in the file stays as it is, functions that you added included.

          --ascii       plain ASCII output
          --color WHEN  auto (on a terminal), always or never

        examples
          swift run course-check reset 2.10
          swift run course-check reset lesson2

        """)
  }

  @Test("name a lesson, an exercise, or both")
  func parts() throws {
    #expect(try command("lesson2").part == CoursePart(2))
    for words in [["2.10"], ["lesson2", "2.10"], ["2", "spread"]] {
      guard case .run(let command) = try Invocation(["reset"] + words).task else { return }
      #expect((command as? ResetCommand)?.part == CoursePart(2, exercise: "2.10"))
    }
  }

  @Test(
    "that cannot be understood get a sentence",
    arguments: [
      ([], "`reset` needs a lesson or an exercise, for example: swift run course-check reset 2.10"),
      (["1", "2.10"], "2.10 is an exercise of lesson 2, not of lesson1."),
      (["1", "2"], "One lesson or exercise at a time: 'lesson1' or '2'?"),
      (["2.10", "2.11"], "One lesson or exercise at a time: '2.10' or '2.11'?"),
      (
        ["lesson22"],
        "There is no lesson or exercise 'lesson22'. Did you mean 'lesson2'? The lessons are lesson1, lesson2; "
          + "an exercise is named like 2.10."
      ),
      (
        ["2", "--tree", "solutions"],
        "`reset` is about your own work in Lessons/, so it does not go with the tree 'solutions'."
      ),
      (
        ["2", "--all"],
        "`reset` has no option '--all'. "
          + "`swift run course-check reset --help` shows what there is."
      ),
    ])
  func errors(words: [String], sentence: String) throws {
    let error = try #require(throws: UsageError.self) { try Invocation(["reset"] + words) }
    #expect(error.sentence == sentence)
  }
}
