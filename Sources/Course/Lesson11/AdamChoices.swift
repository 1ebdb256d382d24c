import Contract
import CourseKit
import Engine
import Wire

/// One weight or one bias in a step of Adam: what is known of it, as far as the step has come.
struct AdamEntry {
  var parameter: Double
  var gradient: Double
  /// The moments before the step.
  var oldFirst: Double
  var oldSecond: Double
  /// The moments of this step, as the parts make them.
  var first = 0.0
  var second = 0.0
  /// m̂ and v̂.
  var correctedFirst = 0.0
  var correctedSecond = 0.0
  /// The mean of v̂ over the whole matrix, and how many entries that has.
  var meanSecond = 0.0
  var size = 1.0
  let settings: AdamSettings
  let learningRate: Double
  /// The step, counted from 1.
  let step: Int
  /// What `stepCount` is in it.
  let count: Int

  /// 1 − β₁ᵗ.
  var firstDivisor: Double { 1 - pow(settings.firstDecay, Double(count)) }
  /// 1 − β₂ᵗ.
  var secondDivisor: Double { 1 - pow(settings.secondDecay, Double(count)) }
}

/// What can be done otherwise in 11.4.
struct AdamChoices {
  typealias Rule = @Sendable (AdamEntry) -> Double

  /// Where the moments begin, from the first gradient and the parameter.
  var start = Start()
  var count = Count()
  /// Whose moments a matrix of parameters uses, by its index and by how many there are.
  var slot: @Sendable (_ index: Int, _ count: Int) -> Int = { index, _ in index }
  /// Whether the loop reaches a matrix.
  var turn: @Sendable (_ index: Int, _ count: Int) throws -> Bool = { _, _ in true }
  /// Whether a matrix that has had its turn moves.
  var moves: @Sendable (_ index: Int, _ count: Int) -> Bool = { _, _ in true }
  var memory = Memory.kept
  /// What the parts are given as the gradient.
  var joining = Pair(first: { $0.gradient }, second: { $0.gradient })
  /// What the moments become, from what the parts made.
  var moments = Pair(first: { $0.first }, second: { $0.second })
  /// What the corrected moments become, from what the part made.
  var corrections = Pair(first: { $0.correctedFirst }, second: { $0.correctedSecond })
  /// What is kept of the moments.
  var kept = Pair(first: { $0.first }, second: { $0.second })
  /// What is divided.
  var numerator: Rule = { $0.correctedFirst }
  /// What it is divided by.
  var denominator: Rule = { sqrt($0.correctedSecond) + $0.settings.epsilon }
  /// What the quotient is multiplied by.
  var rate: Rule = { $0.learningRate }
  /// What the parameter becomes.
  var moved: @Sendable (AdamEntry, _ step: Double) -> Double = { $0.parameter - $1 }
  /// How often the loop over the matrices runs in a step.
  var repeats = 1
  /// Whether a step does anything, or at least counts.
  var extent = Extent.whole

  struct Pair {
    var first: Rule
    var second: Rule
  }

  struct Start {
    var first: @Sendable (_ gradient: Double, _ parameter: Double) -> Double = { _, _ in 0 }
    var second: @Sendable (_ gradient: Double, _ parameter: Double) -> Double = { _, _ in 0 }
  }

  /// What `stepCount` is in a step, for the matrix whose turn it is, and what it is after it.
  struct Count {
    var used: @Sendable (_ step: Int, _ index: Int, _ count: Int) -> Int = { step, _, _ in step }
    var after: @Sendable (_ step: Int, _ count: Int) -> Int = { step, _ in step }
  }

  enum Extent { case whole, countOnly, nothing }

  /// What becomes of the moments from step to step.
  enum Memory { case kept, madeAnew, neverStored, firstMadeAnew, secondMadeAnew, appended, firstStepKept }

