import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A short text that is the same only for the same contents: FNV-1a with 64 bits (Fowler, Noll & Vo), eight bytes at a time.
package struct Fingerprint {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  /// The fingerprint of one text.
  package init(of data: Data) { add(data) }

  /// The fingerprint of one text.
  package init(of text: String) { add(text) }

  package mutating func add(_ text: String) { add(Data(text.utf8)) }

  package mutating func add(_ data: Data) {
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
  package var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// What the system notes about a file.
package struct FileStatus {
  private let state: stat

  /// Asks for it; nil if there is no such file.
  package init?(of path: String) {
    var state = stat()
    guard stat(path, &state) == 0 else { return nil }
    self.state = state
  }

  /// In bytes.
  package var size: Int { Int(state.st_size) }

  /// When it was last changed.
  package var time: Date { Date(timeIntervalSince1970: Double(changed.tv_sec) + Double(changed.tv_nsec) / 1e9) }

  /// The size, the time of change and the number of the file: for programs, which are too large to be read each time.
  package var text: String { "\(size) \(changed.tv_sec).\(changed.tv_nsec) \(state.st_ino)" }

  private var changed: timespec {
    #if canImport(Darwin)
      state.st_mtimespec
    #else
      state.st_mtim
    #endif
  }
}
