import CourseKit
import Foundation

/// The numbers of a picture as a file holds them: who reads them draws the same picture again, in any terminal and as SVG.
///
/// Numbers have four digits, more than any eye sees; what is not finite stands as `"NaN"`, `"∞"` or `"−∞"`.
public struct PictureFile: Codable, Sendable {
  private enum Contents: Codable, Sendable {
    case figure(Figure)
    case sheet(PictureSheet)
    case diagram(Diagram)
  }

  private let contents: Contents

  /// Takes a picture; nil if it is of a kind of which no file knows.
  public init?(_ picture: any Picture) {
    switch picture {
    case let figure as Figure: contents = .figure(figure)
    case let sheet as PictureSheet: contents = .sheet(sheet)
    case let diagram as Diagram: contents = .diagram(diagram)
    default: return nil
    }
  }

  /// Reads a file; nil if it is none.
  public init?(_ data: Data) {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "∞", negativeInfinity: "−∞", nan: "NaN")
    guard let file = try? decoder.decode(PictureFile.self, from: data) else { return nil }
    self = file
  }

  /// The picture.
  public var picture: any Picture {
    switch contents {
    case .figure(let figure): figure
    case .sheet(let sheet): sheet
    case .diagram(let diagram): diagram
    }
  }

  /// What the file holds.
  public var data: Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "∞", negativeInfinity: "−∞", nan: "NaN")
    guard let data = try? encoder.encode(self) else { fatalError("A picture holds numbers and texts alone") }
    return data + Data("\n".utf8)
  }

  /// Reads a picture's kind and numbers.
  public init(from decoder: any Decoder) throws { contents = try Contents(from: decoder) }

  /// Writes the picture's kind and numbers.
  public func encode(to encoder: any Encoder) throws { try contents.encode(to: encoder) }
}

extension Point: Codable {
  /// Reads both places, x first.
  public init(from decoder: any Decoder) throws {
    var values = try decoder.unkeyedContainer()
    self.init(try values.decode(Double.self), try values.decode(Double.self))
  }

  /// Writes both places with four digits, x first.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.unkeyedContainer()
    try values.encode(x.withFourDigits)
    try values.encode(y.withFourDigits)
  }
}

extension Matrix: Codable {
  private enum CodingKeys: CodingKey { case rows, columns, elements }

  /// Reads a matrix; throws an error if it has not as many elements as its sizes say.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let (rows, columns) = (try values.decode(Int.self, forKey: .rows), try values.decode(Int.self, forKey: .columns))
    let elements = try values.decode([Double].self, forKey: .elements)
    guard rows >= 0, columns >= 0, rows.multipliedReportingOverflow(by: columns) == (elements.count, false) else {
      throw DecodingError.dataCorruptedError(
        forKey: .elements, in: values, debugDescription: "\(elements.count) elements for [\(rows), \(columns)]")
    }
    self.init(rows: rows, columns: columns, elements: elements)
  }

  /// Writes both sizes and the elements, row after row, with four digits.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(rows, forKey: .rows)
    try values.encode(columns, forKey: .columns)
    try values.encode(elements.map(\.withFourDigits), forKey: .elements)
  }
}

extension Double {
  /// The number, rounded to four digits.
  fileprivate var withFourDigits: Double {
    guard isFinite, self != 0 else { return self }
    let exponent = Int(log10(magnitude).rounded(.down)) - 3
    // A power of ten with a positive exponent is exact, so the result is the double nearest to the decimal number.
    let power = pow(10, Double(abs(exponent)))
    return exponent < 0 ? (self * power).rounded() / power : (self / power).rounded() * power
  }
}
