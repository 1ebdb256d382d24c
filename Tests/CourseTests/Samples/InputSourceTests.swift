import CourseKit
import Engine
import Testing
import Wire

@testable import Course

@Suite("An exercise's source of inputs") struct InputSourceTests {
  @Test("gives arguments of every size, to which there is a right answer", arguments: Course.neuralNetwork.exercises)
  func sizes(exercise: Exercise) throws { try expectAnswers(exercise.content) }

  private func expectAnswers(_ content: some ExerciseContent) throws {
    let specification = content.specification
    let inputs = try #require(specification.inputs)
    var generator = SeededGenerator(seed: 3)
    for size in [1, 2, 6] {
      for _ in 0..<5 {
        let input = inputs(size, &generator)
        let answer = try specification.right(.right, input)
        #expect(Comparison(answer, to: answer, tolerance: .value).isEqual)
        for ingredient in specification.formulas.flatMap(\.ingredients) {
          #expect(try !ingredient.value(.right, input).elements.isEmpty, "\(ingredient.name)")
        }
      }
    }
  }

  @Test("gives one row and one unit for size 1, so that an answer can be followed by hand")
  func smallest() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<10 {
      let (input, parameters, _) = Samples.inputAndNetwork(1, &generator)
      #expect(input.shape == "[1, 1]" && parameters.weights.allSatisfy { $0.shape == "[1, 1]" })
      #expect(Samples.parameters(1, &generator).weights.allSatisfy { $0.shape == "[1, 1]" })
      #expect(Samples.size(upTo: 1, &generator) == 1)
    }
  }
}
