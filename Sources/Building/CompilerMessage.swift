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
