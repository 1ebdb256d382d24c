import Course
import Engine
import Foundation
import Testing

extension ClassroomTests {
  /// Pages and hints in the terminal.
  @Suite(.serialized)
  struct ReadTests {
    @Test("read shows a page in lines of 80 columns where there is no terminal, one exercise of it, and the syllabus")
    func pages() throws {
      try Classroom.open(.stubs) { classroom in
        let page = try classroom.check("read", "lesson4")
        #expect(page.status == 0)
        #expect(page.output.hasPrefix("Lesson 4 · The backward pass\n════════════════════════════\n"))
        #expect(page.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        let part = try classroom.check("read", "\(ChosenMistake.id)")
        #expect(part.output.hasPrefix("\(ChosenMistake.title)\n  func \(ChosenMistake.function)("))
        #expect(part.output.hasSuffix("Stuck? `swift run course-check hint \(ChosenMistake.id)`\n"))
        #expect(try classroom.check("read").output.hasPrefix("The lessons\n"))
      }
    }

    @Test("a page that was deleted is named, with the command that brings it back")
    func missing() throws {
      try Classroom.open(.stubs) { classroom in
        let page = "Lessons/Lesson4-Backward/README.md"
        try FileManager.default.removeItem(at: classroom.root.appending(path: page))
        for words in [["read", "4"], ["hint", "\(ChosenMistake.id)"]] {
          let result = try Command(classroom.command.path, words, in: classroom.root).run(limit: 20)
          #expect(result.status == 4)
          #expect(result.output == "The page \(page) is missing. Get it back with: git restore \(page)\n")
        }
      }
    }

    @Test("hints come one after the other, the last one stays, and the first can be had again")
    func hints() throws {
      try Classroom.open(.stubs) { classroom in
        let titles = try (1...4).map { _ in try firstLine(of: classroom.check("hint", "\(ChosenMistake.id)").output) }
        #expect(titles == [1, 2, 3, 3].map { "\(ChosenMistake.title) · hint \($0) of 3" })
        let last = try classroom.check("hint", "\(ChosenMistake.id)").output
        #expect(
          last.hasSuffix(
            "That was the last hint. The first again: swift run course-check hint \(ChosenMistake.id) --step 1\n"))
        let first = try classroom.check("hint", "\(ChosenMistake.id)", "--step", "1").output
        #expect(
          first.contains("hint 1 of 3")
            && first.hasSuffix("One step further: swift run course-check hint \(ChosenMistake.id)\n"))
        #expect(try classroom.check("list", "4").output.contains("\(ChosenMistake.title)  not started, 3 hints\n"))
      }
    }

    @Test("a lesson's hint is about the first exercise that is not right, and a right one is called so")
    func lessonHint() throws {
      try Classroom.open(.stubs) { classroom in
        let lesson = Course.neuralNetwork.lessons[5]
        let title = { (text: String) in text.split(separator: "\n").first.map(String.init) ?? "" }
        #expect(try title(classroom.check("hint", "lesson6").output) == "6.1 weightNorm · hint 1 of 3")
        let solution = try classroom.solution(of: lesson)
        try classroom.write(
          solution.replacing("norm * norm\n", with: "norm\n"), to: lesson)
        _ = try classroom.check("6")
        #expect(try title(classroom.check("hint", "lesson6").output) == "6.2 l2Penalty · hint 1 of 3")
        #expect(
          try title(classroom.check("hint", "6.1").output)
            == "6.1 weightNorm · hint 2 of 3, and every check of it passes already")
        try classroom.write(solution, to: lesson)
        _ = try classroom.check("6")
        #expect(
          try classroom.check("hint", "lesson6").output
            == "Every exercise of lesson 6 is right. To read its hints all the same, name one: "
            + "swift run course-check hint 6.1\n")
      }
    }

    private func firstLine(of text: String) -> String { text.split(separator: "\n").first.map(String.init) ?? "" }
  }
}
