import Foundation

/// Copies of files that are about to be replaced.
package enum Backup {
  /// Copies a file into a dated folder below `.course-check/backups` and returns the copy's path.
  ///
  /// - Parameters:
  ///   - file: the file, relative to the checkout.
  ///   - root: the checkout.
  ///   - date: the time that names the folder.
  package static func copy(_ file: String, in root: URL, at date: Date = Date()) throws -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.dateFormat = "yyyy-MM-dd-HHmmss"
    let base = ".course-check/backups/\(formatter.string(from: date))"
    var copy = "\(base)/\(file)"
    var attempt = 2
    while FileManager.default.fileExists(atPath: root.appending(path: copy).path) {
      copy = "\(base)-\(attempt)/\(file)"
      attempt += 1
    }
    let destination = root.appending(path: copy)
    try FileManager.default.createDirectory(
      at: destination.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: root.appending(path: file), to: destination)
    return copy
  }
}
