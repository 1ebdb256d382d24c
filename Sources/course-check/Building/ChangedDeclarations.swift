import Engine

/// The exercises of a lesson whose functions are no longer declared as the checks call them.
struct ChangedDeclarations {
  /// What is wrong with each of them, and how it must be declared.
  let sentences: [String]

  init(in lesson: Lesson, _ checkout: Checkout) {
    let source = LessonSource(lesson, in: checkout)
    sentences = lesson.exercises.compactMap { exercise in
      let place = source.declaration(of: exercise.name)?.description ?? source.file
      guard let problem = Self.problem(with: source.declarationText(of: exercise.name), exercise) else { return nil }
      return "\(place): exercise \(exercise.id) must be declared as\n    public func \(exercise.signature)\n"
        + "  but \(problem)."
    }
  }

  /// Whether a declaration is that of a signature.
  static func declares(_ declaration: String, _ signature: String) -> Bool {
    declaration.firstRange(of: "func ").map {
      essence(of: String(declaration[$0.upperBound...])) == essence(of: signature)
    } ?? false
  }

  private static func problem(with declaration: String?, _ exercise: Exercise) -> String? {
    guard let declaration, let function = declaration.firstRange(of: "func ") else {
      return "there is no function of that name"
    }
    if !declaration[..<function.lowerBound].contains("public") { return "the word public is missing" }
    if declares(declaration, exercise.signature) { return nil }
    // Without the brace, the text goes on into the body.
    let lines = declaration.split(separator: "\n")
    let isBraceMissing = lines.indices.contains {
      declares(lines[...$0].joined(separator: "\n"), exercise.signature)
    }
    return isBraceMissing ? "the brace { behind it is missing" : "it is declared with other names or types"
  }

  /// A signature without spaces and without the names that matter only inside the function.
  private static func essence(of signature: String) -> String {
    signature.replacing(/(\w+)\s+\w+\s*:/) { "\($0.1):" }.filter { !$0.isWhitespace }
  }
}
