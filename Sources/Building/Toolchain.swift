import Foundation
import Processes

/// Where the Swift toolchain is.
package enum Toolchain {
  /// The `swift` command: the first one in PATH, otherwise the one whose library this program runs on.
  package static func swift(environment: [String: String] = ProcessInfo.processInfo.environment) -> String? {
    Program.path(of: "swift", environment: environment)
      ?? besideRuntime.flatMap { Program.path(of: $0 + "/swift", environment: environment) }
  }

  /// The compiler: the first `swiftc` in PATH, otherwise the one whose library this program runs on.
  static var compiler: String? {
    Program.path(of: "swiftc") ?? besideRuntime.flatMap { Program.path(of: $0 + "/swiftc") }
  }

  /// `usr/bin` of the toolchain whose `usr/lib/swift/linux/libswiftCore.so` is loaded.
  ///
  /// It serves whoever starts a toolchain by its full path. On macOS `/usr/bin/swift` is in every PATH, and there is no
  /// such file as this.
  static let besideRuntime: String? = {
    // A file in /proc has no size, so it must be read to its end.
    guard let maps = try? FileHandle(forReadingAtPath: "/proc/self/maps")?.readToEnd(),
      let line = String(decoding: maps, as: UTF8.self).split(separator: "\n").first(where: {
        $0.hasSuffix("/libswiftCore.so")
      }),
      let start = line.firstIndex(of: "/")
    else { return nil }
    return URL(filePath: String(line[start...])).appending(path: "../../../../bin").standardizedFileURL.path
  }()
}

/// The part of the Swift toolchain that compiles for WebAssembly.
struct WebToolchain {
  /// The linker.
  let linker: String

  static let target = "wasm32-unknown-none-wasm"

  /// Finds it.
  ///
  /// - Throws: `BuildFailure` if the toolchain has no such part.
  init(of compiler: Compiler, _ cache: BuildCache) throws(BuildFailure) {
    let description = try cache.note(on: "web\n\(compiler.path)\n\(compiler.version)") { () throws(BuildFailure) in
      guard let text = Program.output(of: compiler.path, "-print-target-info", "-target", Self.target) else {
        throw BuildFailure(
          kind: .kit,
          sentence: "\(compiler.path) does not say whether it compiles for WebAssembly. Try: "
            + "\(compiler.path) -print-target-info -target \(Self.target)")
      }
      return text
    }
    guard let resources = Self.resources(in: description),
      FileManager.default.fileExists(
        atPath: resources.appending(path: "embedded/Swift.swiftmodule/\(Self.target).swiftmodule").path),
      // Its name must stay as it is: the program behind the link does what it is called.
      let linker = Program.path(
        of: resources.deletingLastPathComponent().deletingLastPathComponent().appending(path: "bin/wasm-ld").path)
        ?? Program.path(of: "wasm-ld")
    else {
      throw BuildFailure(
        kind: .kit,
        sentence:
          "The Swift toolchain of \(compiler.path) cannot compile for WebAssembly (Xcode's cannot); the one from "
          + "https://www.swift.org/install/ can: install it, choose it with "
          + "`export TOOLCHAINS=swift` on macOS or by putting its usr/bin first into PATH elsewhere, and run the same "
          + "command again.")
    }
    self.linker = linker
  }

  /// The folder with the compiler's own modules: `usr/lib/swift`.
  private static func resources(in description: String) -> URL? {
    struct Answer: Decodable {
      struct Paths: Decodable { let runtimeResourcePath: String }
      let paths: Paths
    }
    let answer = try? JSONDecoder().decode(Answer.self, from: Data(description.utf8))
    return answer.map { URL(filePath: $0.paths.runtimeResourcePath) }
  }
}
