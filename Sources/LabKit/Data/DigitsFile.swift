import Foundation
import Tables

/// The file of the handwritten digits in a checkout.
public enum DigitsFile {
  /// What stands in it; nil if it cannot be read.
  public static func contents(in checkout: String) -> Data? {
    FileManager.default.contents(atPath: URL(filePath: checkout).appending(path: Digits.path).path)
  }
}

extension Digits {
  /// Reads the digits of a checkout.
  ///
  /// - Throws: `DataError` if there is no such file, or if it is damaged.
  init(in checkout: String) throws(DataError) {
    guard let data = DigitsFile.contents(in: checkout) else {
      throw DataError(
        "There is no file \(Self.path) that can be read. It came with the course, and git brings it back: "
          + "git checkout -- \(Self.path)")
    }
    guard let digits = Digits(Array(data)) else {
      throw DataError(
        "\(Self.path) is damaged. It came with the course, and git brings it back: git checkout -- \(Self.path)")
    }
    self = digits
  }
}
