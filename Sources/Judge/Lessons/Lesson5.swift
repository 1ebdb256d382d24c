import Contract
import CourseKit

extension Course {
  /// Lesson 5: mini-batches and training.
  static let miniBatches = Lesson(
    5, "MiniBatches", "Mini-batches and training", buildsOn: [1, 3, 4],
    exercises: [
      Exercise(Lesson5.miniBatches), Exercise(Lesson5.gradientDescentStep), Exercise(Lesson5.trainEpoch),
      Exercise(Lesson5.train),
    ],
    checks: BatchJudge.checks + DescentSpecification.checks + EpochJudge.checks + TrainingJudge.checks)
}
