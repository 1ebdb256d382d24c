import CourseKit
import Testing

@testable import Tables

@Suite("The check of the encoding")
struct EncodingCheckTests {
  private func firstWrongLine(_ bytes: [UInt8], pieceSize: Int = 1) -> Int? {
    var check = EncodingCheck()
    for start in stride(from: 0, to: bytes.count, by: pieceSize) {
      check.read(bytes[start..<min(start + pieceSize, bytes.count)])
    }
    check.end()
    return check.firstWrongLine
  }

  /// The same by the standard library, line by line.
  private func expected(_ bytes: [UInt8]) -> Int? {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
  }

  @Test("names the same line as the standard library for every sequence of two bytes and for every kind of longer ones")
  func sequences() {
    var samples: [[UInt8]] = []
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max { samples.append([0x61, 0x0A, first, second]) }
    }
    let others: [UInt8] = [0x0A, 0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2]
    for first: UInt8 in [0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5] {
      for second in others {
        for third in others {
          for fourth in others { samples.append([first, second, third, fourth, 0x0A, 0xFF]) }
        }
      }
    }
    for size in 1...3 {
      let differing = samples.filter { firstWrongLine($0, pieceSize: size) != expected($0) }
      #expect(differing.isEmpty, "in pieces of \(size)")
    }
  }
}
