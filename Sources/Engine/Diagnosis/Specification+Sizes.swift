import CourseKit
import Wire

extension Specification {
  /// Arguments of every size, the smallest first: ordinary numbers and those of the edges in turns.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - size: the largest size.
  ///   - seed: decides which numbers are drawn.
  package func inputsOfEverySize(count: Int, upTo size: Int, seed: UInt64) -> [Input] {
    var generator = SeededGenerator(seed: seed)
    let sources = [inputs, edges].compactMap { $0 }
    guard !sources.isEmpty else { fatalError("\(function.exercise) has no source of inputs") }
    return (0..<count).map { index in
      // Most are small: there the special cases are, and little time goes by.
      let share = Double(index) / Double(count)
      return sources[index % sources.count](1 + Int(share * share * share * Double(size)), &generator)
    }
  }

  /// Arguments on which what is said of a mistake must hold: those of the exercise's checks, and others of every size.
  package func probes(of course: Course) -> [Input] {
    let asked = course.exercise(function.exercise)?.checks.flatMap { $0.inputs?() ?? [] } ?? []
    return asked.compactMap { $0 as? Input } + drawn(40, upTo: 5, seed: 3)
  }

  /// Arguments that separate mistakes which the others leave together.
  package var furtherInputs: [Input] { drawn(80, upTo: 6, seed: 5) }

  /// Small arguments, the smallest first.
  var smallInputs: [Input] { drawn(24, upTo: 2, seed: 7) }

  /// Some arguments without anything special.
  package var ordinaryInputs: [Input] {
    guard let inputs else { return [] }
    var generator = SeededGenerator(seed: 9)
    return (0..<12).map { inputs([3, 2, 4, 7, 6][$0 % 5], &generator) }
  }

  private func drawn(_ count: Int, upTo size: Int, seed: UInt64) -> [Input] {
    inputs == nil && edges == nil ? [] : inputsOfEverySize(count: count, upTo: size, seed: seed)
  }

  /// Returns a check of the function on arguments of every size, from the smallest one up.
  ///
  /// One worked example has coincidences: a batch of four rows, three layers, probabilities in the middle. What is right
  /// only there is wrong on one of these. The first of them is asked about once more at the end: nothing may be kept.
  ///
  /// - Parameters:
  ///   - summary: what the arguments are, in a few words.
  ///   - count: how many arguments are tried.
  ///   - size: the largest size.
  package func checkEverySize(_ summary: String, count: Int = 60, upTo size: Int = 18) -> Check {
    Check(function.exercise, .property, summary) { bench in
      let inputs = inputsOfEverySize(count: count, upTo: size, seed: 1)
      let calls = inputs + inputs.prefix(1)
      let answers = bench.student.call(function, onEach: calls)
      for (index, input) in calls.enumerated() {
        let outcome = try outcome(
          bench, of: input, expected: right(bench.course.oracle, input), tolerance: tolerance(input),
          answer: answers?[index], place: ArgumentText(function, input, names: argumentNames).lines)
        if !outcome.isPass { return outcome }
      }
      return .passed
    }
  }
}
