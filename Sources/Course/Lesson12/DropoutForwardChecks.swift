import Contract
import CourseKit
import Engine

/// What the checks of 12.2 look at.
enum DropoutForwardChecks {
  typealias Input = (Double, UInt64, [LayerCall])
  typealias Asking = (Input) throws -> LayerTrace

  static func drawn(_ size: Int, _ generator: inout SeededGenerator) -> Input {
    let keep = (20 + (70 * generator.nextUniform()).rounded()) / 100 + 0.003
    let columns = Int.random(in: 2...2 * size + 4, using: &generator)
    let seed = generator.next()
    return (keep, seed, calls(columns, size, &generator))
  }

  /// Calls, one or up to five; of a few the batches have one size.
  private static func calls(_ columns: Int, _ size: Int, _ generator: inout SeededGenerator) -> [LayerCall] {
    let count = size <= 1 ? 1 : Int.random(in: 2...5, using: &generator)
    let isOneSize = generator.nextUniform() < 0.5
    let rows = Int.random(in: 2...2 * size + 4, using: &generator)
    return (0..<count).map { index in
      let isTraining = index == 0 || generator.nextUniform() < 0.6
      let own = isOneSize ? rows : Int.random(in: 1...2 * size + 4, using: &generator)
      return LayerCall(isTraining ? .training : .evaluation, EdgeSamples.matrix(own, columns, &generator))
    }
  }

  /// Layers and calls of many sizes, zeros and evaluations before any training among them.
  static func everySize() -> [Input] {
    var generator = SeededGenerator(seed: 17)
    return (0..<40).map { index in
      let columns = Int.random(in: 1...12, using: &generator)
      let keep = EdgeSamples.one(of: [1, 0.999, 0.9, 0.8, 0.5, 0.3, 0.1, 0.01], &generator)
      let calls = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        let rows = Int.random(in: 1...12, using: &generator)
        let numbers = index.isMultiple(of: 2) ? LayerSamples.ordinary : LayerSamples.edges
        return LayerCall(
          generator.nextUniform() < 0.6 ? .training : .evaluation, numbers(rows, columns, &generator))
      }
      return (keep, generator.next(), calls)
    }
  }

  @Sendable static func shapes(_ input: Input, _ yours: LayerTrace, _ ask: Asking) throws -> Finding? {
    let expected = LayerTrace(input.2) { [LayerFact("returned", $0.matrix), LayerFact("mask", $0.matrix)] }
    let seen = LayerTrace(
      yours.steps.map { LayerStep($0.call, $0.facts.filter { $0.name == "returned" || $0.name == "mask" }) })
    return Comparison(seen, to: expected, tolerance: .value).shapeProblem.map { Finding(evidence: [$0]) }
  }

  /// Everything that can be said of a trace: what is returned against what is kept, what is kept, and how it was drawn.
  @Sendable static func trace(_ input: Input, _ yours: LayerTrace, _ ask: Asking) throws -> Finding? {
    let keep = input.0
    let expected = expectation(input, yours)
    let comparison = Comparison(yours, to: expected, tolerance: .value)
    if !comparison.isEqual { return Finding(evidence: Evidence(comparison: comparison).lines) }
    let masks = trainingMasks(input, yours)
    if let problem = wrongEntry(masks, keep) { return Finding(evidence: [problem]) }
    let bits = masks.map { MaskSample.Bits($0) { $0 != 0 } }
    let (kept, count) = bits.reduce((0, 0)) { ($0.0 + $1.keptCount, $0.1 + $1.kept.count) }
    if !Chance.allows(kept, of: count, keep, among: 40) {
      return Finding(
        evidence: [
          "\(kept) of \(count) entries are kept, a share of \((Double(kept) / Double(count)).text)   expected \(keep.text)"
        ])
    }
    if MaskSample(bits).allows(.each, share: keep, isNew: true) { return nil }
    return Finding(evidence: ["The masks of these batches are not drawn entry by entry, anew for each batch."])
  }

  /// What must be seen beside what the student's layer keeps: whatever mask that is, it is applied.
  private static func expectation(_ input: Input, _ yours: LayerTrace) -> LayerTrace {
    var kept: Matrix?
    var index = -1
    return LayerTrace(input.2) { call in
      index += 1
      let isTraining = call.action == .training
      var output = call.matrix
      if isTraining {
        let own = yours.matrix("mask", after: index)
        let isUsable = own?.rows == output.rows && own?.columns == output.columns
        let mask = isUsable ? own : Matrix.zeros(rows: output.rows, columns: output.columns)
        for (place, entry) in (mask?.elements ?? []).enumerated() { output.elements[place] *= entry }
        kept = mask
      }
      let moved = yours.matrix("generator moved on", after: index)?.elements.first
      return [
        LayerFact("returned", output), LayerFact("mask", kept),
        // Where nothing is left to chance nothing need be drawn.
        LayerFact("generator moved on", number: input.0 == 1 ? moved : isTraining ? 1 : 0),
      ]
    }
  }

  private static func trainingMasks(_ input: Input, _ yours: LayerTrace) -> [Matrix] {
    input.2.indices.filter { input.2[$0].action == .training }.compactMap { yours.matrix("mask", after: $0) }
  }

  private static func wrongEntry(_ masks: [Matrix], _ keep: Double) -> String? {
    for mask in masks {
      for (index, entry) in mask.elements.enumerated() where entry != 0 && !Tolerance.value.accepts(entry, 1 / keep) {
        let expected = keep == 1 ? "1" : "0 or \((1 / keep).text)"
        return "mask[\(index / mask.columns), \(index % mask.columns)]  yours \(entry.text)   expected \(expected)"
      }
    }
    return nil
  }

  @Sendable static func seeded(_ input: Input, _ yours: LayerTrace, _ ask: Asking) throws -> Finding? {
    if try yours != ask(input) {
      return Finding(evidence: ["Two layers with the same generator gave different outputs."])
    }
    if try yours != ask((input.0, input.1 + 1, input.2)) { return nil }
    return Finding(evidence: ["Two layers with different generators gave the same outputs."])
  }

  @Sendable static func expectation(_ input: Input, _ yours: LayerTrace, _ ask: Asking) throws -> Finding? {
    guard let output = yours.matrix("returned"), let number = input.2.first?.matrix.elements.first else { return nil }
    let mean = output.elements.reduce(0, +) / Double(output.elements.count)
    let deviation = number * ((1 - input.0) / input.0 / Double(output.elements.count)).squareRoot()
    if abs(mean - number) <= 6.5 * deviation { return nil }
    return Finding(
      evidence: ["With keepProbability \(input.0.text) the mean output is \(mean.text)   expected about \(number.text)"]
    )
  }
}
