import Contract
import CourseKit

/// The functions that larger exercises are put together from.
///
/// The judge computes what is right from its own parts, the `Oracle`. It can also ask what an exercise would return if
/// some of the parts were the student's: when that is what came, the exercise itself is right and only its parts are not.
protocol Parts {
  func activation(_ z: Matrix, _ hidden: HiddenActivation) throws -> Matrix
  func slope(_ z: Matrix, _ hidden: HiddenActivation) throws -> Matrix
  func linear(_ input: Matrix, _ weights: Matrix, _ biases: Matrix) throws -> Matrix
  func forward(_ input: Matrix, _ parameters: Parameters, _ hidden: HiddenActivation) throws -> ForwardCache
  func outputDelta(_ probabilities: Matrix, _ labels: Matrix) throws -> Matrix
  func hiddenDelta(
    _ nextDelta: Matrix, _ nextWeights: Matrix, _ preActivation: Matrix, _ hidden: HiddenActivation
  ) throws -> Matrix
  func layerGradients(_ delta: Matrix, _ input: Matrix) throws -> LayerGradients
  func backward(
    _ cache: ForwardCache, _ labels: Matrix, _ parameters: Parameters, _ hidden: HiddenActivation
  ) throws -> Gradients
  func binaryCrossEntropy(_ probabilities: Matrix, _ labels: Matrix) throws -> Double
  func accuracy(_ probabilities: Matrix, _ labels: Matrix) throws -> Double
  func miniBatches(_ request: BatchRequest) throws -> [[[Int]]]
  func trainEpochs(_ request: EpochRequest) throws -> [EpochTrace]
  func weightNorm(_ parameters: Parameters) throws -> Double
  func isImprovement(_ minimumImprovement: Double, _ bestLoss: Double, _ losses: [Double]) throws -> ImprovementTrace
  func zeroVelocity(_ gradients: Gradients) throws -> Gradients
}

/// The oracle's parts with those of some exercises replaced by the student's own.
struct MixedParts: Parts {
  let student: any Student
  let fromStudent: Set<String>
  private let oracle = Oracle()

  init(student: any Student, fromStudent: Set<String>) {
    self.student = student
    self.fromStudent = fromStudent
  }

  /// The student's function if its exercise is among those replaced, otherwise the oracle's value.
  ///
  /// - Throws: `UnusablePart` if nothing can be built on the student's result.
  private func value<Result: Inspectable, each Argument>(
    _ function: LessonFunction<Result, repeat each Argument>, _ argument: repeat each Argument,
    otherwise oracle: () throws -> Result
  ) throws -> Result {
    let right = try oracle()
    guard fromStudent.contains(function.exercise) else { return right }
    let yours = try student.call(function, repeat each argument)
    try requireUsable(yours, as: right)
    return yours
  }

  private func requireUsable(_ yours: some Inspectable, as right: some Inspectable) throws {
    if !Comparison(yours, to: right, tolerance: .value).isUsable { throw UnusablePart() }
  }

  func activation(_ z: Matrix, _ hidden: HiddenActivation) throws -> Matrix {
    try value(Lesson1.function(of: hidden), z) { oracle.activation(z, hidden) }
  }

  func slope(_ z: Matrix, _ hidden: HiddenActivation) throws -> Matrix {
    try value(Lesson1.derivative(of: hidden), z) { oracle.slope(z, hidden) }
  }

  func linear(_ input: Matrix, _ weights: Matrix, _ biases: Matrix) throws -> Matrix {
    try value(Lesson3.linear, input, weights, biases) { oracle.linear(input, weights, biases) }
  }

  func forward(_ input: Matrix, _ parameters: Parameters, _ hidden: HiddenActivation) throws -> ForwardCache {
    try value(Lesson3.forward, input, parameters, hidden) {
      try Network.forward(input, parameters, hidden, with: self)
    }
  }

  func outputDelta(_ probabilities: Matrix, _ labels: Matrix) throws -> Matrix {
    try value(Lesson4.outputDelta, probabilities, labels) { oracle.outputDelta(probabilities, labels) }
  }

