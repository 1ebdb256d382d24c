import Contract
import CourseKit

extension Course {
  /// Lesson 3: the forward pass and what is measured on it.
  static let forwardPass = Lesson(
    3, "Forward", "Forward pass", buildsOn: [1],
    exercises: [
      Exercise(Lesson3.linear), Exercise(Lesson3.forward), Exercise(Lesson3.binaryCrossEntropy),
      Exercise(Lesson3.accuracy), Exercise(Lesson3.predict),
    ],
    checks: linearChecks + forwardChecks + lossChecks + accuracyChecks + predictChecks)

  private static let linearChecks: [Check] = [
    // The square layer first: what has Wᵀ for W stops on any other and is not called again.
    linear.check(.value, "A · W + b on a square layer", on: squareLayer, independent: otherSquareLayer),
    linear.check(.shape, "[2, 3]", on: smallLayer, independent: otherLayer),
    linear.check(.value, "A · W + b on a small example", on: smallLayer, independent: otherLayer),
  ]
  private static let linear = ForwardSpecifications.linear
  private static let smallLayer = (
    Matrix([[1, 2], [-1, 0.5]]), Matrix([[1, -1, 0.5], [0, 2, -2]]), Matrix([[0.1, -0.2, 0.3]])
  )
  private static let otherLayer = layer(rows: 4, fanIn: 3, fanOut: 2, seed: 31)
  private static let squareLayer = layer(rows: 3, fanIn: 4, fanOut: 4, seed: 32)
  private static let otherSquareLayer = layer(rows: 5, fanIn: 3, fanOut: 3, seed: 33)

  private static func layer(rows: Int, fanIn: Int, fanOut: Int, seed: UInt64) -> (Matrix, Matrix, Matrix) {
    (
      Samples.matrix(rows, fanIn, seed: seed), Samples.matrix(fanIn, fanOut, seed: seed + 10),
      Samples.matrix(1, fanOut, seed: seed + 20)
    )
  }

  private static let forwardChecks: [Check] =
    [
      ForwardSpecifications.forward.check(
        .shape, "a 3-5-4-1 network on 6 rows: A0 … A3 and Z1 … Z3",
        on: network(.tanh, seed: 41), independent: network(.relu, seed: 42))
    ]
    + HiddenActivation.allCases.map { hidden in
      ForwardSpecifications.forward.check(
        .value, "every activation and pre-activation with \(hidden.rawValue)",
        on: network(hidden, seed: 43), independent: network(hidden == .tanh ? .sigmoid : .tanh, seed: 44))
    }

  private static func network(
    _ hidden: HiddenActivation, seed: UInt64
  ) -> (Matrix, Parameters, HiddenActivation) {
    (Samples.matrix(6, 3, seed: seed), Samples.parameters([3, 5, 4, 1], seed: seed), hidden)
  }

  private static let lossChecks: [Check] = [
    loss.check(
      .value, "the mean over 4 examples", on: fourRows,
      independent: (Samples.probabilities(5, seed: 51), Samples.labels(5, seed: 51))),
    loss.check(
      .value, "finite and right at p = 0 and p = 1 for label 0", tolerance: .clipped, on: endsForLabel0,
      independent: endsForLabel1, plain: fourRows),
    loss.check(
      .value, "finite and right at p = 0 and p = 1 for label 1", tolerance: .clipped, on: endsForLabel1,
      independent: endsForLabel0, plain: fourRows),
  ]
  private static let loss = MeasureSpecifications.binaryCrossEntropy
  private static let fourRows = (Matrix([[0.9], [0.2], [0.6], [0.5]]), Matrix([[1], [0], [0], [1]]))
  /// Which end is clipped shows only where the labels at both ends are alike: 0 · log 0 is NaN and hides the rest.
  private static let endsForLabel0 = (Matrix([[0], [1], [0.5]]), Matrix([[0], [0], [1]]))
  private static let endsForLabel1 = (Matrix([[1], [0], [0.3], [0.6]]), Matrix([[1], [1], [0], [1]]))

