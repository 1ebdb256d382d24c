import Engine
import FixtureCourse
import Testing

@testable import CourseFiles
@testable import course_check

@Suite("The words of read", .taught(.fixture))
struct ReadCommandTests {
  @Test("have this help")
  func help() {
    #expect(
      ReadCommand.help == """
        swift run course-check read [LESSON | EXERCISE | card | glossary] [options]

        Shows a lesson's page in the terminal, or the part of it about one exercise.
        Without a name it shows the page that leads through the course; `read card` shows
        what Matrix and the other given types can do. A page that is
        longer than the screen goes through PAGER, or else `less`: q leaves it.

          --ascii       plain ASCII output
          --color WHEN  auto (on a terminal), always or never

        examples
          swift run course-check read lesson2
          swift run course-check read 2.10
          swift run course-check read card

        """)
  }

  @Test("that cannot be understood get a sentence")
  func errors() throws {
    let unknown = try #require(throws: UsageError.self) { try Invocation(["read", "avergaes"]) }
    #expect(unknown.sentence.hasPrefix("There is no lesson or exercise 'avergaes'. Did you mean 'averages'?"))
    let several = try #require(throws: UsageError.self) { try Invocation(["read", "1", "2"]) }
    #expect(several.sentence == "One lesson or exercise at a time: 'lesson1' or '2'?")
    for words in [["read", "matrix", "1"], ["read", "1", "card"], ["read", "glossary", "history"]] {
      let both = try #require(throws: UsageError.self) { try Invocation(words) }
      #expect(both.sentence.hasPrefix("One page at a time: '"), "\(both.sentence)")
    }
  }

  @Test("name the card by what stands on it, and the glossary", arguments: ["card", "Matrix", "history", "glossary"])
  func sections(word: String) throws {
    var command = ReadCommand()
    try ReadCommand.syntax.word?(word, &command)
    #expect(command.part == nil && command.section?.words.contains(word.lowercased()) == true)
  }

  @Test("a page that is missing, or has lost what is asked for, gets a sentence")
  func missing() throws {
    let checkout = try SmallCheckout()
    let error = try #require(throws: MissingPage.self) {
      try Page(of: Course.fixture.lessons[1].outline, in: checkout.root)
    }
    #expect(
      error.sentence
        == "The page Lessons/Lesson2-Averages/README.md is missing. Get it back with: "
        + "git restore Lessons/Lesson2-Averages/README.md")
    #expect(
      MissingPage(file: "a.md", exercise: "2.10").sentence
        == "The page a.md has nothing about 2.10 any more. Get it back with: git restore a.md")
  }
}
