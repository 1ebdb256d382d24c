import CourseKit
import Engine

/// Which numbers of a network count in its norm and in its penalty.
struct CountedWeights {
  /// Which matrices.
  var matrices: Matrices = { $0.weights }
  /// Which entries of each.
  var entries: Entries = { $0 }

  typealias Matrices = @Sendable (Parameters) throws -> [Matrix]
  typealias Entries = @Sendable (Matrix) throws -> Matrix

  func callAsFunction(_ parameters: Parameters) throws -> [Matrix] { try matrices(parameters).map(entries) }
}

extension CountedWeights {
  /// What can be done otherwise about the matrices that count.
  static func slips<Choices>(ofMatrices point: WritableKeyPath<Choices, Matrices> & Sendable) -> [Slip<Choices>] {
    [
      .at(point, "biases counted", "The biases are counted, too: only the weights of the layers belong to the sum.") {
        $0.weights + $0.biases
      },
      .at(point, "biases alone", "The biases are counted in place of the weights: go through `parameters.weights`.") {
        $0.biases
      },
      .at(
        point, "biases of the last layer counted",
        "The biases of the last layer are counted, too: only the weights of the layers belong to the sum."
      ) { $0.weights + $0.biases.suffix(1) },
      .at(
        point, "last layer only",
        "Only the last layer counts: the squares of every layer belong to the sum, which must not begin anew in between."
      ) { $0.weights.suffix(1) },
      .at(
        point, "first layer only",
        "Only the first layer counts: the squares of every layer belong to the sum, and what is returned comes after all."
      ) { Array($0.weights.prefix(1)) },
      .at(point, "first layer left out", "The first layer is left out: `weights[0]` belongs to the sum.") {
        Array($0.weights.dropFirst())
      },
      .at(point, "last layer left out", "The last layer is left out: the sum goes over all of `parameters.weights`.") {
        $0.weights.dropLast()
      },
      .at(
        point, "first layer left out, one layer stops",
        "The first layer is left out, and a network of one layer stops it: begin at `weights[0]`."
      ) { parameters in
        if parameters.weights.count < 2 { throw PredictedStop() }
        return Array(parameters.weights.dropFirst())
      },
      .at(
        point, "last layer left out, one layer stops",
        "The last layer is left out, and a network of one layer stops it: go over all of `parameters.weights`."
      ) { parameters in
        if parameters.weights.count < 2 { throw PredictedStop() }
        return parameters.weights.dropLast()
      },
      .at(
        point, "first and last layer left out",
        "Only the layers between the first and the last one count: the sum goes over all of `parameters.weights`."
      ) { $0.weights.dropFirst().dropLast() },
      .at(
        point, "two layers only", twoLayersOnlySentence
      ) { parameters in
        if parameters.weights.count < 2 { throw PredictedStop() }
        return Array(parameters.weights.prefix(2))
      },
      .at(
        point, "two layers at most",
        "Only the first two layers count: there may be more, and the squares of every layer belong to the sum."
      ) { Array($0.weights.prefix(2)) },
      .at(
        point, "three layers at most",
        "Only the first three layers count: there may be more, and the squares of every layer belong to the sum."
      ) { Array($0.weights.prefix(3)) },
      .at(
        point, "first layer again and again",
        "The first layer is counted once for every layer: take the weights of the layer at hand."
      ) { parameters in parameters.weights.map { _ in parameters.weights[0] } },
      .at(
        point, "last layer again and again",
        "The last layer is counted once for every layer: take the weights of the layer whose turn it is."
      ) { parameters in parameters.weights.map { _ in parameters.weights[parameters.weights.count - 1] } },
      .at(
        point, "sum carried on",
        "Earlier layers are counted again with each later one: the sum of all layers is taken once, at the end."
      ) { parameters in parameters.weights.indices.flatMap { parameters.weights[...$0] } },
    ]
  }

