import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

@testable import Course

extension TestStudent {
  /// A student who writes everything in plain loops, in place and from the back, and calls no function of others.
  static func withLoops() -> TestStudent {
    let student = TestStudent.reference()
    student.answer(Lesson1.relu) { z in
      var result = z
      for index in result.elements.indices where result.elements[index] < 0 { result.elements[index] = 0 }
      return result
    }
    student.answer(Lesson1.sigmoid) { z in eachEntry(of: z) { z in 1 / (1 + exp(-z)) } }
    student.answer(Lesson1.tanh) { z in eachEntry(of: z) { z in tanh(z) } }
    student.answer(Lesson1.sigmoidDerivative) { z in
      eachEntry(of: z) { z in 1 / (1 + exp(-z)) - 1 / (1 + exp(-z)) / (1 + exp(-z)) }
    }
    student.answer(Lesson1.tanhDerivative) { z in eachEntry(of: z) { z in (1 - tanh(z)) * (1 + tanh(z)) } }
    student.answer(Lesson1.reluDerivative) { z in eachEntry(of: z) { z in z <= 0 ? 0 : 1 } }
    student.answer(Lesson3.linear) { linearLoop($0, $1, $2) }
    student.answer(Lesson3.forward) { forwardLoop($0, $1, $2) }
    student.answer(Lesson3.accuracy) { p, y in
      var wrong = 0.0
      for row in 0..<p.rows where (p[row, 0] < 0.5) != (y[row, 0] == 0) { wrong += 1 }
      return 1 - wrong / Double(p.rows)
    }
    student.answer(Lesson3.binaryCrossEntropy) { p, y in
      var loss = 0.0
      for row in (0..<p.rows).reversed() {
        let answer = y[row, 0] == 1 ? p[row, 0] : 1 - p[row, 0]
        loss += -log(max(answer, 1e-8)) / Double(p.rows)
      }
      return loss
    }
    student.answer(Lesson4.outputDelta) { a, y in
      var result = a
      for row in 0..<a.rows { result[row, 0] = -(y[row, 0] - a[row, 0]) }
      return result
    }
    student.answer(Lesson4.layerGradients) { layerGradientsLoop($0, $1) }
    student.answerTrainingWithLoops()
    student.answerRegularisationInLoops()
    return student
  }

  private static func eachEntry(of z: Matrix, _ body: (Double) -> Double) -> Matrix {
    var result = Matrix.zeros(rows: z.rows, columns: z.columns)
    for column in 0..<z.columns {
      for row in 0..<z.rows { result[row, column] = body(z[row, column]) }
    }
    return result
  }

  private static func linearLoop(_ input: Matrix, _ weights: Matrix, _ biases: Matrix) -> Matrix {
    var result = Matrix.zeros(rows: input.rows, columns: weights.columns)
    for row in 0..<result.rows {
      for unit in 0..<result.columns {
        for feature in (0..<input.columns).reversed() {
          result[row, unit] += input[row, feature] * weights[feature, unit]
        }
        result[row, unit] += biases[0, unit]
      }
    }
    return result
  }

  private static func forwardLoop(
    _ input: Matrix, _ parameters: Parameters, _ hidden: HiddenActivation
  ) -> ForwardCache {
    var activations = [input]
    var preActivations: [Matrix] = []
    for (weights, biases) in zip(parameters.weights, parameters.biases) {
      preActivations += [linearLoop(activations[activations.count - 1], weights, biases)]
      activations += [eachEntry(of: preActivations[preActivations.count - 1]) { Oracle.value($0, hidden) }]
    }
    activations[activations.count - 1] = eachEntry(of: preActivations[preActivations.count - 1]) { 1 / (1 + exp(-$0)) }
    return ForwardCache(activations: activations, preActivations: preActivations)
  }

  private static func layerGradientsLoop(_ delta: Matrix, _ input: Matrix) -> LayerGradients {
    var weights = Matrix.zeros(rows: input.columns, columns: delta.columns)
    var biases = Matrix.zeros(rows: 1, columns: delta.columns)
    for row in (0..<delta.rows).reversed() {
      for unit in 0..<delta.columns {
        biases[0, unit] += delta[row, unit] / Double(delta.rows)
        for feature in 0..<input.columns {
          weights[feature, unit] += delta[row, unit] * input[row, feature] / Double(delta.rows)
        }
      }
    }
    return LayerGradients((weights, biases))
  }
}
