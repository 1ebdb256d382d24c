import Foundation

/// A file that is read from its beginning to its end in pieces, so that it is never whole in memory.
final class FilePieces {
  /// Where it lies.
  let path: String
  private let descriptor: Int32

  /// Opens a file.
  ///
  /// - Throws: `DataError` if there is none or if it cannot be read.
  init(path: String) throws(DataError) {
    self.path = path
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    descriptor = exists && !isFolder.boolValue ? open(path, O_RDONLY) : -1
    guard exists else {
      throw DataError("There is no file \(path). Look at its name and at the folder that you are in.")
    }
    guard descriptor >= 0 else { throw unreadable }
  }

  /// Whether what lies at a path can be read once more: a pipe is empty after the first time.
  static func canBeReadTwice(_ path: String) -> Bool {
    var status = stat()
    // Of what is not there or is no file the reader says so.
    guard stat(path, &status) == 0 else { return true }
    return [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Writes the next bytes to places of an array and returns how many they are: 0 at the end of the file.
  func readNext(into bytes: inout [UInt8], at places: Range<Int>) throws(DataError) -> Int {
    while true {
      let count = bytes.withUnsafeMutableBytes { bytes in
        read(descriptor, bytes.baseAddress.map { $0 + places.lowerBound }, places.count)
      }
      if count >= 0 { return count }
      // A signal may have come in between.
      guard errno == EINTR else { throw unreadable }
    }
  }

  private var unreadable: DataError { DataError("\(path) cannot be read. Is it a file, and may you read it?") }
}
