import Foundation
import Judge

extension BuildFailure {
  /// The failure that a build's output tells of.
  init(_ output: BuildOutput, of lesson: Lesson, in checkout: Checkout, swift: String, status: ExitStatus) {
    let own = checkout.file(of: lesson)
    let errors = output.errors(relativeTo: checkout.root)
    let inLessons = errors.filter { $0.file.hasPrefix("Lessons/") || $0.file.hasPrefix("Solutions/") }
    if !inLessons.isEmpty {
      let ordered = inLessons.filter { $0.file == own } + inLessons.filter { $0.file != own }
      let culprit = Course.lessons.first { checkout.file(of: $0) == ordered[0].file } ?? lesson
      let sentence =
        culprit.number == lesson.number
        ? "Lesson \(lesson.number) does not compile."
        : "Lesson \(lesson.number) builds on lesson \(culprit.number), which does not compile. "
          + "Mend that first, or check this lesson alone with --isolate."
      let declarations = ChangedDeclarations(in: culprit, checkout).sentences
      self.init(kind: .lesson, sentence: ([sentence] + declarations).joined(separator: "\n"), errors: ordered)
    } else if let inHost = errors.first(where: { $0.file == "Sources/Hosts/\(lesson.host)/main.swift" }) {
      // The host calls each function of the lesson as the contract declares it.
      let declarations = ChangedDeclarations(in: lesson, checkout).sentences
      let unexplained = "Lesson \(lesson.number) no longer provides what the checks call: \(inHost.message)."
      self.init(
        kind: .lesson, sentence: declarations.isEmpty ? unexplained : declarations.joined(separator: "\n"))
    } else if output.saysDiskIsFull {
      self.init(
        kind: .kit,
        sentence: "The disk is full, so nothing could be built. Free some space (the folder .build can be deleted) "
          + "and run the same command again.")
    } else if status.exit == 127 || status.exit == 126 {
      self.init(
        kind: .kit,
        sentence: "The Swift toolchain could not be started (\(swift)). Install it again and run the same command.")
    } else if let signal = status.signal {
      self.init(
        kind: .kit,
        sentence: "The build of lesson \(lesson.number) was ended by signal \(signal). If this computer is short of "
          + "memory, close other programs; then run the same command again.")
    } else {
      self.init(
        kind: .kit,
        sentence: "Building lesson \(lesson.number) failed, but not in the lesson. `swift package clean` may help. "
          + "The build said:\n\(output.tail)")
    }
  }
}
