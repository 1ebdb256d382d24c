import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

@testable import Course

extension TestStudent {
  /// A student who has everything right.
  ///
  /// Larger exercises call the student's own parts, as in the lessons: a part that is replaced by a wrong one spoils
  /// what is built on it.
  static func reference() -> TestStudent {
    let student = TestStudent()
    for exercise in Course.neuralNetwork.exercises { student.answerRightly(exercise.content) }
    student.isRight()
    return student
  }

  private func answerRightly(_ content: some ExerciseContent) {
    let specification = content.specification
    let exercise = specification.function.exercise
    let ownAnswers = ownAnswers(inside: exercise)
    answer(specification.function) { input in
      try requireFittingShapes(of: input, in: exercise)
      return try specification.right(ownAnswers, input)
    }
  }

  /// The student's own functions as the parts of a larger one.
  ///
  /// - Parameter owner: the exercise that is put together.
  func ownAnswers(inside owner: ExerciseID) -> Answers {
    var answers = Answers()
    for exercise in Course.neuralNetwork.exercises { answer(exercise.content, in: &answers, owner) }
    return answers
  }

  private func answer(_ content: some ExerciseContent, in answers: inout Answers, _ owner: ExerciseID) {
    let function = content.specification.function
    nonisolated(unsafe) unowned let student = self
    function.answer(in: &answers) { _, input in
      let result = try student.call(function, input)
      try requireUsable(result, for: input, in: owner)
      return result
    }
  }
}

/// What the next operation of a matrix, or the choice of rows, does with a part's result: it stops if the shape is not
/// that of the argument, or if an index is no example.
private func requireUsable(_ result: Any, for input: Any, in owner: ExerciseID) throws {
  var isUsable = true
  if let result = result as? Matrix, let z = input as? Matrix { isUsable = result.shape == z.shape }
  if let velocity = result as? Gradients, let gradients = input as? Gradients {
    isUsable = Comparison(velocity, to: gradients, tolerance: .value).shapeProblem == nil
  }
  if let epochs = result as? [[[Int]]], let arguments = input as? (Int, Int, UInt64, Int) {
    isUsable = epochs.joined().joined().allSatisfy { 0..<arguments.0 ~= $0 }
  }
  if !isUsable { throw CallFailure.shapesDoNotFit(in: owner) }
}

/// What the product of two matrices does if their shapes do not fit.
private func requireFittingShapes(of input: Any, in exercise: ExerciseID) throws {
  var isFitting = true
  switch (exercise, input) {
  case (Lesson3.linear.exercise, let (input, weights, biases) as (Matrix, Matrix, Matrix)):
    isFitting = input.columns == weights.rows && biases.columns == weights.columns
  case (Lesson4.hiddenDelta.exercise, let (delta, weights, z, _) as (Matrix, Matrix, Matrix, HiddenActivation)):
    isFitting = delta.columns == weights.columns && z.columns == weights.rows
  case (Lesson4.layerGradients.exercise, let (delta, input) as (Matrix, Matrix)):
    isFitting = delta.rows == input.rows
  default: break
  }
  if !isFitting { throw CallFailure.shapesDoNotFit(in: exercise) }
}

extension CallFailure {
  /// What the operations of `Matrix` do to a function in which shapes do not fit: each exercise has one such line.
  static func shapesDoNotFit(in exercise: ExerciseID) -> CallFailure {
    let file = Course.neuralNetwork.lesson(of: exercise)?.file ?? "?"
    return CallFailure(
      .fault, "Shapes do not fit", at: SourceLocation(file: "Lessons/\(file)", line: exercise.number))
  }
}

/// Normal weights with the variance that is asked for, and biases of 0.
func randomParameters(
  _ layerSizes: [Int], seed: UInt64, variance: (_ fanIn: Double, _ fanOut: Double) -> Double
) -> Parameters {
  Oracle.initialized(layerSizes, seed: seed, variance: variance)
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
