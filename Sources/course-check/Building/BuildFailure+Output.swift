import Foundation
import Judge

extension BuildFailure {
  /// The failure that a build's output tells of.
  init(_ output: BuildOutput, of lesson: Lesson, in checkout: Checkout, swift: String, status: ExitStatus) {
    let own = checkout.file(of: lesson)
    let errors = output.errors(relativeTo: checkout.root)
    let inLessons = errors.filter { $0.file.hasPrefix("Lessons/") || $0.file.hasPrefix("Solutions/") }
    let host = "Sources/Hosts/\(lesson.host)/main.swift"
    if !inLessons.isEmpty {
      let ordered = inLessons.filter { $0.file == own } + inLessons.filter { $0.file != own }
      let culprit = Course.lessons.first { checkout.file(of: $0) == ordered[0].file } ?? lesson
      let sentence =
        culprit.number == lesson.number
        ? "Lesson \(lesson.number) does not compile."
        : "Lesson \(lesson.number) builds on lesson \(culprit.number), which does not compile. "
          + "Mend that first, or check this lesson alone with --isolate."
      self.init(kind: .lesson, sentence: sentence, errors: ordered)
    } else if let signatures = Self.changedSignatures(errors.filter { $0.file == host }, of: lesson, in: checkout) {
      self.init(kind: .lesson, sentence: signatures)
    } else if output.saysDiskIsFull {
      self.init(
        kind: .kit,
        sentence: "The disk is full, so nothing could be built. Free some space (the folder .build can be deleted) "
          + "and run the same command again.")
    } else if status.exit == 127 || status.exit == 126 {
      self.init(
        kind: .kit,
        sentence: "The Swift toolchain could not be started (\(swift)). Install it again and run the same command.")
    } else {
      self.init(
        kind: .kit,
        sentence: "Building lesson \(lesson.number) failed, but not in the lesson. `swift package clean` may help. "
          + "The build said:\n\(output.tail)")
    }
  }

  /// Errors in a host mean that the lesson no longer provides what the contract expects.
  private static func changedSignatures(
    _ errors: [CompilerError], of lesson: Lesson, in checkout: Checkout
  ) -> String? {
    guard !errors.isEmpty,
      let text = try? String(
        contentsOf: checkout.root.appending(path: "Sources/Hosts/\(lesson.host)/main.swift"), encoding: .utf8)
    else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var sentences: [String] = []
    for error in errors {
      // The call that answers for an exercise may go over several lines; it begins with `host.answer(`.
      let start = lines.prefix(error.line).last { $0.hasPrefix("host.answer(") } ?? ""
      guard let match = start.firstMatch(of: /Lesson[0-9]+\.([A-Za-z]+)/),
        let exercise = lesson.exercises.first(where: { $0.name == String(match.1) })
      else { continue }
      let place = checkout.declaration(of: exercise.name, in: lesson)
      let sentence =
        "\(place?.description ?? checkout.file(of: lesson)): exercise \(exercise.number) must be declared as\n"
        + "    public func \(exercise.signature)\n"
        + (place == nil ? "  but there is no function of that name." : "  The compiler says: \(error.message)")
      if !sentences.contains(sentence) { sentences.append(sentence) }
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: "\n")
  }
}
