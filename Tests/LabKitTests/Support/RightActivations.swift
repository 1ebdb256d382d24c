import CourseKit
import Training

/// Lessons 1 and 2 that work, as short as they can be.
enum RightActivations {
  static var functions: LessonFunctions {
    var functions = LessonFunctions()
    functions.activation = { z, hidden in
      switch hidden {
      case .relu: z.map { max(0, $0) }
      case .tanh: z.map { tanh($0) }
      case .sigmoid: z.map { 1 / (1 + exp(-$0)) }
      }
    }
    functions.slope = { z, hidden in
      switch hidden {
      case .relu: z.map { $0 > 0 ? 1 : 0 }
      case .tanh: z.map { 1 - tanh($0) * tanh($0) }
      case .sigmoid: z.map { 1 / (2 + exp($0) + exp(-$0)) }
      }
    }
    functions.initialParameters = { initialization, sizes, generator in
      var parameters = Parameters(weights: [], biases: [])
      for (fanIn, fanOut) in zip(sizes, sizes.dropFirst()) {
        let deviation = initialization.weightScale(fanIn: fanIn)
        let elements = (0..<fanIn * fanOut).map { _ in deviation * generator.nextGaussian() }
        parameters.weights.append(Matrix(rows: fanIn, columns: fanOut, elements: elements))
        parameters.biases.append(.zeros(rows: 1, columns: fanOut))
      }
      return parameters
    }
    return functions
  }
}
