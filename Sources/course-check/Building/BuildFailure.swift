import Engine

/// Why a program could not be built.
struct BuildFailure: Error {
  /// Whose affair it is.
  enum Kind {
    /// The lesson, or one that it builds on, is missing or does not compile.
    case lesson
    /// Toolchain, disk or kit: nothing that the student wrote.
    case kit
  }

  let kind: Kind
  /// What is wrong and what to do next, in sentences.
  let sentence: String
  /// The compiler's errors, those of the lesson's own file first.
  var errors: [CompilerMessage] = []
  /// Whether something that was built before may be to blame, which is built anew then.
  var mayComeFromTheCache = false
}
