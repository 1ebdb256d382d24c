import CourseFiles
import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What was built, by what it was built from: an entry is a folder whose name ends with a fingerprint of all that went in.
///
/// An entry is made elsewhere and moved to its place when it is whole, and never changed. So commands in several terminals may
/// build at once, and one that is killed, or finds the disk full, leaves nothing that another could take for whole. What is
/// built does not depend on the time of a file, but only when it is cleaned away.
package final class BuildCache {
  /// The folder of the cache.
  let folder: URL
  private let lock: Int32

  /// After how many days an entry that nobody used goes.
  private static let days = 30.0
  /// How many entries of the same name stay: so many edits back, nothing is built anew.
  private static let entriesOfAName = 16

  /// Opens the cache, and takes out what nobody used for a long time; that waits while another command uses the cache.
  ///
  /// - Throws: `BuildFailure` if the folder cannot be made.
  package init(in folder: URL) throws(BuildFailure) {
    self.folder = folder
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw BuildFailure(writing: folder, error)
    }
    lock = open(folder.appending(path: "lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    if flock(lock, LOCK_EX | LOCK_NB) == 0 { clean() }
    while flock(lock, LOCK_SH) != 0 && errno == EINTR {}
  }

  deinit { if lock >= 0 { close(lock) } }

  /// The whole entry of that name and key; nil if there is none, or something was done to it.
  func entry(_ name: String, _ key: String) -> CacheEntry? {
    guard let entry = CacheEntry(at: place(of: name, key)) else { return nil }
    // For the cleaning alone.
    utimes(entry.folder.path, nil)
    return entry
  }

  /// The compiler's own cache of C modules; it is bound to its place, and a checkout may be moved.
  var clangModules: URL { folder.appending(path: "c-modules-\(Fingerprint(of: folder.path).text)") }

  /// A new folder in which an entry can be made.
  package func workplace() throws(BuildFailure) -> URL {
    let place = folder.appending(path: "work/\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    } catch {
      throw BuildFailure(writing: place, error)
    }
    return place
  }

  /// Moves a finished entry to its place; if another command was faster, its entry counts, which is the same.
  func adopt(_ workplace: URL, as name: String, _ key: String) throws(BuildFailure) -> CacheEntry {
    let place = place(of: name, key)
    try? FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    var reason: Int32 = 0
    // A whole entry that is there already makes the renaming fail, and counts; anything else is in the way.
    if rename(workplace.path, place.path) != 0, CacheEntry(at: place) == nil {
      discard(name, key)
      if rename(workplace.path, place.path) != 0 { reason = errno }
    }
    try? FileManager.default.removeItem(at: workplace)
    guard let entry = CacheEntry(at: place) else {
      throw BuildFailure(writing: place, POSIXError(POSIXErrorCode(rawValue: reason) ?? .EIO))
    }
    return entry
  }

  /// Takes an entry away, so that it is made anew.
  func discard(_ name: String, _ key: String) {
    try? FileManager.default.removeItem(at: place(of: name, key))
  }

  /// A short text that is found out once for each question; asked again it is read.
  func note(on question: String, _ answer: () throws(BuildFailure) -> String) throws(BuildFailure) -> String {
    let file = folder.appending(path: "notes/\(Fingerprint(of: question).text)")
    if let data = try? Data(contentsOf: file), let text = String(data: data, encoding: .utf8) { return text }
    let text = try answer()
    try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(text.utf8).write(to: file, options: .atomic)
    return text
  }

  /// Has everything that was noted asked again.
  func forgetNotes() { try? FileManager.default.removeItem(at: folder.appending(path: "notes")) }

  private func place(of name: String, _ key: String) -> URL { folder.appending(path: "made/\(name)-\(key)") }

  /// Takes out what was left unfinished, what nobody used for a month, and older versions of what is edited often.
  private func clean() {
    let manager = FileManager.default
    try? manager.removeItem(at: folder.appending(path: "work"))
    let names = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where name.hasPrefix("figures-") || name.hasPrefix("c-modules-") {
      if name != clangModules.lastPathComponent { try? manager.removeItem(at: folder.appending(path: name)) }
    }
    let isOld = { (time: Date) in time.timeIntervalSinceNow < -Self.days * 86400 }
    for note in contents(of: "notes") where isOld(note.time) { try? manager.removeItem(at: note.place) }
    let versions = Dictionary(grouping: contents(of: "made")) { $0.place.lastPathComponent.dropLast(17) }
    for entries in versions.values {
      for (rank, entry) in entries.sorted(by: { $0.time > $1.time }).enumerated()
      where rank >= Self.entriesOfAName || isOld(entry.time) {
        try? manager.removeItem(at: entry.place)
      }
    }
  }

  /// What lies in a folder of the cache, each with the time when it was last used, or written.
  ///
  /// What was made while the clock was ahead is no newer than what is made now.
  private func contents(of name: String) -> [(place: URL, time: Date)] {
    let folder = folder.appending(path: name)
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).compactMap { name in
      let place = folder.appending(path: name)
      guard let time = FileStatus(of: place.path)?.time else { return nil }
      if time > .now { utimes(place.path, nil) }
      return (place, min(time, .now))
    }
  }
}

/// Something that was built: a compiled module, or a program.
struct CacheEntry {
  let folder: URL
  /// What tells it from another one that was made anew in its place.
  let mark: String?
  private let contents: Contents

  private struct Contents: Codable {
    /// What others see of a module, as a short text.
    var interface: String
    /// What the compiler said of it.
    var messages: [CompilerMessage]
    /// The files of the entry with their sizes in bytes.
    var sizes: [String: Int]
  }

  private static let list = "entry.json"

  /// What others see of a module: a short text that is the same only if nothing that imports it must be compiled anew.
  var interface: String { contents.interface }
  /// What the compiler said of it.
  var messages: [CompilerMessage] { contents.messages }

  func file(_ name: String) -> URL { folder.appending(path: name) }

  /// Reads an entry; nil if there is none, or one of its files is not as it was.
  init?(at folder: URL) {
    guard let data = try? Data(contentsOf: folder.appending(path: Self.list)),
      let contents = try? JSONDecoder().decode(Contents.self, from: data),
      contents.sizes.allSatisfy({ FileStatus(of: folder.appending(path: $0.key).path)?.size == $0.value })
    else { return nil }
    self.folder = folder
    self.contents = contents
    mark = FileStatus(of: folder.appending(path: Self.list).path)?.text
  }

  /// Completes an entry whose files lie in a folder; what else the compiler left there goes.
  static func complete(
    _ folder: URL, keeping files: [String], interface: String = "", messages: [CompilerMessage] = []
  ) throws(BuildFailure) {
    do {
      for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !files.contains(file) {
        try? FileManager.default.removeItem(at: folder.appending(path: file))
      }
      let sizes = files.map { ($0, FileStatus(of: folder.appending(path: $0).path)?.size ?? 0) }
      let contents = Contents(
        interface: interface, messages: messages, sizes: Dictionary(uniqueKeysWithValues: sizes))
      try JSONEncoder().encode(contents).write(to: folder.appending(path: list))
    } catch {
      throw BuildFailure(writing: folder, error)
    }
  }
}
