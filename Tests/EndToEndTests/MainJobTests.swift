import Batteries
import Course
import CourseFiles
import Engine
import Foundation
import Testing
import Vocabulary

extension ClassroomTests {
  /// The main job as a student and an instructor run it.
  @Suite(.serialized)
  struct MainJobTests {
    @Test("a fresh clone reports every exercise as not started, with the line of its TODO, and says what to do")
    func freshClone() throws {
      try Classroom.open(.stubs) { classroom in
        let lesson = Course.neuralNetwork.lessons[3]
        let result = try classroom.check("lesson4")
        #expect(result.status == 1)
        let stub = try String(contentsOf: classroom.file(of: lesson), encoding: .utf8)
        let lines = stub.split(separator: "\n", omittingEmptySubsequences: false)
        for exercise in lesson.exercises {
          let line = try #require(lines.firstIndex { $0.contains("fatalError(\"TODO: \(exercise.id) ") }) + 1
          #expect(result.output.contains("not started (TODO at Backward.swift:\(line))"))
        }
        #expect(result.output.contains("Next: open Lessons/Lesson4-Backward/Backward.swift at line"))
        #expect(result.output.contains("then run: swift run course-check 4.1"))
      }
    }

    @Test("the reference solutions pass every check, whether chosen by option or by variable")
    func solutions() throws {
      try Classroom.open(.stubs) { classroom in
        let byOption = try classroom.check("--tree", "solutions")
        #expect(byOption.status == 0)
        #expect(byOption.output.contains("Every check of every lesson passes."))
        let lesson = try classroom.check("--tree", "solutions", "lesson4")
        let byVariable = try classroom.check("lesson4", environment: ["COURSE_TREE": "solutions"])
        #expect(lesson.status == 0)
        #expect(byVariable.status == 0)
        #expect(byVariable.output == lesson.output)
      }
    }

    @Test("a lesson has several names and an exercise is a part of its lesson")
    func names() throws {
      try Classroom.open(.stubs) { classroom in
        let lesson = try classroom.check("lesson4").output
        for name in ["4", "backward", "Lesson4"] {
          #expect(try classroom.check(name).output == lesson)
        }
        let exercise = try classroom.check("\(ChosenMistake.id)").output
        #expect(exercise.contains(ChosenMistake.title))
        #expect(!exercise.contains("4.2 hiddenDelta"))
      }
    }

    @Test(
      "a solution's body in its stub turns just that exercise green",
      arguments: Battery.some(of: Course.neuralNetwork.lessons.map(\.number), little: [8], sampleCount: 2))
    func oneExercise(number: Int) throws {
      let lesson = Course.neuralNetwork.lessons[number - 1]
      try Classroom.open(.solved) { classroom in
        let solution = try classroom.solution(of: lesson)
        var text = try Stubs.lesson(from: solution, file: lesson.file)
        var solved: [ExerciseID] = []
        for exercise in lesson.exercises {
          let hole = try #require(
            text.range(of: #" +// TODO \#(exercise.id): .*\n +fatalError\(.*\)"#, options: .regularExpression))
          text.replaceSubrange(hole, with: try #require(Bodies.body(of: exercise.id, in: solution)))
          try classroom.write(text, to: lesson)
          solved.append(exercise.id)
          let output = try classroom.check("\(number)").output
          let green = lesson.exercises.map(\.id).filter { isGreen($0, in: output) }
          #expect(green == solved, "\(output)")
        }
      }
    }

    private func isGreen(_ exercise: ExerciseID, in output: String) -> Bool {
      let lines = output.split(separator: "\n").filter { $0.dropFirst(4).hasPrefix("\(exercise) ") }
      return !lines.isEmpty && lines.allSatisfy { $0.contains("✓") }
    }

    @Test("with lesson 1 unsolved lesson 4 names it as the cause, and --isolate checks lesson 4 alone")
    func isolation() throws {
      try Classroom.open(.stubs) { classroom in
        let lesson = Course.neuralNetwork.lessons[3]
        try classroom.write(try classroom.solution(of: lesson), to: lesson)
        let result = try classroom.check("lesson4")
        #expect(result.status == 1)
        #expect(result.output.contains("Lesson 4 builds on lesson 1, where 1.1 sigmoid is not started."))
        #expect(result.output.contains("waiting: 1.6 reluDerivative is not started"))
        #expect(!result.output.contains("✗"))
        let isolated = try classroom.check("lesson4", "--isolate")
        #expect(isolated.status == 0)
        let count = lesson.checks.count
        #expect(isolated.output.contains("\(count) of \(count) checks pass"))
      }
    }
  }
}
