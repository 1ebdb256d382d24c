import Engine
import Foundation

/// Whether each lesson's file is there, is text, can be written, and still declares what the checks call.
enum LessonHealth {
  /// Looks at every lesson.
  static func observations(_ checkout: Checkout) -> [Observation] {
    let found = Course.taught.lessons.flatMap { observations(on: $0, checkout) }
    return found.contains { $0.mark == .fail }
      ? found
      : [.good("\(Course.taught.lessons.count) lessons: all files are there and declare what the checks call")] + found
  }

  private static func observations(on lesson: Lesson, _ checkout: Checkout) -> [Observation] {
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
