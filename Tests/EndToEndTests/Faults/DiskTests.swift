import Course
import Engine
import Foundation
import Testing

extension ClassroomTests {
  /// A disk that is really full: a small one, mounted for the test.
  @Suite("A full disk", .serialized)
  struct DiskTests {
    @Test("ends a build with a sentence", .enabled(if: SmallDisk.isPossible, SmallDisk.reason))
    func build() throws {
      try Classroom.open(.solved) { classroom in
        // course-check builds beside itself.
        let folder = classroom.root.appending(path: ".build-full")
        let program = try Data(contentsOf: classroom.command)
        let disk = try SmallDisk(at: folder, megabytes: (program.count >> 20) + 6)
        defer { disk.remove() }
        let place = folder.appending(path: "debug/course-check")
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        // In a process of its own: one that another test starts while a program is open for writing keeps it busy.
        _ = try Command("/bin/cp", [classroom.command.path, place.path], in: classroom.root).run(limit: 60)
        let result = try Command(place.path, ["lesson4"], in: classroom.root).run(limit: 60)
        #expect(result.status == 4)
        #expect(
          result.output.contains("The disk is full, so nothing could be built. Free some space"), "\(result.text)")
        #expect(result.output.contains("and run the same command again."))
        for exercise in Course.neuralNetwork.lessons[3].exercises {
          #expect(result.output.contains("  · \(exercise.id) \(exercise.name)"))
        }
        #expect(result.seconds < 30)
        #expect(ProcessTable.lines(of: classroom) == [])
      }
    }

    @Test("does not keep a hint from being shown", .enabled(if: SmallDisk.isPossible, SmallDisk.reason))
    func memory() throws {
      try Classroom.open(.solved) { classroom in
        let folder = classroom.root.appending(path: ".course-check")
        let disk = try SmallDisk(at: folder, megabytes: 1)
        defer { disk.remove() }
        _ = try? Data(count: 1 << 20).write(to: folder.appending(path: "full"))
        let first = try classroom.check("hint", "4.1")
        let second = try classroom.check("hint", "4.1")
        #expect(first.status == 0)
        #expect(first.output.contains("hint 1 of"))
        #expect(first.text == second.text, "a step that could not be remembered comes again")
      }
    }
  }
}

/// A disk in memory, which only an administrator may mount.
struct SmallDisk {
  static let reason: Comment = "mounting a small disk needs Linux and an administrator"
  let folder: URL

  static var isPossible: Bool {
    #if os(Linux)
      return getuid() == 0 && canMount
    #else
      return false
    #endif
  }

  init(at folder: URL, megabytes: Int) throws {
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let words = ["-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", folder.path]
    guard try Command("/bin/mount", words, in: folder).run(limit: 10).status == 0 else {
      throw ClassroomError("the disk could not be mounted")
    }
  }

  func remove() {
    _ = try? Command("/bin/umount", [folder.path], in: URL(filePath: "/")).run(limit: 10)
    try? FileManager.default.removeItem(at: folder)
  }

  /// Whether a disk can be mounted, which an administrator of a container may not.
  private static var canMount: Bool {
    let folder = FileManager.default.temporaryDirectory.appending(path: "course-kit-\(UUID().uuidString)")
    guard let disk = try? SmallDisk(at: folder, megabytes: 1) else { return false }
    disk.remove()
    return true
  }
}
