import Course
import Engine
import Foundation
import Testing

extension ClassroomTests {
  /// Beginning again, and comparing with the reference.
  @Suite(.serialized)
  struct ResetTests {
    private let file = "Lessons/Lesson4-Backward/Backward.swift"

    @Test("reset makes one exercise a stub again, prints the backup's path, and the command that it prints undoes it")
    func undo() throws {
      try Classroom.open(.solved) { classroom in
        let place = classroom.file(of: Course.neuralNetwork.lessons[3])
        let work = try Data(contentsOf: place)
        let result = try classroom.check("reset", "lesson4", "\(ChosenMistake.id)")
        #expect(result.status == 0)
        let text = try String(contentsOf: place, encoding: .utf8)
        #expect(text.contains("fatalError(\"TODO: \(ChosenMistake.title)\")") && !text.contains("TODO: 4.2"))
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(lines.first == "\(ChosenMistake.title) is fresh again, in \(file).")
        #expect(lines.last == "Next: swift run course-check \(ChosenMistake.id)")
        let command = try #require(lines.first { $0.hasPrefix("To bring it back:   cp ") })
        let words = command.split(separator: " ").dropFirst(4).map(String.init)
        #expect(result.output.contains("The file as it was: \(words[1])\n"))
        #expect(try Command("/usr/bin/env", words, in: classroom.root).run(limit: 10).status == 0)
        #expect(try Data(contentsOf: place) == work)
      }
    }

    @Test("reset without a name changes nothing")
    func nothing() throws {
      try Classroom.open(.solved) { classroom in
        let work = try Data(contentsOf: classroom.file(of: Course.neuralNetwork.lessons[3]))
        let result = try classroom.check("reset")
        #expect(result.status == 2)
        #expect(try Data(contentsOf: classroom.file(of: Course.neuralNetwork.lessons[3])) == work)
        #expect(!FileManager.default.fileExists(atPath: classroom.root.appending(path: ".course-check/backups").path))
      }
    }

    @Test(
      "reset changes nothing when the disk is too full for the backup",
      .enabled(if: SmallDisk.isPossible, SmallDisk.reason))
    func fullDisk() throws {
      try Classroom.open(.solved) { classroom in
        let folder = classroom.root.appending(path: ".course-check")
        let disk = try SmallDisk(at: folder, megabytes: 1)
        defer { disk.remove() }
        let filler = folder.appending(path: "full")
        _ = FileManager.default.createFile(atPath: filler.path, contents: nil)
        let handle = try FileHandle(forWritingTo: filler)
        while (try? handle.write(contentsOf: Data(count: 4096))) != nil {}
        let work = try Data(contentsOf: classroom.file(of: Course.neuralNetwork.lessons[3]))
        for words in [["reset", "\(ChosenMistake.id)"], ["reset", "lesson4"]] {
          let result = try Command(classroom.command.path, words, in: classroom.root).run(limit: 20)
          #expect(result.status == 4, "\(result.text)")
          #expect(
            result.output.hasPrefix("No backup could be made below .course-check/backups, so nothing was changed: "))
          #expect(try Data(contentsOf: classroom.file(of: Course.neuralNetwork.lessons[3])) == work)
        }
      }
    }

    @Test("reset of what is fresh says so")
    func fresh() throws {
      try Classroom.open(.stubs) { classroom in
        let result = try classroom.check("reset", "lesson4")
        #expect(result.status == 0)
        #expect(result.output == "\(file) is as fresh as on the first day; nothing was changed.\n")
      }
    }

    @Test("diff waits until the checks pass, unless spoiling is wished")
    func waiting() throws {
      try Classroom.open(.stubs) { classroom in
        let lesson = Course.neuralNetwork.lessons[5]
        let closed = try classroom.check("diff", "6.1")
        #expect(closed.status == 1)
        #expect(
          closed.output.contains(
            "checks of 6.1 pass. `diff` shows the reference when all of them do: swift run course-check 6.1\n"
              + "To see it now, and never find it yourself: swift run course-check diff 6.1 --spoil\n"))
        #expect(!closed.output.contains("sqrt(sum)"))
        let spoilt = try classroom.check("diff", "6.1", "--spoil")
        #expect(spoilt.status == 0)
        #expect(spoilt.output.contains("+   return sqrt(sum)\n") && !spoilt.output.contains("l2Penalty"))

        let solution = try classroom.solution(of: lesson)
        let stub = try String(contentsOf: classroom.file(of: lesson), encoding: .utf8)
        let first = try #require(solution.firstRange(of: "/// 6.2"))
        let rest = try #require(stub.firstRange(of: "/// 6.2"))
        try classroom.write(solution[..<first.lowerBound] + String(stub[rest.lowerBound...]), to: lesson)
        let open = try classroom.check("diff", "6.1")
        #expect(open.status == 0)
        #expect(open.output == "6.1 weightNorm reads like the reference.\n")
        #expect(try classroom.check("diff", "lesson6").status == 1)
      }
    }
  }
}
