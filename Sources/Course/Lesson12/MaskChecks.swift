import CourseKit
import Engine

/// What the checks of 12.1 look at.
enum MaskChecks {
  typealias Input = (Int, Int, Double, UInt64, Int)
  typealias Asking = (Input) throws -> [Matrix]

  // MARK: What an entry is

  @Sendable static func shapes(_ input: Input, _ masks: [Matrix], _ ask: Asking) throws -> Finding? {
    let upright: Input = (5, 2, 0.8, 1, 1)
    let problem = try shapeProblem(masks, input) ?? shapeProblem(ask(upright), upright)
    return problem.map { Finding(evidence: [$0]) }
  }

  private static func shapeProblem(_ masks: [Matrix], _ input: Input) -> String? {
    let expected = Matrix.zeros(rows: input.0, columns: input.1)
    return Comparison(masks.first ?? Matrix([]), to: expected, tolerance: .value).shapeProblem
  }

  @Sendable static func values(_ input: Input, _ masks: [Matrix], _ ask: Asking) throws -> Finding? {
    try requireShapes(masks, input)
    return wrongValue(masks, input).map { Finding(evidence: [$0]) }
  }

  @Sendable static func keepsAll(_ input: Input, _ masks: [Matrix], _ ask: Asking) throws -> Finding? {
    try requireShapes(masks, input)
    return wrongValue(masks, input) { Tolerance.value.accepts($0, 1) ? nil : "1" }.map { Finding(evidence: [$0]) }
  }

  /// The first entry that is neither 0 nor 1 / keep, or that is not what a rule says.
  private static func wrongValue(
    _ masks: [Matrix], _ input: Input, rule: ((Double) -> String?)? = nil
  ) -> String? {
    let scale = 1 / input.2
    let rule = rule ?? { $0 == 0 || Tolerance.value.accepts($0, scale) ? nil : "0 or \(scale.text)" }
    for mask in masks {
      for (index, entry) in mask.elements.enumerated() {
        guard let expected = rule(entry) else { continue }
        let place = "mask[\(index / mask.columns), \(index % mask.columns)]"
        return "\(place)  yours \(entry.text)   expected \(expected)   (keepProbability \(input.2.text))"
      }
    }
    return nil
  }

  /// Stops a check whose statistics are impossible.
  private static func requireShapes(_ masks: [Matrix], _ input: Input) throws {
    guard masks.count == input.4, masks.allSatisfy({ $0.rows == input.0 && $0.columns == input.1 }) else {
      throw Waiting("the shapes of 12.1 dropoutMask are not right yet")
    }
  }

  /// Which entries are kept; it waits if they are not 0 and one other number.
  private static func bits(_ masks: [Matrix], _ input: Input) throws -> [MaskSample.Bits] {
    try requireShapes(masks, input)
    let kept = masks.lazy.flatMap(\.elements).first { $0 != 0 }
    guard masks.allSatisfy({ $0.elements.allSatisfy { $0 == 0 || $0 == kept } }) else {
      throw Waiting.forTheChecksAbove
    }
    return masks.map { MaskSample.Bits($0) { $0 != 0 } }
  }

  // MARK: How many are kept

  @Sendable static func shares(_ input: Input, _ masks: [Matrix], _ ask: Asking) throws -> Finding? {
    let bits = try bits(masks, input)
    let (kept, count) = bits.reduce((0, 0)) { ($0.0 + $1.keptCount, $0.1 + $1.kept.count) }
    if Chance.allows(kept, of: count, input.2) { return nil }
    return Finding(evidence: [evidence(kept, of: count, input.2)])
  }

  private static func evidence(_ kept: Int, of count: Int, _ share: Double) -> String {
    "\(kept) of \(count) entries are kept, a share of \((Double(kept) / Double(count)).text)   expected \(share.text)"
  }

  @Sendable static func narrow(_ input: Input, _ masks: [Matrix], _ ask: Asking) throws -> Finding? {
    if let problem = wrongValue(masks, input) { return Finding(evidence: [problem]) }
    let bits = try bits(masks, input)
    if MaskSample(bits).areAlike == true { throw Waiting.forTheChecksAbove }
    for index in bits[0].kept.indices {
      let kept = bits.count { $0.kept[index] }
      if !Chance.allows(kept, of: bits.count, input.2, among: 100) {
        let place = "mask[\(index / input.1), \(index % input.1)]"
        return Finding(evidence: [
          "\(place) is kept in \(kept) of \(bits.count) masks   expected \(input.2.text) of them"
        ])
      }
    }
    return nil
  }

  // MARK: Where they come from

  @Sendable static func seeded(_ input: Input, _ masks: [Matrix], _ ask: Asking) throws -> Finding? {
    try requireShapes(masks, input)
    if try masks != ask(input) {
      return Finding(
        evidence: ["Two calls with the same seed gave different masks."],
        diagnosis: DropoutMaskMistake.ownGenerator.sentence)
    }
    guard try masks == ask((input.0, input.1, input.2, input.3 + 1, input.4)) else { return nil }
    let sample = MaskSample(try bits(masks, input))
    if sample.isOneValue { throw Waiting.forTheChecksAbove }
    return Finding(
      evidence: ["Two calls with different seeds gave the same mask."],
      // Where nothing is drawn at all another sentence says more.
      diagnosis: sample.isLeading ? nil : DropoutMaskMistake.fixedSeed.sentence)
  }

