import Building
import CourseFiles
import Engine
import Foundation
import Processes

/// A file of the notebook.
///
/// One of its lines says what it was woven from and seals the text, so that no other record is needed: whether it is out of
/// date, and whether somebody has written into it, is to be seen from the file alone.
package struct WovenFile {
  /// How a file stands to what would be woven now.
  package enum State: Equatable {
    case missing
    /// It is not as it was woven: somebody has edited it, or it is a file of another kind.
    case edited
    case stale
    case current
  }

  /// Where the line stands that seals a file.
  enum Seal {
    /// At the end, as a comment: SVG, Markdown and HTML have the same.
    case comment
    /// At the beginning of what JSON says about the whole notebook: it has no comments.
    case metadata

    init(_ file: String) { self = file.hasSuffix(".\(NotebookFormat.ipynb.ending)") ? .metadata : .comment }

    /// What stands before and behind the key with its seal.
    fileprivate var frame: (start: String, end: String) {
      switch self {
      case .comment: ("\n<!-- woven from ", " -->\n")
      case .metadata: ("  \"course_check\": \"woven from ", "\",\n")
      }
    }

    /// The place of the line in a text without it, or the place where it begins in one with it.
    fileprivate func place(in text: String) -> String.Index? {
      switch self {
      case .comment: text.endIndex
      // A line feed in a text of JSON is written as \n, so that nothing else begins like this.
      case .metadata: text.range(of: "\n \"metadata\": {\n", options: [.backwards, .literal])?.upperBound
      }
    }
  }

  /// The text without the line.
  let text: String
  /// What it was woven from.
  let key: String
  private let seal: String

  /// Reads the contents of a file; nil if they have no such line at its place.
  init?(_ contents: String, _ place: Seal = .comment) {
    let frame = place.frame
    let start =
      place == .comment
      ? contents.range(of: frame.start, options: [.backwards, .literal])?.lowerBound : place.place(in: contents)
    guard let start, let end = contents[start...].utf8.dropFirst().firstIndex(of: UInt8(ascii: "\n")) else {
      return nil
    }
    let line = contents[start..<contents.utf8.index(after: end)]
    let rest = contents[line.endIndex...]
    guard line.hasPrefix(frame.start), line.hasSuffix(frame.end), place == .metadata || rest.isEmpty,
      let match = line.dropFirst(frame.start.count).dropLast(frame.end.count).wholeMatch(
        of: /([0-9a-f]+) · text ([0-9a-f]+)/)
    else { return nil }
    (text, key, seal) = (String(contents[..<start]) + rest, String(match.1), String(match.2))
  }

  /// Whether nobody has written into it.
  var isUnedited: Bool { seal == Self.seal(text, key) }

  /// The contents of a file with this text.
  static func contents(_ text: String, from key: String, of place: Seal = .comment) -> String {
    let text = text.hasSuffix("\n") ? text : text + "\n"
    let (start, end) = place.frame
    // In Markdown the empty line before it keeps the comment apart from a list or a paragraph.
    let line = "\(start)\(key) · text \(seal(text, key))\(end)"
    guard let index = place.place(in: text) else { return text + line }
    return text[..<index] + line + text[index...]
  }

  /// How the file at a place stands to a key.
  static func state(of file: URL, for key: String) -> State {
    guard FileManager.default.fileExists(atPath: file.path) else { return .missing }
    guard let contents = try? String(contentsOf: file, encoding: .utf8),
      let woven = WovenFile(contents, Seal(file.lastPathComponent)), woven.isUnedited
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

/// What woven files are made from, as a short text: the same in every clone, whatever its folder and its files' times.
///
/// It takes in the page, the lessons that take part, the kit's sources, in which the seeds stand, and the toolchain.
struct NotebookKey {
  private let course: Course
  private let checkout: Checkout
  private let pictures: [NotebookPicture]
  private let kit: String

  init(of course: Course, in checkout: Checkout, _ pictures: [NotebookPicture]) {
    self.course = course
    self.checkout = checkout
    self.pictures = pictures
    var fingerprint = Fingerprint()
    fingerprint.add(Self.toolchain)
    let names =
      (try? FileManager.default.subpathsOfDirectory(atPath: checkout.root.appending(path: "Sources").path)) ?? []
    let sources = names.filter { $0.hasSuffix(".swift") }.sorted().map { "Sources/" + $0 }
    for file in ["Package.swift"] + sources { Self.add(file, in: checkout, to: &fingerprint) }
    kit = fingerprint.text
  }

  /// The key of a lesson's notebook.
  func text(for lesson: Lesson) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(kit)
    Self.add("Lessons/\(lesson.folder)/README.md", in: checkout, to: &fingerprint)
    for number in pictures.lessons(of: lesson).sorted() {
      Self.add(checkout.file(of: checkout.lessons[number - 1]), in: checkout, to: &fingerprint)
    }
    return fingerprint.text
  }

  /// The key of the page that shows all lessons.
  var textForCourse: String {
    var fingerprint = Fingerprint()
    for lesson in course.lessons { fingerprint.add(text(for: lesson)) }
    return fingerprint.text
  }

  private static func add(_ file: String, in checkout: Checkout, to fingerprint: inout Fingerprint) {
    fingerprint.add(file)
    fingerprint.add((try? Data(contentsOf: checkout.root.appending(path: file))) ?? Data())
  }

  /// The toolchain's version, and the platform: the last digits of a training may differ between processors.
  private static var toolchain: String {
    let description = Toolchain.swift().flatMap { Program.output(of: $0, "--version") } ?? ""
    let version = description.firstMatch(of: /Swift version [^\n]*/).map { String($0.0) } ?? ""
    #if os(macOS)
      let system = "macOS"
    #else
      let system = "Linux"
    #endif
    #if arch(arm64)
      return "\(version) \(system) arm64"
    #else
      return "\(version) \(system) x86_64"
    #endif
  }
}
