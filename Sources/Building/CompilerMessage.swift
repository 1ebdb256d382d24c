import CourseFiles
import Vocabulary

/// An error or a warning of the compiler.
package struct CompilerMessage: Codable, Equatable {
  enum Severity: String, Codable {
    case error, warning
  }

  let severity: Severity
  /// The file, relative to the checkout.
  package let file: String
  package let line: Int
  let column: Int
  package let message: String

  init(_ severity: Severity = .error, file: String, line: Int, column: Int, message: String) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// As the compiler writes it, so that an editor can jump to the place.
  package var text: String { "\(file):\(line):\(column): \(severity.rawValue): \(message)" }

  /// The same for people: with the line of the file below it.
  package func lines(in checkout: Checkout) -> String {
    let source = checkout.line(at: SourceLocation(file: file, line: line)) ?? ""
    return "  \(text)\n" + (source.isEmpty ? "" : "      \(source)\n")
  }
}

/// What a message of the compiler means for a beginner, and what to write instead.
///
/// Only facts about Swift and the course's types stand here, so that none can be a wrong cause; the compiler's own words
/// stand above.
package struct CompilerAdvice {
  /// The advice in a sentence; nil if the compiler says it all.
  package let sentence: String?

  package init(on message: String) {
    sentence = Self.table.first { message.contains($0.pattern) }?.sentence
  }

  private static var table: [(pattern: Regex<Substring>, sentence: String)] {
    [
      (/operator '[*\/]' cannot be applied to operands of type 'Matrix' and 'Int'/, wholeNumbers),
      (/operator '.' cannot be applied to operands of type '(?:Int|Double)' and 'Matrix'/, entries),
      (/operator '.' cannot be applied to operands of type 'Matrix' and '(?:Int|Double)'/, entries),
      (/cannot convert value of type '(?:Int|Double)' to expected argument type 'Matrix'/, entries),
      (/unary operator '-' cannot be applied to an operand of type 'Matrix'/, "The opposite of a matrix a is -1 * a."),
      (
        /no exact matches in call to global function '(?:exp|log|sqrt|tanh)'/,
        "exp, log, tanh and sqrt take one number; for a matrix take every entry: a.map { x in exp(x) }."
      ),
      (/operator '.' cannot be applied to operands of type '(?:Int' and 'Double|Double' and 'Int)'/, wholeNumbers),
      (/cannot convert value of type 'Int' to expected (?:argument|specified) type 'Double'/, wholeNumbers),
      (
        /cannot convert value of type 'Double' to expected argument type 'Int'/,
        "Swift does not mix whole numbers and others: `var sum = 0` makes a whole number, `var sum = 0.0` a Double."
      ),
      (
        /[Mm]issing return in .* expected to return/,
        "A function of several lines says `return` before its result, on every way through it."
      ),
      (
        /is a 'let' constant/,
        "What a function is given, and what `let` names, cannot be changed: make a copy with `var` and change that."
      ),
      (
        /cannot call value of non-function type/,
        "What is a property and no function is read without brackets, as in a.transposed."
      ),
      (
        /enum case '(?:relu|tanh|sigmoid)' cannot be used as an instance member/,
        "Inside `Activation` the name alone is the case: Activations.relu(z) is the function."
      ),
      (
        /cannot find '(?:fabs|log2|sin|cos)' in scope/,
        "The course brings exp, log, pow, sqrt and tanh; `import Foundation` above brings the others."
      ),
    ]
  }

  private static let entries =
    "A matrix can be multiplied or divided by a Double; for all else with a number take every entry: "
    + "a.map { x in 1 - x }."
  private static let wholeNumbers =
    "Swift does not mix whole numbers and others: Double(n) makes a Double of the whole number n."
}
