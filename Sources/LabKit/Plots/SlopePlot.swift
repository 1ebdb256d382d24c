import Contract
import CourseKit
import Figures
import Training

/// The loss of lesson 4's example along single parameters, beside what the student's backward pass says of its slope.
enum SlopePlot {
  /// The exercises that draw it.
  static let exercises: Set = [
    Lesson3.forward.exercise, Lesson3.binaryCrossEntropy.exercise, Lesson4.backward.exercise,
  ]

  static func figure(_ functions: LessonFunctions) -> Figure {
    let parameters = PageExample.parameters
    let (input, labels) = (PageExample.data.features, PageExample.data.labels)
    let gradients = functions.backward(functions.forward(input, parameters, .relu), labels, parameters, .relu)

    func line(
      _ name: String, _ place: WritableKeyPath<Parameters, Double>, _ slope: Double
    ) -> (name: String, value: Double, slope: Double, curve: [Point]) {
      let value = parameters[keyPath: place]
      let curve = (-40...40).map { step in
        var turned = parameters
        turned[keyPath: place] = value + Double(step) / 20
        let probabilities = functions.forward(input, turned, .relu).probabilities
        return Point(turned[keyPath: place], functions.loss(probabilities, labels))
      }
      return (name, value, slope, curve)
    }
    return .slopes([
      line("first weight of W1", \.weights[0].elements[0], gradients.weights[0].elements[0]),
      line("second weight of W1", \.weights[0].elements[1], gradients.weights[0].elements[1]),
      line("first weight of W2", \.weights[1].elements[0], gradients.weights[1].elements[0]),
      line("b2", \.biases[1].elements[0], gradients.biases[1].elements[0]),
    ])
  }
}
