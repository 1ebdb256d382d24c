import Building
import CourseFiles
import Engine
import Foundation
import Running
import Terminal
import Vocabulary

/// Whether each lesson's file is there, is text, can be written, and still declares what the checks call.
enum LessonHealth {
  /// Looks at every lesson.
  static func observations(_ checkout: Checkout) -> [Observation] {
    let found = checkout.lessons.flatMap { observations(on: $0, checkout) }
    return found.contains { $0.mark == .fail }
      ? found
      : [.good("\(checkout.lessons.count) lessons: all files are there and declare what the checks call")] + found
  }

  private static func observations(on lesson: LessonOutline, _ checkout: Checkout) -> [Observation] {
    let file = checkout.file(of: lesson)
    let files = LessonFiles(checkout)
    if let sentence = files.sentence(about: lesson) { return [.bad(sentence)] }
    var found: [Observation] = []
    if LessonFiles.isWriteProtected(checkout.root.appending(path: file)) {
      found.append(.bad("\(file) is write-protected", remedy: "chmod u+w \(file)"))
    }
    let reset = "swift run course-check reset lesson\(lesson.number)"
    if let error = UnclosedText(in: checkout.lines(of: file), file: file)?.error {
      found.append(.bad("\(file):\(error.line): \(error.message)"))
    } else {
      found += ChangedDeclarations(in: lesson, checkout).sentences.map {
        .bad("\($0)\nWrite it like that, or begin again (your file is kept):", remedy: reset)
      }
    }
    found += files.strayFiles(of: lesson).map { .note("\($0) \(LessonFiles.strayRemark)") }
    return found
  }
}

/// Whether a check could begin: every lesson builds, and the program that is asked starts.
enum CheckHealth {
  /// Builds and starts what a check of each lesson asks.
  static func observations(_ examinations: Examinations) -> [Observation] {
    let lessons = examinations.course.lessons
    let obstacles = lessons.compactMap { lesson in examinations.obstacle(to: lesson).map { (lesson, $0) } }
    var sentences: [String] = []
    let found = obstacles.compactMap { lesson, failure -> Observation? in
      // What is no fault of a lesson's is the same for all.
      if sentences.contains(failure.sentence) { return nil }
      sentences.append(failure.sentence)
      return .bad(failure.sentence, remedy: "swift run course-check lesson\(lesson.number)")
    }
    return found.isEmpty ? [.good("each of the \(lessons.count) lessons builds, and its checks can begin")] : found
  }
}

/// What was found out about one thing on which the course depends.
struct Observation: Equatable {
  /// How it stands; open if nothing is wrong, but it is worth knowing.
  let mark: Mark
  let text: String
  /// The command that fixes it.
  var remedy: String?

  static func good(_ text: String) -> Observation { Observation(mark: .pass, text: text) }

  static func note(_ text: String, remedy: String? = nil) -> Observation {
    Observation(mark: .open, text: text, remedy: remedy)
  }

  static func bad(_ text: String, remedy: String? = nil) -> Observation {
    Observation(mark: .fail, text: text, remedy: remedy)
  }

  /// The lines that show it.
  func lines(_ style: Style) -> String {
    let text = text.split(separator: "\n").joined(separator: "\n    ")
    return "  \(mark.sign(style)) \(text)\n" + (remedy.map { "      \($0)\n" } ?? "")
  }
}
