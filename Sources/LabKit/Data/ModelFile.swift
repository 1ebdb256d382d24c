import Foundation
import Tables
import Training

extension Model {
  /// Reads a file.
  ///
  /// - Throws: `DataError` if it is no model, or if its matrices do not fit together.
  init(path: String) throws(DataError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DataError("There is no file \(path) that can be read. `train --save \(path)` writes a model there.")
    }
    try self.init(Array(data), name: path)
  }
}

extension Model {
  /// The kind of network that it is.
  var network: TrainingSetup.Network {
    switch output {
    case .sigmoid: .binary(hidden: hidden)
    case .softmax: .layers()
    }
  }
}

extension Model.Output {
  /// How a kind of network ends.
  init(_ network: TrainingSetup.Network.Kind) {
    switch network {
    case .binary: self = .sigmoid
    case .layers: self = .softmax
    }
  }
}
