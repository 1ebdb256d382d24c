import FixtureCourse
import Foundation
import Notebooks
import Testing

@testable import course_check

@Suite("The notebook's command line", .taught(.fixture))
struct NotebookCommandTests {
  @Test("has this help")
  func help() throws {
    guard case .show(let text) = try Invocation(["notebook", "--help"]).task else {
      Issue.record("no help")
      return
    }
    #expect(
      text == """
        swift run course-check notebook [LESSON] [options]

        Weaves a lesson, or the course, into a notebook that you can show: the page, with
        your code for each exercise, its checks, numbers that it computes and figures that
        your network draws. The files go into Notebooks/ and are yours to commit; what has
        not changed since it was woven is not run again. It is Markdown for GitHub, an ipynb
        for Jupyter and VS Code, or one HTML page, with all lessons on it unless you name one.

          --format FORMAT   markdown (the usual one), ipynb or html
          --check           only look: exit status 1 if a file is missing, stale or edited
          --tree solutions  use the reference solutions instead of Lessons/
          --ascii           plain ASCII output
          --color WHEN      auto (on a terminal), always or never

        examples
          swift run course-check notebook lesson2
          swift run course-check notebook --format html
          swift run course-check notebook --check

        """)
  }

  @Test("understands a lesson's names and --check, in any order")
  func words() throws {
    for words in [["notebook", "2", "--check"], ["notebook", "--check", "averages"]] {
      guard case .run(let command as NotebookCommand) = try Invocation(words).task else {
        Issue.record("another command")
        return
      }
      #expect(command.part == CoursePart(2))
      #expect(command.isCheck)
      #expect(command.format == nil)
    }
  }

  @Test("understands each format, in one word or in two", arguments: NotebookFormat.allCases)
  func formats(format: NotebookFormat) throws {
    for words in [["--format=\(format.rawValue)"], ["--format", format.rawValue, "2"]] {
      guard case .run(let command as NotebookCommand) = try Invocation(["notebook"] + words).task else {
        Issue.record("another command")
        return
      }
      #expect(command.format == format)
    }
  }

  @Test(
    "says what it does not understand",
    arguments: [
      ("2.10", "`notebook` weaves whole lessons, and 2.10 is an exercise: swift run course-check notebook lesson2"),
      ("1 2", "One lesson or exercise at a time: 'lesson1' or '2'?"),
      ("--format pdf", "--format needs markdown, ipynb or html, but got 'pdf'."),
      ("--format htm", "--format needs markdown, ipynb or html, but got 'htm'. Did you mean 'html'?"),
      (
        "--format",
        "--format needs a value after it: markdown, ipynb or html. `swift run course-check notebook --help` shows what there is."
      ),
      (
        "--chek",
        "`notebook` has no option '--chek'. Did you mean '--check'? "
          + "`swift run course-check notebook --help` shows what there is."
      ),
    ])
  func errors(words: String, sentence: String) throws {
    let error = #expect(throws: UsageError.self) {
      _ = try Invocation(["notebook"] + words.split(separator: " ").map(String.init))
    }
    #expect(error?.sentence == sentence)
  }
}
