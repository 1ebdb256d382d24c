import Contract
import CourseKit
import Training
import Vocabulary

/// Loss and accuracy of parameters on two sets, by the student's functions.
struct Measurement {
  let trainingLoss: Double
  let trainingAccuracy: Double
  let validationLoss: Double
  let validationAccuracy: Double

  /// The exercises with which it measures.
  static let exercises: Set = [
    Lesson3.forward.exercise, Lesson3.binaryCrossEntropy.exercise, Lesson3.accuracy.exercise,
  ]

  init(
    of parameters: Parameters, on data: SplitData, hidden: HiddenActivation, with functions: LessonFunctions
  ) {
    let learned = functions.probabilities(of: data.training.features, parameters, hidden)
    let held = functions.probabilities(of: data.validation.features, parameters, hidden)
    trainingLoss = functions.loss(learned, data.training.labels)
    trainingAccuracy = functions.accuracy(learned, data.training.labels)
    validationLoss = functions.loss(held, data.validation.labels)
    validationAccuracy = functions.accuracy(held, data.validation.labels)
  }
}
