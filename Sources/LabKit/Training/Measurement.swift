import CourseKit
import Training

/// Loss and accuracy of a network on two sets, by the student's functions, and which classes it confuses.
struct Measurement {
  let trainingLoss: Double
  let trainingAccuracy: Double
  let validationLoss: Double
  let validationAccuracy: Double
  /// How many validation examples of each class were taken for each: counts[right class][answer], [K][K].
  let confusion: [[Int]]

  init(of network: TrainedNetwork, on data: SplitData<ClassDataset>) {
    let learned = network.output(for: data.training.features)
    let held = network.output(for: data.validation.features)
    trainingLoss = learned.loss(data.training.classes)
    trainingAccuracy = learned.accuracy(data.training.classes)
    validationLoss = held.loss(data.validation.classes)
    validationAccuracy = held.accuracy(data.validation.classes)
    let count = data.validation.classCount
    var confusion = [[Int]](repeating: [Int](repeating: 0, count: count), count: count)
    for (right, answer) in zip(data.validation.classes, held.classes) { confusion[right][answer] += 1 }
    self.confusion = confusion
  }
}
