import Contract
import CourseKit
import Engine

/// What can be done otherwise in 12.2.
struct DropoutForwardChoices: Sendable {
  /// Whether the layer does what it does in training.
  var isActive: @Sendable (_ isTraining: Bool) -> Bool = { $0 }
  /// What is handed to 12.1 as the probability of being kept.
  var probability: @Sendable (_ keep: Double) -> Double = { $0 }
  /// What an entry becomes in training.
  var output: @Sendable (_ input: Double, _ mask: Double, _ keep: Double) -> Double = { input, mask, _ in input * mask }
  /// What is kept of an entry.
  var cache: @Sendable (_ mask: Double, _ input: Double, _ output: Double, _ keep: Double) -> Double = {
    mask, _, _, _ in
    mask
  }
  var keeping = Keeping.newest
  var draws = Draws.anew
  /// Whether the mask that is kept is another one than the one that is applied.
  var areTwoMasks = false
  var evaluation = Evaluation()
  var pattern = MaskPattern.each

  /// Which mask stays in the layer.
  enum Keeping { case newest, first, none }

  /// Where the masks come from.
  enum Draws {
    case anew
    /// One mask is drawn and used from then on.
    case once
    /// From a copy of the generator, which does not move on.
    case copied
    /// From a generator that is not the layer's, and moves on by itself.
    case foreign
  }

  /// What happens in an evaluation.
  struct Evaluation: Sendable {
    var isDrawing = false
    var keeping = Kept.left
    /// Whether the input meets a mask that is drawn there.
    var isMasked = false
    /// Whether the input meets the mask that is kept, if there is one.
    var appliesKept = false
    /// What an entry becomes otherwise.
    var output: @Sendable (_ input: Double, _ keep: Double) -> Double = { input, _ in input }

    enum Kept { case left, drawn, cleared, ones }
  }
}

/// What a trace of 12.2 shows of the choices that have led to it.
struct DropoutForwardReading: Sendable {
  /// One call with what came of it.
  private struct Step {
    let isTraining: Bool
    let input: Matrix
    let returned: Matrix
    let kept: Matrix?
    let hasMoved: Bool
    /// What was kept before it.
    let before: Matrix?
  }

  private let keep: Double
  private let steps: [Step]

  init?(_ input: (Double, UInt64, [LayerCall]), _ trace: LayerTrace) {
    guard trace.steps.count == input.2.count else { return nil }
    keep = input.0
    var before: Matrix?
    var steps: [Step] = []
    for (index, call) in input.2.enumerated() {
      guard let returned = trace.matrix("returned", after: index),
        let moved = trace.matrix("generator moved on", after: index)
      else { return nil }
      let kept = trace.matrix("mask", after: index)
      steps.append(
        Step(
          isTraining: call.action == .training, input: call.matrix, returned: returned, kept: kept,
          hasMoved: moved.elements == [1], before: before))
      before = kept
    }
    self.steps = steps
  }

  /// Reads a reply once, and says then of any choices whether they may have led to it.
  @Sendable static func judge(
    _ input: (Double, UInt64, [LayerCall]), _ reply: Reply<LayerTrace>
  ) -> @Sendable (DropoutForwardChoices) -> Bool {
    switch reply {
    case .returned(let trace):
      let reading = DropoutForwardReading(input, trace)
      return { choices in reading?.may(comeOf: choices) ?? false }
    case .stopped: return { choices in mayStop(input.0, input.2, choices) }
    case .unknown: return { _ in true }
    }
  }

  /// Whether a layer would stop: a mask that is used for ever meets a batch of another shape, or 12.1 is given a
  /// probability that is none.
  private static func mayStop(_ keep: Double, _ calls: [LayerCall], _ choices: DropoutForwardChoices) -> Bool {
    let active = calls.filter { choices.isActive($0.action == .training) }
    if !active.isEmpty, choices.probability(keep) <= 0 { return true }
    if choices.evaluation.appliesKept {
      var kept: String?
      for call in calls {
        if choices.isActive(call.action == .training) {
          kept = call.matrix.shape
        } else if let kept, kept != call.matrix.shape {
          return true
        }
      }
    }
    return choices.draws == .once && Set(active.map(\.matrix.shape)).count > 1
  }

