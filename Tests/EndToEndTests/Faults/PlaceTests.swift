import Course
import Engine
import Foundation
import Testing

extension ClassroomTests {
  /// Where the checkout lies, from where the command is started, and when and by whom a file was written.
  @Suite("The place", .serialized)
  struct PlaceTests {
    @Test("from which the command is started may be any folder of the checkout")
    func subfolder() throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant("  fatalError(\"stop\")", in: "4.2")
        let folder = classroom.file(of: Course.neuralNetwork.lessons[3]).deletingLastPathComponent()
        let here = try Command(classroom.command.path, ["lesson4"], in: folder).run(limit: 60)
        #expect(here.status == 1)
        #expect(here.output.contains("hiddenDelta stopped: stop."))
        #expect(try here.output == classroom.check("lesson4").output)
      }
    }

    @Test("of the checkout may have spaces and letters of any language", .longTest(part: 2))
    func path() throws {
      try Classroom.open(.solved) { classroom in
        let root = classroom.root.appending(path: ".build/a checkout of Zoë's – 講座")
        defer { try? FileManager.default.removeItem(at: root) }
        try classroom.copy(to: root, with: ["course-check"])
        let command = root.appending(path: "course-check").path
        let solved = try Command(command, ["lesson4"], in: root).run(limit: 600)
        #expect(solved.status == 0, "\(solved.text)")
        let file = root.appending(path: "Lessons/\(Course.neuralNetwork.lessons[3].file)")
        let solution = try String(contentsOf: file, encoding: .utf8)
        for (line, sentence) in [
          ("  var i = 9\n  i += 1\n  print([1][i])", "outputDelta stopped: Index out of range."),
          ("  let = 5", "error: expected pattern"),
        ] {
          let marker = "  // BEGIN SOLUTION 4.1 outputDelta\n"
          try Data(solution.replacing(marker, with: marker + line + "\n  return ").utf8).write(to: file)
          let result = try Command(command, ["lesson4"], in: root).run(limit: 60)
          #expect(result.output.contains(sentence), "\(result.text)")
          #expect(result.output.contains("Lessons/\(Course.neuralNetwork.lessons[3].file):"))
        }
      }
    }

    @Test(
      "of a file that may not be read is named", .enabled(if: getuid() != 0, "an administrator may read every file"))
    func permissions() throws {
      try Classroom.open(.solved) { classroom in
        let file = classroom.file(of: Course.neuralNetwork.lessons[3])
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path) }
        let result = try classroom.check("lesson4")
        #expect(result.status == 3)
        #expect(result.output.contains("cannot be read. Look at its permissions: ls -l Lessons/Lesson4-Backward/"))
      }
    }

    @Test("in time of an edit does not matter: a second one within the same second counts, too")
    func sameSecond() throws {
      try Classroom.open(.solved) { classroom in
        let file = classroom.file(of: Course.neuralNetwork.lessons[3])
        let second = Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down))
        for (index, word) in ["one", "two", "three"].enumerated() {
          try classroom.plant("  fatalError(\"\(word)\")", in: "4.1")
          let time = second.addingTimeInterval(0.1 + 0.2 * Double(index))
          try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file.path)
          #expect(try classroom.check("4.1").output.contains("outputDelta stopped: \(word)."))
        }
      }
    }
  }
}
