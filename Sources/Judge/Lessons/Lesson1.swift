import Contract
import CourseKit

extension Course {
  /// Lesson 1: the activation functions and their derivatives.
  static let activations = Lesson(
    1, "Activations", "Activations",
    exercises: [
      Exercise(Lesson1.sigmoid), Exercise(Lesson1.tanh), Exercise(Lesson1.relu),
      Exercise(Lesson1.sigmoidDerivative), Exercise(Lesson1.tanhDerivative), Exercise(Lesson1.reluDerivative),
    ],
    checks: valueChecks + slopeChecks)

  /// Small numbers of both signs and 0.
  private static let small = Matrix([[-2, -0.5, 0], [0.5, 1, 3]])
  private static let others = Matrix([[1.5, 0, -0.75], [-1, -3, 4], [0.25, 2, -2.5]])
  /// Where a careless formula overflows, in a square: rows and columns can be exchanged without notice in no other shape.
  private static let extremes = Matrix([[-1000, -40, -1.5], [0, 0.7, 40], [1000, 3, -0.2]])
  private static let otherExtremes = Matrix([[800], [0.4], [0], [-2], [-800]])
  /// Numbers at least 0.3 away from 0, where ReLU has its kink.
  private static let awayFromKink = Matrix([[-2.5, -1.1, -0.3], [0.4, 1.3, 2.2]])

  private static let valueChecks: [Check] =
    [ActivationSpecifications.sigmoid, ActivationSpecifications.tanh, ActivationSpecifications.relu]
    .flatMap { function in
      [
        function.check(.shape, "that of z, [2, 3]", on: small, independent: others),
        function.check(.value, "values at −2 … 3", on: small, independent: others),
        function.check(.value, "finite and right at ±1000 and 0", on: extremes, independent: otherExtremes),
      ]
    }

  private static let slopeChecks: [Check] = [
    (ActivationSpecifications.sigmoidDerivative, HiddenActivation.sigmoid),
    (ActivationSpecifications.tanhDerivative, .tanh),
    (ActivationSpecifications.reluDerivative, .relu),
  ].flatMap { function, activation in
    [
      function.check(.shape, "that of z, [2, 3]", on: small, independent: others),
      function.check(.value, "values at −2 … 3", on: small, independent: others),
      function.check(.value, "finite and right at ±1000 and 0", on: extremes, independent: otherExtremes),
      function.check(
        .gradient, "slopes agree with central differences of \(activation.rawValue)", tolerance: .gradient,
        on: awayFromKink, independent: others,
        expected: { _ in
          Matrix.filled(awayFromKink.rows, awayFromKink.columns) { row, column in
            let point = Matrix([[awayFromKink[row, column]]])
            return CentralDifferences.gradient(at: point) { Oracle.value($0[0, 0], activation) }[0, 0]
          }
        }),
    ]
  }
}

extension Exercise {
  init<Result, each Argument>(_ function: LessonFunction<Result, repeat each Argument>) {
    self.init(number: function.exercise, name: function.name, signature: function.signature)
  }
}