  /// What can be done otherwise about the entries that count.
  static func slips<Choices>(ofEntries point: WritableKeyPath<Choices, Entries> & Sendable) -> [Slip<Choices>] {
    [
      .at(point, "first row only", "Only the first row of each matrix counts: every entry of it does.") {
        part(of: $0, 0..<1, 0..<$0.columns)
      },
      .at(point, "first column only", "Only the first column of each matrix counts: every entry of it does.") {
        part(of: $0, 0..<$0.rows, 0..<1)
      },
      .at(point, "last row only", "Only the last row of each matrix counts: add up the entries of all rows.") {
        part(of: $0, $0.rows - 1..<$0.rows, 0..<$0.columns)
      },
      .at(point, "last column only", "Only the last column of each matrix counts: add up the entries of all columns.") {
        part(of: $0, 0..<$0.rows, $0.columns - 1..<$0.columns)
      },
      .at(point, "first row left out", "The first row of each matrix is left out: rows are counted from 0.") {
        part(of: $0, 1..<$0.rows, 0..<$0.columns)
      },
      .at(point, "last row left out", "The last row of each matrix is left out: `0..<rows` goes over all of them.") {
        part(of: $0, 0..<$0.rows - 1, 0..<$0.columns)
      },
      .at(point, "first column left out", "The first column of each matrix is left out: columns are counted from 0.") {
        part(of: $0, 0..<$0.rows, 1..<$0.columns)
      },
      .at(
        point, "last column left out",
        "The last column of each matrix is left out: `0..<columns` goes over all of them."
      ) { part(of: $0, 0..<$0.rows, 0..<$0.columns - 1) },
      .at(
        point, "first row and column left out",
        "The first row and the first column of each matrix are left out: both are counted from 0."
      ) { part(of: $0, 1..<$0.rows, 1..<$0.columns) },
      .at(
        point, "last row and column left out",
        "The last row and the last column of each matrix are left out: go over `0..<rows` and `0..<columns`."
      ) { part(of: $0, 0..<$0.rows - 1, 0..<$0.columns - 1) },
      .at(point, "first entry left out", "The first entry of each matrix is left out: `elements[0]` counts as well.") {
        row($0.elements.dropFirst())
      },
      .at(point, "last entry left out", "The last entry of each matrix is left out: go over all of `elements`.") {
        row($0.elements.dropLast())
      },
      .at(point, "first entry only", "Only the first entry of each matrix counts: every entry of it does.") {
        row($0.elements.prefix(1))
      },
      .at(
        point, "last entry only",
        "Only the last entry of each matrix counts: every entry must join the sum, not only the one that comes last."
      ) {
        row($0.elements.suffix(1))
      },
      .at(
        point, "diagonal only",
        "Only the entries [0, 0], [1, 1] … of each matrix count: rows and columns need a loop each."
      ) { weights in row((0..<min(weights.rows, weights.columns)).map { weights[$0, $0] }[...]) },
      .at(
        point, "diagonal left out",
        "The entries [0, 0], [1, 1] … of each matrix are left out: every entry counts."
      ) { weights in
        Matrix.filled(weights.rows, weights.columns) { $0 == $1 ? 0 : weights[$0, $1] }
      },
      .at(point, "negative weights left out", "The negative weights are left out: every weight counts with its square.")
      { $0.map { max(0, $0) } },
      .at(point, "positive weights left out", "Only the negative weights count: every weight does, with its square.") {
        $0.map { min(0, $0) }
      },
    ]
  }

  private static func part(of matrix: Matrix, _ rows: Range<Int>, _ columns: Range<Int>) -> Matrix {
    Matrix.filled(rows.count, columns.count) { matrix[rows.lowerBound + $0, columns.lowerBound + $1] }
  }

  private static func row(_ entries: ArraySlice<Double>) -> Matrix {
    Matrix(rows: 1, columns: entries.count, elements: Array(entries))
  }
}
