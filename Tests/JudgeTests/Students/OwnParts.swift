import Contract
import CourseKit

@testable import Judge

/// The functions of a student as the parts of that student's own larger functions.
struct OwnParts: Parts {
  unowned let student: TestStudent
  /// The exercise that is put together.
  let owner: String

  func activation(_ z: Matrix, _ hidden: HiddenActivation) throws -> Matrix {
    try ofSameShape(as: z, student.call(Lesson1.function(of: hidden), z))
  }

  func slope(_ z: Matrix, _ hidden: HiddenActivation) throws -> Matrix {
    try ofSameShape(as: z, student.call(Lesson1.derivative(of: hidden), z))
  }

  func linear(_ input: Matrix, _ weights: Matrix, _ biases: Matrix) throws -> Matrix {
    try student.call(Lesson3.linear, input, weights, biases)
  }

  func forward(_ input: Matrix, _ parameters: Parameters, _ hidden: HiddenActivation) throws -> ForwardCache {
    try student.call(Lesson3.forward, input, parameters, hidden)
  }

  func outputDelta(_ probabilities: Matrix, _ labels: Matrix) throws -> Matrix {
    try student.call(Lesson4.outputDelta, probabilities, labels)
  }

  func hiddenDelta(
    _ nextDelta: Matrix, _ nextWeights: Matrix, _ preActivation: Matrix, _ hidden: HiddenActivation
  ) throws -> Matrix {
    try student.call(Lesson4.hiddenDelta, nextDelta, nextWeights, preActivation, hidden)
  }

  func layerGradients(_ delta: Matrix, _ input: Matrix) throws -> LayerGradients {
    try student.call(Lesson4.layerGradients, delta, input)
  }

  func backward(
    _ cache: ForwardCache, _ labels: Matrix, _ parameters: Parameters, _ hidden: HiddenActivation
  ) throws -> Gradients {
    try student.call(Lesson4.backward, cache, labels, parameters, hidden)
  }

  func binaryCrossEntropy(_ probabilities: Matrix, _ labels: Matrix) throws -> Double {
    try student.call(Lesson3.binaryCrossEntropy, probabilities, labels)
  }

  func accuracy(_ probabilities: Matrix, _ labels: Matrix) throws -> Double {
    try student.call(Lesson3.accuracy, probabilities, labels)
  }

  /// Choosing rows stops where an index is no example.
  func miniBatches(_ request: BatchRequest) throws -> [[[Int]]] {
    let batches = try request.answer(of: student)
    let areExamples = batches.joined().joined().allSatisfy { 0..<request.count ~= $0 }
    guard areExamples else { throw CallFailure.shapesDoNotFit(in: owner) }
    return batches
  }

  func trainEpochs(_ request: EpochRequest) throws -> [EpochTrace] { try request.answer(of: student) }

  func weightNorm(_ parameters: Parameters) throws -> Double { try student.call(Lesson6.weightNorm, parameters) }

  func isImprovement(
    _ minimumImprovement: Double, _ bestLoss: Double, _ losses: [Double]
  ) throws -> ImprovementTrace {
    try student.call(Lesson7.isImprovement, minimumImprovement, bestLoss, losses)
  }

  func zeroVelocity(_ gradients: Gradients) throws -> Gradients {
    try student.call(Lesson8.zeroVelocity, gradients)
  }

  /// The next operation stops when a shape is not what it must be.
  private func ofSameShape(as z: Matrix, _ result: Matrix) throws -> Matrix {
    guard result.shape == z.shape else { throw CallFailure.shapesDoNotFit(in: owner) }
    return result
  }
}
