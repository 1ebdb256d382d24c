import Contract
import CourseKit
import Engine
import Vocabulary

/// The checks of 5.4 that let the student's network learn.
enum TrainingBehaviour {
  static let all = [xor, moons]

  /// Of 300 trainings with various orders the slowest was right for good after 33 epochs.
  private static let xor = check("learns XOR from each of 10 seeds") { student in
    for seed in 0..<10 as Range<UInt64> {
      let plan = TrainingPlan(epochs: 80, batchSize: 2, hidden: .tanh, seed: seed, learningRate: 0.5)
      let start = Samples.initialized([2, 8, 1], seed: seed)
      let trained = try trained(student, start, on: .xor, validation: .xor, plan)
      let reached = try accuracy(of: trained, on: .xor, plan)
      if reached < 1 { return "seed \(seed): accuracy \(reached.text) after \(plan.epochs) epochs   expected 1" }
    }
    return nil
  }

  /// The last epochs take a tenth of the rate: without them the accuracy would hang on the order of the last batches.
  ///
  /// With them 60 trainings of five with various orders came to 0.942 on average, with a standard deviation of 0.0016, and
  /// none below 0.938.
  private static let moons = check("two moons: on average over 92 % right on new examples, from 5 seeds") { student in
    var sum = 0.0
    for seed in 0..<5 as Range<UInt64> {
      var generator = SeededGenerator(seed: 500 + seed)
      let parts = Dataset.moons(count: 900, noise: 0.24, using: &generator).split(validationFraction: 5.0 / 9)
      var plan = TrainingPlan(epochs: 20, batchSize: 20, hidden: .relu, seed: seed, learningRate: 1)
      // The course of the loss is not looked at here, so a few examples to validate with save time.
      let few = parts.validation.rows(at: Array(0..<20))
      let start = Samples.initialized([2, 16, 1], seed: seed)
      let fast = try trained(student, start, on: parts.training, validation: few, plan)
      plan.epochs = 5
      plan.learningRate = 0.1
      let slow = try trained(student, fast, on: parts.training, validation: few, plan)
      sum += try accuracy(of: slow, on: parts.validation, plan)
    }
    let mean = sum / 5
    return mean > 0.92 ? nil : "mean accuracy \(mean.text)   expected over 0.92"
  }

  private static func check(
    _ summary: String, _ evidence: @escaping @Sendable (any Student) throws -> String?
  ) -> Check {
    Check(Lesson5.train.exercise, .behaviour, summary) { bench in
      guard let evidence = try evidence(bench.student) else { return .passed }
      // A network cannot be better than its parts, and the host takes the step of 5.2 itself.
      let parts = bench.course.closure(of: [Lesson5.train.exercise])
      return bench.outcome([evidence], of: Lesson5.train.exercise, where: parts.contains)
    }
  }

  /// The parameters that training leaves; those at the start if it has changed their shapes.
  private static func trained(
    _ student: any Student, _ start: Parameters, on data: Dataset, validation: Dataset, _ plan: TrainingPlan
  ) throws -> Parameters {
    let trained = try student.call(Lesson5.train, start, data, validation, plan).parameters
    return Comparison(trained, to: start, tolerance: .value).shapeProblem == nil ? trained : start
  }

  /// The accuracy as the judge measures it.
  private static func accuracy(of parameters: Parameters, on data: Dataset, _ plan: TrainingPlan) throws -> Double {
    try Oracle.measures(on: data, parameters, plan.hidden).accuracy
  }
}
