import Foundation

/// The page as one file: the modules and styles of `Sources/Playground/Page`, the compiled lessons and what is known about them.
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
  func text(course: PlaygroundCourse, program: Data) throws -> String {
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    var modules: [String: String] = [:]
    for file in files where file.hasSuffix(".js") && file != "loader.js" { modules[file] = try read(file) }
    let styles = try files.filter { $0.hasSuffix(".css") }.map(read)
    let parts = [
      "style": "<style>\n\(styles.joined())</style>",
      "course": "<script type=\"application/json\" id=\"course\">\(try json(course))</script>",
      "modules": try packed("modules", encoder.encode(modules)) + packed("wasm", program),
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
