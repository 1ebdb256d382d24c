import Contract
import CourseKit
import Engine
import FixtureCourse
import Vocabulary
import Wire

@testable import Course

/// A student of the kit's course, unless another course is named.
typealias TestStudent = FixtureCourse.TestStudent

extension TestStudent {
  /// A student who has everything right.
  static func reference() -> TestStudent { right(in: .neuralNetwork, stoppedBy: .ofNetworks) }
}

extension Obstacles {
  /// The product of two matrices stops if their shapes do not fit, the next operation if a part's result does not.
  fileprivate static let ofNetworks = Obstacles(takes: hasFittingShapes, uses: isUsable)
}

/// Whether the next operation of a matrix, or the choice of rows, takes a part's result: it stops if the shape is not
/// that of the argument, or if an index is no example.
@Sendable private func isUsable(_ result: Any, for input: Any) -> Bool {
  if let result = result as? Matrix, let z = input as? Matrix { return result.shape == z.shape }
  if let result = result as? Matrix, let (moment, _, _) = input as? (Matrix, Matrix, AdamSettings) {
    return result.shape == moment.shape
  }
  if let result = result as? Matrix, let (moment, _, _, _) = input as? (Matrix, Double, Int, AdamSettings) {
    return result.shape == moment.shape
  }
  if let velocity = result as? Gradients, let gradients = input as? Gradients {
    return Comparison(velocity, to: gradients, tolerance: .value).shapeProblem == nil
  }
  if let epochs = result as? [[[Int]]], let arguments = input as? (Int, Int, UInt64, Int) {
    return epochs.joined().joined().allSatisfy { 0..<arguments.0 ~= $0 }
  }
  return true
}

/// Whether two matrices that an exercise multiplies have shapes that fit.
@Sendable private func hasFittingShapes(_ input: Any, in exercise: ExerciseID) -> Bool {
  switch (exercise, input) {
  case (Lesson3.linear.exercise, let (input, weights, biases) as (Matrix, Matrix, Matrix)):
    input.columns == weights.rows && biases.columns == weights.columns
  case (Lesson4.hiddenDelta.exercise, let (delta, weights, z, _) as (Matrix, Matrix, Matrix, HiddenActivation)):
    delta.columns == weights.columns && z.columns == weights.rows
  // Lesson 4's functions of two matrices need the same examples in both.
  case (_, let (delta, input) as (Matrix, Matrix)) where exercise.lesson == 4: delta.rows == input.rows
  default: true
  }
}

extension CallFailure {
  /// What the operations of `Matrix` do to a function of the kit's course in which shapes do not fit.
  static func shapesDoNotFit(in exercise: ExerciseID) -> CallFailure {
    shapesDoNotFit(in: exercise, of: .neuralNetwork)
  }
}

/// Normal weights with the variance that is asked for, and biases of 0.
func randomParameters(
  _ layerSizes: [Int], seed: UInt64, variance: (_ fanIn: Double, _ fanOut: Double) -> Double
) -> Parameters {
  var parameters = Oracle.initialized(layerSizes, seed: seed, times: 1, variance: { _ in 1 })[0]
  for layer in parameters.weights.indices {
    let own = parameters.weights[layer]
    parameters.weights[layer] = variance(Double(own.rows), Double(own.columns)).squareRoot() * own
  }
  return parameters
}

extension TestStudent {
  /// Answers calls of an initialiser with networks each of which has a seed of its own, as if the generator moved on.
  func answer(
    _ function: LessonFunction<[Parameters], [Int], UInt64, Int>, with body: @escaping ([Int], UInt64) -> Parameters
  ) {
    answer(function) { sizes, seed, times in
      (0..<UInt64(times)).map { body(sizes, seed &+ 7919 &* $0) }
    }
  }
}

/// Weights that are drawn one after the other, and biases of 0.
func randomParameters(
  _ layerSizes: [Int], draw: (_ fanIn: Double, _ fanOut: Double) -> Double
) -> Parameters {
  var parameters = Parameters(weights: [], biases: [])
  for (fanIn, fanOut) in zip(layerSizes, layerSizes.dropFirst()) {
    let elements = (0..<fanIn * fanOut).map { _ in draw(Double(fanIn), Double(fanOut)) }
    parameters.weights.append(Matrix(rows: fanIn, columns: fanOut, elements: elements))
    parameters.biases.append(.zeros(rows: 1, columns: fanOut))
  }
  return parameters
}