  /// Whether some choices may have led to it.
  func may(comeOf choices: DropoutForwardChoices) -> Bool {
    if choices.draws == .once, Set(activeSteps(choices).map(\.input.shape)).count > 1 { return false }
    let probability = choices.probability(keep)
    if probability <= 0, !activeSteps(choices).isEmpty { return false }
    let scale = 1 / probability
    var bits: [MaskSample.Bits] = []
    var (unambiguous, kept) = (0, 0)
    var first: Matrix?
    for step in steps {
      let isActive = choices.isActive(step.isTraining)
      guard step.returned.hasShape(of: step.input), hasMoved(step, isActive, choices, isFirst: bits.isEmpty) else {
        return false
      }
      guard isActive || choices.evaluation.isMasked || choices.evaluation.keeping == .drawn else {
        guard isQuiet(step, choices) else { return false }
        continue
      }
      guard let read = read(step, choices, isActive, scale, first) else { return false }
      if isActive, first == nil { first = step.kept }
      kept += read.count { $0 == true }
      unambiguous += read.count { $0 != nil }
      if isActive, !read.contains(nil) {
        bits.append(
          MaskSample.Bits(
            Matrix(rows: step.input.rows, columns: step.input.columns, elements: read.map { $0 == true ? 1 : 0 })
          ) { $0 == 1 })
      }
    }
    let sample = MaskSample(bits)
    let isNew = choices.draws == .anew || choices.draws == .foreign
    guard sample.allows(choices.pattern, share: probability, isNew: isNew) else { return false }
    return choices.pattern != .each || !isNew || Chance.allows(kept, of: unambiguous, probability)
  }

  private func activeSteps(_ choices: DropoutForwardChoices) -> [Step] {
    steps.filter { choices.isActive($0.isTraining) }
  }

  private func hasMoved(
    _ step: Step, _ isActive: Bool, _ choices: DropoutForwardChoices, isFirst: Bool
  ) -> Bool {
    // Where nothing is left to chance nothing need be drawn.
    if keep == 1 { return true }
    let isDrawing = isActive || choices.evaluation.isDrawing
    return switch choices.draws {
    case .anew: step.hasMoved == isDrawing
    case .once: !isFirst || step.hasMoved == isDrawing
    case .copied, .foreign: !step.hasMoved
    }
  }

  /// Whether an evaluation in which no mask matters is as the choices say.
  private func isQuiet(_ step: Step, _ choices: DropoutForwardChoices) -> Bool {
    if choices.evaluation.appliesKept, let mask = step.before {
      return mask.hasShape(of: step.input) && areOne(step.returned, step.input * mask) && areOne(step.kept, mask)
    }
    for (one, input) in zip(step.returned.elements, step.input.elements)
    where !isOne(one, choices.evaluation.output(input, keep)) { return false }
    return switch choices.evaluation.keeping {
    case .left, .drawn: areOne(step.kept, step.before)
    case .cleared: step.kept == nil
    case .ones: areOne(step.kept, step.input.map { _ in 1 })
    }
  }

  /// Which entries of the mask that was applied are kept; nil for those that cannot be told; nil as a whole if no mask can
  /// have led to what is seen.
  private func read(
    _ step: Step, _ choices: DropoutForwardChoices, _ isActive: Bool, _ scale: Double, _ first: Matrix?
  ) -> [Bool?]? {
    let isMasked = isActive || choices.evaluation.isMasked
    // What is new in the layer; nil if it is left as it was.
    let new: Matrix?
    let isKept = choices.keeping == .newest || choices.keeping == .first && step.before == nil
    switch (isActive, isKept, choices.evaluation.keeping) {
    case (true, true, _):
      guard let kept = step.kept, kept.hasShape(of: step.input) else { return nil }
      new = kept
    case (true, _, _), (false, _, .left):
      guard areOne(step.kept, step.before) else { return nil }
      new = nil
    case (false, _, .cleared):
      guard step.kept == nil else { return nil }
      new = nil
    case (false, _, _):
      guard let kept = step.kept, kept.hasShape(of: step.input) else { return nil }
      new = kept
    }
    var bits: [Bool?] = []
    for index in step.input.elements.indices {
      let input = step.input.elements[index]
      let options = [scale, 0].filter { mask in
        let output = choices.output(input, mask, keep)
        let seen = isMasked ? output : choices.evaluation.output(input, keep)
        guard isOne(step.returned.elements[index], seen) else { return false }
        guard let new else { return true }
        if choices.areTwoMasks { return true }
        return isOne(new.elements[index], choices.cache(mask, input, output, keep))
      }
      if options.isEmpty { return nil }
      if choices.areTwoMasks, let new, !isOne(new.elements[index], scale), new.elements[index] != 0 { return nil }
      bits.append(options.count == 2 ? nil : options[0] != 0)
    }
    if choices.areTwoMasks, let new, !areDrawnApart(new, bits) { return nil }
    return bits
  }

  /// Whether the kept mask differs from the one that was applied, where both can be seen.
  private func areDrawnApart(_ kept: Matrix, _ bits: [Bool?]) -> Bool {
    let seen = zip(kept.elements, bits).filter { $1 != nil }
    return seen.count < 12 || seen.contains { ($0 != 0) != $1 }
  }

  private func isOne(_ one: Double, _ other: Double) -> Bool { Tolerance.value.accepts(one, other) }

  private func areOne(_ one: Matrix?, _ other: Matrix?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return one.hasShape(of: other) && zip(one.elements, other.elements).allSatisfy(isOne)
  }
}

extension Matrix {
  fileprivate func hasShape(of other: Matrix) -> Bool { rows == other.rows && columns == other.columns }
}
