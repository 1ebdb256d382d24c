import Vocabulary

/// The bodies of a solution file's exercises, by the exercise.
public enum Bodies {
  /// Returns the text of a solution file with one exercise's body replaced.
  ///
  /// - Parameters:
  ///   - exercise: the exercise, for example `4.3`.
  ///   - body: the new lines, indented as they shall stand.
  /// - Returns: the text; nil if the file has no such exercise.
  public static func replacing(_ exercise: ExerciseID, in source: String, with body: String) -> String? {
    var lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    guard let range = range(of: exercise, in: lines) else { return nil }
    lines.replaceSubrange(range, with: body.split(separator: "\n", omittingEmptySubsequences: false))
    return lines.joined(separator: "\n")
  }

  /// Returns the lines of one exercise's body; nil if the file has no such exercise.
  public static func body(of exercise: ExerciseID, in source: String) -> String? {
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
