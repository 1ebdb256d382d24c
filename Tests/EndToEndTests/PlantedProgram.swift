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
    let draft = folder.appending(path: "draft")
    try contents.write(to: draft)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: draft.path)
    try Self.copy(draft, to: URL(filePath: path))
    try FileManager.default.removeItem(at: draft)
  }

  /// Copies a program; what lies at that place goes.
  ///
  /// Another process writes it: a program that this one starts meanwhile would have the file open for writing as well, and as
  /// long as somebody has that, a program cannot be started.
  static func copy(_ program: URL, to place: URL) throws {
    try? FileManager.default.removeItem(at: place)
    let copying = try Process.run(URL(filePath: "/bin/cp"), arguments: ["-p", program.path, place.path])
    copying.waitUntilExit()
    guard copying.terminationStatus == 0 else { throw ClassroomError("\(program.path) could not be copied") }
  }

  /// Plants a script for the shell.
  convenience init(_ name: String, script: String) throws { try self.init(name, Data("#!/bin/sh\n\(script)\n".utf8)) }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
