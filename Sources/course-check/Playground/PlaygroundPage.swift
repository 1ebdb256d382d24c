import Building
import CourseFiles
import Foundation
import Processes

/// The page as one file: the modules and styles of `Sources/Playground/Page`, the compiled kit, the compiled lessons and what is known about them.
///
/// Modules and code are packed with gzip, which makes a third of them: `loader.js` in the page unpacks and links them, and the
/// browser's tools show each module as it is.
struct PlaygroundPage {
  /// The page's sources.
  let folder: URL

  init(of checkout: Checkout) {
    folder = checkout.root.appending(path: "Sources/Playground/Page")
  }

  /// What stands in the first lines of every such page, so that an older one may be replaced.
  static let mark = "<meta name=\"generator\" content=\"course-check playground\">"

  /// The page's text.
  ///
  /// - Throws: an error of the file system's if a source is missing.
  ///
  /// - Parameter digits: the file of the handwritten digits; nil if it is missing.
  func text(course: PlaygroundCourse, lessons: Data, kit: Data, digits: Data?) throws -> String {
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    var modules: [String: String] = [:]
    for file in files where file.hasSuffix(".js") && file != "loader.js" { modules[file] = try read(file) }
    let styles = try files.filter { $0.hasSuffix(".css") }.map(read)
    let parts = [
      "style": "<style>\n\(styles.joined())</style>",
      "course": "<script type=\"application/json\" id=\"course\">\(try json(course))</script>",
      "modules": try packed("modules", encoder.encode(modules)) + packed("kit", kit) + packed("lessons", lessons)
        + (digits.map { try packed("digits", $0) } ?? ""),
      "loader": "<script>\n\(try read("loader.js"))</script>",
    ]
    // Pieces are joined and not replaced one after the other: a student's text may hold the name of a part.
    return try read("index.html").split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.wholeMatch(of: /\s*<!-- (\w+) -->/).flatMap { parts[String($0.1)] } ?? String(line)
    }.joined(separator: "\n")
  }

  private func read(_ file: String) throws -> String {
    try String(contentsOf: folder.appending(path: file), encoding: .utf8)
  }

  /// A script element with packed contents.
  private func packed(_ name: String, _ contents: Data) throws -> String {
    "<script type=\"text/plain\" id=\"\(name)\">\(try Gzip.packed(contents).base64EncodedString())</script>\n"
  }

  /// The description as text that may stand in a script: nothing in it can end the script.
  private func json(_ course: PlaygroundCourse) throws -> String {
    String(decoding: try encoder.encode(course), as: UTF8.self).replacing("<", with: "\\u003C")
  }

  private var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}

/// Packs with the system's `gzip`.
enum Gzip {
  /// Returns the contents packed, without a name or a time, so that the same contents give the same bytes.
  ///
  /// - Throws: `BuildFailure` if there is no `gzip`, or if it does not do its work.
  static func packed(_ contents: Data) throws -> Data {
    guard let program = Program.path(of: "gzip") else {
      throw BuildFailure(
        kind: .kit, sentence: "There is no `gzip` in PATH, with which the page is packed. Install it and try again.")
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "playground-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try contents.write(to: file)
    guard let packed = Program.bytes(of: program, ["-9", "--no-name", "--stdout", file.path]) else {
      throw BuildFailure(kind: .kit, sentence: "\(program) could not pack the page. Try it: gzip --version")
    }
    return Data(packed)
  }
}

/// The desktop that this terminal belongs to, if there is one.
enum Desktop {
  /// Opens a file with the program that the user has chosen for it; false if there is no desktop.
  static func open(_ file: URL, environment: [String: String] = ProcessInfo.processInfo.environment) -> Bool {
    guard isatty(STDOUT_FILENO) != 0, let opener = opener(environment) else { return false }
    // Foundation's process, since a child of the check's own would be ended together with the browser that it starts.
    let process = Process()
    process.executableURL = URL(filePath: opener)
    process.arguments = [file.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return (try? process.run()) != nil
  }

  #if canImport(Darwin)
    private static func opener(_ environment: [String: String]) -> String? {
      // Over a network there is a terminal but nobody who would see a window.
      environment["SSH_CONNECTION"] == nil ? "/usr/bin/open" : nil
    }
  #else
    private static func opener(_ environment: [String: String]) -> String? {
      let hasScreen = ["DISPLAY", "WAYLAND_DISPLAY"].contains { !environment[$0, default: ""].isEmpty }
      return hasScreen ? Program.path(of: "xdg-open", environment: environment) : nil
    }
  #endif
}
