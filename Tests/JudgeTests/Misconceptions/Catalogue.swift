import Contract
import CourseKit
import Testing

@testable import Judge

/// One wrong version that the judge knows, ready to be planted in a student.
struct KnownMistake: Sendable, CustomTestStringConvertible {
  let exercise: String
  let name: String
  let sentence: String
  /// Lets the student answer with the wrong version, built on the student's own other functions.
  let plant: @Sendable (TestStudent) -> Void

  var testDescription: String { "\(exercise) \(name)" }

  /// A student who has everything right but this.
  func student() -> TestStudent {
    let student = TestStudent.reference()
    plant(student)
    return student
  }
}

/// Everything that the judge's lists of misconceptions hold.
enum Catalogue {
  static let all: [KnownMistake] =
    activations + measures + deltas
    + mistakes(Lesson2.parameterCount, Course.parameterCount)
    + mistakes(InitializerJudge.he) + mistakes(InitializerJudge.xavier)
    + mistakes(Lesson3.linear, ForwardSpecifications.linear)
    + mistakes(Lesson3.forward, ForwardSpecifications.forward)
    + mistakes(Lesson4.backward, BackwardSpecification.backward)
    + training + regularisation

  private static let activations =
    mistakes(Lesson1.sigmoid, ActivationSpecifications.sigmoid)
    + mistakes(Lesson1.tanh, ActivationSpecifications.tanh)
    + mistakes(Lesson1.relu, ActivationSpecifications.relu)
    + mistakes(Lesson1.sigmoidDerivative, ActivationSpecifications.sigmoidDerivative)
    + mistakes(Lesson1.tanhDerivative, ActivationSpecifications.tanhDerivative)
    + mistakes(Lesson1.reluDerivative, ActivationSpecifications.reluDerivative)

  private static let measures =
    mistakes(Lesson3.binaryCrossEntropy, MeasureSpecifications.binaryCrossEntropy)
    + mistakes(Lesson3.accuracy, MeasureSpecifications.accuracy)
    + mistakes(Lesson3.predict, MeasureSpecifications.predict)

  private static let deltas =
    mistakes(Lesson4.outputDelta, DeltaSpecifications.outputDelta)
    + mistakes(Lesson4.hiddenDelta, DeltaSpecifications.hiddenDelta)
    + mistakes(Lesson4.layerGradients, DeltaSpecifications.layerGradients)

  private static let regularisation =
    mistakes(Lesson6.weightNorm, L2Specifications.weightNorm)
    + mistakes(Lesson6.l2Penalty, L2Specifications.l2Penalty)
    + mistakes(Lesson6.addL2Gradient, L2GradientSpecification.addL2Gradient)
    + mistakes(Lesson7.isImprovement, ImprovementSpecification.isImprovement)
    + mistakes(Lesson7.shouldStop, StoppingSpecification.shouldStop)
    + mistakes(Lesson8.zeroVelocity, VelocitySpecification.zeroVelocity)
    + mistakes(Lesson8.step, StepSpecification.step)

  private static let training =
    batches + mistakes(Lesson5.gradientDescentStep, DescentSpecification.gradientDescentStep) + epochs
    + mistakes(Lesson5.train, TrainingSpecification.train) + trainings

  /// The wrong versions of 5.1, whose sentences the judge has in two lists.
  private static let batches = WrongBatches.all.map { mistake in
    let sentence =
      BatchMistakes.all.first { $0.name == mistake.name }?.sentence
      ?? ShuffleMistake(rawValue: mistake.name)?.sentence
    return KnownMistake(exercise: "5.1", name: mistake.name, sentence: sentence ?? "") {
      WrongBatches.plant(mistake.epoch, in: $0)
    }
  }

  private static let trainings = WrongTrainings.all.map { wrong in
    KnownMistake(exercise: "5.4", name: wrong.mistake.rawValue, sentence: wrong.mistake.sentence) {
      WrongTrainings.plant(in: $0, batchSize: wrong.batchSize, seed: wrong.seed)
    }
  }

  private static let epochs = WrongEpochs.all.map { mistake in
    let sentence = EpochMistakes.all.first { $0.name == mistake.name }?.sentence
    return KnownMistake(exercise: "5.3", name: mistake.name, sentence: sentence ?? EpochMistakes.ownGenerator.sentence)
    {
      WrongEpochs.plant(mistake.way, in: $0)
    }
  }

  private static func mistakes<Result: Inspectable, each Argument: Transferable>(
    _ function: LessonFunction<Result, repeat each Argument>,
    _ specification: Specification<(repeat each Argument), Result>
  ) -> [KnownMistake] {
    specification.misconceptions.map { misconception in
      KnownMistake(
        exercise: specification.exercise, name: misconception.name, sentence: misconception.sentence
      ) { student in
        let others = Set(Course.lessons.flatMap(\.exercises).map(\.number)).subtracting([function.exercise])
        student.answer(function) { [unowned student] (argument: repeat each Argument) in
          let parts = MixedParts(student: student, fromStudent: others)
          guard let wrong = try misconception.wrong(parts, (repeat each argument)) else {
            throw CallFailure.shapesDoNotFit(in: function.exercise)
          }
          return wrong
        }
      }
    }
  }

  private static func mistakes(_ judge: InitializerJudge) -> [KnownMistake] {
    judge.misconceptions.map { misconception in
      KnownMistake(
        exercise: judge.function.exercise, name: misconception.name, sentence: misconception.sentence
      ) { student in
        student.answer(judge.function) { randomParameters($0, seed: $1, variance: misconception.variance) }
      }
    }
  }
}
