import Contract
import CourseKit
import Engine
import Wire

extension LayerTrace: Inspectable {
  package var components: [Component] {
    steps.enumerated().flatMap { index, step in
      step.facts.map { fact in
        // Of a single call all that is wrong belongs together; of several what is wrong first says most.
        let number = steps.count > 1 ? index + 1 : nil
        let prefix = index == 0 ? "" : "call \(index + 1), \(step.call): "
        let name = { prefix + fact.name }
        guard let matrix = fact.matrices.first else {
          return Component(name: name(), optional: nil, step: number)
        }
        if ["isTraining", "as they were", "moved on"].contains(where: fact.name.hasSuffix) {
          return Component(name: name(), truth: matrix.elements == [1], step: number)
        }
        if fact.name.hasSuffix(" calls") {
          return Component(name: name(), number: matrix.elements.first ?? .nan, step: number) { $0.text }
        }
        return Component(name: name(), optional: matrix, step: number)
      }
    }
  }
}

extension LayerTrace {
  /// What becomes of calls, one after the other; of what is no call nothing is known.
  init(_ calls: [LayerCall], facts: (LayerCall) throws -> [LayerFact]?) rethrows {
    self.init(
      try calls.compactMap { call in try facts(call).map { LayerStep(call.action.rawValue, $0) } })
  }

  /// The matrix of a name after a call, counted from 0.
  func matrix(_ name: String, after call: Int = 0) -> Matrix? {
    guard steps.indices.contains(call) else { return nil }
    return steps[call].facts.first { $0.name == name }?.matrices.first
  }

  /// What a page shows of the first call: the words of each, and the name of the matrix that came.
  func demonstrated(_ calls: KeyValuePairs<String, String>) -> [DemonstratedCall] {
    calls.compactMap { words, name in
      guard let matrix = matrix(name) else { return nil }
      return DemonstratedCall(words, matrix)
    }
  }
}

extension LayerFact {
  /// A right call leaves these alone.
  static let parameters = LayerFact("weights and biases", isLeftAlone: true)
  static let parametersAndGradients = LayerFact("parameters and gradients", isLeftAlone: true)
}

extension LayerCall: WrittenArgument {
  package var written: String? {
    guard matrix.elements.count <= 12 else { return nil }
    return switch action {
    case .training: "forward(\(matrix.rowsText), isTraining: true)"
    case .evaluation: "forward(\(matrix.rowsText), isTraining: false)"
    case .backward: "backward(\(matrix.rowsText))"
    case .keeping: "kept \(matrix.rowsText)"
    }
  }
}

extension LayerSketch: WrittenArgument {
  package var written: String? {
    guard kind == .recording, weights.elements.count + biases.elements.count <= 12 else { return nil }
    return "input · \(weights.rowsText) + \(biases.rowsText)"
  }
}

/// Arguments for layers, drawn at random.
enum LayerSamples {
  typealias Numbers = @Sendable (_ rows: Int, _ columns: Int, inout SeededGenerator) -> Matrix

  static let ordinary: Numbers = { Samples.normal($0, $1, &$2) }
  /// Zeros of both signs among them, numbers that are all but 0, and large ones.
  static let edges: Numbers = { rows, columns, generator in
    Matrix.filled(rows, columns) { _, _ in
      EdgeSamples.one(of: [0, 0, -0.0, 1, -1, 1e-12, -1e-12, 100, generator.nextGaussian()], &generator)
    }
  }

  /// Forwards, one or up to four.
  ///
  /// - Parameter isLateToTrain: whether an evaluation may come first.
  static func forwards(
    _ columns: Int, _ size: Int, _ numbers: Numbers, isLateToTrain: Bool = false, _ generator: inout SeededGenerator
  ) -> [LayerCall] {
    let count = size <= 1 ? 1 : Int.random(in: 2...4, using: &generator)
    return (0..<count).map { index in
      let isTraining = index == 0 && !isLateToTrain || generator.nextUniform() < 0.5
      let rows = Samples.size(upTo: size, &generator)
      return LayerCall(isTraining ? .training : .evaluation, numbers(rows, columns, &generator))
    }
  }

  /// Backwards, each after something that the layer keeps, the last of them perhaps with what is kept already.
  ///
  /// - Parameters:
  ///   - kept: makes what the layer keeps of a batch of so many rows.
  ///   - columns: the columns of a gradient.
  static func backwards(
    _ columns: Int, _ size: Int, _ numbers: Numbers, _ generator: inout SeededGenerator,
    kept: (_ rows: Int, inout SeededGenerator) -> Matrix
  ) -> [LayerCall] {
    var calls: [LayerCall] = []
    for _ in 0..<(size <= 1 ? 1 : Int.random(in: 1...2, using: &generator)) {
      let rows = Samples.size(upTo: size, &generator)
      calls.append(LayerCall(.keeping, kept(rows, &generator)))
      for _ in 0..<(size <= 1 ? 1 : Int.random(in: 1...2, using: &generator)) {
        calls.append(LayerCall(.backward, numbers(rows, columns, &generator)))
      }
    }
    return calls
  }

  /// A mask: ones and zeros.
  static func mask(_ rows: Int, _ columns: Int, _ generator: inout SeededGenerator) -> Matrix {
    Matrix.filled(rows, columns) { _, _ in generator.nextUniform() < 0.6 ? 1 : 0 }
  }

  /// A row of the host's layers that fit together: no layer, one or up to four.
  static func sketches(_ size: Int, _ numbers: Numbers, _ generator: inout SeededGenerator) -> [LayerSketch] {
    let count = size <= 1 ? 1 : Int.random(in: 0...4, using: &generator)
    let widths = (0...count).map { _ in Samples.size(upTo: size, &generator) }
    return zip(widths, widths.dropFirst()).map { fanIn, fanOut in
      LayerSketch(
        .recording, weights: numbers(fanIn, fanOut, &generator), biases: numbers(1, fanOut, &generator))
    }
  }
}

/// The page's layer, its two rows and the slope of the loss by what follows on it.
enum LayerExample {
  static let weights = Matrix([[1, -1], [1, 2]])
  static let biases = Matrix([[0, 1]])
  static let input = Matrix([[1, 2], [2, -1]])
  static let output = Matrix([[3, 4], [1, -3]])
  static let mask = Matrix([[1, 1], [1, 0]])
  /// ∂loss/∂output of the ReLU layer.
  static let outputGradient = Matrix([[0.5, -0.5], [1, 2]])
  /// The same of the dense layer.
  static let passed = Matrix([[0.5, -0.5], [1, 0]])
}
