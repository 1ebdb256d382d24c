import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 12.2: in training input ⊙ a new mask, which is kept; in an evaluation the input.
  ///
  /// The output is held against the mask that the layer keeps, and the masks are judged by their statistics.
  static let dropoutLayerForward: Exercise = Exercise(
    Specification(
      Lesson12.dropoutLayerForward, calls: ["12.1"],
      right: { answers, keep, seed, calls in
        try Oracle.dropoutForward(keep, seed: seed, calls) { rows, columns, seed in
          try answers(Lesson12.dropoutMask, rows, columns, keep, seed, 1).first
        }
      }
    )
    .choosing(DropoutForwardChoices(), slips: dropoutForwardSlips, reading: DropoutForwardReading.judge)
    .drawing { size, generator in DropoutForwardChecks.drawn(size, &generator) }
    .naming("keepProbability", "seed", "calls"),
    promisedState: ["mask", "generator"],
    demonstration: Demonstration { student in try evaluation(student) },
    claims: [PageClaim("[1.25, 0, 3.75, 5, 6.25]") { DropoutExample.output.elements }]
  ) { forward in
    [
      forward.check(
        .shape, "[4, 3] from [4, 3], and a mask [4, 3]", on: ForwardInputs.small,
        observing: DropoutForwardChecks.shapes),
      forward.check(
        .value, "an evaluation returns its input, keeps no mask and draws nothing",
        on: ForwardInputs.evaluations,
        observing: DropoutForwardChecks.trace),
      forward.check(
        .value, "training returns the input times the mask that it keeps",
        on: { ForwardInputs.trainings },
        observing: DropoutForwardChecks.trace),
      forward.check(
        .property, "each batch has a mask of its own, as likely to keep an entry as keepProbability says",
        on: { ForwardInputs.large },
        observing: DropoutForwardChecks.trace),
      forward.check(
        .property, "an evaluation between two batches gives its input, and leaves mask and generator alone",
        on: ForwardInputs.mixed,
        observing: DropoutForwardChecks.trace),
      forward.check(
        .property, "the same generator gives the same masks, another one others",
        on: ForwardInputs.two,
        observing: DropoutForwardChecks.seeded),
      forward.check(
        .property, "right with a keepProbability of 1: the output is the input, the mask all 1",
        on: ForwardInputs.one, observing: DropoutForwardChecks.trace),
      forward.check(
        .property, "on average over 2000 units the output is what the input is",
        on: { ForwardInputs.threes },
        observing: DropoutForwardChecks.expectation),
      forward.check(
        .property, "right on 40 layers, called up to five times with batches of any size",
        on: { DropoutForwardChecks.everySize() }, observing: DropoutForwardChecks.trace),
    ]
  }
}

/// What 12.2 is asked for.
private enum ForwardInputs {
  typealias Input = DropoutForwardChecks.Input

  static let small: Input = (0.7, 1, [LayerCall(.training, batch(4, 3, 401))])
  static let evaluations: Input = (
    0.8, 2, [LayerCall(.evaluation, DropoutExample.input), LayerCall(.evaluation, batch(2, 3, 402))]
  )
  static let trainings: [Input] = [
    (0.8, 3, [LayerCall(.training, batch(6, 10, 403))]), (0.5, 3, [LayerCall(.training, batch(6, 10, 403))]),
    (0.3, 3, [LayerCall(.training, batch(6, 10, 403))]),
  ]
  private static let twoLarge = [LayerCall(.training, batch(30, 20, 404)), LayerCall(.training, batch(30, 20, 405))]
  static let large: [Input] = [(0.75, 4, twoLarge), (0.4, 4, twoLarge)]
  static let mixed: Input = (0.6, 5, batches(.evaluation, .training, .evaluation, .evaluation, .training))
  static let two: Input = (
    0.6, 6, [LayerCall(.training, batch(12, 10, 406)), LayerCall(.training, batch(12, 10, 407))]
  )
  static let one: Input = (1, 7, batches(.training, .evaluation, .training))
  private static let three = [LayerCall(.training, Matrix.filled(40, 50) { _, _ in 3 })]
  static let threes: [Input] = [(0.8, 8, three), (0.5, 8, three)]
}

@Sendable private func evaluation(_ student: any Student) throws -> [DemonstratedCall] {
  let calls = [LayerCall(.evaluation, DropoutExample.input)]
  let trace = try student.call(Lesson12.dropoutLayerForward, DropoutExample.keepProbability, 1, calls)
  return trace.demonstrated(["`dropout.forward([[1, 2, 3, 4, 5]], isTraining: false)`": "returned"])
}

private func batch(_ rows: Int, _ columns: Int, _ seed: UInt64) -> Matrix { Samples.matrix(rows, columns, seed: seed) }

/// Calls with batches of one size, so that nothing stops where a mask of another batch is applied.
private func batches(_ actions: LayerCall.Action...) -> [LayerCall] {
  actions.enumerated().map { LayerCall($1, batch(5, 6, 408 + UInt64($0))) }
}

extension Oracle {
  /// What a right layer does, with masks of the judge's own.
  ///
  /// - Parameter draw: makes a mask of so many rows and columns from a seed of its own.
  static func dropoutForward(
    _ keep: Double, seed: UInt64, _ calls: [LayerCall], draw: (Int, Int, UInt64) throws -> Matrix?
  ) throws -> LayerTrace {
    var generator = SeededGenerator(seed: seed)
    var mask: Matrix?
    return try LayerTrace(calls) { call in
      let isTraining = call.action == .training
      var output = call.matrix
      if isTraining {
        let new = try draw(call.matrix.rows, call.matrix.columns, generator.next()) ?? Matrix([])
        output = try Stopping.entrywise(output, new) { $0 * $1 }
        mask = new
      }
      return [
        LayerFact("returned", output), LayerFact("mask", mask),
        LayerFact("generator moved on", number: isTraining ? 1 : 0),
      ]
    }
  }

  /// The same with masks of the judge's own.
  static func dropoutForward(_ keep: Double, seed: UInt64, _ calls: [LayerCall]) throws -> LayerTrace {
    try dropoutForward(keep, seed: seed, calls) { rows, columns, seed in
      var generator = SeededGenerator(seed: seed)
      return dropoutMask(rows, columns, keep, &generator)
    }
  }
}
