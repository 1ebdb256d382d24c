import Contract
import CourseKit

@testable import Judge

extension TestStudent {
  /// A student who has everything right.
  ///
  /// Larger exercises call the student's own parts, as in the lessons: a part that is replaced by a wrong one spoils
  /// what is built on it.
  static func reference() -> TestStudent {
    let student = TestStudent()
    student.answerActivations()
    student.answerInitializers()
    student.answerForward()
    student.answerBackward()
    student.answerTraining()
    student.answerRegularisation()
    student.answerMomentum()
    student.isRight()
    return student
  }

  private func answerActivations() {
    for hidden in HiddenActivation.allCases {
      answer(Lesson1.function(of: hidden)) { Oracle().activation($0, hidden) }
    }
    answer(Lesson1.reluDerivative) { Oracle().slope($0, .relu) }
    answer(Lesson1.sigmoidDerivative) { [unowned self] z in
      try call(Lesson1.sigmoid, z).map { $0 * (1 - $0) }
    }
    answer(Lesson1.tanhDerivative) { [unowned self] z in
      try call(Lesson1.tanh, z).map { 1 - $0 * $0 }
    }
  }

  private func answerInitializers() {
    answer(Lesson2.parameterCount) { sizes in
      zip(sizes, sizes.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
    }
    answer(Lesson2.heInitialized) { randomParameters($0, seed: $1) { fanIn, _ in 2 / fanIn } }
    answer(Lesson2.xavierInitialized) { randomParameters($0, seed: $1) { fanIn, _ in 1 / fanIn } }
  }

  private func answerForward() {
    answer(Lesson3.linear) { input, weights, biases in
      try stopUnless(input.columns == weights.rows && biases.columns == weights.columns, in: "3.1")
      return Oracle().linear(input, weights, biases)
    }
    answer(Lesson3.forward) { [unowned self] input, parameters, hidden in
      try Network.forward(input, parameters, hidden, with: OwnParts(student: self, owner: "3.2"))
    }
    answer(Lesson3.binaryCrossEntropy) { Oracle().binaryCrossEntropy($0, $1) }
    answer(Lesson3.accuracy) { Oracle().accuracy($0, $1) }
    answer(Lesson3.predict) { [unowned self] input, parameters, hidden in
      Oracle().classes(try call(Lesson3.forward, input, parameters, hidden).probabilities)
    }
  }

  private func answerBackward() {
    answer(Lesson4.outputDelta) { Oracle().outputDelta($0, $1) }
    answer(Lesson4.hiddenDelta) { [unowned self] delta, weights, z, hidden in
      try stopUnless(delta.columns == weights.columns && z.columns == weights.rows, in: "4.2")
      return try Network.hiddenDelta(delta, weights, z, hidden, with: OwnParts(student: self, owner: "4.2"))
    }
    answer(Lesson4.layerGradients) { delta, input in
      try stopUnless(delta.rows == input.rows, in: "4.3")
      return Oracle().layerGradients(delta, input)
    }
    answer(Lesson4.backward) { [unowned self] cache, labels, parameters, hidden in
      try Network.backward(cache, labels, parameters, hidden, with: OwnParts(student: self, owner: "4.4"))
    }
  }
}

extension TestStudent {
  /// Lesson 5: the shuffle is the judge's own, because a right order has no other property.
  fileprivate func answerTraining() {
    answer(Lesson5.miniBatches) { count, batchSize, seed, epochs in
      Oracle().miniBatches(BatchRequest(count: count, batchSize: batchSize, seed: seed, epochs: epochs))
    }
    answer(Lesson5.gradientDescentStep) { Network.descended($0, $1, $2) }
    answer(Lesson5.trainEpoch) { [unowned self] parameters, data, batchSize, hidden, seed, learningRate, epochs in
      let request = EpochRequest(
        parameters: parameters, data: data, batchSize: batchSize, hidden: hidden, seed: seed,
        learningRate: learningRate, epochs: epochs)
      return try Network.train(request, with: OwnParts(student: self, owner: Lesson5.trainEpoch.exercise))
    }
    answer(Lesson5.train) { [unowned self] start, data, validation, plan in
      let parts = OwnParts(student: self, owner: Lesson5.train.exercise)
      return try Network.train(start, on: data, validation: validation, plan, with: parts)
    }
  }
}

extension CallFailure {
  /// What the operations of `Matrix` do to a function in which shapes do not fit: each exercise has one such line.
  static func shapesDoNotFit(in exercise: String) -> CallFailure {
    let file = Course.lesson(of: exercise)?.file ?? "?"
    let line = Int(exercise.suffix(1)) ?? 0
    return CallFailure(.fault, "Shapes do not fit", at: SourceLocation(file: "Lessons/\(file)", line: line))
  }
}

private func stopUnless(_ shapesFit: Bool, in exercise: String) throws {
  if !shapesFit { throw CallFailure.shapesDoNotFit(in: exercise) }
}

/// Normal weights with the variance that is asked for, and biases of 0.
func randomParameters(
  _ layerSizes: [Int], seed: UInt64, variance: (_ fanIn: Double, _ fanOut: Double) -> Double
) -> Parameters {
  var generator = SeededGenerator(seed: seed)
  return randomParameters(layerSizes) { fanIn, fanOut in
    variance(fanIn, fanOut).squareRoot() * generator.nextGaussian()
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
