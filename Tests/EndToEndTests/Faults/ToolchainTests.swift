import Course
import Engine
import Foundation
import Testing

extension ClassroomTests {
  /// A Swift toolchain that has vanished or is broken is no fault of the student's.
  @Suite("A toolchain", .serialized)
  struct ToolchainTests {
    @Test("that is broken is named in a sentence, and every exercise has a verdict", arguments: BrokenSwift.allCases)
    func broken(swift: BrokenSwift) throws {
      try Classroom.open(.solved) { classroom in
        let program = try PlantedProgram("swiftc", swift.program)
        let result = try classroom.check("lesson4", environment: program.environment)
        #expect(result.status == 4)
        let sentence = swift.sentence.replacing("PROGRAM", with: program.path)
        #expect(result.output.contains(sentence), "'\(sentence)' in \(result.text)")
        for exercise in Course.neuralNetwork.lessons[3].exercises {
          #expect(result.output.contains("  · \(exercise.id) \(exercise.name)"))
        }
        #expect(result.seconds < 30)
        #expect(ProcessTable.lines(of: classroom) == [])
      }
    }

    @Test("that PATH does not name is found by its runtime library, or missed in a sentence")
    func noSwift() throws {
      try Classroom.open(.solved) { classroom in
        let result = try classroom.check("lesson4", environment: ["PATH": "/usr/bin:/bin"])
        let isMissed = result.output.contains("There is no `swiftc` in PATH any more. Install the toolchain again")
        #expect(result.status == (isMissed ? 4 : 0), "\(result.text)")
      }
    }
  }
}

/// A program named `swiftc` that is none.
enum BrokenSwift: String, CaseIterable, CustomTestStringConvertible {
  case nonsense, notFound, failing, killed

  var testDescription: String { rawValue }

  var program: Data {
    switch self {
    case .nonsense: Data((0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ 7) })
    case .notFound: Data("#!/bin/sh\nexit 127\n".utf8)
    case .failing: Data("#!/bin/sh\necho 'the moon is full' >&2\nexit 1\n".utf8)
    case .killed: Data("#!/bin/sh\nkill -9 $$\n".utf8)
    }
  }

  var sentence: String {
    switch self {
    case .nonsense: "The Swift toolchain could not be started (PROGRAM: "
    case .notFound: "The Swift toolchain could not be started (PROGRAM). Install it again and run the same command."
    case .failing:
      "Building lesson 4 failed, but not in the lesson. `swift package clean` may help. swiftc said:\nthe moon is full"
    case .killed: "The build of lesson 4 was ended by signal 9."
    }
  }
}
