import Foundation

/// Lets the C library keep what is freed for the next matrix of that size.
///
/// Otherwise glibc gives each block over 128 KiB back to the system, and every pass over a thousand examples pays for
/// fresh pages: a fifth of the time of a training.
enum MemoryPolicy {
  /// Takes effect for what is allocated from now on.
  ///
  /// Swift does not know glibc's `mallopt`, so it is looked for by its name; other C libraries have none and need none.
  static func apply() {
    guard let symbol = dlsym(nil, "mallopt") else { return }
    let mallopt = unsafeBitCast(symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)
    for (parameter, value) in [(mapThreshold, 32 << 20), (trimThreshold, 1 << 30)] as [(Int32, Int32)] {
      _ = mallopt(parameter, value)
    }
  }

  /// `M_MMAP_THRESHOLD`: larger blocks come from the system each time.
  private static let mapThreshold: Int32 = -3
  /// `M_TRIM_THRESHOLD`: more free memory than this is given back.
  private static let trimThreshold: Int32 = -1
}
