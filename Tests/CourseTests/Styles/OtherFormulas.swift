import Contract
import CourseKit
import Engine
import Wire

@testable import Course

extension TestStudent {
  /// A student who takes formulas and orders of operations that no right version has, with no exercise built on another
  /// one.
  static func withOtherFormulas() -> TestStudent {
    let student = TestStudent.reference()
    student.answer(Lesson1.sigmoid) { z in z.map { 0.5 * (1 + tanh(0.5 * $0)) } }
    student.answer(Lesson1.sigmoidDerivative) { z in
      z.map { 1 / (1 + exp(-$0)) - 1 / (1 + exp(-$0)) / (1 + exp(-$0)) }
    }
    student.answer(Lesson1.tanhDerivative) { z in
      z.map { 4 * exp(-2 * abs($0)) / ((1 + exp(-2 * abs($0))) * (1 + exp(-2 * abs($0)))) }
    }
    student.answer(Lesson1.reluDerivative) { z in
      z.map { z in z == 0 ? 0 : (1 + (z / abs(z))) / 2 }
    }
    student.answer(Lesson2.parameterCount) { sizes in
      sizes.dropFirst().reduce(0, +) + sizes.indices.dropFirst().map { sizes[$0] * sizes[$0 - 1] }.reduce(0, +)
    }
    student.answer(Lesson3.accuracy) { p, y in
      let classes = p.map { $0.rounded() }
      let right = classes * y + classes.map { 1 - $0 } * y.map { 1 - $0 }
      return right.columnSums()[0, 0] / Double(y.rows)
    }
    student.answer(Lesson4.outputDelta) { a, y in
      var result = a
      for row in 0..<a.rows { result[row, 0] = -(y[row, 0] - a[row, 0]) }
      return result
    }
    student.answer(Lesson6.l2Penalty) { parameters, lambda, sampleCount in
      parameters.weights.flatMap(\.elements).reduce(0) { $0 + 0.5 * lambda * $1 * $1 / Double(sampleCount) }
    }
    student.answer(Lesson8.zeroVelocity) { gradients in
      Gradients(weights: gradients.weights.map { 0 * $0 }, biases: gradients.biases.map { $0 - $0 })
    }
    student.answerFromTheBack()
    return student
  }

  /// Sums that begin with the last row, the last input or the last layer.
  private func answerFromTheBack() {
    answer(Lesson3.linear) { input, weights, biases in
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
    answer(Lesson3.binaryCrossEntropy) { p, y in
      var loss = 0.0
      for row in (0..<p.rows).reversed() {
        let answer = y[row, 0] == 1 ? p[row, 0] : 1 - p[row, 0]
        loss += -log(max(answer, 1e-8)) / Double(p.rows)
      }
      return loss
    }
    answer(Lesson4.layerGradients) { delta, input in
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
    answer(Lesson6.weightNorm) { parameters in
      var sum = 0.0
      for weights in parameters.weights.reversed() {
        for weight in weights.elements.reversed() { sum += weight * weight }
      }
      return sum.squareRoot()
    }
  }
}
