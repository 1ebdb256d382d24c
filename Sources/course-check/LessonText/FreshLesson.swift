import Authoring
import Engine
import Foundation

/// A lesson's file as it was before anything was written into it.
struct FreshLesson {
  let text: String

  /// Makes it from the lesson's solution; without one it comes from git.
  ///
  /// - Throws: `Refusal` if neither has it.
  init(of lesson: Lesson, in root: URL) throws(Refusal) {
    let solution = "Solutions/\(lesson.file)"
    if let source = try? String(contentsOf: root.appending(path: solution), encoding: .utf8) {
      do {
        text = try Stubs.lesson(from: source, file: solution)
      } catch {
        throw Refusal("The stubs cannot be made from the solution. \(error)", .kitFailed)
      }
    } else if let text = Self.committed(lesson, in: root) {
      self.text = text
    } else {
      throw Refusal(
        "There is no fresh version of Lessons/\(lesson.file): the folder Solutions/ has none, and git knows none. "
          + "Take the file from a new copy of the course.", .kitFailed)
    }
  }

  /// The stubs that git knows: those of the last commit, or of the first one that had the file.
  private static func committed(_ lesson: Lesson, in root: URL) -> String? {
    guard let git = Program.path(of: "git") else { return nil }
    let file = "./Lessons/\(lesson.file)"
    let history = Program.output(of: git, "-C", root.path, "rev-list", "HEAD", "--", file) ?? ""
    let commits = ["HEAD"] + history.split(separator: "\n").suffix(1).map(String.init)
    return commits.lazy.compactMap { Program.output(of: git, "-C", root.path, "show", "\($0):\(file)") }
      .first { text in lesson.exercises.allSatisfy { text.contains("fatalError(\"TODO: \($0.id) ") } }
  }
}

/// Why a command does not do what it was asked for.
struct Refusal: Error {
  /// What is wrong and what to do next.
  let sentence: String
  let exitCode: ExitCode

  init(_ sentence: String, _ exitCode: ExitCode = .someFail) {
    self.sentence = sentence
    self.exitCode = exitCode
  }
}
