import Contract
import CourseKit

/// Exercises 4.1–4.3: what is right and which wrong versions are known.
enum DeltaSpecifications {
  static let outputDelta = Specification<(Matrix, Matrix), Matrix>(
    Lesson4.outputDelta, right: { parts, a, y in try parts.outputDelta(a, y) },
    misconceptions: [
      wrongOutput(
        "sign exchanged", "This is y − A: with the descent step θ − η · gradient the loss would rise. It is A − y."
      ) { a, y, _ in y - a },
      wrongOutput(
        "sigmoid slope multiplied in",
        "The slope A · (1 − A) of the sigmoid is multiplied in; with cross-entropy it has cancelled: the delta is A − y alone."
      ) { a, y, _ in (a - y) * a * (1 - a) },
      wrongOutput(
        "derivative by the probability",
        "This is ∂loss/∂A = (A − y) / (A · (1 − A)); the delta is ∂loss/∂Z, in which the denominator has cancelled."
      ) { a, y, _ in (a - y) / (a * (1 - a)) },
      wrongOutput(
        "mean taken here", "The division by the number of rows belongs to 4.3: here it would come twice."
      ) { a, y, rows in (a - y) / rows },
      wrongOutput("factor 2", "The factor 2 belongs to the squared error; cross-entropy gives A − y without it.") {
        a, y, _ in 2 * (a - y)
      },
      wrongOutput("classes for probabilities", "The probabilities were rounded to 0 and 1 first: use them as they are.")
      {
        a, y, _ in (a >= 0.5 ? 1 : 0) - y
      },
    ]
  ).knowing { input in .rows(input.0.rows) }

  static let hiddenDelta = Specification<(Matrix, Matrix, Matrix, HiddenActivation), Matrix>(
    Lesson4.hiddenDelta,
    right: { parts, delta, weights, z, hidden in
      try Network.hiddenDelta(delta, weights, z, hidden, with: parts)
    },
    misconceptions: [
      wrongHidden(
        "slope forgotten", "The slope of the activation function is missing: multiply by hidden.derivative(Z)."
      ) {
        _, z, _ in Matrix(rows: z.rows, columns: z.columns, repeating: 1)
      },
      wrongHidden(
        "slope at the activation",
        "The slope is taken at the activation A; its argument is the pre-activation Z."
      ) { parts, z, hidden in try parts.slope(try parts.activation(z, hidden), hidden) },
      wrongHidden(
        "value for slope",
        "The activation function itself is multiplied in; it must be its slope, hidden.derivative(Z)."
      ) { parts, z, hidden in try parts.activation(z, hidden) },
      wrongHidden("pre-activation for slope", "Z itself is multiplied in; it must be the slope at Z.") { _, z, _ in z },
      wrongHidden("always the ReLU mask", "The slope is ReLU's whatever is asked for: use the argument `hidden`.") {
        parts, z, _ in try parts.slope(z, .relu)
      },
      wrongHidden(
        "always the sigmoid slope", "The slope is the sigmoid's whatever is asked for: use the argument `hidden`."
      ) {
        parts, z, _ in try parts.slope(z, .sigmoid)
      },
      wrongHidden(
        "one at zero",
        "Right but for ReLU at Z = 0: the course takes the slope 0 there. hidden.derivative(Z) has it, a mask with ≥ has not."
      ) { parts, z, hidden in
        let slope = try parts.slope(z, hidden)
        return Matrix.filled(z.rows, z.columns) { hidden == .relu && z[$0, $1] == 0 ? 1 : slope[$0, $1] }
      },
      .init(
        "slope at what comes back",
        "The slope is taken at what comes back, δ · Wᵀ; its argument is Z, and the two are multiplied."
      ) { parts, delta, weights, z, hidden in
        let ones = Matrix(rows: z.rows, columns: z.columns, repeating: 1)
        let back = try Network.hiddenDelta(delta, weights, ones, .relu, with: parts)
        return try parts.slope(back, hidden)
      },
      .init("mean taken again", "There is a division by the number of rows here; the mean comes once, in 4.3.") {
        parts, delta, weights, z, hidden in
        let right = try Network.hiddenDelta(delta, weights, z, hidden, with: parts)
        return right.map { $0 / Double(z.rows) }
      },
      .init(
        "weights not transposed",
        "The delta was multiplied by W; on the way back it is Wᵀ: matmul(nextDelta, nextWeights.transposed)."
      ) { parts, delta, weights, z, hidden in
        guard weights.rows == weights.columns else { return nil }
        let turned = Matrix.filled(weights.columns, weights.rows) { weights[$1, $0] }
        return try Network.hiddenDelta(delta, turned, z, hidden, with: parts)
      },
    ]
  ).knowing { input in .rows(input.0.rows) }

