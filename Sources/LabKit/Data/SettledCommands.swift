import Tables
import Training

// What a command calls can depend on its files, and which lessons are needed must be known before anything is built.

extension TrainingSetup {
  /// Reads the classes of the table that it learns from, and with them all that may be wrong with the table; nil if it learns
  /// from no table, or from one that can be read once only.
  public func classesOfTable() throws(DataError) -> [String]? {
    guard case .table(let source) = data, FilePieces.canBeReadTwice(source.path) else { return nil }
    return try LabelledTable(source, seed: seed).classes
  }

  /// The sentence for a table with more classes than the network can tell apart.
  public func tooManyClasses(_ classes: [String]) -> DataError? {
    guard case .table(let source) = data, network.kind == .binary, classes.count > 2 else { return nil }
    return DataError(
      "\(source.path): the column \(source.label.quoted) has \(classes.count) classes (\(classes.quotedList)), and a binary network tells two "
        + "apart: say --network layers.")
  }
}

extension PredictRequest {
  /// The request with what its model tells.
  public func settled() throws(DataError) -> PredictRequest {
    let model = try Model(path: modelPath)
    var request = self
    request.network = model.network.kind
    request.hasHiddenLayers = model.weights.count > 1
    return request
  }
}
