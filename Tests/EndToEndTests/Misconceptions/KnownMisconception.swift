import StudentCode

@testable import Judge

/// One entry of the judge's lists, of whatever type its exercise is.
struct KnownMisconception: Sendable {
  let exercise: String
  let name: String
  /// What the student reads.
  let sentence: String

  /// All that the judge knows, in the order of the course.
  static let all =
    ActivationSpecifications.sigmoid.known + ActivationSpecifications.tanh.known
    + ActivationSpecifications.relu.known + ActivationSpecifications.sigmoidDerivative.known
    + ActivationSpecifications.tanhDerivative.known + ActivationSpecifications.reluDerivative.known
    + Course.parameterCount.known + InitializerJudge.he.known + InitializerJudge.xavier.known
    + ForwardSpecifications.linear.known + ForwardSpecifications.forward.known
    + MeasureSpecifications.binaryCrossEntropy.known + MeasureSpecifications.accuracy.known
    + MeasureSpecifications.predict.known + DeltaSpecifications.outputDelta.known
    + DeltaSpecifications.hiddenDelta.known + DeltaSpecifications.layerGradients.known
    + BackwardSpecification.backward.known
    + lesson5
    + L2Specifications.weightNorm.known + L2Specifications.l2Penalty.known
    + L2GradientSpecification.addL2Gradient.known + ImprovementSpecification.isImprovement.known
    + StoppingSpecification.shouldStop.known + VelocitySpecification.zeroVelocity.known
    + StepSpecification.step.known

  /// Those of one exercise.
  static func of(_ exercise: String) -> [KnownMisconception] {
    all.filter { $0.exercise == exercise }
  }

  /// The sentence of a planted mistake; nil if the judge does not know it.
  static func sentence(for mistake: Version) -> String? {
    of(mistake.exercise).first { $0.name == mistake.name }?.sentence
  }

  /// The exercise and the name, as `Version.mistake` takes them.
  var title: String { "\(exercise) \(name)" }
}

extension Specification {
  /// The misconceptions of this exercise.
  var known: [KnownMisconception] {
    misconceptions.map { KnownMisconception(exercise: exercise, name: $0.name, sentence: $0.sentence) }
  }
}

extension InitializerJudge {
  /// The misconceptions of this exercise: wrong variances, and what its other checks recognise.
  var known: [KnownMisconception] {
    let others = InitializerMistake.allCases.map { ($0.rawValue, $0.sentence(formula: formula)) }
    return (misconceptions.map { ($0.name, $0.sentence) } + others).map {
      KnownMisconception(exercise: function.exercise, name: $0.0, sentence: $0.1)
    }
  }
}
