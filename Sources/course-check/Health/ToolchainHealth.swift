import Building
import CourseFiles
import Foundation
import Processes
import Vocabulary

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

/// Whether lessons can be built, and how much room takes what was built.
struct BuildHealth {
  let root: URL
  /// The folder for what this program builds.
  let cache: URL

  /// Builds a program of one line, and looks at the folders with build products.
  var observations: [Observation] { [building] + products }

  private var building: Observation {
    // What keeps it from writing is not fixed by looking at the toolchain.
    var remedy = "df -h ."
    do {
      let cache = try BuildCache(in: cache)
      let place = try cache.workplace()
      remedy = "swift --version"
      let compiler = try Compiler(cache: cache, for: "a program of one line")
      defer { try? FileManager.default.removeItem(at: place) }
      let (source, program) = (place.appending(path: "main.swift"), place.appending(path: "program"))
      try Data("print(6 * 7)\n".utf8).write(to: source)
      let outcome = try ToolRun(
        compiler.path, compiler.platform.options + ["-o", program.path, source.path], temporary: place
      ).outcome()
      guard outcome.isSuccess else { throw BuildFailure(outcome, building: "a program of one line") }
      guard Program.output(of: program.path) == "42\n" else {
        return .bad("\(compiler.path) builds programs that do not run", remedy: "swift --version")
      }
      return .good("programs can be built with \(compiler.path)")
    } catch let failure as BuildFailure {
      return .bad(failure.sentence, remedy: remedy)
    } catch {
      return .bad("A program cannot be built in \(cache.path): \(error.systemReason)", remedy: "df -h .")
    }
  }

  private var products: [Observation] {
    let sizes = sizes
    let spare = sizes.filter { !cache.path.hasPrefix($0.key + "/") }.sorted { $0.key < $1.key }
    let own = sizes.first { cache.path.hasPrefix($0.key + "/") }
    let lessons = Self.size(of: cache).map { ", \(ByteCount.text($0)) of them for lessons" } ?? ""
    return [
      .good(
        own.map {
          "build products: \(ByteCount.text($0.value)) in \(Checkout.relative($0.key, to: root))\(lessons)"
        } ?? "build products of lessons: \(Self.size(of: cache).map(ByteCount.text) ?? "none yet") in \(cache.path)")
    ]
      + spare.map { path, bytes in
        let name = Checkout.relative(path, to: root)
        return .note(
          "\(name) takes \(ByteCount.text(bytes)) and is not what this command was built in", remedy: "rm -rf \(name)")
      }
  }

  /// How many bytes each folder of build products takes; folders of builds that were put elsewhere by hand are among them.
  private var sizes: [String: Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    let folders = names.filter { $0 == ".build" || $0.hasPrefix(".build-") }.map { root.appending(path: $0) }
    return Dictionary(
      uniqueKeysWithValues: folders.compactMap { folder in Self.size(of: folder).map { (folder.path, $0) } })
  }

  private static func size(of folder: URL) -> Int? {
    guard let tool = Program.path(of: "du"), let text = Program.output(of: tool, "-sk", folder.path) else { return nil }
    return Int(text.prefix { $0.isNumber }).map { $0 * 1024 }
  }
}
