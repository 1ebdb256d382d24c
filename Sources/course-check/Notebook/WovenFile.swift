import Foundation

/// A file of the notebook.
///
/// Its last line says what it was woven from and seals the text, so that no other record is needed: whether it is out of
/// date, and whether somebody has written into it, is to be seen from the file alone. SVG and Markdown have the same
/// comments.
struct WovenFile {
  /// How a file stands to what would be woven now.
  enum State: Equatable {
    case missing
    /// It is not as it was woven: somebody has edited it, or it is a file of another kind.
    case edited
    case stale
    case current
  }

  /// The text without the last line.
  let text: String
  /// What it was woven from.
  let key: String
  private let seal: String

  /// Reads the contents of a file; nil if they do not end as a woven file does.
  init?(_ contents: String) {
    guard let match = contents.firstMatch(of: /(?s)^(.*\n)\n<!-- woven from ([0-9a-f]+) · text ([0-9a-f]+) -->\n$/)
    else {
      return nil
    }
    (text, key, seal) = (String(match.1), String(match.2), String(match.3))
  }

  /// Whether nobody has written into it.
  var isUnedited: Bool { seal == Self.seal(text, key) }

  /// The contents of a file with this text.
  static func contents(_ text: String, from key: String) -> String {
    let text = text.hasSuffix("\n") ? text : text + "\n"
    // An empty line keeps the comment apart from a list or a paragraph.
    return text + "\n<!-- woven from \(key) · text \(seal(text, key)) -->\n"
  }

  /// How the file at a place stands to a key.
  static func state(of file: URL, for key: String) -> State {
    guard FileManager.default.fileExists(atPath: file.path) else { return .missing }
    guard let contents = try? String(contentsOf: file, encoding: .utf8), let woven = WovenFile(contents),
      woven.isUnedited
    else { return .edited }
    return woven.key == key ? .current : .stale
  }

  private static func seal(_ text: String, _ key: String) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(text)
    fingerprint.add(key)
    return fingerprint.text
  }
}
