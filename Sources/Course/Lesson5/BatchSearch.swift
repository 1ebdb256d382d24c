import CourseKit
import Engine
import Vocabulary

/// The search for the examples whose mean gradient at some parameters is the given one.
///
/// The gradient of a batch is the mean of its examples' own gradients, which are computed once.
struct BatchSearch {
  /// Each example's own gradient, all its entries in a row; none if the parameters do not fit the data.
  private let own: [[Double]]
  /// The same with the other label.
  private let exchanged: [[Double]]
  private let shapes: [String]

  /// - Parameter start: parameters whose shapes are known to fit the data.
  init(_ data: Dataset, _ hidden: HiddenActivation, at parameters: Parameters, like start: Parameters) throws {
    shapes = BatchSearch.shapes(start.weights, start.biases)
    let fits = BatchSearch.shapes(parameters.weights, parameters.biases) == shapes
    func gradients(of data: Dataset) throws -> [[Double]] {
      try (0..<(fits ? data.count : 0)).map { index in
        let example = data.rows(at: [index])
        return BatchSearch.entries(try Oracle.gradients(of: example, at: parameters, hidden))
      }
    }
    own = try gradients(of: data)
    exchanged = try gradients(of: Dataset(features: data.features, labels: data.labels.map { 1 - $0 }))
  }

  /// Returns the examples, those of the likely number tried first; nil if it is the gradient of none.
  func examples(with gradients: Gradients, likely: Int) -> [Int]? {
    guard isUsable(gradients) else { return nil }
    let target = BatchSearch.entries(gradients)
    for count in [likely] + (1...own.count).filter({ $0 != likely }) {
      let found = BatchSearch.subsets(of: own.count, count: count).first { isMean(target, of: $0.map { own[$0] }) }
      if let found { return found }
    }
    return nil
  }

  /// Returns how many labels of `count` examples must be exchanged to give the gradient; nil if that does not help.
  func wrongLabels(with gradients: Gradients, count: Int) -> Int? {
    guard isUsable(gradients) else { return nil }
    let target = BatchSearch.entries(gradients)
    for indices in BatchSearch.subsets(of: own.count, count: count) {
      for pattern in 1..<(1 << count) {
        let batch = indices.enumerated().map { pattern >> $0 & 1 == 1 ? exchanged[$1] : own[$1] }
        if isMean(target, of: batch) { return pattern.nonzeroBitCount }
      }
    }
    return nil
  }

  private func isUsable(_ gradients: Gradients) -> Bool {
    !own.isEmpty && BatchSearch.shapes(gradients.weights, gradients.biases) == shapes
  }

  private func isMean(_ target: [Double], of batch: [[Double]]) -> Bool {
    target.indices.allSatisfy { index in
      let mean = batch.reduce(0) { $0 + $1[index] } / Double(batch.count)
      return Tolerance.value.accepts(target[index], mean)
    }
  }

  private static func shapes(_ weights: [Matrix], _ biases: [Matrix]) -> [String] {
    weights.map(\.shape) + ["biases"] + biases.map(\.shape)
  }

  private static func entries(_ gradients: Gradients) -> [Double] {
    (gradients.weights + gradients.biases).flatMap(\.elements)
  }

  /// Every set of `count` of the numbers 0 ..< `total`, each in ascending order.
  static func subsets(of total: Int, count: Int) -> [[Int]] {
    guard count > 0, count <= total else { return [] }
    return (0..<(1 << total)).filter { $0.nonzeroBitCount == count }
      .map { bits in (0..<total).filter { bits >> $0 & 1 == 1 } }
  }
}
