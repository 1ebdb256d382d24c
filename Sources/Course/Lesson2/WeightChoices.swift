import CourseKit
import Engine

/// What can be done otherwise in 2.2 and 2.3.
struct WeightChoices: Sendable {
  /// What a layer's variance may be made of.
  struct Fans: Sendable {
    /// The sizes of all layers.
    let sizes: [Double]
    /// The layer, counted from 0.
    let layer: Int
    /// Which of the sizes are taken for its own.
    let ends: Ends

    var fanIn: Double { sizes[ends.fanIn] }
    var fanOut: Double { sizes[ends.fanOut] }
  }

  /// The places of a layer's two sizes among all of them.
  typealias Ends = (fanIn: Int, fanOut: Int)

  /// What stands above the fraction: 2 for He, 1 for Xavier.
  var factor: Double
  /// The same for the output layer, if that has another one.
  var outputFactor: Double?
  /// What stands below it.
  var fan: @Sendable (Fans) -> Double = { $0.fanIn }
  /// Whether the fraction is one of whole numbers.
  var isWhole = false
  /// What becomes of the fraction: the variance, or several that a sentence covers.
  var variances: @Sendable (_ quotient: Double, _ factor: Double, _ fan: Double, _ fanOut: Double) -> [Double] = {
    quotient, _, _, _ in [quotient]
  }
  /// What the deviation is multiplied with.
  var draw = Draw.normal
  /// Whether the numbers lie around another one than the draws do.
  var isShifted = false
  /// Which layers get numbers, counted from 0.
  var isFilled: @Sendable (_ layer: Int, _ count: Int) -> Bool = { _, _ in true }
  var biases = Biases.zero
  /// Whether each call draws anew.
  var isNewEachTime = true
  /// Which layers there are.
  var layers: @Sendable (_ count: Int) -> Range<Int> = { 0..<$0 }
  /// Which two sizes a layer has, for whatever they are used.
  var ends: @Sendable (_ layer: Int) -> Ends = { ($0, $0 + 1) }
  var weightShape: @Sendable (_ fanIn: Int, _ fanOut: Int) -> [Int] = { [$0, $1] }
  var hasBiases = true
  var biasShape: @Sendable (_ fanIn: Int, _ fanOut: Int) -> [Int] = { [1, $1] }

  enum Biases { case zero, oneNumber, drawn }

  /// What the deviation is multiplied with: how it is spread in units of the deviation.
  struct Draw: Sendable {
    let mean: Double
    let meanSquare: Double
    let excessKurtosis: Double
    /// Whether a layer holds a single number.
    var isOneNumber = false
    /// Whether the deviation is added to the draw.
    var isAdded = false

    static let normal = Draw(mean: 0, meanSquare: 1, excessKurtosis: 0)
    /// From −√3 to √3.
    static let uniform = Draw(mean: 0, meanSquare: 1, excessKurtosis: -1.2)
    static let uniformToOne = Draw(mean: 0, meanSquare: 1.0 / 3, excessKurtosis: -1.2)
    static let uniformToHalf = Draw(mean: 0, meanSquare: 1.0 / 12, excessKurtosis: -1.2)
    static let positiveUniform = Draw(mean: 0.5, meanSquare: 1.0 / 3, excessKurtosis: -1.2)
    static let absolute = Draw(mean: 0.797885, meanSquare: 1, excessKurtosis: 0.869)
    static let squared = Draw(mean: 1, meanSquare: 3, excessKurtosis: 12)
    static let added = Draw(mean: 1, meanSquare: 1, excessKurtosis: 0, isAdded: true)
    static let leftOutBeyondTwo = Draw(mean: 0, meanSquare: 0.77374, excessKurtosis: -0.63447)
    static let heldAtTwo = Draw(mean: 0, meanSquare: 0.92054, excessKurtosis: -0.54569)
    static let leftOutBeyondOne = Draw(mean: 0, meanSquare: 0.29112, excessKurtosis: -1.05908)
    static let heldAtOne = Draw(mean: 0, meanSquare: 0.51606, excessKurtosis: -1.38683)
    static let twoMultiplied = Draw(mean: 0, meanSquare: 1, excessKurtosis: 6)
    static let none = Draw(mean: 1, meanSquare: 1, excessKurtosis: 0, isOneNumber: true)
    static let zero = Draw(mean: 0, meanSquare: 0, excessKurtosis: 0)
    /// Any single number in each layer.
    static let onePerLayer = Draw(mean: 0, meanSquare: 0, excessKurtosis: 0, isOneNumber: true)
  }
}

/// What a reply of 2.2 or 2.3 shows of the choices that have led to it.
struct WeightReading: Sendable {
  private let sizes: [Int]
  private let weightShapes: [[Int]]
  private let biasShapes: [[Int]]
  /// Those of each layer in all networks together.
  private let statistics: [WeightStatistics]
  /// Whether each network is as the first; nil if there is one alone, or if they are too small to tell.
  private let areAlike: Bool?
  /// Whether each matrix of each network holds one number alone.
  private let areOneNumber: Bool
  private let biasValues: Set<Double>

