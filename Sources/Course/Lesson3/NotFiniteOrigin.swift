import Contract
import CourseKit
import Engine
import Vocabulary

/// The search for the call that brought the first NaN or infinity into a network.
///
/// The student's lower functions are called with what the result holds, so that what is said is what was seen.
struct NotFiniteOrigin {
  let student: any Student

  init(_ student: any Student) { self.student = student }

  /// Where a forward pass has its first number that is not finite; nil if it has none.
  func sentence(forward input: (Matrix, Parameters, HiddenActivation), _ cache: ForwardCache) -> String? {
    let (_, parameters, hidden) = input
    let layers = parameters.weights.indices
    guard cache.preActivations.count == layers.count, cache.activations.count == layers.count + 1,
      cache.activations[0].isFinite
    else { return nil }
    for layer in layers {
      let (a, z) = (cache.activations[layer], cache.preActivations[layer])
      if !z.isFinite {
        let again = try? student.call(Lesson3.linear, a, parameters.weights[layer], parameters.biases[layer])
        return sentence("preActivations[\(layer)]", "linear", again, for: "activations[\(layer)]")
      }
      if !cache.activations[layer + 1].isFinite {
        let function = Lesson1.function(of: layer == layers.last ? .sigmoid : hidden)
        let again = try? student.call(function, z)
        return sentence("activations[\(layer + 1)]", function.name, again, for: "preActivations[\(layer)]")
      }
    }
    return nil
  }

  private func sentence(_ place: String, _ function: String, _ again: Matrix?, for argument: String) -> String {
    let first = "The first in the order of computation is in \(place)"
    guard let again else { return first + "." }
    return again.isFinite
      ? "\(first); for \(argument) \(function) returns finite numbers."
      : "\(first): \(function) returns it for the finite \(argument)."
  }
}

extension Matrix {
  /// Whether no entry is NaN or infinite.
  var isFinite: Bool { elements.allSatisfy(\.isFinite) }
}
