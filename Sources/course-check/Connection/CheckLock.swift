import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Keeps two checks of the same folder from building into each other.
struct CheckLock {
  private let descriptor: Int32

  /// Waits until no other course-check is at work in the folder, and says so if that is not at once.
  init(in scratch: URL) {
    let folder = scratch.appending(path: "course-check")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    descriptor = open(folder.appending(path: "lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    // Where no lock file can be made, the build will say what is wrong with the folder.
    guard descriptor >= 0 else { return }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let owner = Self.owner(descriptor)
      Message.write(
        "Another course-check is at work in this folder (process \(owner)); waiting for it. Ctrl-C stops waiting.\n")
      while flock(descriptor, LOCK_EX) != 0 && errno == EINTR {}
    }
    let own = Array("\(getpid())".utf8)
    ftruncate(descriptor, 0)
    pwrite(descriptor, own, own.count, 0)
  }

  /// The process that is at work in a folder; nil if none is.
  static func owner(in scratch: URL) -> String? {
    let descriptor = open(scratch.appending(path: "course-check/lock").path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) == 0 ? nil : owner(descriptor)
  }

  private static func owner(_ descriptor: Int32) -> String {
    var text = [UInt8](repeating: 0, count: 32)
    let count = pread(descriptor, &text, text.count, 0)
    return String(decoding: text.prefix(max(count, 0)), as: UTF8.self)
  }

  /// Lets the next check begin.
  func release() {
    if descriptor >= 0 { close(descriptor) }
  }
}
