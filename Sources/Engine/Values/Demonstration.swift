import CourseKit
import Foundation
import Vocabulary
import Wire

/// An example on which a student's function shows its numbers: the one of the lesson's page.
public struct Demonstration: Sendable {
  private let show: @Sendable (any Student) throws -> [DemonstratedCall]

  /// Creates an example from what shows it.
  package init(_ show: @escaping @Sendable (any Student) throws -> [DemonstratedCall]) { self.show = show }

  /// Returns what the student's function computes; nothing if a call fails.
  public func calls(of student: any Student) -> [DemonstratedCall] { (try? show(student)) ?? [] }
}

/// A call and its result, both in Markdown.
public struct DemonstratedCall: Equatable, Sendable {
  /// The call, in the names of the lesson's page, or what is measured in words.
  public let call: String
  /// What came back.
  public let result: String

  package init(_ call: String, _ result: String) {
    self.call = call
    self.result = result
  }

  package init(_ call: String, _ result: some Inspectable) {
    self.init(call, result.components.map(\.literal).joined(separator: ", "))
  }
}

extension Component {
  /// The matrix as Swift writes it, in backticks and with its name unless that says nothing.
  fileprivate var literal: String {
    let rows = (0..<matrix.rows).map { row in
      "[" + (0..<matrix.columns).map { matrix[row, $0].printed }.joined(separator: ", ") + "]"
    }
    let text = isNumber ? matrix[0, 0].printed : isList ? rows.joined() : "[" + rows.joined(separator: ", ") + "]"
    return name.isEmpty ? "`\(text)`" : "\(name) `\(text)`"
  }
}

extension Double {
  /// The number as the pages print it: four decimals, and none where it is whole.
  package var printed: String {
    guard isFinite, self != rounded() || abs(self) >= 1e6 else { return text.replacing("-", with: "−") }
    return String(format: "%.4f", self).replacing("-", with: "−")
  }
}
