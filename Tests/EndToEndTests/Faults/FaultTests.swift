import Engine
import Foundation
import Testing

extension ClassroomTests {
  /// Whatever goes wrong in a lesson, the command ends soon and says what, where and what to do next.
  @Suite("A fault", .serialized)
  struct FaultTests {
    @Test(
      "is named with its place, costs no other exercise its verdict and leaves nothing behind",
      arguments: PlantedFault.all)
    func report(planted: PlantedFault) throws {
      let (fault, lesson, exercise) = (planted.fault, planted.lesson, planted.exercise)
      try Classroom.open(.solved) { classroom in
        try planted.plant(in: classroom)
        let result = try classroom.check("lesson\(lesson.number)", environment: planted.environment)
        #expect(result.status == fault.status, "\(result.text)")
        #expect(result.seconds < 30)
        for sentence in fault.says {
          let expected = filled(sentence, exercise, lesson)
          #expect(result.output.contains(expected), "'\(expected)' in \(result.output)")
        }
        let places = try fault.lines.map { try place(of: filled($0, exercise, lesson), in: classroom, lesson) }
        #expect(
          places.isEmpty || places.contains { result.output.contains($0) }, "one of \(places) in \(result.output)")
        for other in lesson.exercises {
          #expect(hasVerdict(other, in: result.output), "a verdict on \(other.id) in \(result.output)")
        }
        #expect(ProcessTable.lines(of: classroom) == [])
        #expect(repeatedLines(of: result.output) == [])
      }
    }

    private func filled(_ text: String, _ exercise: Exercise, _ lesson: Lesson) -> String {
      text.replacing("NAME", with: exercise.name).replacing("FILE", with: "Lessons/\(lesson.file)")
        .replacing("FOLDER", with: lesson.folder).replacing("NUMBER", with: "\(lesson.number)")
        .replacing("EXERCISE", with: exercise.id.description).replacing("SIGNATURE", with: exercise.signature)
    }

    /// The place of the one source line with that text as a report names it, followed by what follows a place.
    private func place(of text: String, in classroom: borrowing Classroom, _ lesson: Lesson) throws -> String {
      let source = try String(contentsOf: classroom.file(of: lesson), encoding: .utf8)
      let lines = source.split(omittingEmptySubsequences: false) { ["\n", "\r\n"].contains($0) }
      let numbers = lines.indices.filter { lines[$0].contains(text) }
      #expect(numbers.count == 1, "'\(text)' stands in one line of the lesson")
      return "Lessons/\(lesson.file):\((numbers.first ?? -1) + 1):"
    }

    private func hasVerdict(_ exercise: Exercise, in output: String) -> Bool {
      output.split(separator: "\n").contains { line in
        ["✓", "✗", "·"].contains { line.hasPrefix("  \($0) \(exercise.id) \(exercise.name)") }
      }
    }

    /// Lines that stand twice in what is said about one exercise.
    private func repeatedLines(of output: String) -> [String] {
      var known: Set<String> = []
      var repeated: [String] = []
      var exercise: Substring = ""
      for line in output.split(separator: "\n") {
        // What a student prints stands under 6 spaces; under more than 8 stand the rows of a table, which may be alike.
        let indentation = line.prefix { $0 == " " }.count
        let isReport = indentation < 6 || indentation == 8
        if let number = line.firstMatch(of: /^  . ([0-9]+\.[0-9]+)\s/)?.1 { exercise = number }
        if isReport, !known.insert("\(exercise) \(line)").inserted { repeated.append(String(line)) }
      }
      return repeated
    }
  }
}