  init?(_ input: ([Int], UInt64, Int), _ reply: Reply<[Parameters]>) {
    guard case .returned(let all) = reply, let first = all.first, input.0.count > 1 else { return nil }
    sizes = input.0
    let isAllZero = first.weights.allSatisfy { $0.elements.allSatisfy { $0 == 0 } }
    areAlike = all.count > 1 && !isAllZero ? all.allSatisfy { $0 == first } : nil
    // The same network again says nothing new of its numbers.
    let networks = areAlike == true ? [first] : all
    let shapes = { (matrices: [Matrix]) in matrices.map { [$0.rows, $0.columns] } }
    (weightShapes, biasShapes) = (shapes(first.weights), shapes(first.biases))
    for network in networks where shapes(network.weights) != weightShapes || shapes(network.biases) != biasShapes {
      return nil
    }
    statistics = first.weights.indices.map { layer in
      WeightStatistics(Matrix([networks.flatMap { $0.weights[layer].elements }]))
    }
    areOneNumber = networks.allSatisfy { network in
      network.weights.allSatisfy { matrix in matrix.elements.allSatisfy { $0 == matrix.elements[0] } }
    }
    biasValues = Set(networks.flatMap { $0.biases.flatMap(\.elements) })
  }

  /// Reads a reply once, and says then of any choices whether they may have led to it.
  @Sendable static func judge(
    _ input: ([Int], UInt64, Int), _ reply: Reply<[Parameters]>
  ) -> @Sendable (WeightChoices) -> Bool {
    let reading = WeightReading(input, reply)
    return { choices in reading?.may(comeOf: choices) ?? true }
  }

  /// Whether some choices may have led to it.
  func may(comeOf choices: WeightChoices) -> Bool {
    // What draws nothing is alike each time.
    let isDrawn = !choices.draw.isFixed
    if isDrawn, let areAlike, areAlike == choices.isNewEachTime { return false }
    let layers = choices.layers(sizes.count - 1)
    let fans = layers.map { layer in
      let ends = choices.ends(layer)
      return (sizes[ends.fanIn], sizes[ends.fanOut])
    }
    guard weightShapes == fans.map({ choices.weightShape($0.0, $0.1) }),
      biasShapes == (choices.hasBiases ? fans : []).map({ choices.biasShape($0.0, $0.1) }),
      areRightBiases(choices)
    else { return false }
    return zip(layers, statistics).allSatisfy { layer, seen in
      guard choices.isFilled(layer, sizes.count - 1) else { return seen.variance == 0 && seen.mean == 0 }
      let fans = WeightChoices.Fans(
        sizes: sizes.map(Double.init), layer: layer, ends: choices.ends(layer))
      let fan = choices.fan(fans)
      let factor = layer == sizes.count - 2 ? choices.outputFactor ?? choices.factor : choices.factor
      let quotient = factor / fan
      let variances = choices.variances(
        choices.isWhole ? quotient.rounded(.down) : quotient, factor, fan, fans.fanOut)
      // What is infinite or no number comes of a layer that is too small to tell.
      return variances.contains { !$0.isFinite || shows(seen, $0, choices) }
    }
  }

  private func areRightBiases(_ choices: WeightChoices) -> Bool {
    switch choices.biases {
    case .zero: biasValues.subtracting([0]).isEmpty
    case .oneNumber: biasValues.count == 1 && biasValues != [0]
    case .drawn: biasValues.count > 1
    }
  }

  /// Whether a layer's numbers are spread as the draws are; six standard errors are allowed.
  private func shows(_ seen: WeightStatistics, _ variance: Double, _ choices: WeightChoices) -> Bool {
    let draw = choices.draw
    if draw.isOneNumber {
      if draw.mean == 0, areAlike == true, choices.isNewEachTime { return false }
      let isRight = draw.mean == 0 || Tolerance.value.accepts(seen.mean, draw.mean * variance.squareRoot())
      return areOneNumber && isRight && seen.mean != 0
    }
    let meanSquare = draw.meanSquare * variance
    if meanSquare == 0 { return seen.variance == 0 }
    if areOneNumber, seen.count > 8 { return false }
    let (errors, root) = (WeightStatistics.allowedErrors, seen.count.squareRoot())
    let mean = draw.mean * variance.squareRoot()
    let own = draw.isAdded ? 1 : meanSquare - mean * mean
    let spread = seen.variance - seen.mean * seen.mean
    let centre = choices.isShifted ? seen.mean : mean
    let isShifted = abs(seen.mean - mean) > errors * own.squareRoot() / root
    // With few numbers a shift does not show.
    let mayBeShifted = choices.isShifted && seen.count < 1000
    return (isShifted == choices.isShifted || mayBeShifted)
      && abs(seen.mean - centre) <= errors * own.squareRoot() / root
      && abs(spread - own) <= own * errors * (draw.excessKurtosis + 2).squareRoot() / root
      && (seen.count < 1000 || draw.agrees(with: seen.excessKurtosis, allowing: errors / root))
  }
}

extension WeightChoices.Draw {
  /// Whether it is the same each time, because nothing is drawn.
  fileprivate var isFixed: Bool { meanSquare == 0 && !isOneNumber || isOneNumber && mean != 0 }

  /// Whether the excess kurtosis of a sample may be that of such numbers.
  ///
  /// Its standard error is √24 / √n for normal numbers and less for uniform ones; where it is large it is hardly known.
  ///
  /// - Parameter errors: how many standard errors are allowed, divided by √n.
  fileprivate func agrees(with sample: Double, allowing errors: Double) -> Bool {
    if excessKurtosis > 3 { return sample > 1.5 }
    let error = excessKurtosis > 0 ? 12 : excessKurtosis < 0 ? 2 : 4.9
    return abs(sample - excessKurtosis) <= error * errors
  }
}
