import CourseKit

/// The course's handwritten digits, read from the bytes of their file; Data/Digits/README.md says how they are packed.
package struct Digits: Equatable, Sendable {
  /// Where they lie in a checkout.
  package static let path = "Data/Digits/digits.bin"
  /// The rows and columns of a digit's picture.
  package static let side = 8
  /// How many digits there are: 0 to 9.
  package static let classCount = 10

  /// A digit a row: its 64 pixels row by row, each from 0 for paper to 1 for ink, and which digit it is.
  package let examples: ClassDataset

  /// Reads them; nil if they are not what was packed.
  package init?(_ bytes: [UInt8]) {
    var reader = DigitReader(bytes)
    guard let examples = reader.examples() else { return nil }
    self.examples = examples
  }

  /// Keeps a fifth of each digit's examples apart for validation, so that each has the same share in both parts.
  package func split(using generator: inout SeededGenerator) -> (training: ClassDataset, validation: ClassDataset) {
    let split = ClassSplit(of: examples.classes, classCount: Self.classCount, using: &generator)
    return (examples.rows(at: split.training), examples.rows(at: split.validation))
  }
}

/// Takes the file apart from its beginning to its end.
private struct DigitReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// All digits; nil if the file is no such file, or not as it was packed.
  mutating func examples() -> ClassDataset? {
    let mark = Array("digits1\n".utf8)
    guard bytes.count > 16, bytes.prefix(8).elementsEqual(mark), isWhole else { return nil }
    place = 8
    guard let count = number(bytes: 4), count > 0, count <= bytes.count else { return nil }
    let pixelCount = Digits.side * Digits.side
    var pixels = [Double](repeating: 0, count: Int(count) * pixelCount)
    var classes: [Int] = []
    for digit in 0..<Int(count) {
      guard let oneClass = number(bytes: 1), oneClass < UInt64(Digits.classCount), let mask = number(bytes: 8) else {
        return nil
      }
      classes.append(Int(oneClass))
      var halfByte: UInt64?
      for pixel in 0..<pixelCount where mask >> UInt64(pixelCount - 1 - pixel) & 1 == 1 {
        if let low = halfByte {
          pixels[digit * pixelCount + pixel] = Double(low + 1) / 16
          halfByte = nil
        } else {
          guard let pair = number(bytes: 1) else { return nil }
          pixels[digit * pixelCount + pixel] = Double(pair >> 4 + 1) / 16
          halfByte = pair & 15
        }
      }
    }
    guard place == bytes.count - 4 else { return nil }
    return ClassDataset(
      features: Matrix(rows: classes.count, columns: pixelCount, elements: pixels), classes: classes,
      classCount: Digits.classCount)
  }

  /// Whether the checksum at the end, FNV-1a, is that of everything before it.
  private var isWhole: Bool {
    var sum: UInt32 = 2_166_136_261
    for byte in bytes.dropLast(4) { sum = (sum ^ UInt32(byte)) &* 16_777_619 }
    return bytes.suffix(4).reduce(0) { $0 << 8 | UInt32($1) } == sum
  }

  /// The next bytes as one number, the highest first; nil if there are not so many before the checksum.
  private mutating func number(bytes count: Int) -> UInt64? {
    guard place + count <= bytes.count - 4 else { return nil }
    defer { place += count }
    return bytes[place..<place + count].reduce(0) { $0 << 8 | UInt64($1) }
  }
}
