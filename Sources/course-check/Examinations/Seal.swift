import Foundation

/// A number that only this checkout puts on a text, so that an edited or a foreign one is noticed.
///
/// It is SipHash-2-4 (Aumasson & Bernstein 2012), a hash made for this purpose, with a random key that lies beside the
/// build products. It does not keep out a person who reads the key: whoever goes so far could change this program.
struct Seal {
  private let key: (UInt64, UInt64)

  /// Creates a seal with a key.
  init(key: (UInt64, UInt64)) {
    self.key = key
  }

  /// Takes the key from a file, which is made if there is none.
  init(keptIn file: URL) {
    var bytes = [UInt8]((try? Data(contentsOf: file)) ?? Data())
    if bytes.count != 16 {
      bytes = (0..<16).map { _ in .random(in: .min ... .max) }
      try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try? Data(bytes).write(to: file, options: .atomic)
    }
    self.init(key: (Self.word(bytes[..<8]), Self.word(bytes[8...])))
  }

  /// The seal of a text as letters.
  func text(for data: Data) -> String { String(number(for: Array(data)), radix: 16) }

  /// The seal of bytes.
  func number(for bytes: [UInt8]) -> UInt64 {
    var state = State(key)
    let wholeCount = bytes.count - bytes.count % 8
    for start in stride(from: 0, to: wholeCount, by: 8) { state.mix(Self.word(bytes[start..<(start + 8)])) }
    state.mix(Self.word(bytes[wholeCount...]) | UInt64(truncatingIfNeeded: bytes.count) << 56)
    return state.result()
  }

  /// The number that bytes make, the lowest first.
  private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private struct State {
    private var v0, v1, v2, v3: UInt64

    init(_ key: (UInt64, UInt64)) {
      v0 = key.0 ^ 0x736f_6d65_7073_6575
      v1 = key.1 ^ 0x646f_7261_6e64_6f6d
      v2 = key.0 ^ 0x6c79_6765_6e65_7261
      v3 = key.1 ^ 0x7465_6462_7974_6573
    }

    mutating func mix(_ word: UInt64) {
      v3 ^= word
      rounds(2)
      v0 ^= word
    }

    mutating func result() -> UInt64 {
      v2 ^= 0xff
      rounds(4)
      return v0 ^ v1 ^ v2 ^ v3
    }

    private mutating func rounds(_ count: Int) {
      for _ in 0..<count {
        v0 &+= v1
        v2 &+= v3
        v1 = v1.rotated(13) ^ v0
        v3 = v3.rotated(16) ^ v2
        v0 = v0.rotated(32)
        v2 &+= v1
        v0 &+= v3
        v1 = v1.rotated(17) ^ v2
        v3 = v3.rotated(21) ^ v0
        v2 = v2.rotated(32)
      }
    }
  }
}

extension UInt64 {
  fileprivate func rotated(_ count: UInt64) -> UInt64 { self << count | self >> (64 - count) }
}
