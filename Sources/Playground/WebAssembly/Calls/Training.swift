import CourseKit
import Exchange
import MiniBatches
import Training

/// Tells the page that an update was made, so that it knows that the code is alive.
@_extern(wasm, module: "page", name: "tick") @_extern(c)
private func tick()

/// Trains with the student's `train`, or layers with the kit's loop, one epoch at a time, and answers how far it came.
///
/// The epoch is trained from its beginning, and updates after the one with the number `target` are not made: so it can be
/// stopped after any batch while the loop runs to its end.
///
/// Input: how many of the epoch's updates shall have been made at the end; a large number for all. Output: epochs, steps,
/// training loss, validation loss, training accuracy, validation accuracy; the epoch's updates so far; 1 if it is complete; 1 if
/// the monitor asks for a stop; the best epoch or 0; 0 if all is finite, 1 if a weight is not (then nothing has changed), 2 if
/// only a loss is not; the layer of the first gradient that is not finite or 0, the layer of the first such weight or 0.
@_expose(wasm, "trainEpoch") @_cdecl("trainEpoch")
public func trainEpoch() {
  var reader = InputReader()
  let target = reader.integer()
  var new = epochStart
  var (calls, made) = (0, 0)
  var (badGradient, badWeights) = (0, 0)
  let (optimizer, monitor) = (new.optimizer.copy(), new.monitor?.copy())
  // Locals, because the closure and the call both change parts of the state.
  var (parameters, generator) = (new.parameters, new.generator)
  let history = epoch(&parameters, &generator) { parameters, gradients, rows in
    calls += 1
    tick()
    guard made < target, badWeights == 0 else { return }
    setup.update(&parameters, &gradients, rows: rows, by: optimizer, with: students)
    made += 1
    badWeights = parameters.firstBadLayer
    if badWeights > 0 { badGradient = gradients.lastBadLayer }
  }
  (new.parameters, new.optimizer, new.monitor) = (parameters, optimizer, monitor)
  let trainingLoss = history.trainingLoss.last ?? .nan
  let validationLoss = history.validationLoss.last ?? .nan
  let trouble = badWeights > 0 ? 1 : (trainingLoss + validationLoss).isFinite ? 0 : 2
  let isComplete = badWeights == 0 && made == calls
  var isStopped = false
  new.step += made
  if isComplete {
    new.epoch += 1
    new.generator = generator
    isStopped =
      monitor?.shouldStop(new.epoch, validationLoss, new.parameters) ?? false
  }
  if trouble != 1 {
    state = new
    position = made
    if isComplete { beginEpoch() }
  }
  output = [
    Double(new.epoch), Double(new.step), trainingLoss, validationLoss, history.trainingAccuracy.last ?? .nan,
    history.validationAccuracy.last ?? .nan, Double(made), isComplete ? 1 : 0, isStopped ? 1 : 0,
    Double(monitor?.best().epoch ?? 0), Double(trouble), Double(badGradient), Double(badWeights),
  ]
}

/// One epoch of training.
@inline(never)
func epoch(
  _ parameters: inout Parameters, _ generator: inout SeededGenerator, update: LessonFunctions.Update
) -> History {
  students.train(&parameters, on: data, setup, using: &generator, update: update) { _, _, _ in false }
}

/// The first layer in which a forward pass over the training examples is not finite.
///
/// Output: the layer, or 0.
@_expose(wasm, "badLayer") @_cdecl("badLayer")
public func badLayer() {
  let cache = pass(data.training.features)
  output = [0]
  for layer in cache.preActivations.indices.reversed() where !cache.preActivations[layer].isFinite {
    output = [Double(layer + 1)]
  }
}

/// The examples that the epoch has left.
///
/// Output: how many of them the next batch has; their indices, in order.
@_expose(wasm, "nextBatch") @_cdecl("nextBatch")
public func nextBatch() {
  var generator = epochStart.generator
  let batches = miniBatches(count: data.training.count, batchSize: setup.batchSize, using: &generator)
  output = [position < batches.count ? Double(batches[position].count) : 0]
  for batch in batches.dropFirst(position) { for index in batch { output.append(Double(index)) } }
}
