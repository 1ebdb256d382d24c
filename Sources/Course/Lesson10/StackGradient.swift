import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

/// A row of the student's own layers: all of 10.1 to 10.6 together, against central differences.
enum StackGradient {
  /// Layers of these widths.
  static func sketches(_ widths: [Int], _ kind: LayerSketch.Kind, seed: UInt64) -> [LayerSketch] {
    let parameters = Samples.parameters(widths, seed: seed)
    return zip(parameters.weights, parameters.biases).map { LayerSketch(kind, weights: $0, biases: $1) }
  }

  /// The exercises whose code the check runs.
  private static let parts: Set<ExerciseID> = ["10.1", "10.2", "10.3", "10.4", "10.6"]

  /// Each stack is trained on a batch and evaluated on another one before the gradient comes back.
  static let check = Check(
    Lesson10.sequentialBackward.exercise, .gradient,
    "five stacks of your layers against central differences"
  ) { bench in
    // Whoever has not written it is told so, whatever else is missing.
    _ = try bench.student.call(Lesson10.sequentialBackward, [], [LayerCall(.backward, LayerExample.outputGradient)])
    // Of the layers only that they are right is of interest here; each has checks of its own.
    if let part = bench.brokenParts.first(where: { parts.contains($0.exercise) }) {
      throw part.exercise == Lesson10.sequentialBackward.exercise ? Waiting.forTheChecksAbove : Waiting(part.sentence)
    }
    for (number, widths) in [[2, 3], [3, 4, 2], [1, 1, 1], [4, 3, 5, 2], [2, 6, 6, 3]].enumerated() {
      let (sketches, calls) = try stack(widths, seed: 381 + UInt64(number))
      let yours = try bench.student.call(Lesson10.sequentialBackward, sketches, calls)
      let comparison = Comparison(yours, to: try measured(sketches, calls), tolerance: .gradient)
      if !comparison.isEqual {
        return bench.outcome(
          ["Units: \(widths.map(String.init).joined(separator: "-")), ReLU between the dense layers."]
            + Evidence(comparison: comparison).lines, of: Lesson10.sequentialBackward.exercise, where: parts.contains)
      }
    }
    return .passed
  }

  /// Dense layers with ReLU layers between them, none of whose inputs lies near the kink, and the calls.
  private static func stack(_ widths: [Int], seed: UInt64) throws -> ([LayerSketch], [LayerCall]) {
    for attempt in 0..<200 as Range<UInt64> {
      let ownSeed = seed &+ 1000 &* attempt
      let dense = sketches(widths, .dense, seed: ownSeed)
      let all = dense.flatMap { [$0, .reLU] }.dropLast()
      let input = Samples.matrix(3, widths[0], seed: ownSeed &+ 5)
      let before = try inputs(Array(all), input).dropFirst().enumerated().filter { $0.offset.isMultiple(of: 2) }
      let nearest = before.flatMap(\.element.elements).map(abs).min() ?? 1
      if nearest > Samples.reachOfKink {
        return (
          Array(all),
          [
            LayerCall(.training, input), LayerCall(.evaluation, Samples.matrix(5, widths[0], seed: ownSeed &+ 6)),
            LayerCall(.backward, Samples.matrix(3, widths[widths.count - 1], seed: ownSeed &+ 7)),
          ]
        )
      }
    }
    fatalError("No stack \(widths) away from ReLU's kink near seed \(seed)")
  }

  /// What each layer is given, and at the end what the last one returns.
  private static func inputs(_ sketches: [LayerSketch], _ input: Matrix) throws -> [Matrix] {
    try sketches.reduce(into: [input]) { inputs, sketch in
      let last = inputs[inputs.count - 1]
      if sketch.kind == .reLU {
        inputs.append(last.map { max(0, $0) })
      } else {
        var output = try Stopping.product(last, sketch.weights)
        for row in 0..<output.rows {
          for unit in 0..<output.columns { output[row, unit] += sketch.biases[0, unit] }
        }
        inputs.append(output)
      }
    }
  }

  /// What central differences say of the loss Σ G ⊙ output.
  private static func measured(_ sketches: [LayerSketch], _ calls: [LayerCall]) throws -> LayerTrace {
    let (input, gradient) = (calls[0].matrix, calls[2].matrix)
    func loss(_ sketches: [LayerSketch], _ input: Matrix) throws -> Double {
      let output = try inputs(sketches, input).last ?? input
      return zip(output.elements, gradient.elements).reduce(0) { $0 + $1.0 * $1.1 }
    }
    func slope(_ index: Int, _ part: WritableKeyPath<LayerSketch, Matrix>) throws -> Matrix {
      try CentralDifferences.gradient(at: sketches[index][keyPath: part]) { matrix in
        var changed = sketches
        changed[index][keyPath: part] = matrix
        return try loss(changed, input)
      }
    }
    let facts = try sketches.indices.reversed().filter { sketches[$0].kind == .dense }.flatMap { index in
      [
        LayerFact("layers[\(index)].weightGradient", try slope(index, \.weights)),
        LayerFact("layers[\(index)].biasGradient", try slope(index, \.biases)),
      ]
    }
    let back = try CentralDifferences.gradient(at: input) { try loss(sketches, $0) }
    return LayerTrace([LayerStep("backward", facts + [LayerFact("returned", back)])])
  }

  /// The same by the chain rule, as right layers have it.
  static func right(_ sketches: [LayerSketch], _ calls: [LayerCall]) throws -> LayerTrace {
    guard let batch = calls.last(where: { $0.action == .training })?.matrix else { throw PredictedStop() }
    let inputs = try inputs(sketches, batch)
    return try LayerTrace(calls) { call in
      guard call.action == .backward else { return nil }
      var (gradient, facts) = (call.matrix, [LayerFact]())
      for (index, sketch) in sketches.enumerated().reversed() {
        if sketch.kind == .reLU {
          gradient = try Stopping.entrywise(gradient, inputs[index]) { $1 > 0 ? $0 : 0 }
          continue
        }
        let weights = try Stopping.product(Stopping.turned(inputs[index]), gradient)
        facts.append(LayerFact("layers[\(index)].weightGradient", weights))
        facts.append(LayerFact("layers[\(index)].biasGradient", Stopping.columnSums(gradient)))
        gradient = try Stopping.product(gradient, Stopping.turned(sketch.weights))
      }
      return facts + [LayerFact("returned", gradient)]
    }
  }
}
