import Foundation
import Testing

@testable import course_check

@Suite("Changes of a file")
struct FileChangesTests {
  /// A file in a folder of its own, at which somebody looks.
  private final class Place {
    let file: URL
    private var changes: FileChanges

    init() throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "course-kit-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      file = folder.appending(path: "Backward.swift")
      try Data("one".utf8).write(to: file)
      changes = FileChanges(of: [file])
    }

    func write(_ text: String, atomically: Bool = false) throws {
      try Data(text.utf8).write(to: file, options: atomically ? .atomic : [])
    }

    var isPending: Bool { changes.isPending }

    /// Whether a change is told at the moment.
    func isChanged(at now: ContinuousClock.Instant) -> Bool { changes.look(at: now) }

    func remove() { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
  }

  private let start = ContinuousClock.now
  /// A moment after which a change is over.
  private var soon: ContinuousClock.Instant { start + FileChanges.pause }

  @Test("are told once, when the file stays as it is for a moment", arguments: [false, true])
  func saved(atomically: Bool) throws {
    let place = try Place()
    defer { place.remove() }
    #expect(!place.isChanged(at: start))
    try place.write("another", atomically: atomically)
    #expect(!place.isChanged(at: start), "the editor may still be writing")
    #expect(place.isPending)
    #expect(place.isChanged(at: soon))
    #expect(!place.isPending)
    #expect(!place.isChanged(at: soon + .seconds(1)), "it is told once")
  }

  @Test("are noticed when only the time is another one, as with a word of the same length")
  func sameSize() throws {
    let place = try Place()
    defer { place.remove() }
    usleep(20_000)
    try place.write("two")
    _ = place.isChanged(at: start)
    #expect(place.isChanged(at: soon))
  }

  @Test("are not told while an editor goes on writing")
  func growing() throws {
    let place = try Place()
    defer { place.remove() }
    for step in 1...5 {
      try place.write(String(repeating: "more ", count: step))
      #expect(!place.isChanged(at: start + .milliseconds(20 * step)))
    }
    #expect(place.isChanged(at: start + .milliseconds(120)))
  }

  @Test("are none when the file is only missing for a moment, and one when it stays away")
  func missing() throws {
    let place = try Place()
    defer { place.remove() }
    let other = place.file.appendingPathExtension("away")
    try FileManager.default.moveItem(at: place.file, to: other)
    #expect(!place.isChanged(at: start))
    #expect(!place.isChanged(at: start + .milliseconds(200)))
    try FileManager.default.moveItem(at: other, to: place.file)
    #expect(!place.isChanged(at: start + .milliseconds(250)))
    #expect(!place.isChanged(at: start + .seconds(1)), "it is the same file as before")
    try FileManager.default.removeItem(at: place.file)
    #expect(!place.isChanged(at: start + .seconds(2)))
    #expect(place.isChanged(at: start + .seconds(2) + FileChanges.pauseIfMissing))
  }
}
