import Engine
import Foundation

/// A program run by a test.
struct Command {
  let process = Process()
  private let folder = FileManager.default.temporaryDirectory.appending(path: "course-kit-\(UUID().uuidString)")

  init(_ program: String, _ arguments: [String], in folder: URL, environment: [String: String] = [:]) {
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // The variables of the test run must not choose what the command checks.
    process.environment = ProcessInfo.processInfo.environment
      .filter { !$0.key.hasPrefix("COURSE_") }
      .merging(environment) { $1 }
  }

  /// What a program did.
  struct Outcome {
    let status: Int32
    let output: String
    let messages: String
    let seconds: Double

    var text: String { output + messages }
  }

  /// Starts the program, with its output going to files, so that no pipe can fill up.
  func start() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, stream) in [("output", \Process.standardOutput), ("messages", \Process.standardError)] {
      let file = folder.appending(path: name)
      _ = FileManager.default.createFile(atPath: file.path, contents: nil)
      process[keyPath: stream] = try FileHandle(forWritingTo: file)
    }
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  /// What a program that still runs has written so far: to standard output, and to standard error.
  var output: String { text("output") }
  var messages: String { text("messages") }

  /// Waits for the end of the program, which is killed when the limit is over.
  func finish(limit seconds: Double) -> Outcome {
    let start = ContinuousClock.now
    while process.isRunning, ContinuousClock.now - start < .seconds(seconds) { usleep(5000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    let duration = ContinuousClock.now - start
    defer { try? FileManager.default.removeItem(at: folder) }
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
      output: text("output"), messages: text("messages"),
      seconds: Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18)
  }

  func run(limit seconds: Double) throws -> Outcome {
    try start()
    return finish(limit: seconds)
  }

  private func text(_ name: String) -> String {
    let data = (try? Data(contentsOf: folder.appending(path: name))) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }
}
