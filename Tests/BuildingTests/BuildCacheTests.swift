import Foundation
import Testing

@testable import Building

@Suite("The cache of builds")
final class BuildCacheTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "cache-\(UUID().uuidString)")

  deinit { try? FileManager.default.removeItem(at: folder) }

  @Test("gives back what was put into it, under its name and its key alone")
  func entries() throws {
    let cache = try BuildCache(in: folder)
    let warning = CompilerMessage(.warning, file: "Lessons/A.swift", line: 3, column: 7, message: "never used")
    let entry = try put("code", into: cache, key: "0000000000000001", messages: [warning])
    #expect(entry.interface == "seen" && entry.messages == [warning])
    #expect(try String(contentsOf: entry.file("A.o"), encoding: .utf8) == "code")
    let again = try #require(try BuildCache(in: folder).entry("host-A", "0000000000000001"))
    #expect(again.interface == "seen" && again.messages == [warning])
    #expect(cache.entry("host-A", "0000000000000002") == nil)
    #expect(cache.entry("lab-A", "0000000000000001") == nil)
  }

  @Test("keeps nothing that the compiler left beside its results")
  func leftovers() throws {
    let cache = try BuildCache(in: folder)
    let place = try cache.workplace()
    for name in ["A.o", "A.swiftdoc"] { try Data(name.utf8).write(to: place.appending(path: name)) }
    try CacheEntry.complete(place, keeping: ["A.o"])
    let entry = try cache.adopt(place, as: "host-A", "0000000000000001")
    let files = try FileManager.default.contentsOfDirectory(atPath: entry.folder.path)
    #expect(Set(files) == ["A.o", "entry.json"])
  }

  @Test("takes the entry of the command that was faster, and the place of the other one goes")
  func twoCommands() throws {
    let (first, second) = (try BuildCache(in: folder), try BuildCache(in: folder))
    _ = try put("first", into: first, key: "0000000000000001")
    let entry = try put("second", into: second, key: "0000000000000001")
    #expect(try String(contentsOf: entry.file("A.o"), encoding: .utf8) == "first")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "work").path) == [])
  }

  @Test("does not take an entry for whole of which something is missing", arguments: Damage.allCases)
  func damage(damage: Damage) throws {
    let cache = try BuildCache(in: folder)
    let entry = try put("code", into: cache, key: "0000000000000001")
    try damage.befall(entry)
    #expect(cache.entry("host-A", "0000000000000001") == nil)
    let fixed = try put("new", into: cache, key: "0000000000000001")
    #expect(try String(contentsOf: fixed.file("A.o"), encoding: .utf8) == "new")
  }

  enum Damage: CaseIterable {
    case noFile, shortFile, noList, brokenList, empty

    func befall(_ entry: CacheEntry) throws {
      switch self {
      case .noFile: try FileManager.default.removeItem(at: entry.file("A.o"))
      case .shortFile: try Data("co".utf8).write(to: entry.file("A.o"))
      case .noList: try FileManager.default.removeItem(at: entry.file("entry.json"))
      case .brokenList: try Data("{".utf8).write(to: entry.file("entry.json"))
      case .empty:
        try FileManager.default.removeItem(at: entry.folder)
        try FileManager.default.createDirectory(at: entry.folder, withIntermediateDirectories: true)
      }
    }
  }

  @Test("forgets what nobody used for thirty days, and what a killed build left, but keeps the rest")
  func month() throws {
    var cache: BuildCache? = try BuildCache(in: folder)
    for (key, days) in [("0000000000000001", 31.0), ("0000000000000002", 29), ("0000000000000003", -400)] {
      let entry = try put(key, into: try #require(cache), key: key)
      // A clock that was set back has entries of the future; they are no older than others.
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -days * 86400)], ofItemAtPath: entry.folder.path)
    }
    _ = try cache?.workplace()
    cache = nil
    var fresh = try BuildCache(in: folder)
    // A program that another test starts at this moment holds the old cache's lock until it has begun.
    for _ in 0..<100 where fresh.entry("host-A", "0000000000000001") != nil {
      usleep(100_000)
      fresh = try BuildCache(in: folder)
    }
    #expect(fresh.entry("host-A", "0000000000000001") == nil)
    #expect(fresh.entry("host-A", "0000000000000002") != nil)
    #expect(fresh.entry("host-A", "0000000000000003") != nil)
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "work").path))
  }

  @Test("keeps the sixteen versions of a module that were used last")
  func versions() throws {
    var cache: BuildCache? = try BuildCache(in: folder)
    let keys = (0..<20).map { String(repeating: "0", count: 14) + "\(10 + $0)" }
    for (index, key) in keys.enumerated() {
      let entry = try put(key, into: try #require(cache), key: key)
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: Double(index - 100))], ofItemAtPath: entry.folder.path)
    }
    cache = nil
    let fresh = try BuildCache(in: folder)
    #expect(keys.filter { fresh.entry("host-A", $0) != nil } == Array(keys.suffix(16)))
  }

  @Test("takes nothing away while another command uses it")
  func inUse() throws {
    let first = try BuildCache(in: folder)
    let entry = try put("code", into: first, key: "0000000000000001")
    let work = try first.workplace()
    try FileManager.default.setAttributes([.modificationDate: Date.distantPast], ofItemAtPath: entry.folder.path)
    _ = try BuildCache(in: folder)
    #expect(FileManager.default.fileExists(atPath: work.path))
    #expect(first.entry("host-A", "0000000000000001") != nil)
  }

  @Test("says in a sentence that it cannot be written")
  func noFolder() throws {
    try Data().write(to: folder)
    let failure = #expect(throws: BuildFailure.self) { try BuildCache(in: folder) }
    #expect(failure?.kind == .kit)
    #expect(failure?.sentence.hasPrefix("Nothing can be built, as \(folder.path) cannot be written: ") == true)
  }

  private func put(
    _ text: String, into cache: BuildCache, key: String, messages: [CompilerMessage] = []
  ) throws -> CacheEntry {
    let place = try cache.workplace()
    try Data(text.utf8).write(to: place.appending(path: "A.o"))
    try CacheEntry.complete(place, keeping: ["A.o"], interface: "seen", messages: messages)
    return try cache.adopt(place, as: "host-A", key)
  }
}
