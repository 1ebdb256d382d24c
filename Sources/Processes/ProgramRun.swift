import Foundation

/// A program at work, whose output is collected.
package final class ProgramRun {
  private let child: ChildProcess
  /// The streams that it has not closed yet.
  package private(set) var open: Set<Int32>
  /// What it wrote to standard output.
  package private(set) var output: [UInt8] = []
  /// All that it wrote, in the order in which it came.
  package private(set) var everything: [UInt8] = []

  /// Starts a program.
  ///
  /// - Throws: `LaunchError` if it cannot be started.
  package init(_ program: String, _ arguments: [String], environment: [String: String]) throws {
    child = try ChildProcess(program, arguments, environment: environment)
    open = [child.output, child.messages]
  }

  /// Reads what can be read; the end of a stream closes it.
  package func read(_ ready: Set<Int32>) {
    for stream in ready.intersection(open) {
      let piece = Descriptors.read(stream)
      if piece.isEmpty { open.remove(stream) }
      if stream == child.output { output += piece }
      everything += piece
    }
  }

  /// Reads until it has closed its streams, and waits for its end.
  package func status(meanwhile: () -> Void = {}) -> ExitStatus {
    while !open.isEmpty {
      read(Descriptors.ready(reading: Array(open), until: .now + .milliseconds(200)))
      meanwhile()
    }
    return child.wait()
  }

  /// Ends it and all that it started.
  package func end() { child.end() }
}

/// A program of the system's that is found by its name.
package enum Program {
  /// The first executable file of that name in the folders of PATH; nil if there is none.
  package static func path(
    of name: String, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String? {
    if name.contains("/") { return isExecutable(name) ? name : nil }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first(where: isExecutable)
  }

  /// The text that a program writes to its standard output, if it ends well; nil otherwise.
  package static func output(
    of path: String, _ arguments: String..., environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String? {
    bytes(of: path, arguments, environment: environment).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What a program writes to its standard output, if it ends well; nil otherwise.
  package static func bytes(
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
