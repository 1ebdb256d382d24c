import Foundation

/// A short text that is the same only for the same contents: FNV-1a with 64 bits (Fowler, Noll & Vo), eight bytes at a time.
struct Fingerprint {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  /// The fingerprint of one text.
  init(of data: Data) { add(data) }

  /// The fingerprint of one text.
  init(of text: String) { add(text) }

  mutating func add(_ text: String) { add(Data(text.utf8)) }

  mutating func add(_ data: Data) {
    data.withUnsafeBytes { bytes in
      let words = bytes.count / 8
      for index in 0..<words {
        mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)))
      }
      for byte in bytes[(8 * words)...] { mix(UInt64(byte)) }
    }
    // The length keeps neighbouring contents apart.
    mix(UInt64(data.count))
  }

  private mutating func mix(_ word: UInt64) {
    hash = (hash ^ word) &* 0x100_0000_01b3
    // A product carries upwards alone: so the upper half of a word reaches the lower half of the text.
    hash ^= hash >> 32
  }

  /// Sixteen letters.
  var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
