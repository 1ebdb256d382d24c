import Batteries
import Foundation
import Vocabulary

/// Wrong bodies that people wrote, in a text file: to see what is said of them.
///
/// Before each stands a line `=== 4.2 | single | what is wrong in it`, or `pair` with two mistakes and `;` between them.
struct WrittenBodies {
  let bodies: [ExerciseID: [EditedBody]]

  /// The file that `COURSE_BODIES` names; nil if there is none.
  static let chosen: WrittenBodies? = ProcessInfo.processInfo.environment["COURSE_BODIES"].flatMap { path in
    (try? String(contentsOfFile: path, encoding: .utf8)).map { WrittenBodies($0) }
  }

  init(_ text: String) {
    var bodies: [ExerciseID: [EditedBody]] = [:]
    for section in ("\n" + text).components(separatedBy: "\n=== ").dropFirst() {
      let title = section.prefix { $0 != "\n" }
      let words = title.split(separator: "|", maxSplits: 2).map { $0.trimmingCharacters(in: .whitespaces) }
      guard words.count == 3, let id = ExerciseID(words[0]) else { continue }
      let mistakes = words[1] == "pair" ? words[2].components(separatedBy: ";") : [words[2]]
      bodies[id, default: []].append(EditedBody(text: String(section.dropFirst(title.count + 1)), steps: mistakes))
    }
    self.bodies = bodies
  }
}
