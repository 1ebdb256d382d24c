import Authoring
import Engine
import Foundation

/// The student's version of an exercise beside the reference solution's.
struct ReferenceComparison {
  let exercise: Exercise
  private let own: [Substring]
  private let reference: [Substring]

  /// Takes the exercise out of both files.
  ///
  /// - Throws: `Refusal` if it cannot be found in one of them.
  init(_ exercise: Exercise, of lesson: Lesson, in root: URL) throws(Refusal) {
    self.exercise = exercise
    own = try Self.lines(of: exercise, "Lessons/\(lesson.file)", in: root)
    reference = try Self.lines(of: exercise, "Solutions/\(lesson.file)", in: root)
  }

  private static func lines(of exercise: Exercise, _ file: String, in root: URL) throws(Refusal) -> [Substring] {
    guard let bytes = try? Data(contentsOf: root.appending(path: file)) else {
      throw Refusal("There is no file \(file) here that could be compared.", .kitFailed)
    }
    let text = LessonText(bytes)
    guard let region = text.region(of: exercise) else {
      throw Refusal(
        "\(exercise.title) cannot be found in \(file): its function has another name, or its braces "
          + "do not pair.")
    }
    // The comment above says what is to be done, and nobody changes that.
    return text.texts[region].drop { $0.isDocumentation }.filter { !Stubs.isMark($0) }
  }

  /// Whether both read the same but for spaces.
  var isSame: Bool { LineComparison.isSame(own, reference) }

  func text(_ style: Style) -> String {
    let name = "\(exercise.title)"
    if isSame { return "\(name) reads like the reference.\n" }
    return style.paint(name, .bold) + "\n" + LineComparison(own, reference).text(style)
  }
}

extension Substring {
  /// Whether the line belongs to the comment above a declaration.
  fileprivate var isDocumentation: Bool { drop { $0 == " " || $0 == "\t" }.hasPrefix("///") }
}
