import Course
import Engine
import Foundation
import StudentCode
import Testing

extension ClassroomTests {
  /// What an editor gets: lines that it can jump to.
  @Suite(.serialized)
  struct EditorTests {
    @Test("each line names a file, a line and a column that are there, and the problem matcher of VS Code reads it")
    func lines() throws {
      let matcher = try Self.matcher()
      try Classroom.open(.stubs) { classroom in
        let lesson = Course.neuralNetwork.lessons[3]
        let result = try classroom.check("lesson4", "--format", "editor")
        #expect(result.status == 1)
        let problems = result.output.split(separator: "\n").compactMap { Problem($0, matcher) }
        #expect(problems.count == result.output.split(separator: "\n").count)
        #expect(problems.map(\.severity) == ["warning", "warning", "warning", "warning"])
        let text = try String(contentsOf: classroom.file(of: lesson), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (problem, exercise) in zip(problems, lesson.exercises) {
          #expect(problem.file == "Lessons/\(lesson.file)")
          #expect(
            lines[problem.line - 1].dropFirst(problem.column - 1).hasPrefix("fatalError(\"TODO: \(exercise.id) "))
          #expect(problem.message == "\(exercise.id) \(exercise.name) is not started")
        }
      }
    }

    @Test(
      "a failing check is an error at its exercise, what waits for it is a note, and a syntax error is the compiler's")
    func errors() throws {
      let matcher = try Self.matcher()
      try Classroom.open(.solved) { classroom in
        let mistake = try #require(Version.mistake(ChosenMistake.version))
        try classroom.plant(mistake.body, in: mistake.exercise)
        let output = try classroom.check("lesson4", "--format", "editor").output
        let problems = output.split(separator: "\n").compactMap { Problem($0, matcher) }
        let error = try #require(problems.first)
        #expect(error.severity == "error")
        #expect(error.message.hasPrefix("\(ChosenMistake.title), value: "))
        #expect(
          error.message.hasSuffix("The mean over the batch is missing: divide both gradients by the number of rows N."))
        let lesson = Course.neuralNetwork.lessons[3]
        var lines = try String(contentsOf: classroom.file(of: lesson), encoding: .utf8).split(
          separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[error.line - 1].contains("func \(ChosenMistake.function)("))
        #expect(problems.dropFirst().map(\.severity) == ["note"])
        #expect(problems.last?.message.hasPrefix("4.4 backward waits: ") ?? false)

        lines.append("public func unfinished( {")
        try classroom.write(lines.joined(separator: "\n"), to: lesson)
        let result = try classroom.check("4", "--format=editor")
        #expect(result.status == 3)
        let first = try #require(result.output.split(separator: "\n").compactMap { Problem($0, matcher) }.first)
        #expect(first.severity == "error" && first.line == lines.count)
      }
    }

    /// One line as the editor understands it.
    private struct Problem {
      let file, severity, message: String
      let line, column: Int

      init?(_ text: Substring, _ matcher: Regex<AnyRegexOutput>) {
        guard let match = try? matcher.wholeMatch(in: text) else { return nil }
        let parts = (1...5).map { match.output[$0].substring.map(String.init) ?? "" }
        (file, severity, message) = (parts[0], parts[3], parts[4])
        (line, column) = (Int(parts[1]) ?? 0, Int(parts[2]) ?? 0)
      }
    }

    /// The pattern in `.vscode/tasks.json`, which is JSON with comments.
    private static func matcher() throws -> Regex<AnyRegexOutput> {
      let file = Classroom.checkout.appending(path: ".vscode/tasks.json")
      let text = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        .filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") }.joined(separator: "\n")
      let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      let task = try #require((json["tasks"] as? [[String: Any]])?.first)
      let pattern = try #require((task["problemMatcher"] as? [String: Any])?["pattern"] as? [String: Any])
      return try Regex(try #require(pattern["regexp"] as? String))
    }
  }
}