  /// Some p are 0 and 1, so that comparing p itself with the label differs from dropping the fraction.
  private static let accuracyChecks: [Check] = [
    measured.check(
      .value, "4 of 5 right", on: answers([1, 0.3, 0, 0.55, 0.8], [1, 0, 0, 0, 1]),
      independent: answers([0.7, 0.45, 0.1, 0.7, 0.2, 0.1, 0.3], [0, 0, 1, 1, 1, 0, 0])),
    measured.check(
      .value, "p = 0.5 exactly is class 1", on: answers([0.5, 0.5, 0.1, 0.55, 0.45], [0, 0, 0, 1, 1]),
      independent: answers([0, 0.55, 0.5, 0.45, 0.55, 0.55, 0.3], [0, 0, 0, 1, 0, 0, 0])),
  ]
  private static let measured = MeasureSpecifications.accuracy

  private static func answers(_ probabilities: [Double], _ labels: [Double]) -> (Matrix, Matrix) {
    (Matrix([probabilities]).transposed, Matrix([labels]).transposed)
  }

  private static let predictChecks: [Check] =
    HiddenActivation.allCases.map { hidden in
      predicted.check(
        .value, "classes 0 and 1 with \(hidden.rawValue)", on: decisive(hidden, seed: 66),
        independent: decisive(hidden == .tanh ? .sigmoid : .tanh, seed: 72))
    } + [
      predicted.check(
        .value, "p = 0.5 exactly is class 1", on: undecided(seed: 63), independent: undecided(seed: 64),
        plain: decisive(.tanh, seed: 66))
    ]
  private static let predicted = MeasureSpecifications.predict

  /// A network and rows on which both classes are predicted, with pre-activations near enough to 0 to tell p from Z and
  /// 0.5 from its neighbours.
  private static func decisive(
    _ hidden: HiddenActivation, seed: UInt64
  ) -> (Matrix, Parameters, HiddenActivation) {
    var parameters = Samples.parameters([12, 4, 1], seed: seed)
    let many = Samples.matrix(200, 12, seed: seed)
    func logits() -> [Double] {
      let a = Oracle().activation(Oracle().linear(many, parameters.weights[0], parameters.biases[0]), hidden)
      return Oracle().linear(a, parameters.weights[1], parameters.biases[1]).elements
    }
    // The bias moves the boundary to the middle, the weights spread what lies on both sides.
    parameters.biases[1] = Matrix([[0]])
    let sorted = logits().sorted()
    let scale = 3 / (sorted[160] - sorted[40])
    parameters.weights[1] = scale * parameters.weights[1]
    parameters.biases[1] = Matrix([[-scale * sorted[100]]])
    var left = logits().enumerated().map { $0 }
    let wanted = [0.2, -1.2, 0.45, -0.2, 2, 0.3, -0.45, 0.6, 1.6, -0.3, 1.2, -0.6]
    let rows = wanted.map { logit in
      let nearest = left.indices.min { abs(left[$0].element - logit) < abs(left[$1].element - logit) } ?? 0
      return left.remove(at: nearest).offset
    }
    return (many.rows(at: rows), parameters, hidden)
  }

  /// A network without biases, which gives 0.5 for an input of zeros and opposite classes for opposite inputs.
  private static func undecided(seed: UInt64) -> (Matrix, Parameters, HiddenActivation) {
    var parameters = Samples.parameters([2, 3, 1], seed: seed)
    parameters.biases = parameters.biases.map { .zeros(rows: 1, columns: $0.columns) }
    let some = Samples.matrix(1, 2, seed: seed)
    let rows = [0, 1, -0.05, 0.05, 0, -1].map { scale in some.elements.map { scale * $0 } }
    return (Matrix(rows), parameters, .tanh)
  }
}
