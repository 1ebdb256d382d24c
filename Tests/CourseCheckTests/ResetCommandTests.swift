import Testing

@testable import course_check

@Suite("The words of reset")
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
          swift run course-check reset 4.3
          swift run course-check reset lesson4

        """)
  }

  @Test("name a lesson, an exercise, or both")
  func parts() throws {
    #expect(try command("lesson4").part == CoursePart(4))
    for words in [["4.3"], ["lesson4", "4.3"], ["4", "layerGradients"]] {
      guard case .run(let command) = try Invocation(["reset"] + words).task else { return }
      #expect((command as? ResetCommand)?.part == CoursePart(4, exercise: "4.3"))
    }
  }

  @Test(
    "that cannot be understood get a sentence",
    arguments: [
      ([], "`reset` wants a lesson or an exercise, for example: swift run course-check reset 4.3"),
      (["3", "4.3"], "4.3 is an exercise of lesson 4, not of lesson3."),
      (["3", "4"], "One lesson or exercise at a time: 'lesson3' or '4'?"),
      (["4.3", "4.4"], "One lesson or exercise at a time: '4.3' or '4.4'?"),
      (
        ["lesson44"],
        "There is no lesson or exercise 'lesson44'. Did you mean 'lesson4'? The lessons are lesson1, lesson2, lesson3, "
          + "lesson4, lesson5, lesson6, lesson7, lesson8; an exercise is named like 4.3."
      ),
      (
        ["4", "--tree", "solutions"],
        "`reset` is about your own work in Lessons/, so it does not go with the tree 'solutions'."
      ),
      (
        ["4", "--all"],
        "There is no option '--all' of `reset`. "
          + "`swift run course-check reset --help` shows what there is."
      ),
    ])
  func errors(words: [String], sentence: String) throws {
    let error = try #require(throws: UsageError.self) { try Invocation(["reset"] + words) }
    #expect(error.sentence == sentence)
  }
}
