import CourseFiles
import Vocabulary

/// The exercises of a lesson whose functions are no longer declared as the checks call them.
package struct ChangedDeclarations {
  /// What is wrong with each of them, and how it must be declared.
  package let sentences: [String]

  package init(in lesson: LessonOutline, _ checkout: Checkout) {
    let source = LessonSource(lesson, in: checkout)
    let untouched = LessonSource(untouched: lesson, in: checkout)
    sentences = lesson.exercises.compactMap { exercise in
      let place = source.declaration(of: exercise.name)?.description ?? source.file
      guard let problem = Self.problem(with: source.declarationText(of: exercise.name), exercise) else { return nil }
      let isOverride = untouched?.declarationText(of: exercise.name)?.contains("override") ?? false
      return "\(place): exercise \(exercise.id) must be declared as\n"
        + "    public \(isOverride ? "override " : "")func \(exercise.signature)\n"
        + "  but \(problem)."
    }
  }

  private static func problem(with declaration: String?, _ exercise: ExerciseOutline) -> String? {
    guard let declaration, let function = declaration.firstRange(of: "func ") else {
      return "there is no function of that name"
    }
    if !declaration[..<function.lowerBound].contains("public") { return "the word public is missing" }
    if SwiftScanner.declares(declaration, exercise.signature) { return nil }
    // Without the brace, the text goes on into the body.
    let lines = declaration.split(separator: "\n")
    let isBraceMissing = lines.indices.contains {
      SwiftScanner.declares(lines[...$0].joined(separator: "\n"), exercise.signature)
    }
    return isBraceMissing ? "the brace { behind it is missing" : "it is declared with other names or types"
  }
}

/// A function or a comment that a lesson opens and never closes.
///
/// The compiler takes all that stands below as a part of it and finds fault with every other exercise, but does not name
/// the one that is to be fixed.
package struct UnclosedText {
  /// What is wrong, at the line that opens it.
  package let error: CompilerMessage
  /// The first line that does not belong to it: an error from there on is a consequence.
  private let end: Int

  /// Looks for one; nil if the text closes whatever it opens, or nobody can say where it should.
  package init?(in lines: [Substring], file: String) {
    func error(at index: Int, _ message: String) -> CompilerMessage {
      CompilerMessage(file: file, line: index + 1, column: 1, message: message)
    }
    if let comment = SwiftScanner.unclosedComment(in: lines) {
      self.error = error(at: comment, "the comment that begins here does not end: */ is missing")
      end = comment + 1
      return
    }
    let code = SwiftScanner.code(of: lines)
    var depth = 0
    var open: (index: Int, name: Substring)?
    var next: Int?
    for (index, line) in code.enumerated() {
      if let declaration = line.prefixMatch(of: /(?:\w+ )*(func|struct|enum|class|extension) +(\w+)/) {
        if depth == 0 {
          open = declaration.1 == "func" ? (index, declaration.2) : nil
        } else if open != nil, next == nil {
          next = index
        }
      }
      // What comes after belongs to the function that is open.
      depth += line.reduce(0) { $0 + ($1 == "{" ? 1 : $1 == "}" ? -1 : 0) }
      if depth < 0 { return nil }
    }
    guard depth > 0, let open else { return nil }
    end = next.map { Self.beginning(of: $0, lines) } ?? lines.count
    let place = next == nil ? "at the end of the file" : "before line \(end + 1)"
    self.error = error(at: open.index, "\(open.name) does not end: a } is missing \(place)")
  }

  /// The compiler's errors without those that follow from this one, which comes first.
  func clarified(_ errors: [CompilerMessage]) -> [CompilerMessage] {
    [error] + errors.filter { $0.file != error.file || $0.line <= end }
  }

  /// The first line of the comment that a declaration has above it.
  private static func beginning(of declaration: Int, _ lines: [Substring]) -> Int {
    lines[..<declaration].lastIndex { !$0.hasPrefix("//") && !$0.hasPrefix("@") }.map { $0 + 1 } ?? declaration
  }
}
