import Foundation

/// The Swift compiler that builds lessons, and what it links with.
struct Compiler {
  /// `swiftc`.
  let path: String
  /// What it says of its version: another text means that everything is compiled anew.
  let version: String
  let platform: Platform

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
  init(cache: BuildCache, for title: String) throws(BuildFailure) {
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
