import CourseFiles
import Foundation
import Vocabulary

/// Why a program could not be built.
package struct BuildFailure: Error {
  /// Whose affair it is.
  package enum Kind {
    /// The lesson, or one that it builds on, is missing or does not compile.
    case lesson
    /// Toolchain, disk or kit: nothing that the student wrote.
    case kit
  }

  package let kind: Kind
  /// What is wrong and what to do next, in sentences.
  package let sentence: String
  /// The compiler's errors, those of the lesson's own file first.
  package var errors: [CompilerMessage] = []
  /// Whether something that was built before may be to blame, which is built anew then.
  var mayComeFromTheCache = false

  package init(kind: Kind, sentence: String, errors: [CompilerMessage] = [], mayComeFromTheCache: Bool = false) {
    self.kind = kind
    self.sentence = sentence
    self.errors = errors
    self.mayComeFromTheCache = mayComeFromTheCache
  }
}

extension BuildFailure {
  /// The failure that a compiler or a linker tells of.
  init(_ outcome: ToolRun.Outcome, of product: BuildProduct, in checkout: Checkout) {
    let own = product.lessons.map { checkout.file(of: $0) }
    let errors = outcome.messages(relativeTo: checkout.root).filter { $0.severity == .error }
    // The compiler looks at a file several times: what stands further up is often what the rest follows from.
    let inLessons = errors.filter { $0.file.hasPrefix("Lessons/") || $0.file.hasPrefix("Solutions/") }
      .sorted { $0.line < $1.line }
    // A damaged module is complained of where it is imported.
    let isDamaged = errors.contains { $0.message.contains("compiled module") }
    if !inLessons.isEmpty, !isDamaged {
      let ordered = inLessons.filter { own.contains($0.file) } + inLessons.filter { !own.contains($0.file) }
      let culprit =
        product.linkedLessons(in: checkout).first { checkout.file(of: $0) == ordered[0].file } ?? product.lessons[0]
      let sentence = Self.sentence(about: culprit, in: product)
      let source = checkout.file(of: culprit)
      if let unclosed = UnclosedText(in: checkout.lines(of: source), file: source) {
        self.init(kind: .lesson, sentence: sentence, errors: unclosed.clarified(ordered))
        return
      }
      if product.setting == .web {
        self.init(kind: .lesson, sentence: Self.webSentence(about: culprit), errors: ordered)
        return
      }
      let declarations = ChangedDeclarations(in: culprit, checkout).sentences
      self.init(kind: .lesson, sentence: ([sentence] + declarations).joined(separator: "\n"), errors: ordered)
    } else if !own.isEmpty, let inCaller = errors.first(where: { $0.file.hasPrefix(product.callers + "/") }) {
      // It calls each function of the lessons as the contract declares it.
      let declarations = product.lessons.flatMap { ChangedDeclarations(in: $0, checkout).sentences }
      let sentences = declarations.isEmpty ? [Self.sentence(about: inCaller, in: product, checkout)] : declarations
      self.init(kind: .lesson, sentence: sentences.joined(separator: "\n"))
    } else {
      self.init(outcome, building: product.title)
    }
  }

  /// The failure of a program that is nothing that the student wrote.
  ///
  /// - Parameters:
  ///   - outcome: how it ended.
  ///   - title: what it was building, as a sentence names it.
  package init(_ outcome: ToolRun.Outcome, building title: String) {
    if outcome.saysDiskIsFull {
      self.init(
        kind: .kit, sentence: Self.diskIsFull)
    } else if outcome.status.exit == 127 || outcome.status.exit == 126 {
      self.init(
        kind: .kit,
        sentence: "The Swift toolchain could not be started (\(outcome.program)). Install it again and run the same "
          + "command.")
    } else if outcome.status.signal == SIGKILL {
      self.init(
        kind: .kit,
        sentence: "The build of \(title) was ended by signal \(SIGKILL). If this computer is short of "
          + "memory, close other programs; then run the same command again.")
    } else if let signal = outcome.status.signal {
      self.init(
        kind: .kit,
        sentence:
          "The compiler itself stopped (signal \(signal)) while it was building \(title): mostly it stumbles over "
          + "what was edited last. Undo that, or write it in another way.", mayComeFromTheCache: true)
    } else {
      self.init(
        kind: .kit,
        sentence: "Building \(title) failed, but not in the lesson. `swift package clean` may help. "
          + "\(URL(filePath: outcome.program).lastPathComponent) said:\n\(outcome.tail)",
        mayComeFromTheCache: true)
    }
  }

  /// The failure of what could not be written.
  init(writing file: URL, _ error: any Error) {
    let reason = error.systemReason
    self.init(
      kind: .kit,
      sentence: reason.contains("No space left")
        ? Self.diskIsFull
        : "Nothing can be built, as \(file.path) cannot be written: \(reason).")
  }

  private static let diskIsFull =
    "The disk is full, so nothing could be built. Free some space (the folder .build can be deleted) "
    + "and run the same command again."

  /// What is said of an error in the callers that no exercise explains: something that the lesson gives has changed.
  private static func sentence(about error: CompilerMessage, in product: BuildProduct, _ checkout: Checkout) -> String {
    let names = error.message.matches(of: /'(\w+)'/).map(\.1)
    let places = product.lessons.compactMap { lesson in
      names.lazy.compactMap { LessonSource(lesson, in: checkout).line(with: "struct \($0)") }.first
    }
    let place = places.first?.description ?? product.lessons.map { checkout.file(of: $0) }.joined(separator: ", ")
    return "\(place): the lesson no longer provides what is called: \(error.message).\n"
      + "What a lesson gives beside its exercises must stay as it is; git diff shows what you changed."
  }

  private static func webSentence(about culprit: LessonOutline) -> String {
    "Lesson \(culprit.number) does not compile for a browser. See whether it does for this computer: "
      + "swift run course-check lesson\(culprit.number). If so: in a browser Swift is smaller, it has no `any`, and `print` "
      + "takes one text, as in print(\"z is \\(z[0, 0])\")."
  }

  private static func sentence(about culprit: LessonOutline, in product: BuildProduct) -> String {
    if product.lessons.count > 1 { return "Lesson \(culprit.number), which this command needs, does not compile." }
    let lesson = product.lessons[0]
    return culprit.number == lesson.number
      ? "Lesson \(lesson.number) does not compile."
      : "Lesson \(lesson.number) builds on lesson \(culprit.number), which does not compile. "
        + "Fix that first, or check this lesson alone with --isolate."
  }
}
