import Course
import CourseFiles
import Engine
import Foundation
import Testing

extension ClassroomTests {
  /// Who is to blame for a wrong answer, and for a stop, as the real command says it.
  @Suite("Who is to blame", .serialized)
  struct ExplainedBlameTests {
    @Test("is the batches of 5.1 alone: right code that stands on them waits, and its stop is told with the reason")
    func waiting() throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant(
          """
            let order = Array(1...max(count, 1)).shuffled(using: &generator)
            let size = batchSize > 0 ? batchSize : max(count, 1)
            return stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
          """, in: "5.1")
        let text = try classroom.check("lesson5").output
        #expect(text.contains("The indices count from 1"), "\(text)")
        #expect(!text.contains("✗ 5.3") && !text.contains("✗ 5.4"), "\(text)")
        #expect(
          text.contains("waiting: 5.1 miniBatches fails, and with it trainEpoch stopped: Index out of range"), "\(text)"
        )
        #expect(text.contains("Next: fix 5.1 miniBatches"), "\(text)")
      }
    }

    @Test("is the line of forward that hands `linear` the wrong matrix, not a line of the right `linear`")
    func line() throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant(
          """
            var cache = ForwardCache(activations: [input], preActivations: [])
            for layer in parameters.weights.indices {
              let z = linear(input, weights: parameters.weights[layer], biases: parameters.biases[layer])  // here
              cache.preActivations.append(z)
              cache.activations.append(layer == parameters.weights.count - 1 ? sigmoid(z) : hidden(z))
            }
            return cache
          """, in: "3.2")
        let lesson = try #require(Course.neuralNetwork.lesson(of: "3.2"))
        let lines = try String(contentsOf: classroom.file(of: lesson), encoding: .utf8).split(
          separator: "\n", omittingEmptySubsequences: false)
        let number = try #require(lines.firstIndex { $0.hasSuffix("// here") }) + 1
        let text = try classroom.check("3.2").output
        #expect(text.contains("Every layer gets the input A0"), "\(text)")
        #expect(
          text.contains("because of what happened at Lessons/\(lesson.file):\(number): forward stopped"), "\(text)")
      }
    }

    @Test("is a wrong reference and not the student, where a lesson is checked on the references alone")
    func reference() throws {
      try Classroom.open(.solved) { classroom in
        let lesson = Course.neuralNetwork.lessons[0]
        let solution = classroom.root.appending(path: "Solutions/\(lesson.file)")
        let text = try String(contentsOf: solution, encoding: .utf8)
        let wrong = try #require(Bodies.replacing("1.1", in: text, with: "  z.map { z in 1 / (2 + exp(-z)) }"))
        try Data(wrong.utf8).write(to: solution)
        let result = try classroom.check("lesson3", "--isolate")
        try Data(text.utf8).write(to: solution)
        #expect(!result.output.contains("✗"), "\(result.text)")
        #expect(result.output.contains("waiting: 1.1 sigmoid fails"), "\(result.text)")
        #expect(result.output.contains("A reference solution fails, which is a fault of the kit"), "\(result.text)")
      }
    }

    @Test("is the left-over fatalError below a student's own code, which is told from what is not started")
    func begun() throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant(
          """
            let half = 0.5 * z
            fatalError("TODO: 1.1 sigmoid")
          """, in: "1.1")
        let text = try classroom.check("1.1").output
        #expect(text.contains("ran your code and then into the fatalError"), "\(text)")
      }
    }
  }
}
