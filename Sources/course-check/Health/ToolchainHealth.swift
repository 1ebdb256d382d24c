import Foundation

/// Whether the Swift toolchain and the other programs are there and new enough.
struct ToolchainHealth {
  let root: URL
  private let path = Toolchain.swift()
  private let description: String?

  /// Asks the toolchain for its version.
  init(root: URL) {
    self.root = root
    // A wrong TMPDIR, which keeps `swift` from starting, is no fault of the toolchain's.
    let environment = ProcessInfo.processInfo.environment.filter { $0.key != "TMPDIR" }
    description = path.flatMap { Program.output(of: $0, "--version", environment: environment) }
  }

  /// The toolchain's version; nil if there is none, or it does not say.
  var version: SwiftVersion? { description.flatMap(SwiftVersion.init) }

  /// The oldest version that builds the course: the one that Package.swift demands.
  static let oldestVersion = (major: 6, minor: 1)

  /// Looks at the toolchain and at git.
  var observations: [Observation] { [swift, git] }

  private var swift: Observation {
    guard let path else {
      return .bad(
        "There is no `swift` in PATH. Install Swift from https://www.swift.org/install/ and open a new terminal.",
        remedy: "swift --version")
    }
    return Self.swift(at: path, saying: description)
  }

  /// What is said of a toolchain that describes itself like this; nil if it does not work.
  static func swift(at path: String, saying description: String?) -> Observation {
    guard let description else {
      return .bad(
        "\(path) does not work. Install Swift again: https://www.swift.org/install/", remedy: "swift --version")
    }
    guard let version = SwiftVersion(describedBy: description) else {
      return .note("\(path) does not say which version of Swift it is", remedy: "swift --version")
    }
    guard (version.major, version.minor) >= oldestVersion else {
      return .bad(
        "Swift \(version.text) at \(path) is too old: the course needs \(oldestVersion.major).\(oldestVersion.minor) or "
          + "newer, from https://www.swift.org/install/", remedy: "swift --version")
    }
    return .good("Swift \(version.text) at \(path)")
  }

  private var git: Observation {
    guard let path = Program.path(of: "git"), Program.output(of: path, "-C", root.path, "rev-parse", "--git-dir") != nil
    else {
      return .note(
        "No git here. Where you read `git restore`, `swift run course-check reset \(Example.lesson.name)` brings "
          + "a lesson's file back."
      )
    }
    return .good("git at \(path)")
  }
}

/// A version of Swift as a toolchain names it.
struct SwiftVersion: Equatable {
  let text: String
  let major: Int
  let minor: Int

  /// Finds the version in what `swift --version` prints; nil if it is not there.
  init?(describedBy description: String) {
    guard let match = description.firstMatch(of: /Swift version ((\d+)\.(\d+)[\w.\-]*)/), let major = Int(match.2),
      let minor = Int(match.3)
    else { return nil }
    text = String(match.1)
    self.major = major
    self.minor = minor
  }
}
