import CourseKit
import Engine
import Synchronization
import Testing
import Vocabulary
import Wire

@testable import Course

@Suite("What an exercise says that it calls") struct CallsTests {
  @Test("is just what its right answer asks for", arguments: Course.neuralNetwork.exercises)
  func calls(exercise: Exercise) throws {
    let asked = Mutex<Set<ExerciseID>>([])
    var answers = Answers()
    for other in Course.neuralNetwork.exercises {
      note(other.content, in: &answers) { id in asked.withLock { _ = $0.insert(id) } }
    }
    try ask(exercise.content, of: answers)
    #expect(asked.withLock { $0 } == Set(exercise.calls.all))
  }

  /// Lets a table write down that an exercise is asked for, and answer rightly.
  private func note(
    _ content: some ExerciseContent, in answers: inout Answers, _ note: @escaping @Sendable (ExerciseID) -> Void
  ) {
    let specification = content.specification
    specification.function.answer(in: &answers) { _, input in
      note(specification.function.exercise)
      return try specification.right(.right, input)
    }
  }

  /// Asks for the right answer to many inputs, so that every activation function comes.
  private func ask(_ content: some ExerciseContent, of answers: Answers) throws {
    var generator = SeededGenerator(seed: 5)
    let inputs = try #require(content.specification.inputs)
    for _ in 0..<30 { _ = try content.specification.right(answers, inputs(3, &generator)) }
  }
}
