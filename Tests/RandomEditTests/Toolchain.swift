import Batteries
import Course
import Engine
import Foundation

@testable import Terminal

/// The Swift compiler, and a folder for what it makes of edited lessons.
///
/// It compiles against the kit's modules as they were built together with these tests.
struct Toolchain {
  /// The checkout that the tests belong to.
  static let checkout = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
  let folder: URL
  private let products: URL

  /// A message of the compiler.
  struct Message {
    let line: Int
    var column = 1
    let text: String
  }

  /// Makes a folder below `.build`.
  ///
  /// - Parameter name: what it is called: tests that run side by side need one each.
  init(named name: String) throws {
    products = try BuiltProducts.folder()
    folder = Self.checkout.appending(path: ".build/\(name)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let chosen = """
      #if canImport(Darwin)
        import Darwin
      #else
        import Glibc
      #endif

      /// The number of the version that answers; the solution for any other number.
      let chosenEdit = getenv("\(EditedCode.variable)").flatMap { Int(String(cString: $0)) } ?? -1
      """
    try write(chosen, to: "ChosenEdit.swift")
  }

  /// Compiles a lesson's text.
  ///
  /// - Parameters:
  ///   - text: the lesson's file.
  ///   - place: the folder for what comes out, below the toolchain's own; empty for that one.
  /// - Returns: the errors; none if everything compiles.
  func compile(
    _ lesson: Lesson, _ text: String, in place: String = "", onlyChecking: Bool = false
  ) throws -> [Message] {
    try FileManager.default.createDirectory(at: folder.appending(path: place), withIntermediateDirectories: true)
    let made = path("\(place)/\(lesson.topic)")
    try write(text, to: "\(place)/\(lesson.topic).swift")
    let output =
      onlyChecking
      ? ["-typecheck"] : ["-wmo", "-c", "-o", "\(made).o", "-emit-module", "-emit-module-path", "\(made).swiftmodule"]
    let result = try run(
      output + ["-module-name", lesson.topic, "-parse-as-library", "\(made).swift", path("ChosenEdit.swift")])
    let messages = result.output.matches(of: /\.swift:(\d+):(\d+): error: (.*)/)
      .map { Message(line: Int($0.1) ?? 0, column: Int($0.2) ?? 1, text: String($0.3)) }
    if result.status != 0, messages.isEmpty { throw ToolchainError(result.output) }
    return messages
  }

  /// Builds the program that answers with a lesson's functions; the lessons that it needs are compiled already.
  ///
  /// - Returns: its path.
  func link(_ lesson: Lesson, in place: String) throws -> String {
    let main = Self.checkout.appending(path: "Sources/Hosts/\(lesson.host)/main.swift").path
    let others = Course.neuralNetwork.prerequisites(of: lesson).map { path("\($0.topic).o") }
    let program = path("\(place)/\(lesson.host)")
    let kit = try ["Kernels", "CourseKit", "Vocabulary", "Wire", "Contract"].flatMap { module in
      // Objects of files that are no more may still lie beside them.
      let sources = Self.checkout.appending(path: "Sources/\(module)").path
      return try FileManager.default.contentsOfDirectory(atPath: sources).filter { $0.hasSuffix(".swift") }
        .map { products.appending(path: "\(module).build/\($0).o").path }
    }
    let result = try run(
      ["-I", path(place), "-o", program, "-module-name", lesson.host, main, path("\(place)/\(lesson.topic).o")]
        + others + kit)
    if result.status != 0 { throw ToolchainError(result.output) }
    return program
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [
        "swiftc", "-swift-version", "6", "-Onone", "-suppress-warnings",
        // An expression over which the compiler broods is left out like one that is no Swift.
        "-Xfrontend", "-solver-scope-threshold=2000", "-I", products.appending(path: "Modules").path,
        "-I", folder.path,
      ]
      + arguments
    let messages = folder.appending(path: "messages-\(ProcessInfo.processInfo.globallyUniqueString)")
    _ = FileManager.default.createFile(atPath: messages.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: messages) }
    process.standardError = try FileHandle(forWritingTo: messages)
    process.standardOutput = process.standardError
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: messages, encoding: .utf8))
  }
}

/// Something that kept edited lessons from being built.
struct ToolchainError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
