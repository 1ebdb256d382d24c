import Foundation
import Vocabulary

/// How far the student has gone with the hints of each exercise, kept in a small text file.
package struct HintMemory {
  private let file: URL
  private var steps: [ExerciseID: Int] = [:]

  package init(root: URL) {
    file = root.appending(path: ".course-check/hints.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2, let exercise = ExerciseID(words[0]), let step = Int(words[1]) { steps[exercise] = step }
    }
  }

  package func stepsTaken(for exercise: ExerciseID) -> Int { max(0, steps[exercise] ?? 0) }

  /// Remembers a step; where nothing can be written, the same hint simply comes again.
  package mutating func note(_ step: Int, for exercise: ExerciseID) {
    steps[exercise] = step
    let text = steps.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(text.utf8).write(to: file, options: .atomic)
  }
}
