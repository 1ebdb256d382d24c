import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 3.5: class 1 where p ≥ 0.5, else 0.
  static let predict: Exercise = Exercise(
    Specification(
      Lesson3.predict, calls: ["3.2"], choosing: PredictChoices(),
      right: { choices, answers, input, parameters, hidden in
        try choices.classes(input, parameters, hidden, with: answers)
      }, slips: predictSlips
    )
    .drawing(Samples.inputAndNetwork)
    .drawingAtEdges { size, generator in EdgeSamples.inputAndNetwork(size, outputs: 1, &generator) }
    .tolerating { _ in .lastBits }
    .made(
      as: "1 where p ≥ 0.5 and 0 elsewhere", inPartsBy: "p",
      of: [
        Ingredient("p") { answers, input in
          try answers(Lesson3.forward, input.0, input.1, input.2).activations.last ?? input.0
        }
      ]),
    demonstration: Demonstration { student in
      let classes = try student.call(
        Lesson3.predict, Matrix([[1, 2], [2, 1], [0, 2]]), PageExample.parameters, .relu)
      return [DemonstratedCall("`predict([[1, 2], [2, 1], [0, 2]], parameters: parameters, hidden: .relu)`", classes)]
    }
  ) { predicted in
    HiddenActivation.allCases.map { hidden in
      predicted.check(
        .value, "classes 0 and 1 with \(hidden.rawValue)", on: decisive(hidden, seed: 66))
    } + [
      predicted.check(
        .value, "p = 0.5 exactly is class 1", on: undecided(seed: 63)),
      predicted.checkEverySize("right on 90 networks of one to five layers: each class just 0 or 1", count: 90),
    ]
  }
}

extension Oracle {
  static func classes(_ probabilities: Matrix) -> Matrix {
    Matrix.filled(probabilities.rows, 1) { row, _ in probabilities[row, 0] >= 0.5 ? 1 : 0 }
  }
}

/// A network and rows on which both classes are predicted, with pre-activations near enough to 0 to tell p from Z and
/// 0.5 from its neighbours.
private func decisive(
  _ hidden: HiddenActivation, seed: UInt64
) -> (Matrix, Parameters, HiddenActivation) {
  var parameters = Samples.parameters([12, 4, 1], seed: seed)
  let many = Samples.matrix(200, 12, seed: seed)
  func logits() -> [Double] {
    let a = Oracle.activation(Oracle.linear(many, parameters.weights[0], parameters.biases[0]), hidden)
    return Oracle.linear(a, parameters.weights[1], parameters.biases[1]).elements
  }
  // The bias moves the boundary to the middle, the weights spread what lies on both sides.
  parameters.biases[1] = Matrix([[0]])
  let sorted = logits().sorted()
  let scale = 3 / (sorted[160] - sorted[40])
  parameters.weights[1] = scale * parameters.weights[1]
  parameters.biases[1] = Matrix([[-scale * sorted[100]]])
  var left = logits().enumerated().map { $0 }
  let wanted = [0.2, -3.4, 0.45, -0.2, 2, 0.3, -0.45, 0.6, 3.4, -0.3, 1.2, -0.6]
  let rows = wanted.map { logit in
    let nearest = left.indices.min { abs(left[$0].element - logit) < abs(left[$1].element - logit) } ?? 0
    return left.remove(at: nearest).offset
  }
  // The first row's class depends on the seed, so that it cannot stand for all.
  let start = Int(seed % 12)
  return (many.rows(at: Array(rows[start...] + rows[..<start])), parameters, hidden)
}

/// A network without biases, which gives 0.5 for an input of zeros and opposite classes for opposite inputs.
private func undecided(seed: UInt64) -> (Matrix, Parameters, HiddenActivation) {
  var parameters = Samples.parameters([2, 3, 1], seed: seed)
  parameters.biases = parameters.biases.map { .zeros(rows: 1, columns: $0.columns) }
  let some = Samples.matrix(1, 2, seed: seed)
  let rows = [0, 1, -0.05, 0.05, 0, -1].map { scale in some.elements.map { scale * $0 } }
  return (Matrix(rows), parameters, .tanh)
}
