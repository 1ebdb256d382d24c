import CourseKit

/// Exercise 5.4 as the judge knows it wrong.
func train(
  mistake: String, _ parameters: inout Parameters, on data: Dataset, validation: Dataset, epochs: Int,
  batchSize: Int, hidden: Activation, using generator: inout some RandomNumberGenerator,
  update: (inout Parameters, inout Gradients, Int) -> Void, afterEpoch: (Int, Parameters, History) -> Bool
) throws -> History {
  switch mistake {
  case "5.4 measured before the epoch":
    var history = History()
    var before = parameters
    for epoch in stride(from: 1, through: epochs, by: 1) {
      before = parameters
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      let learned = forward(data.features, parameters: before, hidden: hidden).probabilities
      let held = forward(validation.features, parameters: before, hidden: hidden).probabilities
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
      history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
      if afterEpoch(epoch, parameters, history) {
        break
      }
    }
    return history
  case "5.4 training data twice":
    var history = History()
    for epoch in stride(from: 1, through: epochs, by: 1) {
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      let learned = forward(data.features, parameters: parameters, hidden: hidden).probabilities
      let held = forward(data.features, parameters: parameters, hidden: hidden).probabilities
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: data.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
      history.validationAccuracy.append(accuracy(probabilities: held, labels: data.labels))
      if afterEpoch(epoch, parameters, history) {
        break
      }
    }
    return history
  case "5.4 validation data twice":
    var history = History()
    for epoch in stride(from: 1, through: epochs, by: 1) {
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      let learned = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
      let held = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: validation.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: validation.labels))
      history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
      if afterEpoch(epoch, parameters, history) {
        break
      }
    }
    return history
  case "5.4 sets exchanged":
    var history = History()
    for epoch in stride(from: 1, through: epochs, by: 1) {
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      let learned = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
      let held = forward(data.features, parameters: parameters, hidden: hidden).probabilities
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: validation.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: data.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: validation.labels))
      history.validationAccuracy.append(accuracy(probabilities: held, labels: data.labels))
      if afterEpoch(epoch, parameters, history) {
        break
      }
    }
    return history
  case "5.4 loss and accuracy exchanged":
    var history = History()
    for epoch in stride(from: 1, through: epochs, by: 1) {
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      let learned = forward(data.features, parameters: parameters, hidden: hidden).probabilities
      let held = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
      history.trainingAccuracy.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
      history.validationAccuracy.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
      history.trainingLoss.append(accuracy(probabilities: learned, labels: data.labels))
      history.validationLoss.append(accuracy(probabilities: held, labels: validation.labels))
      if afterEpoch(epoch, parameters, history) {
        break
      }
    }
    return history
  case "5.4 one epoch too few":
    var history = History()
    for epoch in stride(from: 1, to: epochs, by: 1) {
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      let learned = forward(data.features, parameters: parameters, hidden: hidden).probabilities
      let held = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
      history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
      if afterEpoch(epoch, parameters, history) {
        break
      }
    }
    return history
  case "5.4 counted from 0":
    var history = History()
    for epoch in 0..<max(epochs, 0) {
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      let learned = forward(data.features, parameters: parameters, hidden: hidden).probabilities
      let held = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
      history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
      if afterEpoch(epoch, parameters, history) {
        break
      }
    }
    return history
  case "5.4 last epoch alone":
    var history = History()
    for epoch in stride(from: 1, through: epochs, by: 1) {
      history = History()
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      let learned = forward(data.features, parameters: parameters, hidden: hidden).probabilities
      let held = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
      history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
      if afterEpoch(epoch, parameters, history) {
        break
      }
    }
    return history
  case "5.4 nothing written down":
    let history = History()
    for epoch in stride(from: 1, through: epochs, by: 1) {
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      if afterEpoch(epoch, parameters, history) { break }
    }
    return history
  case "5.4 written down after afterEpoch":
    var history = History()
    for epoch in stride(from: 1, through: epochs, by: 1) {
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      if afterEpoch(epoch, parameters, history) { break }
      let learned = forward(data.features, parameters: parameters, hidden: hidden).probabilities
      let held = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
      history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
    }
    return history
  case "5.4 answer ignored":
    var history = History()
    for epoch in stride(from: 1, through: epochs, by: 1) {
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      let learned = forward(data.features, parameters: parameters, hidden: hidden).probabilities
      let held = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
      history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
      _ = afterEpoch(epoch, parameters, history)
    }
    return history
  case "5.4 stopped upside down":
    var history = History()
    for epoch in stride(from: 1, through: epochs, by: 1) {
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      let learned = forward(data.features, parameters: parameters, hidden: hidden).probabilities
      let held = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
      history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
      if !afterEpoch(epoch, parameters, history) { break }
    }
    return history
  case "5.4 afterEpoch never called":
    var history = History()
    for _ in stride(from: 1, through: epochs, by: 1) {
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      let learned = forward(data.features, parameters: parameters, hidden: hidden).probabilities
      let held = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
      history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
    }
    return history
  case "5.4 afterEpoch once, even without epochs":
    var history = History()
    for _ in stride(from: 1, through: epochs, by: 1) {
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      let learned = forward(data.features, parameters: parameters, hidden: hidden).probabilities
      let held = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
      history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
    }
    _ = afterEpoch(epochs, parameters, history)
    return history
  case "5.4 copy trained":
    var history = History()
    var learner = parameters
    for epoch in stride(from: 1, through: epochs, by: 1) {
      trainEpoch(&learner, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      let learned = forward(data.features, parameters: learner, hidden: hidden).probabilities
      let held = forward(validation.features, parameters: learner, hidden: hidden).probabilities
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
      history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
      if afterEpoch(epoch, learner, history) { break }
    }
    return history
  case "5.4 not trained":
    var history = History()
    for epoch in stride(from: 1, through: epochs, by: 1) {
      let learned = forward(data.features, parameters: parameters, hidden: hidden).probabilities
      let held = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
      history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
      if afterEpoch(epoch, parameters, history) {
        break
      }
    }
    return history
  case "5.4 trained on validation":
    var history = History()
    for epoch in stride(from: 1, through: epochs, by: 1) {
      trainEpoch(&parameters, on: validation, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      let learned = forward(data.features, parameters: parameters, hidden: hidden).probabilities
      let held = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
      history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
      if afterEpoch(epoch, parameters, history) {
        break
      }
    }
    return history
  case "5.4 batchSize ignored":
    var history = History()
    for epoch in stride(from: 1, through: epochs, by: 1) {
      trainEpoch(&parameters, on: data, batchSize: data.count, hidden: hidden, using: &generator, update: update)
      let learned = forward(data.features, parameters: parameters, hidden: hidden).probabilities
      let held = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
      history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
      if afterEpoch(epoch, parameters, history) {
        break
      }
    }
    return history
  case "5.4 generator begins anew":
    var history = History()
    for epoch in stride(from: 1, through: epochs, by: 1) {
      var random = generator
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &random, update: update)
      let learned = forward(data.features, parameters: parameters, hidden: hidden).probabilities
      let held = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
      history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
      if afterEpoch(epoch, parameters, history) {
        break
      }
    }
    return history
  case "5.4 own generator":
    var history = History()
    var random = SystemRandomNumberGenerator()
    for epoch in stride(from: 1, through: epochs, by: 1) {
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &random, update: update)
      let learned = forward(data.features, parameters: parameters, hidden: hidden).probabilities
      let held = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
      history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
      if afterEpoch(epoch, parameters, history) {
        break
      }
    }
    return history
  default:
    return try train(
      told: mistake, &parameters, on: data, validation: validation, epochs: epochs, batchSize: batchSize,
      hidden: hidden,
      using: &generator, update: update, afterEpoch: afterEpoch)
  }
}