  func trace(
    _ answers: Answers, _ start: [Matrix], _ gradients: [[Matrix]], _ settings: AdamSettings, _ learningRates: [Double]
  ) throws -> AdamTrace {
    var parameters = start
    var (first, second): ([Matrix], [Matrix]) = ([], [])
    var trace = AdamTrace()
    for (number, (slopes, learningRate)) in zip(gradients, learningRates).enumerated() {
      guard extent == .whole else {
        trace.parameters.append(start)
        trace.stepCounts.append(extent == .countOnly ? number + 1 : 0)
        trace.firstMoments.append([])
        trace.secondMoments.append([])
        continue
      }
      let (zeros, others) = begin(slopes, parameters)
      var old = (first: first.isEmpty ? zeros : first, second: second.isEmpty ? others : second)
      if memory == .madeAnew || memory == .firstMadeAnew { old.first = zeros }
      if memory == .madeAnew || memory == .secondMadeAnew { old.second = others }
      var new = old
      for index in parameters.indices where try turn(index, parameters.count) {
        for _ in 0..<repeats {
          let own = slot(index, parameters.count)
          var matrix = MovingMatrix(
            parameters[index], slopes[index], new.first[own], new.second[own], settings, learningRate,
            step: number + 1, count: count.used(number + 1, index, parameters.count))
          try move(&matrix, answers)
          if moves(index, parameters.count) { parameters[index] = matrix.parameter }
          (new.first[own], new.second[own]) = (matrix.first, matrix.second)
        }
      }
      switch memory {
      case .kept, .madeAnew, .firstMadeAnew, .secondMadeAnew: (first, second) = new
      case .neverStored: break
      case .appended: (first, second) = (old.first + new.first, old.second + new.second)
      case .firstStepKept: if number == 0 { (first, second) = new }
      }
      trace.parameters.append(parameters)
      trace.stepCounts.append(count.after(number + 1, parameters.count))
      trace.firstMoments.append(first)
      trace.secondMoments.append(second)
    }
    return trace
  }

  private func begin(_ gradients: [Matrix], _ parameters: [Matrix]) -> ([Matrix], [Matrix]) {
    func all(_ rule: (Double, Double) -> Double) -> [Matrix] {
      zip(gradients, parameters).map { gradient, parameter in
        var matrix = gradient
        matrix.elements = zip(gradient.elements, parameter.elements).map(rule)
        return matrix
      }
    }
    return (all(start.first), all(start.second))
  }

  /// Takes one matrix through a step, with what the parts answer.
  private func move(_ matrix: inout MovingMatrix, _ answers: Answers) throws {
    guard matrix.fits else { throw PredictedStop() }
    let settings = matrix.settings
    var entries = matrix.entries
    func ask(_ rule: Rule, _ part: (Matrix) throws -> Matrix) rethrows -> [Double] {
      var given = matrix.gradient
      given.elements = entries.map(rule)
      return try part(given).elements
    }
    func set(_ field: WritableKeyPath<AdamEntry, Double>, _ numbers: [Double]) {
      for index in entries.indices { entries[index][keyPath: field] = numbers[index] }
    }
    set(\.first, try ask(joining.first) { try answers(Lesson11.firstMoment, matrix.first, $0, settings) })
    set(\.second, try ask(joining.second) { try answers(Lesson11.secondMoment, matrix.second, $0, settings) })
    let changed = (entries.map(moments.first), entries.map(moments.second))
    set(\.first, changed.0)
    set(\.second, changed.1)
    let count = matrix.count
    set(
      \.correctedFirst,
      try ask({ $0.first }) { try answers(Lesson11.corrected, $0, settings.firstDecay, count, settings) })
    set(
      \.correctedSecond,
      try ask({ $0.second }) { try answers(Lesson11.corrected, $0, settings.secondDecay, count, settings) })
    let corrected = (entries.map(corrections.first), entries.map(corrections.second))
    set(\.correctedFirst, corrected.0)
    set(\.correctedSecond, corrected.1)
    let size = Double(max(1, entries.count))
    let mean = corrected.1.reduce(0, +) / size
    for index in entries.indices { (entries[index].meanSecond, entries[index].size) = (mean, size) }
    matrix.parameter.elements = entries.map { moved($0, rate($0) * numerator($0) / denominator($0)) }
    matrix.first.elements = entries.map(kept.first)
    matrix.second.elements = entries.map(kept.second)
  }
}

/// A matrix of parameters in a step, with its gradient and its moments.
private struct MovingMatrix {
  var parameter: Matrix
  let gradient: Matrix
  var first: Matrix
  var second: Matrix
  let settings: AdamSettings
  let learningRate: Double
  let step: Int
  let count: Int

  init(
    _ parameter: Matrix, _ gradient: Matrix, _ first: Matrix, _ second: Matrix, _ settings: AdamSettings,
    _ learningRate: Double, step: Int, count: Int
  ) {
    self.parameter = parameter
    self.gradient = gradient
    self.first = first
    self.second = second
    self.settings = settings
    self.learningRate = learningRate
    self.step = step
    self.count = count
  }

  /// Whether moments and gradient have one shape.
  var fits: Bool { first.shape == gradient.shape && second.shape == gradient.shape }

  var entries: [AdamEntry] {
    gradient.elements.indices.map { index in
      AdamEntry(
        parameter: parameter.elements[index], gradient: gradient.elements[index], oldFirst: first.elements[index],
        oldSecond: second.elements[index], settings: settings, learningRate: learningRate, step: step, count: count)
    }
  }
}
