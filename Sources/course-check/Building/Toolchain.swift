import Foundation

/// Where the Swift toolchain is.
enum Toolchain {
  /// The `swift` command: the first one in PATH, otherwise the one whose library this program runs on.
  static func swift(environment: [String: String] = ProcessInfo.processInfo.environment) -> String? {
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
