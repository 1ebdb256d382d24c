import Foundation

/// The part of the Swift toolchain that compiles for WebAssembly.
struct WebToolchain {
  /// The compiler.
  let compiler: String
  /// The linker.
  let linker: String

  static let target = "wasm32-unknown-none-wasm"

  /// Finds it.
  ///
  /// - Throws: `BuildFailure` if the toolchain has no such part.
  init() throws(BuildFailure) {
    guard let compiler = Self.compiler else {
      throw BuildFailure(
        kind: .kit,
        sentence: "There is no `swiftc` in PATH. Install the toolchain again or put its usr/bin into PATH.")
    }
    guard let resources = Self.resources(of: compiler),
      FileManager.default.fileExists(
        atPath: resources.appending(path: "embedded/Swift.swiftmodule/\(Self.target).swiftmodule").path),
      // Its name must stay as it is: the program behind the link does what it is called.
      let linker = Program.path(
        of: resources.deletingLastPathComponent().deletingLastPathComponent().appending(path: "bin/wasm-ld").path)
        ?? Program.path(of: "wasm-ld")
    else {
      throw BuildFailure(
        kind: .kit,
        sentence: "The Swift toolchain of \(compiler) cannot compile for WebAssembly (Xcode's cannot); the one from "
          + "https://www.swift.org/install/ can: install it, choose it with "
          + "`export TOOLCHAINS=swift` on macOS or by putting its usr/bin first into PATH elsewhere, and run the same "
          + "command again.")
    }
    self.compiler = compiler
    self.linker = linker
  }

  /// `swiftc` beside the `swift` that builds the hosts.
  private static var compiler: String? {
    let beside = Toolchain.swift().map { URL(filePath: $0).deletingLastPathComponent().appending(path: "swiftc").path }
    return beside.flatMap { Program.path(of: $0) } ?? Program.path(of: "swiftc")
  }

  /// The folder with the compiler's own modules: `usr/lib/swift`.
  private static func resources(of compiler: String) -> URL? {
    struct Answer: Decodable {
      struct Paths: Decodable { let runtimeResourcePath: String }
      let paths: Paths
    }
    guard let text = Program.output(of: compiler, "-print-target-info", "-target", target),
      let answer = try? JSONDecoder().decode(Answer.self, from: Data(text.utf8))
    else { return nil }
    return URL(filePath: answer.paths.runtimeResourcePath)
  }
}
