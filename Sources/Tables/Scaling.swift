import CourseKit

/// Shifts and scales each feature to mean 0 and standard deviation 1 on the training examples.
///
/// Columns of a table have units of their own; weights drawn for inputs near 1 do not learn from inputs near 1000.
package struct Scaling: Equatable, Sendable {
  /// The mean of each feature.
  package let means: [Double]
  /// The standard deviation of each feature; 1 for a feature that never changes.
  package let deviations: [Double]

  /// Creates a scaling from its numbers, one of each for every feature.
  package init(means: [Double], deviations: [Double]) {
    self.means = means
    self.deviations = deviations
  }

  /// Measures features [N, features].
  package init(of features: Matrix) {
    let count = Double(features.rows)
    let means = features.columnSums().elements.map { $0 / count }
    var squares = [Double](repeating: 0, count: features.columns)
    // The rounded mean of equal numbers may differ from them, so that their deviation is not quite 0.
    var isConstant = [Bool](repeating: true, count: features.columns)
    for row in 0..<features.rows {
      for column in 0..<features.columns {
        let distance = features.elements[row * features.columns + column] - means[column]
        squares[column] += distance * distance
        if features.elements[row * features.columns + column] != features.elements[column] {
          isConstant[column] = false
        }
      }
    }
    self.means = means
    deviations = zip(squares, isConstant).map { $1 || $0 == 0 ? 1 : ($0 / count).squareRoot() }
  }

  /// Whether every number can be worked with.
  package var isUsable: Bool { means.allSatisfy { $0.isFinite } && deviations.allSatisfy { $0.isFinite && $0 > 0 } }

  /// Shifts and scales features [N, features] in place.
  package func scale(_ features: inout Matrix) {
    let columns = features.columns
    features.elements.withUnsafeMutableBufferPointer { elements in
      for start in stride(from: 0, to: elements.count, by: max(columns, 1)) {
        for column in 0..<columns {
          elements[start + column] = (elements[start + column] - means[column]) / deviations[column]
        }
      }
    }
  }

  /// Returns features [N, features] shifted and scaled.
  package func scaled(_ features: Matrix) -> Matrix {
    var features = features
    scale(&features)
    return features
  }

  /// Returns scaled features [N, features] in their own units again.
  package func unscaled(_ features: Matrix) -> Matrix {
    var features = features
    for index in features.elements.indices {
      let column = index % features.columns
      features.elements[index] = features.elements[index] * deviations[column] + means[column]
    }
    return features
  }
}
