import Contract
import CourseKit
import Engine
import Wire

/// What can be done otherwise in 4.3.
struct LayerGradientsChoices {
  /// The delta as each of the gradients uses it.
  var delta: @Sendable (Matrix) -> (weights: Matrix, biases: Matrix) = { ($0, $0) }
  /// Over which rows each of them goes.
  var rows: @Sendable (_ count: Int) -> (weights: Range<Int>, biases: Range<Int>) = { (0..<$0, 0..<$0) }
  /// The weights' gradient before the division.
  var product: @Sendable (_ delta: Matrix, _ input: Matrix, _ rows: Range<Int>) throws -> Matrix = {
    productOfRows($1, $0, $2)
  }
  /// The biases' gradient before the division.
  var sums: @Sendable (_ delta: Matrix, _ input: Matrix, _ product: Matrix, _ rows: Range<Int>) -> Matrix = {
    delta, _, _, rows in sumOfRows(delta, rows)
  }
  /// What each of them is divided by.
  var divisors: @Sendable (_ sizes: LayerSizes) -> (weights: Double, biases: Double) = { ($0.rows, $0.rows) }
  /// The sign of each.
  var signs: (weights: Double, biases: Double) = (1, 1)
  /// What is returned of both.
  var returned: @Sendable (_ weights: Matrix, _ biases: Matrix) -> (weights: Matrix, biases: Matrix) = { ($0, $1) }

  func answer(_ delta: Matrix, _ input: Matrix) throws -> LayerGradients {
    let (deltas, rows) = (self.delta(delta), rows(delta.rows))
    let product = try product(deltas.weights, input, rows.weights)
    let sums = sums(deltas.biases, input, product, rows.biases)
    let divisors = divisors(
      LayerSizes(rows: Double(delta.rows), units: Double(delta.columns), inputs: Double(input.columns)))
    let (weightsSign, biasesSign) = signs
    return LayerGradients(
      returned(
        product.map { weightsSign * $0 / divisors.weights }, sums.map { biasesSign * $0 / divisors.biases }))
  }
}

/// The numbers of examples, of the layer's units and of its inputs.
struct LayerSizes {
  let rows: Double
  let units: Double
  let inputs: Double
}

/// leftᵀ · right over some of the rows.
func productOfRows(_ left: Matrix, _ right: Matrix, _ rows: Range<Int>) -> Matrix {
  Matrix.filled(left.columns, right.columns) { one, other in
    var sum = 0.0
    for row in rows { sum += left[row, one] * right[row, other] }
    return sum
  }
}

/// The sum of some of the rows, [1, columns].
func sumOfRows(_ matrix: Matrix, _ rows: Range<Int>) -> Matrix {
  Matrix.filled(1, matrix.columns) { _, column in
    var sum = 0.0
    for row in rows { sum += matrix[row, column] }
    return sum
  }
}
