import CourseKit

/// The whole call of `train` on lesson 5's page, run on the solutions.
///
/// Between the marks the lines are those of the page.
public func pageTraining(on data: Dataset, validation: Dataset) -> History {
  // BEGIN PAGE
  var generator = SeededGenerator(seed: 1)
  var parameters = heInitialized(layerSizes: [2, 32, 1], using: &generator)
  let history = train(
    &parameters, on: data, validation: validation, epochs: 100, batchSize: 64, hidden: .relu, using: &generator,
    update: { parameters, gradients, rows in
      gradientDescentStep(&parameters, gradients: gradients, learningRate: 0.03)
    },
    afterEpoch: { epoch, parameters, history in false })
  // END PAGE
  return history
}
