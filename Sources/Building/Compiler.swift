import CourseFiles
import Foundation
import Processes

/// The Swift compiler that builds lessons, and what it links with.
package struct Compiler {
  /// `swiftc`.
  package let path: String
  /// What it says of its version: another text means that everything is compiled anew.
  let version: String
  package let platform: Platform

  /// What the environment says about which compiler and which SDK are chosen.
  static var choice: [String] {
    ["TOOLCHAINS", "DEVELOPER_DIR", "SDKROOT"].map { ProcessInfo.processInfo.environment[$0] ?? "" }
  }

  /// Finds it.
  ///
  /// - Parameters:
  ///   - cache: what was built before, and found out.
  ///   - title: what it shall build, as a sentence names it.
  /// - Throws: `BuildFailure` if there is none, or it does not work.
  package init(cache: BuildCache, for title: String) throws(BuildFailure) {
    guard let path = Toolchain.compiler else {
      throw BuildFailure(
        kind: .kit,
        sentence: "There is no `swiftc` in PATH any more. Install the toolchain again or put its usr/bin into PATH.")
    }
    self.path = path
    // Behind a link, or a program that chooses among toolchains, another compiler may stand tomorrow.
    let program = URL(filePath: path).resolvingSymlinksInPath().path
    let state = FileStatus(of: program)?.text ?? ""
    let question = ["compiler", path, program, state, Toolchain.besideRuntime ?? ""] + Self.choice
    let known = program.hasSuffix("/swift-frontend") || program.hasSuffix("/swift-driver")
    version =
      known
      ? try cache.note(on: question.joined(separator: "\n")) { () throws(BuildFailure) in
        try Self.version(of: path, for: title)
      }
      : try Self.version(of: path, for: title)
    platform = try Self.platform(beside: program)
  }

  private static func version(of path: String, for title: String) throws(BuildFailure) -> String {
    let outcome = try ToolRun(path, ["--version"]).outcome()
    guard outcome.isSuccess else { throw BuildFailure(outcome, building: title) }
    return outcome.result
  }

  #if canImport(Darwin)
    /// The SDK is the one that is chosen in Xcode, or by the variable that `xcrun` and Xcode set.
    private static func platform(beside program: String) throws(BuildFailure) -> Platform {
      #if arch(arm64)
        let architecture = "arm64"
      #else
        let architecture = "x86_64"
      #endif
      if let sdk = ProcessInfo.processInfo.environment["SDKROOT"] {
        return .macOS(sdk: sdk, architecture: architecture)
      }
      guard let sdk = Program.output(of: "/usr/bin/xcrun", "--sdk", "macosx", "--show-sdk-path") else {
        throw BuildFailure(
          kind: .kit,
          sentence: "macOS has no SDK for Swift yet. Install it with `xcode-select --install`, and run again.")
      }
      return .macOS(sdk: sdk.trimmingCharacters(in: .whitespacesAndNewlines), architecture: architecture)
    }
  #else
    private static func platform(beside program: String) throws(BuildFailure) -> Platform {
      let linker = URL(filePath: program).deletingLastPathComponent().appending(path: "ld.lld").path
      return .linux(hasOwnLinker: Program.path(of: linker) != nil)
    }
  #endif
}

/// The commands that `swiftc` would start for its arguments, asked for once with its option `-###`.
///
/// `swiftc` is a driver, which takes as long to find out what to start as that takes for one short file. Where these commands
/// cannot be had, `swiftc` itself does the work; it would do the same.
struct DriverJobs {
  private let compiler: Compiler
  private let cache: BuildCache

  /// What stands for the folder in which something is made, which is another one each time.
  private static let place = "@WORKPLACE@"

  init(of compiler: Compiler, _ cache: BuildCache) {
    self.compiler = compiler
    self.cache = cache
  }

  /// The programs with their arguments, in the order in which they must run; nil if they are not to be had.
  ///
  /// - Parameters:
  ///   - arguments: what `swiftc` would be told.
  ///   - workplace: the folder for what is made.
  func commands(for arguments: [String], in workplace: URL) -> [[String]]? {
    // The driver quotes what a shell would take apart; then it had better do the work itself.
    let isPlain = { (text: String) in
      text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-./@+=:,#".contains($0)) }
    }
    guard arguments.allSatisfy(isPlain) else { return nil }
    let question =
      [compiler.path, compiler.version, FileManager.default.currentDirectoryPath] + Compiler.choice + arguments
    let answer = try? cache.note(
      on: question.joined(separator: "\n").replacing(workplace.path, with: Self.place)
    ) { () throws(BuildFailure) in
      let outcome = try ToolRun(compiler.path, ["-###"] + arguments, temporary: workplace).outcome()
      guard outcome.isSuccess else { throw BuildFailure(outcome, building: "") }
      return outcome.result.replacing(workplace.path, with: Self.place)
    }
    let lines = (answer ?? "").split(separator: "\n")
    let commands: [[String]] = lines.map { line in
      line.split(separator: " ").map { String($0).replacing(Self.place, with: workplace.path) }
    }
    // For a module of many files the driver writes a list, which goes when it has answered.
    let isLasting = { (word: String) in isPlain(word) && !word.contains("/TemporaryDirectory.") }
    guard !commands.isEmpty, commands.joined().allSatisfy(isLasting),
      commands.allSatisfy({ $0[0].hasPrefix("/") && Program.path(of: $0[0]) != nil })
    else { return nil }
    return commands
  }
}
