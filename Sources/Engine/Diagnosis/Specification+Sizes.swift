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
          answer: answers?[index], place: ArgumentText(function, input, names: argumentNames).lines
        ) { diagnosis, _ in diagnosis.mistake(explainingAll: inputs) }
        if !outcome.isPass { return outcome }
      }
      return .passed
    }
  }
}
