import Contract
import CourseKit
import Engine
import Wire

@testable import Course

extension TestStudent {
  /// A student who takes other formulas for the same thing, written with the operations of `Matrix`.
  static func withOtherFormulas() -> TestStudent {
    let student = TestStudent.reference()
    student.answer(Lesson1.relu) { z in 0.5 * (z + z.map(abs)) }
    student.answer(Lesson1.sigmoid) { z in z.map { 0.5 * (1 + tanh(0.5 * $0)) } }
    student.answer(Lesson1.tanh) { z in z.map { 2 / (1 + exp(-2 * $0)) - 1 } }
    student.answer(Lesson1.sigmoidDerivative) { z in
      z.map { exp(-abs($0)) / ((1 + exp(-abs($0))) * (1 + exp(-abs($0)))) }
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
    student.answer(Lesson3.linear) { a, w, b in
      matmul(Matrix(rows: a.rows, columns: 1, repeating: 1), b) + matmul(a, w)
    }
    student.answer(Lesson3.binaryCrossEntropy) { p, y in
      let clipped = p.map { $0 < 1e-8 ? 1e-8 : ($0 > 1 - 1e-8 ? 1 - 1e-8 : $0) }
      let terms = y * clipped.map { log($0) } + y.map { 1 - $0 } * clipped.map { log(1 - $0) }
      return -terms.columnSums()[0, 0] / Double(p.rows)
    }
    student.answer(Lesson3.accuracy) { p, y in
      let classes = p.map { $0.rounded() }
      let right = classes * y + classes.map { 1 - $0 } * y.map { 1 - $0 }
      return right.columnSums()[0, 0] / Double(y.rows)
    }
    student.answer(Lesson3.predict) { [unowned student] input, parameters, hidden in
      try student.call(Lesson3.forward, input, parameters, hidden).preActivations[parameters.weights.count - 1]
        .map { $0 >= 0 ? 1 : 0 }
    }
    student.answerOtherBackward()
    student.answer(Lesson5.gradientDescentStep) { parameters, gradients, rate in
      Parameters(
        weights: zip(parameters.weights, gradients.weights).map { $0 + $1 * -rate },
        biases: zip(parameters.biases, gradients.biases).map { $0 - $1 * rate })
    }
    student.answerOtherRegularisation()
    return student
  }

  private func answerOtherBackward() {
    answer(Lesson4.outputDelta) { a, y in a + -1 * y }
    answer(Lesson4.hiddenDelta) { [unowned self] delta, weights, z, hidden in
      try call(Lesson1.derivative(of: hidden), z) * matmul(weights, delta.transposed).transposed
    }
    answer(Lesson4.layerGradients) { delta, input in
      let mean = delta * (1 / Double(delta.rows))
      let ones = Matrix(rows: 1, columns: delta.rows, repeating: 1)
      return LayerGradients((matmul(mean.transposed, input).transposed, matmul(ones, mean)))
    }
    // All deltas first, then all gradients, collected from the last layer and turned round at the end.
    answer(Lesson4.backward) { [unowned self] cache, labels, parameters, hidden in
      var deltas = [try call(Lesson4.outputDelta, cache.probabilities, labels)]
      for layer in parameters.weights.indices.dropFirst().reversed() {
        let z = cache.preActivations[layer - 1]
        deltas.append(try call(Lesson4.hiddenDelta, deltas[deltas.count - 1], parameters.weights[layer], z, hidden))
      }
      let layers = try zip(deltas.reversed(), cache.activations).map { try call(Lesson4.layerGradients, $0, $1) }
      return Gradients(weights: layers.map(\.weights), biases: layers.map(\.biases))
    }
  }
}
