import Foundation
import Vocabulary

/// The student's version of an exercise beside the reference solution's.
package struct ReferenceComparison {
  package let exercise: ExerciseOutline
  private let own: [Substring]
  private let reference: [Substring]

  /// Takes the exercise out of both files.
  ///
  /// - Throws: `Refusal` if it cannot be found in one of them.
  package init(_ exercise: ExerciseOutline, of lesson: LessonOutline, in root: URL) throws(Refusal) {
    self.exercise = exercise
    own = try Self.lines(of: exercise, in: lesson, "Lessons/\(lesson.file)", root)
    reference = try Self.lines(of: exercise, in: lesson, "Solutions/\(lesson.file)", root)
  }

  private static func lines(
    of exercise: ExerciseOutline, in lesson: LessonOutline, _ file: String, _ root: URL
  ) throws(Refusal) -> [Substring] {
    guard let bytes = try? Data(contentsOf: root.appending(path: file)) else {
      throw Refusal("There is no file \(file) here that could be compared.", isFaultOfKit: true)
    }
    let text = LessonText(bytes)
    guard let region = text.region(of: exercise, in: lesson) else {
      throw Refusal(
        "\(exercise.title) cannot be found in \(file): its function has another name, or its braces "
          + "do not pair.")
    }
    // The comment above says what is to be done, and nobody changes that.
    return text.texts[region].drop { $0.isDocumentation }.filter { !Stubs.isMark($0) }
  }

  /// Whether both read the same but for spaces.
  package var isSame: Bool { LineComparison.isSame(own, reference) }

  /// Both line by line.
  package var lines: LineComparison { LineComparison(own, reference) }
}

extension Substring {
  /// Whether the line belongs to the comment above a declaration.
  fileprivate var isDocumentation: Bool { drop { $0 == " " || $0 == "\t" }.hasPrefix("///") }
}

/// Two versions of a text line by line: what only one of them has, among what both have.
package struct LineComparison: Equatable {
  /// A line, and which of the two has it.
  package struct Line: Equatable {
    package enum Side { case first, second, both }
    package let side: Side
    package let text: String
  }

  package let lines: [Line]

  /// Compares; spaces do not count.
  init(_ first: [Substring], _ second: [Substring]) {
    let changes = second.difference(from: first) { Self.essence(of: $0) == Self.essence(of: $1) }
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [Line] = []
    var (i, j) = (0, 0)
    while i < first.count || j < second.count {
      if i < first.count, removed.contains(i) {
        lines.append(Line(side: .first, text: String(first[i])))
        i += 1
      } else if j < second.count, inserted.contains(j) {
        lines.append(Line(side: .second, text: String(second[j])))
        j += 1
      } else {
        lines.append(Line(side: .both, text: String(first[i])))
        (i, j) = (i + 1, j + 1)
      }
    }
    self.lines = lines
  }

  /// Whether two texts differ only in their spaces and in where their lines are broken.
  static func isSame(_ first: [Substring], _ second: [Substring]) -> Bool {
    essence(of: first.joined()) == essence(of: second.joined())
  }

  private static func essence(of text: some StringProtocol) -> String { String(text.filter { !$0.isWhitespace }) }
}
