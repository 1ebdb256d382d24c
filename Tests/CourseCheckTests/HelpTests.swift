import Course
import Engine
import FixtureCourse
import Testing

@testable import Terminal
@testable import course_check

@Suite("The help", .taught(.fixture))
struct HelpTests {
  @Test("of the whole command is this")
  func overall() {
    #expect(
      HelpText.text == """
        course-check says which exercises are right, and what is wrong with the others.

        learn
          swift run course-check                   all lessons at a glance, and the next step
          swift run course-check lesson2           check one lesson; also: 2, averages
          swift run course-check 2.10              check one exercise
          swift run course-check watch             check on every save; keys for hints and the next lesson
          swift run course-check hint 2.10         the next hint for an exercise (three steps)
          swift run course-check read lesson2      a lesson's page in the terminal; also: read 2.10
          swift run course-check diff lesson2      yours beside the reference, once the lesson passes
          swift run course-check reset 2.10        begin an exercise or a lesson again; keeps a backup
          swift run course-check list              every exercise and how it stands; builds nothing
          swift run course-check notebook lesson2  your code, checks, numbers and figures as a page to show
          swift run course-check doctor            what is wrong with this computer or this folder

        try
          swift run course-check train       train your network; see how it learns
          swift run course-check predict     ask a trained network about a table
          swift run course-check experiment  rerun the experiments of the course's documents
          swift run course-check plot        draw what your functions compute
          swift run course-check playground  a page in which your functions train live

        teach
          swift run course-check completions zsh   completes words with the Tab key; also bash, fish
          swift run course-check --tree solutions  check the reference; COURSE_TREE=solutions does the same

        options (each command has more: `swift run course-check hint --help`)
          --tree solutions  use the reference solutions instead of Lessons/
          --ascii           plain ASCII output
          --color WHEN      auto (on a terminal), always or never

        exit status
          0 all pass · 1 some check fails or is not started · 2 wrong usage
          3 the lesson does not compile · 4 the kit itself failed

        """)
  }

  @Test("of the playground is this")
  func playground() {
    #expect(
      PlaygroundCommand.help == """
        swift run course-check playground [options]

        Makes a page for your browser in which the functions that you wrote train live:
        the boundary and the loss while they change, every number of a single step, the
        hidden space, a gradient check and more. Exercises that are not written yet are
        named where they are missing, and a mistake shows what it does. The page is one
        file: it needs no network, and you may send it to anybody.

          --lesson LESSON   open the page at what this lesson teaches
          --out FILE        where to put the page; otherwise playground.html
          --no-open         only write it, even where there is a desktop to open it on
          --tree solutions  use the reference solutions instead of Lessons/
          --ascii           plain ASCII output
          --color WHEN      auto (on a terminal), always or never

        examples
          swift run course-check playground
          swift run course-check playground --lesson 2
          swift run course-check playground --out mine.html --no-open

        """)
  }

  @Test("of the check is this")
  func check() {
    #expect(
      CheckCommand.help == """
        swift run course-check [LESSON | EXERCISE] [options]

        Checks a lesson (lesson2, 2 or averages) or an exercise (2.10 or spread)
        and says what is wrong and why. Without a name it shows all lessons at a glance
        and the next step; what is not changed since it was checked is not checked again.

          --isolate         check this lesson on the reference solutions of the lessons below
          --format NAME     terminal, or editor for lines that an editor can jump to
          --tree solutions  use the reference solutions instead of Lessons/
          --ascii           plain ASCII output
          --color WHEN      auto (on a terminal), always or never

        examples
          swift run course-check
          swift run course-check lesson2
          swift run course-check 2.10
          swift run course-check lesson2 --isolate

        """)
  }

  @Test("of `completions` is this")
  func completions() {
    #expect(
      CompletionsCommand.help == """
        swift run course-check completions SHELL

        Prints a script for bash, zsh or fish that completes the words after
        `swift run course-check` with the Tab key. Its first lines say how to load it.

          --ascii       plain ASCII output
          --color WHEN  auto (on a terminal), always or never

        example
          swift run course-check completions zsh

        """)
  }
}

@Suite("The help of every course")
struct HelpFormTests {
  private static let courses = [Course.fixture, .neuralNetwork]

  @Test(
    "of every command has an example and short lines, and says how the command is called",
    arguments: CommandTable.names,
    courses
  )
  func form(name: String, course: Course) throws {
    let text = try Course.$taught.withValue(course) { try #require(CommandTable.entry(named: name)).type.help }
    #expect(
      text.contains("\nexample\n  swift run course-check") || text.contains("\nexamples\n  swift run course-check"))
    for line in text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
    #expect(text.hasPrefix("swift run course-check \(name == "check" ? "[LESSON" : name)"))
    #expect(!Style.ascii(text).contains("?"))
  }

  @Test("shows no line that is longer than 100 columns", arguments: courses)
  func width(course: Course) {
    let text = Course.$taught.withValue(course) { HelpText.text }
    for line in text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
  }

  @Test("has examples that the command line understands", arguments: courses)
  func examples(course: Course) throws {
    try Course.$taught.withValue(course) {
      let (lesson, exercise) = (Example.lesson, Example.exercise)
      #expect(CoursePart(lesson.name) == lesson && CoursePart(lesson.lesson.topic.lowercased()) == lesson)
      #expect(CoursePart(exercise.name) == exercise && CoursePart(exercise.functionName) == exercise)
      let help = CommandTable.entries.map { $0.type.help }.joined()
      for line in help.split(separator: "\n") where line.hasPrefix("  swift run course-check") {
        _ = try Invocation(line.split(separator: " ").dropFirst(3).map(String.init))
      }
    }
  }
}
