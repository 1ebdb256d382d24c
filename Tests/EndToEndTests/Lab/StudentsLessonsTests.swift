import Batteries
import Course
import CourseFiles
import Engine
import Foundation
import Testing

extension ClassroomTests {
  /// Training with lessons that are unwritten, broken or talkative; each case builds the Lab anew.
  @Suite("Training with the student's lessons", .serialized, .enabled(if: Battery.isLong))
  struct StudentsLessonsTests {
    private static let xor = ["train", "--data", "xor", "--epochs", "20", "--out", "lab-work"]

    private func train(_ words: String..., in classroom: borrowing Classroom) throws -> Command.Outcome {
      _ = try LabWork(in: classroom)
      return try classroom.lab(Self.xor + words, tree: "lessons")
    }

    private func unwrite(_ number: Int, in classroom: borrowing Classroom) throws {
      let lesson = Course.neuralNetwork.lessons[number - 1]
      try classroom.write(try Stubs.lesson(from: classroom.solution(of: lesson), file: lesson.file), to: lesson)
    }

    @Test("names an unwritten exercise with its file and line")
    func unwritten() throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant("  fatalError(\"TODO: 5.2 gradientDescentStep\")", in: "5.2")
        let result = try train(in: classroom)
        #expect(result.status == 1)
        let said = try #require(
          result.messages.firstMatch(
            of: /`train` needs (5\.[0-9]) \w+, which is not written yet: (Lessons\/\S+\.swift):([0-9]+)\.\n/),
          "\(result.text)")
        let text = try String(contentsOf: classroom.root.appending(path: String(said.2)), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[try #require(Int(said.3)) - 1].contains("fatalError(\"TODO: \(said.1) "))
        #expect(result.messages.hasSuffix("Next: write it, and run: swift run course-check \(said.1)\n"))
      }
    }

    @Test("needs lesson 8 for --momentum and lesson 6 for --l2, and otherwise does not look at them")
    func optionalLessons() throws {
      try Classroom.open(.solved) { classroom in
        try unwrite(8, in: classroom)
        try classroom.write("import CourseKit\n\npublic func weightNorm( {\n", to: Course.neuralNetwork.lessons[5])
        let without = try train(in: classroom)
        #expect(without.status == 0, "\(without.text)")
        let momentum = try train("--momentum", "0.9", in: classroom)
        #expect(momentum.status == 1)
        #expect(
          momentum.messages.hasPrefix(
            "`train` needs lesson 8, of which nothing is written yet: Lessons/Lesson8-Momentum/Momentum.swift.\n"),
          "\(momentum.text)")
        let l2 = try train("--l2", "0.1", in: classroom)
        #expect(l2.status == 3)
        #expect(l2.messages.contains("Lesson 6, which this command needs, does not compile."), "\(l2.text)")
        #expect(l2.messages.contains("Lessons/Lesson6-L2/L2.swift:3"))
        #expect(l2.messages.hasSuffix("When it is fixed, run the same command again.\n"))
        #expect(l2.output == "")
      }
    }

    @Test("names the place of a trap and what to run next")
    func trap() throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant(
          "  let rows = (0..<delta.rows).map { $0 }\n  return (input, Matrix([[Double(rows[delta.rows + 7])]]))",
          in: ChosenMistake.id)
        let result = try train(in: classroom)
        #expect(result.status == 1)
        let said = try #require(
          result.messages.firstMatch(
            of: /(\w+) stopped at a trap: an index out of range, .* The place: (Lessons\/\S+):([0-9]+)\n/),
          "\(result.text)")
        #expect(said.1 == ChosenMistake.function)
        let text = try String(contentsOf: classroom.root.appending(path: String(said.2)), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[try #require(Int(said.3)) - 1].contains("rows[delta.rows + 7]"))
        #expect(result.messages.hasSuffix("\nNext: swift run course-check lesson4\n"))
      }
    }

    @Test("repeats the words with which a lesson stopped the program")
    func fatalError() throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant("  fatalError(\"there are no weights\")", in: "5.2")
        let result = try train(in: classroom)
        #expect(result.status == 1)
        let said = try #require(
          result.messages.firstMatch(
            of:
              /(?:^|\n)(.+) stopped: there are no weights\. The place: Lessons\/Lesson5-MiniBatches\/MiniBatches\.swift:[0-9]+\n/
          ),
          "\(result.text)")
        #expect(["Your code", "gradientDescentStep"].contains(said.1))
        #expect(result.messages.hasSuffix("\nNext: swift run course-check lesson5\n"))
      }
    }

    @Test("does not take exit(0) for success")
    func exit() throws {
      try Classroom.open(.solved) { classroom in
        let lesson = Course.neuralNetwork.lessons[4]
        try classroom.plant("  exit(0)", in: "5.3")
        let text = try String(contentsOf: classroom.file(of: lesson), encoding: .utf8)
        try classroom.write("import Foundation\n" + text, to: lesson)
        let result = try train(in: classroom)
        #expect(result.status == 1)
        #expect(
          result.messages.contains("Your code ended the whole program with exit status 0: return a result instead."),
          "\(result.text)")
        #expect(result.messages.contains("The place: Lessons/Lesson5-MiniBatches/MiniBatches.swift:"))
        #expect(result.messages.hasSuffix("Next: swift run course-check lesson5\n"))
      }
    }

    @Test("keeps what the lessons print out of the results")
    func prints() throws {
      try Classroom.open(.solved) { classroom in
        let silent = try train(in: classroom)
        let body = try #require(Bodies.body(of: "5.2", in: try classroom.solution(of: Course.neuralNetwork.lessons[4])))
        try classroom.plant("  print(\"step,\", learningRate)\n" + body, in: "5.2")
        let talkative = try train(in: classroom)
        #expect(talkative.status == 0, "\(talkative.text)")
        #expect(talkative.output == silent.output)
        #expect(talkative.messages.contains("Your code printed "))
        #expect(talkative.messages.contains("      step, 0.5\n"))
      }
    }
  }
}
