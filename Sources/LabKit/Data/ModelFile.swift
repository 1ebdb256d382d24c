import Foundation
import Tables

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
