import Contract
import CourseKit
import Figures
import Training
import Vocabulary

// What a gradient says.
extension Plot {
  static let ofLesson4: [Plot] = [
    Plot(
      "slopes", "the loss along single parameters, and your gradients as tangents",
      calls: [Lesson3.forward.exercise, Lesson3.binaryCrossEntropy.exercise, Lesson4.backward.exercise],
      draw: { studio in slopes(studio.functions) })
  ]

  /// The loss of the page's example along single parameters, beside what the backward pass says of its slope.
  private static func slopes(_ functions: LessonFunctions) -> Figure {
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
