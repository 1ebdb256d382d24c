import Foundation

/// A program in a folder of its own that stands first in PATH, where another one of its name is looked for.
final class PlantedProgram {
  let path: String
  /// The variable PATH with that folder first.
  let environment: [String: String]
  /// PATH as it was.
  static let searched = ProcessInfo.processInfo.environment["PATH"] ?? ""
  private let folder = FileManager.default.temporaryDirectory.appending(path: "course-kit-\(UUID().uuidString)")

  /// Plants it; it goes with this object.
  init(_ name: String, _ contents: Data) throws {
    path = folder.appending(path: name).path
    environment = ["PATH": folder.path + ":" + Self.searched]
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try contents.write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  /// Plants a script for the shell.
  convenience init(_ name: String, script: String) throws { try self.init(name, Data("#!/bin/sh\n\(script)\n".utf8)) }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
