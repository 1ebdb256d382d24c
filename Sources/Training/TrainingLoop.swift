import CourseKit

extension LessonFunctions {
  /// What is told of each batch before its step: the logits [rows, K] and the classes.
  public typealias EachBatch = (Matrix, [Int]) -> Void

  /// Draws the first parameters of a network, by lesson 2 or lesson 10.
  public func initialParameters(
    of setup: TrainingSetup, sizes: [Int], using generator: inout SeededGenerator
  ) -> Parameters {
    switch setup.network {
    case .binary: initialParameters(setup.initialization, sizes, &generator)
    case .layers:
      LayerNetwork(sizes: sizes, initialization: setup.initialization, using: &generator, with: self).parameters
    }
  }

  /// Trains a network over the epochs and batches of a setup: a binary one with lesson 5's loop, layers with the kit's.
  ///
  /// - Parameters:
  ///   - parameters: what is learned.
  ///   - data: the examples; those of a binary network have two classes.
  ///   - setup: says how.
  ///   - generator: shuffles the batches.
  ///   - update: makes the step after each batch.
  ///   - afterEpoch: told of each epoch; true stops the training.
  ///   - eachBatch: told of each batch of layers.
  /// - Returns: loss and accuracy after each epoch.
  public func train(
    _ parameters: inout Parameters, on data: SplitData<ClassDataset>, _ setup: TrainingSetup,
    using generator: inout SeededGenerator, update: Update, afterEpoch: AfterEpoch,
    eachBatch: EachBatch = { _, _ in }
  ) -> History {
    switch setup.network {
    case .binary: train(&parameters, data.ofLabels, setup, &generator, update, afterEpoch)
    case .layers(let keepProbability):
      trainLayers(
        &parameters, keepProbability, on: data, setup, using: &generator, update: update, afterEpoch: afterEpoch,
        eachBatch: eachBatch)
    }
  }

  private func trainLayers(
    _ parameters: inout Parameters, _ keepProbability: Double, on data: SplitData<ClassDataset>,
    _ setup: TrainingSetup, using generator: inout SeededGenerator, update: Update, afterEpoch: AfterEpoch,
    eachBatch: EachBatch
  ) -> History {
    var history = History()
    for epoch in 1...max(setup.epochs, 1) {
      // Made anew, so that an epoch goes the same way whether others were trained before it in one call or in several.
      let network = LayerNetwork(parameters, keepProbability: keepProbability, using: &generator, with: self)
      for rows in miniBatches(data.training.count, setup.batchSize, &generator) {
        let batch = data.training.rows(at: rows)
        var step = network.gradients(of: batch)
        eachBatch(step.logits, batch.classes)
        update(&parameters, &step.gradients, batch.count)
        network.model.parameters = parameters.matrices
      }
      let learned = network.logits(of: data.training.features)
      let held = network.logits(of: data.validation.features)
      history.trainingLoss.append(crossEntropy(learned, data.training.classes))
      history.validationLoss.append(crossEntropy(held, data.validation.classes))
      history.trainingAccuracy.append(classAccuracy(learned, data.training.classes))
      history.validationAccuracy.append(classAccuracy(held, data.validation.classes))
      if afterEpoch(epoch, parameters, history) { break }
    }
    return history
  }
}
