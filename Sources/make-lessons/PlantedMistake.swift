import Vocabulary

/// A known mistake that stands in `Tests/StudentCode` as a student would write it.
///
/// In a `switch mistake` the line `case "4.3 mean missing":` plants one. A case with a note of the evidence below its label,
/// `// Double, evidence: …` or `// Unknown, evidence: …`, is none of those that the judge has a sentence for.
struct PlantedMistake {
  /// The exercise and the name that the judge knows it by.
  let title: String
  let exercise: ExerciseID
  let file: String
  /// The line of the case, counted from 1.
  let line: Int

  var place: String { "\(file):\(line)" }

  /// The line that plants the mistake of this title.
  static func label(of title: String) -> String { "case \"\(title)\":" }

  /// Returns the known mistakes of a file, in its order.
  static func all(in text: String, file: String) -> [PlantedMistake] {
    var mistakes: [PlantedMistake] = []
    var open: PlantedMistake?
    var indentation: Substring?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let spaces = line.prefix { $0 == " " }
      let words = line.dropFirst(spaces.count)
      if words == "switch mistake {" {
        indentation = spaces
      } else if indentation == spaces, words == "default:" {
        indentation = nil
      } else if indentation == spaces, words.hasPrefix("case \""), words.hasSuffix("\":") {
        if let open { mistakes.append(open) }
        let title = words.dropFirst(6).dropLast(2)
        open = ExerciseID(title.prefix { $0 != " " }).map {
          PlantedMistake(title: String(title), exercise: $0, file: file, line: index + 1)
        }
      } else if indentation != nil, isEvidence(words) {
        open = nil
      }
    }
    return mistakes + (open.map { [$0] } ?? [])
  }

  private static func isEvidence(_ line: Substring) -> Bool {
    line.hasPrefix("// Double, evidence: ") || line.hasPrefix("// Unknown, evidence: ")
  }
}
