import Engine
import Foundation

extension BuildFailure {
  /// The failure that a build's output tells of.
  init(_ output: BuildOutput, of product: BuildProduct, in checkout: Checkout, swift: String, status: ExitStatus) {
    let own = product.lessons.map { checkout.file(of: $0) }
    let errors = output.errors(relativeTo: checkout.root)
    // The compiler looks at a file several times: what stands further up is often what the rest follows from.
    let inLessons = errors.filter { $0.file.hasPrefix("Lessons/") || $0.file.hasPrefix("Solutions/") }
      .sorted { $0.line < $1.line }
    if !inLessons.isEmpty {
      let ordered = inLessons.filter { own.contains($0.file) } + inLessons.filter { !own.contains($0.file) }
      let culprit = product.linkedLessons.first { checkout.file(of: $0) == ordered[0].file } ?? product.lessons[0]
      let sentence = Self.sentence(about: culprit, in: product)
      let source = checkout.file(of: culprit)
      if let unclosed = UnclosedText(in: checkout.lines(of: source), file: source) {
        self.init(kind: .lesson, sentence: sentence, errors: unclosed.clarified(ordered))
        return
      }
      let declarations = ChangedDeclarations(in: culprit, checkout).sentences
      self.init(kind: .lesson, sentence: ([sentence] + declarations).joined(separator: "\n"), errors: ordered)
    } else if let inCaller = errors.first(where: { $0.file.hasPrefix(product.callers + "/") }) {
      // It calls each function of the lessons as the contract declares it.
      let declarations = product.lessons.flatMap { ChangedDeclarations(in: $0, checkout).sentences }
      let sentences = declarations.isEmpty ? [Self.sentence(about: inCaller, in: product, checkout)] : declarations
      self.init(kind: .lesson, sentence: sentences.joined(separator: "\n"))
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
        sentence: "The build of \(product.title) was ended by signal \(signal). If this computer is short of "
          + "memory, close other programs; then run the same command again.")
    } else {
      self.init(
        kind: .kit,
        sentence: "Building \(product.title) failed, but not in the lesson. `swift package clean` may help. "
          + "The build said:\n\(output.tail)")
    }
  }

  /// What is said of an error in the callers that no exercise explains: something that the lesson gives has changed.
  private static func sentence(about error: CompilerError, in product: BuildProduct, _ checkout: Checkout) -> String {
    let names = error.message.matches(of: /'(\w+)'/).map(\.1)
    let places = product.lessons.compactMap { lesson in
      names.lazy.compactMap { LessonSource(lesson, in: checkout).line(with: "struct \($0)") }.first
    }
    let place = places.first?.description ?? product.lessons.map { checkout.file(of: $0) }.joined(separator: ", ")
    return "\(place): the lesson no longer provides what is called: \(error.message).\n"
      + "What a lesson gives beside its exercises must stay as it is; git diff shows what you changed."
  }

  private static func sentence(about culprit: Lesson, in product: BuildProduct) -> String {
    if product.lessons.count > 1 { return "Lesson \(culprit.number), which this command needs, does not compile." }
    let lesson = product.lessons[0]
    return culprit.number == lesson.number
      ? "Lesson \(lesson.number) does not compile."
      : "Lesson \(lesson.number) builds on lesson \(culprit.number), which does not compile. "
        + "Mend that first, or check this lesson alone with --isolate."
  }
}
