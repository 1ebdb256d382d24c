import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 9.1: FILL IN: what the function returns.
  static let softmax = Exercise(
    // FILL IN: the types as in the contract; several arguments are a tuple, (Matrix, Int).
    Specification<Matrix, Matrix>(
      Lesson9.softmax,
      // FILL IN: the exercises that its own code calls or may call, and the right answer in plain loops with its choices.
      calls: [], choosing: Choices(),
      right: { choices, _, input in
        Matrix.filled(input.rows, input.columns) { choices.entry(input[$0, $1]) }
      }, slips: slips
    )
    .drawing { size, generator in
      // FILL IN: arguments of a size; size 1 is one row and one unit.
      Samples.normal(Samples.size(upTo: size, &generator), Samples.size(upTo: size, &generator), &generator)
    },
    // FILL IN: the page's example.
    demonstration: Demonstration { student in
      [DemonstratedCall("`softmax([[1, 2]])`", try student.call(Lesson9.softmax, Matrix([[1, 2]])))]
    },
    // FILL IN: the numbers on the page: PageClaim("the sum is 1.5", value).
    claims: []
  ) { softmax in
    // FILL IN: a shape, a small worked example, a gradient if there is one, a property.
    [
      softmax.check(.shape, "that of the input, [2, 3]", on: small),
      softmax.check(.value, "a small example", on: small),
    ]
  }
}

/// FILL IN: what can be done otherwise: each property holds what is right.
private struct Choices {
  /// FILL IN: what it says.
  var entry: @Sendable (Double) -> Double = { $0 }
}

/// FILL IN: every slip that a reader of the page could make, a line or two each.
private let slips: [Slip<Choices>] = [
  .at(\.entry, "doubled", "Every entry is twice what it should be: take it once.") { 2 * $0 }
]

private let small = Matrix([[1, -2, 0.5], [3, 0.25, -1]])