  @Sendable static func movedOn(_ input: Input, _ masks: [Matrix], _ ask: Asking) throws -> Finding? {
    try requireShapes(masks, input)
    guard masks.count == 2, masks[0] == masks[1] else { return nil }
    // What takes no notice of the seed has a mistake that is named above.
    if try masks == ask((input.0, input.1, input.2, input.3 + 1, 2)) { throw Waiting.forTheChecksAbove }
    return Finding(
      evidence: ["Two calls in a row with the same generator gave the same mask."],
      diagnosis: DropoutMaskMistake.copiedGenerator.sentence)
  }
}

// What hundreds of small masks show.
extension MaskChecks {
  private static func requireVaried(_ masks: [Matrix], _ input: Input) throws -> [MaskSample.Bits] {
    let bits = try bits(masks, input)
    if MaskSample(bits).areAlike == true { throw Waiting.forTheChecksAbove }
    return bits
  }

  @Sendable static func places(_ input: Input, _ masks: [Matrix], _ ask: Asking) throws -> Finding? {
    let bits = try requireVaried(masks, input)
    for index in bits[0].kept.indices {
      let kept = bits.count { $0.kept[index] }
      if !Chance.allows(kept, of: bits.count, input.2, among: bits[0].kept.count) {
        return Finding(
          evidence: [
            "\(place(index, input)) is kept in \(kept) of \(bits.count) masks   expected about "
              + "\(Int((input.2 * Double(bits.count)).rounded()))"
          ])
      }
    }
    return nil
  }

  private static func place(_ index: Int, _ input: Input) -> String {
    "mask[\(index / input.1), \(index % input.1)]"
  }

  @Sendable static func independence(_ input: Input, _ masks: [Matrix], _ ask: Asking) throws -> Finding? {
    let bits = try requireVaried(masks, input)
    let indices = bits[0].kept.indices
    // Two draws agree if both are kept or both are not.
    let agreement = input.2 * input.2 + (1 - input.2) * (1 - input.2)
    let tests = indices.count * indices.count * 3 / 2
    for one in indices {
      for other in indices where other > one {
        let alike = bits.count { $0.kept[one] == $0.kept[other] }
        if !Chance.allows(alike, of: bits.count, agreement, among: tests) {
          return Finding(
            evidence: [
              "\(place(one, input)) and \(place(other, input)) are alike in \(alike) of \(bits.count) masks   "
                + "expected about \(Int((agreement * Double(bits.count)).rounded()))"
            ])
        }
      }
      // A copy of the generator that is moved on a little gives the next mask some of the same numbers.
      for other in indices {
        let alike = zip(bits.dropFirst(), bits).count { $0.kept[one] == $1.kept[other] }
        if !Chance.allows(alike, of: bits.count - 1, agreement, among: tests) {
          return Finding(
            evidence: [
              "\(place(one, input)) hangs together with \(place(other, input)) of the mask before: they are alike in "
                + "\(alike) of \(bits.count - 1) masks."
            ])
        }
      }
    }
    return nil
  }

  @Sendable static func counts(_ input: Input, _ masks: [Matrix], _ ask: Asking) throws -> Finding? {
    let bits = try requireVaried(masks, input)
    let parts: [(name: String, counts: [Int], of: Int)] = [
      ("mask", bits.map(\.keptCount), input.0 * input.1), ("row", bits.flatMap(\.keptInRows), input.1),
      ("column", bits.flatMap(\.keptInColumns), input.0),
    ]
    let tests = parts.reduce(0) { $0 + $1.of + 1 }
    for part in parts {
      for (kept, share) in Chance.binomial(part.of, input.2).enumerated() {
        let seen = part.counts.count { $0 == kept }
        if !Chance.allows(seen, of: part.counts.count, share, among: tests) {
          return Finding(
            evidence: [
              "\(seen) of \(part.counts.count) \(part.name)s keep \(kept) of their \(part.of) entries   expected about "
                + "\(Int((share * Double(part.counts.count)).rounded()))"
            ])
        }
      }
    }
    return nil
  }

  @Sendable static func neighbours(_ input: Input, _ masks: [Matrix], _ ask: Asking) throws -> Finding? {
    let bits = try bits(masks, input)[0]
    if MaskSample([bits]).isOneValue { throw Waiting.forTheChecksAbove }
    let agreement = input.2 * input.2 + (1 - input.2) * (1 - input.2)
    let lags = Array(1...12) + [bits.columns - 1, bits.columns, bits.columns + 1, 2 * bits.columns, 3 * bits.columns]
    for lag in lags {
      let alike = zip(bits.kept, bits.kept.dropFirst(lag)).count { $0 == $1 }
      // Each entry is in two of the pairs, which takes half of the certainty.
      let pairs = (bits.kept.count - lag) / 2
      if !Chance.allows(alike / 2, of: pairs, agreement, among: 2 * lags.count) {
        return Finding(
          evidence: [
            "Entries \(lag) apart, counted row after row, are alike in \(alike) of \(bits.kept.count - lag) pairs   "
              + "expected about \(Int((agreement * Double(bits.kept.count - lag)).rounded()))"
          ])
      }
    }
    return nil
  }
}

extension MaskSample {
  /// Whether all are kept or none is.
  var isOneValue: Bool { Set(masks.flatMap(\.kept)).count < 2 }
}
