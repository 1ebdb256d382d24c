import Foundation

/// Writes files without losing what is there: a file that is not one of the kit's own is moved aside first.
public struct KeptFiles {
  private let report: (String) -> Void

  /// Creates a writer.
  ///
  /// - Parameter report: told, in a line, where a file is that had to be moved aside.
  public init(report: @escaping (String) -> Void) {
    self.report = report
  }

  /// Looks whether a file could be written, so that nobody trains for an hour in vain.
  ///
  /// - Throws: `DataError` if a folder has that name already, or if its own folder cannot be made or written to.
  public static func check(_ path: String) throws(DataError) {
    let file = URL(filePath: path)
    guard !isFolder(file) else { throw DataError("\(path) is a folder: name a file in it.") }
    try checkFolder(file.deletingLastPathComponent(), of: path)
  }

  /// Looks whether files could be written to a folder, which may not be there yet.
  static func check(folder path: String) throws(DataError) {
    try checkFolder(URL(filePath: path), of: path)
  }

  private static func checkFolder(_ folder: URL, of path: String) throws(DataError) {
    var place = folder
    while !FileManager.default.fileExists(atPath: place.path), place.path != "/" { place.deleteLastPathComponent() }
    guard isFolder(place) else {
      throw failure(path, "\(place.lastPathComponent) is a file and no folder")
    }
    guard FileManager.default.isWritableFile(atPath: place.path) else {
      throw failure(path, "you may not write to the folder \(place.path)")
    }
  }

  private static func isFolder(_ place: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Writes a file and its folder.
  ///
  /// - Parameters:
  ///   - data: the contents.
  ///   - path: where to.
  ///   - isOwn: whether an older file with these contents is one that may be replaced.
  /// - Throws: `DataError` if it cannot be written.
  public func write(_ data: Data, to path: String, replacing isOwn: (Data) -> Bool) throws(DataError) {
    try Self.check(path)
    let file = URL(filePath: path)
    do {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      if FileManager.default.fileExists(atPath: file.path) {
        let old = try? Data(contentsOf: file)
        if old == data { return }
        if !(old.map(isOwn) ?? false) {
          let backup = unusedName(beside: file)
          try FileManager.default.moveItem(at: file, to: backup)
          report("\(path) was there before: it is kept as \(backup.relativePath(like: path))\n")
        }
      }
      try data.write(to: file, options: .atomic)
    } catch {
      throw Self.failure(path, error.systemReason)
    }
  }

  private static func failure(_ path: String, _ reason: String) -> DataError {
    DataError("\(path) cannot be written: \(reason). Choose another place for it.")
  }

  private func unusedName(beside file: URL) -> URL {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.dateFormat = "yyyy-MM-dd-HHmmss"
    let stem = file.deletingPathExtension().lastPathComponent + "-" + formatter.string(from: Date())
    let ending = file.pathExtension.isEmpty ? "" : "." + file.pathExtension
    for number in 1... {
      let name = (number == 1 ? stem : "\(stem)-\(number)") + ending
      let candidate = file.deletingLastPathComponent().appending(path: name)
      if !FileManager.default.fileExists(atPath: candidate.path) { return candidate }
    }
    return file
  }
}

extension URL {
  /// The path in the same folder as `path`, written in the same way.
  fileprivate func relativePath(like path: String) -> String {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return (folder.map(String.init) + [lastPathComponent]).joined(separator: "/")
  }
}
