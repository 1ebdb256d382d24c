import Foundation

/// A short text that is the same only for the same contents: FNV-1a with 64 bits (Fowler, Noll & Vo).
struct Fingerprint {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  /// The fingerprint of one text.
  init(of data: Data) { add(data) }

  mutating func add(_ text: String) { add(Data(text.utf8)) }

  mutating func add(_ data: Data) {
    for byte in data { mix(byte) }
    // The length keeps neighbouring contents apart.
    withUnsafeBytes(of: UInt64(data.count).littleEndian) { $0.forEach { mix($0) } }
  }

  private mutating func mix(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  var text: String { String(hash, radix: 16) }
}
