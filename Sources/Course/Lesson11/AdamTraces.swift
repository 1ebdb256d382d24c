import Contract
import CourseKit
import Engine

extension AdamTrace: Inspectable {
  /// Step after step what is kept and what moves, in the order in which it comes about: what is wrong first is the cause.
  package var components: [Component] {
    parameters.indices.flatMap { index in
      let (number, prefix) = (index + 1, "step \(index + 1): ")
      func all(_ name: String, _ matrices: [Matrix]) -> [Component] {
        matrices.enumerated().map { place, matrix in
          Component(name: "\(prefix)\(name)[\(place)]", matrix: matrix, step: number)
        }
      }
      let count = Component(name: "\(prefix)stepCount", number: Double(stepCounts[index]), step: number) { $0.text }
      return [count] + all("firstMoments", firstMoments[index]) + all("secondMoments", secondMoments[index])
        + all("parameters", parameters[index])
    }
  }
}
