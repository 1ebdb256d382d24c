import CourseKit
import Engine
import Vocabulary
import Wire

/// What can be done otherwise in 4.2.
struct HiddenDeltaChoices {
  /// What comes back through the weights.
  var back: @Sendable (_ delta: Matrix, _ weights: Matrix, _ z: Matrix) throws -> Matrix = { delta, weights, _ in
    try sentBack(delta, weights, 0..<delta.columns)
  }
  /// Whether the slope is multiplied in before the weights instead of after them.
  var slopeComesFirst = false
  /// Where the slope is taken.
  var place: @Sendable (_ at: SlopePlaces) throws -> Matrix = { $0.z }
  /// Whose slope it is.
  var activation: @Sendable (_ asked: HiddenActivation) -> HiddenActivation = { $0 }
  /// The slopes of the three activation functions.
  var relu: @Sendable (Answers, _ z: Matrix) throws -> Matrix = { try $0.slope($1, .relu) }
  var tanh: @Sendable (Answers, _ z: Matrix) throws -> Matrix = { try $0.slope($1, .tanh) }
  var sigmoid: @Sendable (Answers, _ z: Matrix) throws -> Matrix = { try $0.slope($1, .sigmoid) }
  /// What is used of the slope at a place.
  var used: @Sendable (Answers, _ slope: Matrix, _ place: Matrix, HiddenActivation) throws -> Matrix = {
    _, slope, _, _ in
    slope
  }
  /// What is made of what comes back and of the slope.
  var joined: @Sendable (Answers, _ back: Matrix, _ slope: Matrix, HiddenActivation) throws -> Matrix = {
    _, back, slope, _ in try Stopping.entrywise(back, slope, *)
  }
  /// What the result is multiplied with.
  var factor: @Sendable (_ rows: Int, _ units: Int, _ next: Int) -> Double = { _, _, _ in 1 }
  /// What is made of the matrix in the end.
  var finished: @Sendable (Matrix) -> Matrix = { $0 }

  func answer(
    _ answers: Answers, _ delta: Matrix, _ weights: Matrix, _ z: Matrix, _ hidden: HiddenActivation
  ) throws -> Matrix {
    let asked = activation(hidden)
    var sent = try back(delta, weights, z)
    let place = try place(SlopePlaces(answers: answers, z: z, delta: delta, back: sent, hidden: asked))
    let slope =
      switch asked {
      case .relu: try relu(answers, place)
      case .tanh: try tanh(answers, place)
      case .sigmoid: try sigmoid(answers, place)
      }
    let multiplied = try used(answers, slope, place, asked)
    if slopeComesFirst {
      sent = try back(try Stopping.entrywise(delta, multiplied, *), weights, z)
    } else {
      sent = try joined(answers, sent, multiplied, asked)
    }
    let factor = factor(z.rows, z.columns, delta.columns)
    return finished(factor == 1 ? sent : sent.map { factor * $0 })
  }
}

/// Matrices at which a slope may be taken.
struct SlopePlaces {
  let answers: Answers
  let z: Matrix
  let delta: Matrix
  let back: Matrix
  let hidden: HiddenActivation
}

/// δ · Wᵀ, the sum over some of the next layer's units.
func sentBack(_ delta: Matrix, _ weights: Matrix, _ next: Range<Int>) throws -> Matrix {
  guard delta.columns == weights.columns else { throw PredictedStop() }
  return Matrix.filled(delta.rows, weights.rows) { row, unit in
    var sum = 0.0
    for index in next { sum += delta[row, index] * weights[unit, index] }
    return sum
  }
}

/// The sums of each row, the same in a number of columns.
func rowSums(_ matrix: Matrix, columns: Int) -> Matrix {
  Matrix.filled(matrix.rows, columns) { row, _ in
    var sum = 0.0
    for column in 0..<matrix.columns { sum += matrix[row, column] }
    return sum
  }
}
