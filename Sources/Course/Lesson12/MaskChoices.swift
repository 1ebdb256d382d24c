import CourseKit
import Engine

/// What can be done otherwise in 12.1.
struct DropoutMaskChoices: Sendable {
  /// What is taken for the probability of being kept, throughout.
  var probability: @Sendable (_ keep: Double) -> Double = { $0 }
  /// With which probability an entry is kept.
  var share: @Sendable (_ probability: Double) -> Double = { $0 }
  /// What an entry is that is kept.
  var kept: @Sendable (_ probability: Double) -> Double = { 1 / $0 }
  /// What the others are.
  var dropped: @Sendable (_ probability: Double) -> Double = { _ in 0 }
  /// Whether what is kept is scaled by the share that came, mask by mask.
  var isScaledByCount = false
  /// Where the entries are many different numbers: how these are spread.
  var spread: Spread?
  var pattern = MaskPattern.each
  /// Whether each call draws anew.
  var isNewEachTime = true
  var shape: @Sendable (_ rows: Int, _ columns: Int) -> [Int] = { [$0, $1] }
  /// Which entries are drawn at all; the others stay 0.
  var place: (@Sendable (_ row: Int, _ column: Int, _ rows: Int, _ columns: Int) -> Bool)?

  /// How entries are spread that are more than two numbers.
  struct Spread: Sendable {
    /// The share of those that are not 0.
    let share: @Sendable (_ probability: Double) -> Double
    /// Between which numbers the rest lies.
    let range: @Sendable (_ probability: Double) -> ClosedRange<Double>
    /// The mean of the rest.
    let mean: @Sendable (_ probability: Double) -> Double
    /// The deviation of the rest.
    let deviation: @Sendable (_ probability: Double) -> Double

    /// Evenly from 0 to a number.
    static func even(
      share: @escaping @Sendable (Double) -> Double = { _ in 1 }, upTo end: @escaping @Sendable (Double) -> Double
    ) -> Spread {
      Spread(share: share, range: { 0...end($0) }, mean: { end($0) / 2 }, deviation: { end($0) / sqrt(12) })
    }

    /// Normally around a number.
    static func normal(
      share: @escaping @Sendable (Double) -> Double = { _ in 1 }, around mean: @escaping @Sendable (Double) -> Double,
      deviation: @escaping @Sendable (Double) -> Double
    ) -> Spread {
      Spread(share: share, range: { _ in -100_000...100_000 }, mean: mean, deviation: deviation)
    }
  }
}

/// What a reply of 12.1 shows of the choices that have led to it.
struct DropoutMaskReading: Sendable {
  private let keep: Double
  private let rows: Int
  private let columns: Int
  private let masks: [Matrix]
  /// The different entries, up to three.
  private let values: [Double]
  /// Which entries are the largest one; nil if there are more than two values.
  private let sample: MaskSample?

  init?(_ input: (Int, Int, Double, UInt64, Int), _ reply: Reply<[Matrix]>) {
    guard case .returned(let masks) = reply, let first = masks.first else { return nil }
    (rows, columns, keep, self.masks) = (input.0, input.1, input.2, masks)
    guard masks.allSatisfy({ $0.rows == first.rows && $0.columns == first.columns }) else { return nil }
    values = masks.distinctEntries(upTo: 3)
    let values = values
    sample =
      values.count > 2 ? nil : MaskSample(masks.map { MaskSample.Bits($0) { $0 == values.max() && values.count > 1 } })
  }

  /// Reads a reply once, and says then of any choices whether they may have led to it.
  @Sendable static func judge(
    _ input: (Int, Int, Double, UInt64, Int), _ reply: Reply<[Matrix]>
  ) -> @Sendable (DropoutMaskChoices) -> Bool {
    if case .stopped = reply { return { _ in false } }
    let reading = DropoutMaskReading(input, reply)
    return { choices in reading?.may(comeOf: choices) ?? false }
  }

