import Vocabulary
import CourseKit
import Training

extension LessonFunctions {
  /// Returns the probabilities [N, 1] of class 1 for features [N, d], by the student's forward pass.
  ///
  /// Examples go in some thousand at a time: a forward pass keeps what every layer computed, and of a million examples that is
  /// many times what the examples themselves take.
  ///
  /// - Parameter prepare: what is done to the features of a slice before they go in.
  func probabilities(
    of features: Matrix, _ parameters: Parameters, _ hidden: HiddenActivation,
    prepare: (inout Matrix) -> Void = { _ in }
  ) -> Matrix {
    var columns = 1
    var elements: [Double] = []
    for rows in (0..<features.rows).slices {
      var inputs = rows.count == features.rows ? features : features.rows(at: Array(rows))
      prepare(&inputs)
      let probabilities = forward(inputs, parameters, hidden).probabilities
      columns = max(probabilities.columns, 1)
      elements += probabilities.elements
    }
    return Matrix(rows: elements.count / columns, columns: columns, elements: elements)
  }
}

extension Range<Int> {
  /// The range in parts of some thousand, in order.
  var slices: [Range<Int>] {
    stride(from: lowerBound, to: upperBound, by: 4096).map { $0..<Swift.min($0 + 4096, upperBound) }
  }
}
