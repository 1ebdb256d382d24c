import CourseKit
import Foundation
import Testing

@testable import Tables

@Suite("The handwritten digits")
struct DigitsTests {
  private static let file = URL(filePath: #filePath).appending(path: "../../../\(Digits.path)").standardizedFileURL

  private func bytes() throws -> [UInt8] { Array(try Data(contentsOf: Self.file)) }

  private func digits() throws -> Digits { try #require(Digits(try bytes())) }

  @Test("are 1797, about as many of each, with pixels from 0 to 1 in steps of a sixteenth")
  func contents() throws {
    let examples = try digits().examples
    #expect(examples.count == 1797 && examples.features.columns == 64 && examples.classCount == 10)
    let counts = (0..<10).map { digit in examples.classes.count { $0 == digit } }
    #expect(counts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180], "as the source counts them")
    #expect(examples.features.elements.allSatisfy { $0 >= 0 && $0 <= 1 && ($0 * 16).rounded() == $0 * 16 })
    #expect(examples.features.elements.contains(1))
    // The sum of all pixels, as scikit-learn's copy has it.
    #expect(examples.features.elements.reduce(0, +) * 16 == 561_718)
  }

  @Test("look like the first one of the source: a 0")
  func firstDigit() throws {
    let examples = try digits().examples
    #expect(examples.classes[0] == 0)
    let rows = (0..<8).map { row in (0..<8).map { Int(examples.features[0, 8 * row + $0] * 16) } }
    #expect(
      rows == [
        [0, 0, 5, 13, 9, 1, 0, 0], [0, 0, 13, 15, 10, 15, 5, 0], [0, 3, 15, 2, 0, 11, 8, 0],
        [0, 4, 12, 0, 0, 8, 8, 0], [0, 5, 8, 0, 0, 9, 8, 0], [0, 4, 11, 0, 1, 12, 7, 0],
        [0, 2, 14, 5, 10, 12, 0, 0], [0, 0, 6, 13, 10, 0, 0, 0],
      ])
  }

  @Test("are kept apart by the seed, a fifth of each digit, and none is lost or in both parts")
  func split() throws {
    let digits = try digits()
    func parts(_ seed: UInt64) -> (training: ClassDataset, validation: ClassDataset) {
      var generator = SeededGenerator(seed: seed)
      return digits.split(using: &generator)
    }
    let (training, validation) = parts(1)
    for digit in 0..<10 {
      let all = digits.examples.classes.count { $0 == digit }
      let held = validation.classes.count { $0 == digit }
      #expect(abs(Double(held) - Double(all) / 5) <= 0.5, "\(digit)")
      #expect(training.classes.count { $0 == digit } == all - held)
    }
    func rows(_ set: ClassDataset) -> [[Double]] {
      (0..<set.count).map { row in [Double(set.classes[row])] + set.features.rows(at: [row]).elements }
    }
    let sorted = { (rows: [[Double]]) in rows.sorted { $0.lexicographicallyPrecedes($1) } }
    #expect(sorted(rows(training) + rows(validation)) == sorted(rows(digits.examples)))
    #expect(parts(1).validation == validation && parts(2).validation != validation)
  }

  @Test("that are damaged are refused, wherever the damage is")
  func damage() throws {
    let bytes = try bytes()
    var damaged: [[UInt8]] = [
      [], Array(bytes.prefix(20)), Array(bytes.dropLast()), bytes + [0], Array("digits1\n".utf8),
      Array(bytes.dropFirst()),
    ]
    var generator = SeededGenerator(seed: 5)
    for place in [0, 7, 8, 11, 12, bytes.count - 1]
      + (0..<40).map({ _ in Int.random(in: bytes.indices, using: &generator) })
    {
      var other = bytes
      other[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      damaged.append(other)
    }
    for bytes in damaged {
      #expect(Digits(bytes) == nil)
    }
  }

  @Test("with a checksum that is right and contents that are not are refused, too")
  func forged() {
    func file(_ contents: [UInt8]) -> [UInt8] {
      let sum = contents.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
      return contents + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) }
    }
    let mark = Array("digits1\n".utf8)
    let empty: [UInt8] = [7] + [UInt8](repeating: 0, count: 8)
    #expect(Digits(file(mark + [0, 0, 0, 1] + empty))?.examples.classes == [7])
    let wrong: [[UInt8]] = [
      [0, 0, 0, 2] + empty, [0, 0, 0, 1] + empty + [1], [0, 0, 0, 0], [255, 255, 255, 255] + empty,
      [0, 0, 0, 1, 10] + [UInt8](repeating: 0, count: 8), [0, 0, 0, 1, 1] + [UInt8](repeating: 255, count: 8),
    ]
    for contents in wrong {
      #expect(Digits(file(mark + contents)) == nil)
    }
  }
}
