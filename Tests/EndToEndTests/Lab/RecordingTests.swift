import Batteries
import Course
import CourseFiles
import Engine
import Foundation
import Testing
import Vocabulary

extension ClassroomTests {
  /// The commands that the pages' "Try it" asks for print what is recorded of them, from which the pages quote.
  ///
  /// `COURSE_UPDATE=recordings swift test --filter RecordingTests` writes what they print today into `Tests/Recordings`.
  @Suite(.serialized)
  struct RecordingTests {
    /// The reports of checks in every run, the trainings, for which the Lab is built, in long ones.
    private static var recordings: [Recording] {
      get throws {
        let all = try Recording.lessons.flatMap { try Recording.all(of: $0) }
        return Battery.some(of: all, little: all.filter { $0.edit != nil }.prefix(1).map(\.self), sampleCount: 4)
      }
    }

    @Test("a command prints what is recorded of it", .enabled(if: !isUpdating), arguments: try recordings)
    func recorded(recording: Recording) throws {
      let present = try Self.present(recording)
      #expect(recording.agrees(with: present), "\(recording.name):\n\(present)")
    }

    @Test("every recording is written anew", .enabled(if: isUpdating))
    func update() throws {
      for lesson in Recording.lessons {
        let written = try Recording.all(of: lesson).map { ($0, try Self.present($0)) }
        try Recording.write(written, of: lesson)
      }
    }

    @Test("the program that lesson 1's page has written prints what is no number", .enabled(if: Battery.isLong))
    func quotient() throws {
      let page = try Transcript.text(of: "Lessons/Lesson1-Activations/README.md")
      let program = try #require(page.firstMatch(of: /Save `(import Foundation; [^`]+)` as `try\.swift`/)).1
      try Classroom.open(.solved) { classroom in
        let work = try LabWork(in: classroom)
        try work.write(Data(program.utf8), to: "try.swift")
        let result = try Command("/usr/bin/env", ["swift", "try.swift"], in: work.folder).run(limit: 120)
        #expect(result.output.contains("nan"), "\(result.text)")
      }
    }

    /// What the command prints today.
    private static func present(_ recording: Recording) throws -> String {
      var text = ""
      try Classroom.open(.solved) { classroom in
        if let edit = recording.edit {
          let exercise = try #require(ExerciseID(edit.exercise))
          let lesson = try #require(Course.neuralNetwork.lesson(of: exercise))
          let body = try #require(Bodies.body(of: exercise, in: try classroom.solution(of: lesson)))
          try #require(
            body.ranges(of: edit.old).count == 1, "\(recording.name): the solution has not '\(edit.old)' once")
          try classroom.plant(body.replacing(edit.old, with: edit.new), in: exercise)
        }
        let result = try Command(classroom.command.path, recording.words, in: classroom.root).run(limit: 1200)
        #expect(result.status == (recording.edit == nil ? 0 : 1), "\(result.messages)")
        text = Recording.recorded(of: result.output, by: recording.words)
      }
      return text
    }

    private static let isUpdating = ProcessInfo.processInfo.environment["COURSE_UPDATE"] == "recordings"
  }
}