  static let layerGradients = Specification<(Matrix, Matrix), LayerGradients>(
    Lesson4.layerGradients, right: { parts, delta, input in try parts.layerGradients(delta, input) },
    misconceptions: [
      wrongGradients(
        "mean missing", "The mean over the batch is missing: divide both gradients by the number of rows N."
      ) { weights, biases, rows, _ in (weights * rows, biases * rows) },
      wrongGradients("mean taken twice", "The division by the number of rows N is done twice.") {
        weights, biases, rows, _ in (weights / rows, biases / rows)
      },
      wrongGradients(
        "mean missing for the biases",
        "The weights are right; the bias gradient is not divided by the number of rows N."
      ) { weights, biases, rows, _ in (weights, biases * rows) },
      wrongGradients(
        "mean missing for the weights",
        "The biases are right; the weight gradient is not divided by the number of rows N."
      ) { weights, biases, rows, _ in (weights * rows, biases) },
      wrongGradients(
        "divided by the units",
        "The division is by the number of columns (units); the mean goes over the rows (examples)."
      ) { weights, biases, rows, units in (weights * rows / units, biases * rows / units) },
      wrongGradients("sign exchanged", "Both gradients have the opposite sign: it is +Aᵀ · delta / N.") {
        weights, biases, _, _ in (weights * -1, biases * -1)
      },
      .init(
        "weights transposed",
        "The weights' gradient is transposed, δᵀ · A: it needs the shape of the weights, so it is Aᵀ · δ / N."
      ) { parts, delta, input in
        let right = try parts.layerGradients(delta, input)
        return LayerGradients((right.weights.transposed, right.biases))
      },
      wrongBiases(
        "biases summed along the rows",
        "The biases are summed along the wrong axis, one sum for each example: columnSums() gives one for each unit."
      ) { delta, _ in
        Matrix.filled(1, delta.rows) { _, row in
          (0..<delta.columns).reduce(0) { $0 + delta[row, $1] } / Double(delta.rows)
        }
      },
      wrongBiases(
        "biases not summed", "The bias gradient still has a row for each example: sum the rows up, columnSums()."
      ) { delta, _ in delta.map { $0 / Double(delta.rows) } },
      wrongBiases(
        "biases from the weights",
        "The bias gradient is the column sums of the weights' gradient: it is those of the delta, divided by N."
      ) { _, weights in
        Matrix.filled(1, weights.columns) { _, unit in (0..<weights.rows).reduce(0) { $0 + weights[$1, unit] } }
      },
      .init(
        "bias of the first row",
        "The bias gradient is the delta of the first row alone: sum the rows, then divide by N."
      ) { parts, delta, input in
        var gradients = try parts.layerGradients(delta, input)
        gradients.biases = Matrix.filled(1, delta.columns) { delta[0, $1] }
        return gradients
      },
      .init(
        "one total for all biases",
        "Every bias gets the sum of the whole delta: each unit has a sum of its own (columnSums)."
      ) { parts, delta, input in
        var gradients = try parts.layerGradients(delta, input)
        let total = gradients.biases.elements.reduce(0, +)
        gradients.biases = gradients.biases.map { _ in total }
        return gradients
      },
    ]
  ).knowing { input in .rows(input.0.rows) }

  /// A wrong version whose weights are right and whose biases come from the delta or from those weights.
  private static func wrongBiases(
    _ name: String, _ sentence: String,
    _ biases: @escaping @Sendable (_ delta: Matrix, _ weights: Matrix) -> Matrix
  ) -> Misconception<(Matrix, Matrix), LayerGradients> {
    .init(name, sentence) { parts, delta, input in
      let weights = try parts.layerGradients(delta, input).weights
      return LayerGradients((weights, biases(delta, weights)))
    }
  }

  private static func wrongOutput(
    _ name: String, _ sentence: String, _ entry: @escaping @Sendable (Double, Double, Double) -> Double
  ) -> Misconception<(Matrix, Matrix), Matrix> {
    .init(name, sentence) { _, a, y in
      Matrix.filled(a.rows, a.columns) { entry(a[$0, $1], y[$0, $1], Double(a.rows)) }
    }
  }

  /// A wrong version of the hidden delta that differs in what the delta is multiplied with.
  private static func wrongHidden(
    _ name: String, _ sentence: String,
    _ slope: @escaping @Sendable (any Parts, Matrix, HiddenActivation) throws -> Matrix
  ) -> Misconception<(Matrix, Matrix, Matrix, HiddenActivation), Matrix> {
    .init(name, sentence) { parts, delta, weights, z, hidden in
      let factor = try slope(parts, z, hidden)
      return Matrix.filled(z.rows, z.columns) { row, unit in
        (0..<delta.columns).reduce(0) { $0 + delta[row, $1] * weights[unit, $1] } * factor[row, unit]
      }
    }
  }

  private static func wrongGradients(
    _ name: String, _ sentence: String,
    _ change: @escaping @Sendable (Matrix, Matrix, Double, Double) -> (Matrix, Matrix)
  ) -> Misconception<(Matrix, Matrix), LayerGradients> {
    .init(name, sentence) { parts, delta, input in
      let right = try parts.layerGradients(delta, input)
      return LayerGradients(
        change(right.weights, right.biases, Double(delta.rows), Double(delta.columns)))
    }
  }
}
