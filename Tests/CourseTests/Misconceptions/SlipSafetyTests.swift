import Batteries
import CourseKit
import Engine
import Testing
import Vocabulary
import Wire

@testable import Course

/// What a set of slips makes of odd arguments may be anything, but it must never stop the judge.
@Suite("Slips that are on together") struct SlipSafetyTests {
  @Test("answer, or predict a stop, on small and odd arguments", arguments: Course.neuralNetwork.exercises.map(\.id))
  func pairs(id: ExerciseID) throws {
    let exercise = try #require(Course.neuralNetwork.exercise(id))
    let count = Self.answers(exercise.content)
    #expect(count > 0)
  }

  /// Every how many pairs one is tried.
  private static let stride = Battery.choice(little: 20, sample: 7, all: 1)

  /// Asks for the answers with all slips alone and with pairs of them, and says how many there were.
  private static func answers(_ content: some ExerciseContent) -> Int {
    let specification = content.specification
    let slips = specification.slips
    var generator = SeededGenerator(seed: Battery.seed)
    // Square ones with fewer rows than units are among so many.
    let drawn = (0..<24).map { 1 + $0 % 4 }.flatMap { size in
      [specification.inputs?(size, &generator), specification.edges?(size, &generator)].compactMap { $0 }
    }
    let inputs = drawn + specification.probes(of: .neuralNetwork).prefix(6)
    let all = slips.entries.indices
    let pairs = all.flatMap { one in all.filter { $0 > one && slips.areCompatible(one, $0) }.map { [one, $0] } }
    let some = pairs.indices.filter { ($0 + Int(Battery.seed % 20)).isMultiple(of: stride) }.map { pairs[$0] }
    var count = 0
    for input in inputs {
      let readings = (try? specification.right(.right, input)).flatMap { slips.reading(input, .returned($0)) }
      for set in all.map({ [$0] }) + some {
        _ = try? slips.answer(with: set, .right, input)
        _ = readings?(set)
        count += 1
      }
    }
    return count
  }
}
