import Foundation

/// A program of the system's that is found by its name.
enum Program {
  /// The first executable file of that name in the folders of PATH; nil if there is none.
  static func path(
    of name: String, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String? {
    if name.contains("/") { return isExecutable(name) ? name : nil }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first(where: isExecutable)
  }

  /// The text that a program writes to its standard output, if it ends well; nil otherwise.
  static func output(
    of path: String, _ arguments: String..., environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String? {
    bytes(of: path, arguments, environment: environment).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What a program writes to its standard output, if it ends well; nil otherwise.
  static func bytes(
    of path: String, _ arguments: [String], environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> [UInt8]? {
    guard let run = try? ProgramRun(path, arguments, environment: environment) else { return nil }
    return run.status().exit == 0 ? run.output : nil
  }

  private static func isExecutable(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
      && FileManager.default.isExecutableFile(atPath: path)
  }
}
