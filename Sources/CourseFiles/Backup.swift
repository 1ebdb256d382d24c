import Foundation

/// Copies of files that are about to be replaced.
package enum Backup {
  /// Where all of them lie, relative to the checkout.
  private static let folder = ".course-check/backups"

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
    let base = "\(folder)/\(formatter.string(from: date))"
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

  /// The path of the newest copy of a file, relative to the checkout; nil if there is none.
  ///
  /// - Parameters:
  ///   - file: the file, relative to the checkout.
  ///   - root: the checkout.
  package static func newest(of file: String, in root: URL) -> String? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
    // Names are dates; the second copy of one second ends in -2, the tenth in -10.
    return names.sorted { $0.compare($1, options: .numeric) == .orderedDescending }
      .map { "\(folder)/\($0)/\(file)" }
      .first { FileManager.default.fileExists(atPath: root.appending(path: $0).path) }
  }

  /// How to get a lost file back: first its newest backup, which has what was written last.
  ///
  /// - Parameters:
  ///   - file: the file, relative to the checkout.
  ///   - root: the checkout.
  ///   - words: what leads to the command where there is no backup.
  ///   - command: what brings the file back without one.
  static func wayBack(to file: String, in root: URL, _ words: String, _ command: String) -> String {
    guard let backup = newest(of: file, in: root) else { return "\(words): \(command)" }
    return "Your newest backup of it comes back with: cp \(backup) \(file)\nWithout the backup: \(command)"
  }
}
