import Batteries
import Course
import Engine
import Foundation
import Testing

extension ClassroomTests {
  /// What the doctor finds in a real checkout.
  @Suite(.serialized)
  struct DoctorTests {
    @Test("finds nothing wrong with a fresh copy, in less than a second, and changes nothing")
    func healthy() throws {
      try Classroom.open(.stubs) { classroom in
        let result = try classroom.check("doctor")
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("  ✓ Swift 6."))
        #expect(result.output.hasSuffix("All is well.\n"))
        #expect(result.seconds < (Battery.isQuiet ? 1 : 10))
        #expect(!FileManager.default.fileExists(atPath: classroom.root.appending(path: ".course-check").path))
      }
    }

    @Test(
      "names a missing lesson, a wrong variable and a wrong folder, each with what fixes it, and blames nothing else")
    func ill() throws {
      try Classroom.open(.stubs) { classroom in
        try FileManager.default.removeItem(at: classroom.file(of: Course.neuralNetwork.lessons[3]))
        let result = try classroom.check(
          "doctor", environment: ["COURSE_TREE": "solutions", "TMPDIR": "/no/such/folder"])
        #expect(result.status == 1)
        for line in [
          "  ✗ The file Lessons/Lesson4-Backward/Backward.swift is missing. Get it back with: git restore Lessons/",
          "  ✗ COURSE_TREE is 'solutions', so checks look at the reference and not at your work\n      unset COURSE_TREE\n",
          "  ✗ Temporary files cannot be written to /no/such/folder, where TMPDIR points\n      unset TMPDIR\n",
        ] {
          #expect(result.output.contains(line), "\(result.output)")
        }
        #expect(result.output.hasSuffix("3 things are wrong; what fixes each stands with it.\n"))
      }
    }

    @Test("finds a program that an interrupted check left behind")
    func leftover() throws {
      try Classroom.open(.stubs) { classroom in
        let folder = classroom.cache.appending(path: "left-behind")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = folder.appending(path: "Lesson4Host")
        try PlantedProgram.copy(URL(filePath: "/bin/sleep").resolvingSymlinksInPath(), to: program)
        let host = Command(program.path, ["30"], in: classroom.root)
        try host.start()
        // A test's child may not hear the gentler signals.
        defer { kill(host.process.processIdentifier, SIGKILL) }
        let result = try classroom.check("doctor")
        let number = host.process.processIdentifier
        #expect(
          result.output.contains(
            "  ✗ Lesson4Host of an earlier check still runs (process \(number))\n      kill \(number)\n"))
        #expect(result.output.hasSuffix("One thing is wrong; what fixes it stands with it.\n"))
      }
    }
  }
}
