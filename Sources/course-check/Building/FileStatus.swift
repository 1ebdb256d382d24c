import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the system notes about a file.
struct FileStatus {
  private let state: stat

  /// Asks for it; nil if there is no such file.
  init?(of path: String) {
    var state = stat()
    guard stat(path, &state) == 0 else { return nil }
    self.state = state
  }

  /// In bytes.
  var size: Int { Int(state.st_size) }

  /// When it was last changed.
  var time: Date { Date(timeIntervalSince1970: Double(changed.tv_sec) + Double(changed.tv_nsec) / 1e9) }

  /// The size, the time of change and the number of the file: for programs, which are too large to be read each time.
  var text: String { "\(size) \(changed.tv_sec).\(changed.tv_nsec) \(state.st_ino)" }

  private var changed: timespec {
    #if canImport(Darwin)
      state.st_mtimespec
    #else
      state.st_mtim
    #endif
  }
}
