import CourseKit
import Training

@testable import LabKit

/// Lessons 9 and 10 that work, as short as they can be.
enum SmallLayers {
  static var functions: LessonFunctions {
    var functions = LogisticRegression.functions
    functions.miniBatches = { count, size, generator in
      let order = Array(0..<count).shuffled(using: &generator)
      let size = size > 0 ? size : count
      return stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
    }
    functions.softmax = { Self.softmax($0) }
    functions.crossEntropy = { logits, classes in
      let probabilities = Self.softmax(logits)
      return -classes.enumerated().reduce(0) { $0 + log(probabilities[$1.offset, $1.element]) } / Double(classes.count)
    }
    functions.logitsGradient = { logits, classes in
      var gradient = Self.softmax(logits)
      for (row, right) in classes.enumerated() { gradient[row, right] -= 1 }
      return 1 / Double(classes.count) * gradient
    }
    functions.classAccuracy = { logits, classes in
      let right = classes.enumerated().count { row, right in
        (0..<logits.columns).reduce(0) { logits[row, $1] > logits[row, $0] ? $1 : $0 } == right
      }
      return Double(right) / Double(classes.count)
    }
    functions.denseLayer = { SmallDense([$0, $1]) }
    functions.drawnDenseLayer = { fanIn, fanOut, scale, generator in
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices { weights.elements[index] = scale * generator.nextGaussian() }
      return SmallDense([weights, .zeros(rows: 1, columns: fanOut)])
    }
    functions.reluLayer = { SmallReLU() }
    functions.dropoutLayer = { SmallDropout($0, $1) }
    functions.sequential = { SmallSequential($0) }
    functions.sgdStep = { layer, rate, decay in
      layer.parameters = zip(layer.parameters, layer.gradients).map { $0 - rate * ($1 + decay * $0) }
    }
    return functions
  }

  private static func softmax(_ logits: Matrix) -> Matrix {
    var probabilities = logits.map { exp($0) }
    for row in 0..<logits.rows {
      let sum = (0..<logits.columns).reduce(0) { $0 + probabilities[row, $1] }
      for column in 0..<logits.columns { probabilities[row, column] /= sum }
    }
    return probabilities
  }
}

private final class SmallDense: Layer {
  private var held: [Matrix]
  private var slopes: [Matrix] = []
  private var input: Matrix?

  init(_ parameters: [Matrix]) {
    held = parameters
    super.init()
  }

  override func forward(_ input: Matrix, isTraining: Bool) -> Matrix {
    if isTraining { self.input = input }
    return matmul(input, held[0]).adding(row: held[1])
  }

  override func backward(_ outputGradient: Matrix) -> Matrix {
    slopes = [matmul(kept(input).transposed, outputGradient), outputGradient.columnSums()]
    return matmul(outputGradient, held[0].transposed)
  }

  override var parameters: [Matrix] {
    get { held }
    set { held = newValue }
  }

  override var gradients: [Matrix] { slopes }
}

private final class SmallReLU: Layer {
  private var mask: Matrix?

  override func forward(_ input: Matrix, isTraining: Bool) -> Matrix {
    if isTraining { mask = input.map { $0 > 0 ? 1 : 0 } }
    return input.map { max(0, $0) }
  }

  override func backward(_ outputGradient: Matrix) -> Matrix { outputGradient * kept(mask) }
}

private final class SmallDropout: Layer {
  private let keepProbability: Double
  private var generator: SeededGenerator
  private var mask: Matrix?

  init(_ keepProbability: Double, _ generator: SeededGenerator) {
    (self.keepProbability, self.generator) = (keepProbability, generator)
    super.init()
  }

  override func forward(_ input: Matrix, isTraining: Bool) -> Matrix {
    guard isTraining else { return input }
    let mask = input.map { _ in generator.nextUniform() < keepProbability ? 1 / keepProbability : 0 }
    self.mask = mask
    return input * mask
  }

  override func backward(_ outputGradient: Matrix) -> Matrix { outputGradient * kept(mask) }
}

private final class SmallSequential: Layer {
  private let layers: [Layer]

  init(_ layers: [Layer]) {
    self.layers = layers
    super.init()
  }

  override func forward(_ input: Matrix, isTraining: Bool) -> Matrix {
    layers.reduce(input) { $1.forward($0, isTraining: isTraining) }
  }

  override func backward(_ outputGradient: Matrix) -> Matrix {
    layers.reversed().reduce(outputGradient) { $1.backward($0) }
  }

  override var parameters: [Matrix] {
    get { layers.flatMap(\.parameters) }
    set {
      var rest = newValue[...]
      for layer in layers {
        layer.parameters = Array(rest.prefix(layer.parameters.count))
        rest = rest.dropFirst(layer.parameters.count)
      }
    }
  }

  override var gradients: [Matrix] { layers.flatMap(\.gradients) }
}