  /// Whether some choices may have led to it.
  func may(comeOf choices: DropoutMaskChoices) -> Bool {
    guard choices.shape(rows, columns) == [masks[0].rows, masks[0].columns] else { return false }
    let probability = choices.probability(keep)
    if let spread = choices.spread { return shows(spread, probability, isNew: choices.isNewEachTime) }
    if choices.isScaledByCount { return isScaledByCount(choices, probability) }
    let (kept, dropped) = (choices.kept(probability), choices.dropped(probability))
    let share = choices.share(probability)
    guard values.allSatisfy({ isOne($0, kept) || isOne($0, dropped) || choices.place != nil && $0 == 0 }) else {
      return false
    }
    if isOne(kept, dropped) { return true }
    if let place = choices.place { return allows(place, choices, share) { isOne($0, kept) } }
    // One value alone is kept everywhere, or nowhere.
    if values.count < 2 {
      let isKept = isOne(values.first ?? kept, kept)
      return MaskSample(masks.map { MaskSample.Bits($0) { _ in isKept } })
        .allows(choices.pattern, share: share, isNew: choices.isNewEachTime)
    }
    guard let sample else { return false }
    if isOne(values.max() ?? 0, kept) {
      return sample.allows(choices.pattern, share: share, isNew: choices.isNewEachTime)
    }
    return MaskSample(masks.map { MaskSample.Bits($0) { isOne($0, kept) } })
      .allows(choices.pattern, share: share, isNew: choices.isNewEachTime)
  }

  /// Whether each mask is scaled by the share of its entries that are kept, in place of the probability.
  private func isScaledByCount(_ choices: DropoutMaskChoices, _ probability: Double) -> Bool {
    for mask in masks {
      let kept = mask.elements.count { $0 != 0 }
      let scale = Double(mask.elements.count) / Double(max(kept, 1))
      guard mask.elements.allSatisfy({ $0 == 0 || isOne($0, scale) }) else { return false }
    }
    return MaskSample(masks.map { MaskSample.Bits($0) { $0 != 0 } })
      .allows(choices.pattern, share: choices.share(probability), isNew: choices.isNewEachTime)
  }

  private func isOne(_ entry: Double, _ number: Double) -> Bool { Tolerance.value.accepts(entry, number) }

  /// Whether masks have draws in some places alone.
  private func allows(
    _ place: (Int, Int, Int, Int) -> Bool, _ choices: DropoutMaskChoices, _ share: Double, isKept: (Double) -> Bool
  ) -> Bool {
    let (height, width) = (masks[0].rows, masks[0].columns)
    let places = (0..<height * width).filter { place($0 / width, $0 % width, rows, columns) }
    let others = Set(0..<height * width).subtracting(places)
    guard masks.allSatisfy({ mask in others.allSatisfy { mask.elements[$0] == 0 } }) else { return false }
    let drawn = masks.map { mask in
      Matrix(rows: 1, columns: places.count, elements: places.map { mask.elements[$0] })
    }
    return MaskSample(drawn.map { MaskSample.Bits($0, isKept: isKept) })
      .allows(.each, share: share, isNew: choices.isNewEachTime)
  }

  /// Whether entries that are many numbers are spread so.
  private func shows(_ spread: DropoutMaskChoices.Spread, _ probability: Double, isNew: Bool) -> Bool {
    let count = masks.reduce(0) { $0 + $1.elements.count }
    if count > 8, values.count < 3 { return false }
    let areAlike = masks.count > 1 && masks.allSatisfy { $0 == masks[0] }
    if isNew == areAlike, masks.count > 1 { return false }
    let entries = (isNew ? masks : [masks[0]]).flatMap(\.elements)
    let rest = entries.filter { $0 != 0 }
    guard Chance.allows(rest.count, of: entries.count, spread.share(probability)),
      rest.allSatisfy(spread.range(probability).contains)
    else { return false }
    guard rest.count > 1 else { return true }
    let root = Double(rest.count).squareRoot()
    let mean = rest.reduce(0, +) / Double(rest.count)
    let deviation = (rest.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rest.count)).squareRoot()
    let right = spread.deviation(probability)
    return abs(mean - spread.mean(probability)) <= WeightStatistics.allowedErrors * right / root
      && (rest.count < 100 || abs(deviation - right) <= WeightStatistics.allowedErrors * right / root)
  }
}

extension [Matrix] {
  /// The different entries, the first ones of them up to a number.
  fileprivate func distinctEntries(upTo limit: Int) -> [Double] {
    var values: [Double] = []
    for matrix in self {
      for entry in matrix.elements where !values.contains(where: { $0 == entry || $0.isNaN && entry.isNaN }) {
        values.append(entry)
        if values.count == limit { return values }
      }
    }
    return values
  }
}
