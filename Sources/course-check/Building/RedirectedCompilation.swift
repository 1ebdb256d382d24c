import Foundation

/// A command that compiles a lesson, with a place of its own for what it makes.
struct RedirectedCompilation {
  /// Where SwiftPM has the object file.
  let object: String
  private let command: BuildCommand
  private let module: String
  private let home: String
  private let place: URL

  /// Redirects a command; nil if it does not make what is expected.
  init?(of command: BuildCommand, into folder: URL) {
    guard let object = command.outputs.first(where: { $0.hasSuffix(".o") }), let slash = object.lastIndex(of: "/"),
      let module = command.outputs.first(where: { $0.hasSuffix(".swiftmodule") })
    else { return nil }
    self.command = command
    self.object = object
    self.module = module
    home = String(object[...slash])
    place = folder.appending(path: URL(filePath: home).lastPathComponent)
  }

  /// The compiler and its arguments.
  var arguments: [String] {
    // To compare times would find nothing to do, the errors are for people, and what is not SwiftPM's build is not for
    // the editor's index.
    let words = command.arguments.filter { !["-incremental", "-parseable-output"].contains($0) }
    let index = words.firstIndex(of: "-index-store-path") ?? words.endIndex
    return (words[..<index] + words[index...].dropFirst(2)).map(redirected)
  }

  /// A text with its own places instead of SwiftPM's.
  func redirected(_ text: String) -> String {
    text.replacingOccurrences(of: home, with: place.path + "/").replacingOccurrences(of: module, with: ownModule)
  }

  /// Makes the folder and copies what the command reads of what SwiftPM wrote there.
  func prepare() -> Bool {
    do {
      try FileManager.default.createDirectory(at: place.appending(path: "include"), withIntermediateDirectories: true)
      for name in ["output-file-map.json", "sources"] {
        let text = try String(contentsOfFile: home + name, encoding: .utf8)
        try Data(redirected(text).utf8).write(to: place.appending(path: name))
      }
      return true
    } catch {
      return false
    }
  }

  /// Whether the compiler made the module that SwiftPM has.
  var makesSameModule: Bool { FileManager.default.contentsEqual(atPath: module, andPath: ownModule) }

  private var ownModule: String { place.appending(path: URL(filePath: module).lastPathComponent).path }
}