  func hiddenDelta(
    _ nextDelta: Matrix, _ nextWeights: Matrix, _ preActivation: Matrix, _ hidden: HiddenActivation
  ) throws -> Matrix {
    try value(Lesson4.hiddenDelta, nextDelta, nextWeights, preActivation, hidden) {
      try Network.hiddenDelta(nextDelta, nextWeights, preActivation, hidden, with: self)
    }
  }

  func layerGradients(_ delta: Matrix, _ input: Matrix) throws -> LayerGradients {
    try value(Lesson4.layerGradients, delta, input) { oracle.layerGradients(delta, input) }
  }

  func backward(
    _ cache: ForwardCache, _ labels: Matrix, _ parameters: Parameters, _ hidden: HiddenActivation
  ) throws -> Gradients {
    try value(Lesson4.backward, cache, labels, parameters, hidden) {
      try Network.backward(cache, labels, parameters, hidden, with: self)
    }
  }

  func binaryCrossEntropy(_ probabilities: Matrix, _ labels: Matrix) throws -> Double {
    try value(Lesson3.binaryCrossEntropy, probabilities, labels) { oracle.binaryCrossEntropy(probabilities, labels) }
  }

  func accuracy(_ probabilities: Matrix, _ labels: Matrix) throws -> Double {
    try value(Lesson3.accuracy, probabilities, labels) { oracle.accuracy(probabilities, labels) }
  }

  /// - Throws: `UnusablePart` if the student's batches hold an index that is no example, or none at all.
  func miniBatches(_ request: BatchRequest) throws -> [[[Int]]] {
    guard fromStudent.contains(Lesson5.miniBatches.exercise) else { return oracle.miniBatches(request) }
    let yours = try request.answer(of: student)
    guard request.canBeUsed(yours) else { throw UnusablePart() }
    return yours
  }

  /// - Throws: `UnusablePart` if the student's parameters have other shapes than those at the start, or are no numbers.
  func trainEpochs(_ request: EpochRequest) throws -> [EpochTrace] {
    guard fromStudent.contains(Lesson5.trainEpoch.exercise) else { return try Network.train(request, with: self) }
    let yours = try request.answer(of: student)
    for trace in yours { try requireUsable(trace.parameters, as: request.parameters) }
    return yours
  }

  func weightNorm(_ parameters: Parameters) throws -> Double {
    try value(Lesson6.weightNorm, parameters) { oracle.weightNorm(parameters) }
  }

  func isImprovement(
    _ minimumImprovement: Double, _ bestLoss: Double, _ losses: [Double]
  ) throws -> ImprovementTrace {
    try value(Lesson7.isImprovement, minimumImprovement, bestLoss, losses) {
      oracle.isImprovement(minimumImprovement, bestLoss, losses)
    }
  }

  func zeroVelocity(_ gradients: Gradients) throws -> Gradients {
    try value(Lesson8.zeroVelocity, gradients) { oracle.zeroVelocity(gradients) }
  }
}

/// A part of the student's on whose result nothing can be built: it has another shape, or NaN or infinity in place of
/// numbers, of which each right way to go on makes something else.
struct UnusablePart: Error {}

extension Bench {
  /// Names the broken part, or the parts together, with which a result of an exercise holds nothing that can be compared.
  func unusableParts(below exercise: String, in result: (any Parts) throws -> some Inspectable) -> String? {
    let broken = brokenParts.filter { $0.exercise != exercise }
    guard !broken.isEmpty, let right = try? result(Oracle()) else { return nil }
    let unusable = (broken.map { [$0] } + [broken]).first { parts in
      do {
        let mixed = try result(MixedParts(student: student, fromStudent: Set(parts.map(\.exercise))))
        return !Comparison(mixed, to: right, tolerance: .value).isUsable
      } catch {
        return error is UnusablePart
      }
    }
    return unusable?.sentence
  }
}

extension Lesson1 {
  static func function(of hidden: HiddenActivation) -> LessonFunction<Matrix, Matrix> {
    switch hidden {
    case .relu: relu
    case .tanh: tanh
    case .sigmoid: sigmoid
    }
  }

  static func derivative(of hidden: HiddenActivation) -> LessonFunction<Matrix, Matrix> {
    switch hidden {
    case .relu: reluDerivative
    case .tanh: tanhDerivative
    case .sigmoid: sigmoidDerivative
    }
  }
}
