import Engine

/// Why a host could not be built.
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
  var errors: [CompilerError] = []
}

/// One error of the compiler.
struct CompilerError: Equatable {
  /// The file, relative to the checkout.
  let file: String
  let line: Int
  let column: Int
  let message: String
}
