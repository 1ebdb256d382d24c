import Foundation

/// A folder for one test, which goes with it.
final class TemporaryFolder {
  let location = FileManager.default.temporaryDirectory.appending(path: "course-kit-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: location, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: location) }

  /// The path of a file in it.
  func path(_ name: String) -> String { location.appending(path: name).path }

  /// Writes a file and returns its path.
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Data(text.utf8))
  }

  /// Writes a file and returns its path.
  func file(_ name: String, _ data: Data) throws -> String {
    try data.write(to: URL(filePath: path(name)))
    return path(name)
  }

  /// The names of all files in it, in order.
  var names: [String] { ((try? FileManager.default.subpathsOfDirectory(atPath: location.path)) ?? []).sorted() }
}
