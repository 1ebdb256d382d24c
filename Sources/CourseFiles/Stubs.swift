import Vocabulary

/// The student's version of a solution: the same file with a TODO in place of each exercise's body.
///
/// A body stands between two marker lines, `// BEGIN SOLUTION 4.2 hiddenDelta` and `// END SOLUTION`.
package enum Stubs {
  /// Returns the text of the lesson file that belongs to a solution file.
  ///
  /// - Parameters:
  ///   - source: the text of the solution file.
  ///   - file: the path that errors name.
  /// - Throws: `MarkerError` if the markers do not come in pairs or do not name their exercise.
  package static func lesson(from source: String, file: String) throws(MarkerError) -> String {
    var result: [String] = []
    var open: Marker?
    var exercises: Set<ExerciseID> = []
    for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let number = index + 1
      let text = line.drop { $0 == " " }
      if text.hasPrefix("// BEGIN SOLUTION") {
        if let open {
          throw MarkerError(file, number, "BEGIN SOLUTION inside the one of line \(open.line), which has no END yet")
        }
        let marker = try Marker(text, indentation: line.prefix { $0 == " " }, file: file, line: number)
        guard exercises.insert(marker.exercise).inserted else {
          throw MarkerError(file, number, "exercise \(marker.exercise) has a second body")
        }
        result += marker.stub
        open = marker
      } else if text.hasPrefix("// END SOLUTION") {
        if open == nil { throw MarkerError(file, number, "END SOLUTION without a BEGIN before it") }
        open = nil
      } else if open == nil {
        result.append(String(line))
      }
    }
    if let open {
      throw MarkerError(file, open.line, "BEGIN SOLUTION \(open.exercise) is never closed by END SOLUTION")
    }
    if exercises.isEmpty { throw MarkerError(file, 1, "there is no BEGIN SOLUTION in the file, so it has no exercise") }
    return result.joined(separator: "\n")
  }
}

extension Stubs {
  /// Whether a line marks where an exercise's body begins or ends.
  package static func isMark(_ line: Substring) -> Bool {
    let text = line.drop { $0 == " " || $0 == "\t" }
    return text.hasPrefix("// BEGIN SOLUTION") || text.hasPrefix("// END SOLUTION")
  }

  /// Returns the exercises that a solution file marks, in its order.
  ///
  /// - Throws: `MarkerError` for a mark that does not name its exercise.
  package static func marks(in source: String, file: String) throws(MarkerError) -> [Marker] {
    var marks: [Marker] = []
    for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let text = line.drop { $0 == " " }
      guard text.hasPrefix("// BEGIN SOLUTION") else { continue }
      marks.append(try Marker(text, indentation: line.prefix { $0 == " " }, file: file, line: index + 1))
    }
    return marks
  }
}

/// The line that opens an exercise's body.
package struct Marker {
  let exercise: ExerciseID
  package let name: String
  let indentation: Substring
  let line: Int

  init(_ text: Substring, indentation: Substring, file: String, line: Int) throws(MarkerError) {
    let words = text.split(separator: " ").dropFirst(3).map(String.init)
    guard words.count == 2, let exercise = ExerciseID(words[0]) else {
      throw MarkerError(file, line, "write the exercise's number and name: // BEGIN SOLUTION 4.2 hiddenDelta")
    }
    self.exercise = exercise
    name = words[1]
    self.indentation = indentation
    self.line = line
  }

  var stub: [String] {
    [
      "\(indentation)// TODO \(exercise): write \(name).",
      "\(indentation)fatalError(\"TODO: \(exercise) \(name)\")",
    ]
  }
}

/// A solution file whose markers are wrong.
package struct MarkerError: Error, CustomStringConvertible, Equatable {
  /// The file as it was named.
  package let file: String
  /// The line of the marker, counted from 1.
  package let line: Int
  /// What is wrong.
  package let problem: String

  package init(_ file: String, _ line: Int, _ problem: String) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  /// The error as editors understand it: `file:line: error: problem`.
  package var description: String { "\(file):\(line): error: \(problem)" }
}

/// The bodies of a solution file's exercises, by the exercise.
package enum Bodies {
  /// Returns the text of a solution file with one exercise's body replaced.
  ///
  /// - Parameters:
  ///   - exercise: the exercise, for example `4.3`.
  ///   - body: the new lines, indented as they shall stand.
  /// - Returns: the text; nil if the file has no such exercise.
  package static func replacing(_ exercise: ExerciseID, in source: String, with body: String) -> String? {
    var lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    guard let range = range(of: exercise, in: lines) else { return nil }
    lines.replaceSubrange(range, with: body.split(separator: "\n", omittingEmptySubsequences: false))
    return lines.joined(separator: "\n")
  }

  /// Returns the lines of one exercise's body; nil if the file has no such exercise.
  package static func body(of exercise: ExerciseID, in source: String) -> String? {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    return range(of: exercise, in: lines).map { lines[$0].joined(separator: "\n") }
  }

  /// The lines between an exercise's two markers.
  private static func range(of exercise: ExerciseID, in lines: [Substring]) -> Range<Int>? {
    guard let begin = lines.firstIndex(where: { $0.contains("// BEGIN SOLUTION \(exercise) ") }),
      let end = lines[begin...].firstIndex(where: { $0.contains("// END SOLUTION") })
    else { return nil }
    return (begin + 1)..<end
  }
}
