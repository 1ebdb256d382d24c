import Foundation

/// A sentence on a lesson's page and the numbers that code computes for it.
///
/// `PageClaim("σ(2) = 0.8808", Oracle.sigmoid(2))` holds if the text stands on the page and its last number is the
/// value, rounded to the digits printed. With n values, the last n numbers of the text are compared in order:
/// `PageClaim("| 2 | 0.8808 | 0.9640 |", Oracle.sigmoid(2), tanh(2))`.
public struct PageClaim: Sendable {
  /// The text as it stands on the page, line feeds included.
  public let text: String
  private let values: @Sendable () throws -> [Double]

  /// Creates a claim whose values are computed when it is looked at.
  package init(_ text: String, values: @escaping @Sendable () throws -> [Double]) {
    self.text = text
    self.values = values
  }

  /// Creates a claim of values that are there already.
  package init(_ text: String, _ values: Double...) {
    self.init(text) { values }
  }

  /// What is wrong with the numbers of the text, a sentence each; empty if they are the values, rounded.
  public var problems: [String] {
    let computed: [Double]
    do {
      computed = try values()
    } catch {
      return ["'\(text)' cannot be computed: \(error)"]
    }
    let numbers = PageClaim.numbers(in: text)
    guard !computed.isEmpty, numbers.count >= computed.count else {
      return ["'\(text)' has \(numbers.count) numbers for \(computed.count) values"]
    }
    return zip(numbers.suffix(computed.count), computed).compactMap { number, value in
      PageClaim.isRounded(number, of: value) ? nil : "'\(text)' says \(number), the code computes \(value)"
    }
  }

  /// The numbers as they are printed, NaN and ∞ included.
  ///
  /// A minus sign (− or -) belongs to a number unless a letter, a digit or a closing bracket stands before it:
  /// "10-64-1" ends with 1, "σ(−2)" with −2.
  static func numbers(in text: String) -> [String] {
    text.matches(of: /(^|[^\p{L}\d)])?([−\-]?(?:\d+(?:\.\d+)?(?:e[−\-]?\d+)?|NaN|∞))/).map { match in
      match.1 == nil ? String(match.2.drop { $0 == "−" || $0 == "-" }) : String(match.2)
    }
  }

  private static func isRounded(_ printed: String, of value: Double) -> Bool {
    let plain = printed.replacing("−", with: "-").replacing("∞", with: "inf")
    guard let number = Double(plain) else { return false }
    if number.isNaN || number.isInfinite { return number.isNaN ? value.isNaN : number == value }
    let parts = plain.split(separator: "e")
    let decimals = parts[0].split(separator: ".").dropFirst().first?.count ?? 0
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let halfStep = 0.5 * pow(10, Double(exponent - decimals))
    // A tie such as 0.125 may be printed as 0.12 or 0.13; the margin is for ties that Double cannot hold exactly.
    return abs(number - value) <= halfStep * (1 + 1e-9)
  }
}

extension PageClaim: CustomStringConvertible {
  /// The text, in quotation marks.
  public var description: String { "'\(text)'" }
}
