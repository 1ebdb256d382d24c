import CourseKit
import Engine

/// What can be done otherwise in 3.1.
struct LinearChoices {
  /// Another matrix in the place of Z.
  var other: @Sendable (_ a: Matrix, _ w: Matrix, _ b: Matrix) -> Matrix? = { _, _, _ in nil }
  /// What is multiplied: as it comes or turned.
  var input: @Sendable (_ a: Matrix) -> Matrix = { a in a }
  var weights: @Sendable (_ w: Matrix) -> Matrix = { w in w }
  /// Over which inputs the sum of an entry goes.
  var inputs: @Sendable (_ a: Matrix, _ w: Matrix) -> Range<Int> = { a, _ in 0..<a.columns }
  /// How the two become one matrix.
  var product: @Sendable (_ a: Matrix, _ w: Matrix, _ inputs: Range<Int>) throws -> Matrix = { a, w, inputs in
    try matrixProduct(a, w, over: inputs)
  }
  /// What the product is multiplied with.
  var factor: @Sendable (_ a: Matrix) -> Double = { _ in 1 }
  /// What one entry gets of the biases.
  var bias: @Sendable (_ layer: Layer, _ row: Int, _ unit: Int) throws -> Double = { layer, _, unit in
    layer.biases[0, unit]
  }
  /// What the product and the bias become.
  var sum: @Sendable (_ product: Double, _ bias: Double) -> Double = { product, bias in product + bias }
  /// What is done with Z before it is returned.
  var applied: @Sendable (_ z: Double) -> Double = { z in z }
  var returned: @Sendable (_ z: Matrix) -> Matrix = { z in z }

  /// The arguments, and over how many inputs the sums go.
  typealias Layer = (input: Matrix, weights: Matrix, biases: Matrix, terms: Int)

  func linear(_ a: Matrix, _ w: Matrix, _ b: Matrix) throws -> Matrix {
    if let other = other(a, w, b) { return other }
    let (left, right) = (input(a), weights(w))
    let inputs = inputs(left, right)
    let product = try product(left, right, inputs)
    guard product.columns == b.columns else { throw PredictedStop() }
    let factor = factor(a)
    var z = product
    for row in 0..<z.rows {
      for unit in 0..<z.columns {
        z[row, unit] = applied(sum(factor * product[row, unit], try bias((a, w, b, inputs.count), row, unit)))
      }
    }
    return returned(z)
  }
}

/// The matrix product, or what comes if its sums go over some of the inputs only.
func matrixProduct(_ a: Matrix, _ w: Matrix, over inputs: Range<Int>) throws -> Matrix {
  guard a.columns == w.rows, inputs.upperBound <= a.columns else { throw PredictedStop() }
  return Matrix.filled(a.rows, w.columns) { row, unit in
    inputs.reduce(0) { $0 + a[row, $1] * w[$1, unit] }
  }
}

/// What comes if the sum of an entry goes on where that of the one before ended.
func runningSums(of product: Matrix, startingEachRow: Bool) -> Matrix {
  var sum = 0.0
  return Matrix.filled(product.rows, product.columns) { row, unit in
    if startingEachRow, unit == 0 { sum = 0 }
    sum += product[row, unit]
    return sum
  }
}

/// The matrix with zeros in some places.
func without(_ z: Matrix, _ isLeftOut: (_ row: Int, _ unit: Int) -> Bool) -> Matrix {
  Matrix.filled(z.rows, z.columns) { row, unit in isLeftOut(row, unit) ? 0 : z[row, unit] }
}

func entryByEntry(_ a: Matrix, _ w: Matrix, _ combined: (Double, Double) -> Double) throws -> Matrix {
  guard a.rows == w.rows, a.columns == w.columns else { throw PredictedStop() }
  return Matrix.filled(a.rows, a.columns) { combined(a[$0, $1], w[$0, $1]) }
}

func turned(_ matrix: Matrix) -> Matrix {
  Matrix.filled(matrix.columns, matrix.rows) { matrix[$1, $0] }
}
