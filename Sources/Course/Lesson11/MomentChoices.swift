import Contract
import CourseKit
import Engine
import Wire

/// What can be done otherwise in 11.1 and 11.2: a moment keeps a share of itself and takes up what joins it.
struct MomentChoices {
  var shares: Shares
  /// What the old moment is taken as.
  var old: @Sendable (_ moment: Double) -> Double = { $0 }
  /// What joins the moment, entry by entry.
  var joining: @Sendable (Entry) -> Double
  /// What joins it, of all entries.
  var joiningWhole: @Sendable (_ joining: Matrix, _ gradient: Matrix) throws -> Matrix = { joining, _ in joining }
  /// What the new moment is, of the share that is kept and of what is added.
  var result: @Sendable (Entry, _ kept: Double, _ added: Double) -> Double = { $1 + $2 }

  /// What the old moment and what joins it are multiplied with.
  struct Shares {
    var old: @Sendable (AdamSettings) -> Double
    var new: @Sendable (AdamSettings) -> Double
  }

  /// One entry of a moment and of a gradient.
  struct Entry {
    let moment: Double
    let gradient: Double
    let settings: AdamSettings
  }

  static let first = MomentChoices(
    shares: Shares(old: { $0.firstDecay }, new: { 1 - $0.firstDecay }), joining: { $0.gradient })
  static let second = MomentChoices(
    shares: Shares(old: { $0.secondDecay }, new: { 1 - $0.secondDecay }), joining: { $0.gradient * $0.gradient })

  func moment(_ moment: Matrix, _ gradient: Matrix, _ settings: AdamSettings) throws -> Matrix {
    let entries = zip(moment.elements, gradient.elements).map { moment, gradient in
      Entry(moment: moment, gradient: gradient, settings: settings)
    }
    var joined = gradient
    joined.elements = entries.map(joining)
    joined = try joiningWhole(joined, gradient)
    let (kept, added) = (shares.old(settings), shares.new(settings))
    var result = moment
    result.elements = entries.indices.map { index in
      self.result(entries[index], kept * old(entries[index].moment), added * joined.elements[index])
    }
    return result
  }
}

/// The page's example: a weight at 1 with the gradients 2 and 1, η = 0.1.
enum AdamExample {
  static let settings = AdamSettings(firstDecay: 0.9, secondDecay: 0.999, epsilon: 1e-8)
  static let start = [Matrix([[1]])]
  static let gradients = [[Matrix([[2]])], [Matrix([[1]])]]
  static let learningRates = [0.1, 0.1]

  private static func trace() throws -> AdamTrace {
    try Answers.right(Lesson11.adamOptimizerStep, start, gradients, settings, learningRates)
  }

  /// m after a step, counted from 1.
  @Sendable static func first(_ step: Int) throws -> Double { try trace().firstMoments[step - 1][0][0, 0] }
  /// v after a step.
  @Sendable static func second(_ step: Int) throws -> Double { try trace().secondMoments[step - 1][0][0, 0] }
  /// θ after a step.
  @Sendable static func parameter(_ step: Int) throws -> Double { try trace().parameters[step - 1][0][0, 0] }

  /// m̂ in a step.
  @Sendable static func correctedFirst(_ step: Int) throws -> Double {
    try Answers.right(Lesson11.corrected, Matrix([[try first(step)]]), settings.firstDecay, step, settings)[0, 0]
  }

  /// v̂ in a step.
  @Sendable static func correctedSecond(_ step: Int) throws -> Double {
    try Answers.right(Lesson11.corrected, Matrix([[try second(step)]]), settings.secondDecay, step, settings)[0, 0]
  }
}

/// Arguments of lesson 11, drawn at random.
enum AdamSamples {
  /// Numbers without anything special; for size 1 such as one can calculate with by hand.
  @Sendable static func settings(_ size: Int, _ generator: inout SeededGenerator) -> AdamSettings {
    if size <= 1 { return AdamSettings(firstDecay: 0.5, secondDecay: 0.75, epsilon: 0.25) }
    return AdamSettings(
      firstDecay: 0.05 + 0.9 * generator.nextUniform(), secondDecay: 0.05 + 0.9 * generator.nextUniform(),
      epsilon: 0.05 + generator.nextUniform())
  }

  /// The usual numbers, and others at the ends of what there is.
  @Sendable static func edgeSettings(_ generator: inout SeededGenerator) -> AdamSettings {
    AdamSettings(
      firstDecay: EdgeSamples.one(of: [0, 0.5, 0.9, 0.9, 0.99], &generator),
      secondDecay: EdgeSamples.one(of: [0, 0.9, 0.99, 0.999, 0.999, 0.9999], &generator),
      epsilon: EdgeSamples.one(of: [1e-8, 1e-8, 1e-8, 1e-3, 1], &generator))
  }

  /// Zeros among them, and others of one size, small or large.
  ///
  /// A gradient has the size of its moment: in m + (1 − β) · (g − m) rounding would leave nothing of a much smaller one.
  @Sendable static func edges(_ generator: inout SeededGenerator) -> LayerSamples.Numbers {
    let scale = EdgeSamples.one(of: [1e-3, 1, 1, 100], &generator)
    return { rows, columns, generator in
      Matrix.filled(rows, columns) { _, _ in generator.nextUniform() < 0.2 ? 0 : scale * generator.nextGaussian() }
    }
  }

  /// What a moment's formula is made of.
  static func ingredients(_ moment: String) -> [Ingredient<(Matrix, Matrix, AdamSettings)>] {
    [
      Ingredient(moment) { $1.0 }, Ingredient("g") { $1.1 }, .number("β₁") { $0.2.firstDecay },
      .number("β₂") { $0.2.secondDecay }, .number("ε") { $0.2.epsilon },
    ]
  }
}
