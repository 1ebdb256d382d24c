import CourseFiles
import Vocabulary

/// A lesson's page in the parts between which a notebook puts what the student has made.
struct LessonPage {
  /// A piece of the page, or a place in it.
  enum Part: Equatable {
    case prose(String)
    /// Below the title.
    case summary
    /// At the end of the section of an exercise such as `4.3`.
    case exercise(ExerciseID)
    /// Where the page shows what course-check said to somebody else.
    case report
  }

  private(set) var parts: [Part] = []
  private var prose: [String] = []

  /// Takes a page apart; its hints and its transcripts stay behind.
  ///
  /// - Parameter links: where the links of the page lead when they stand in the notebook.
  init(_ page: Page, links: NotebookLinks) {
    var exercise: ExerciseID?
    var fence: Fence?
    for line in page.replacingHints().split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = fence {
        if open == .shown { prose.append(String(line)) }
        if line.hasPrefix("```") { fence = nil }
      } else if line.hasPrefix("```") {
        fence = .shown
        prose.append(String(line))
        // The block after the mark of a transcript is left out.
        if prose.dropLast().last == Self.transcript {
          prose.removeLast(2)
          fence = .leftOut
          leaveOutLead()
          if !parts.contains(.report) { end(with: .report) }
        }
      } else if line.hasPrefix("<!-- transcript:") {
        prose.append(Self.transcript)
      } else if line.hasPrefix("#") {
        if let exercise { end(with: .exercise(exercise)) }
        exercise = line.prefixMatch(of: /### ([0-9]+\.[0-9]+)\s/).flatMap { ExerciseID($0.1) }
        prose.append(links.rebased(line))
        if line.hasPrefix("# ") { end(with: .summary) }
      } else {
        prose.append(links.rebased(line))
      }
    }
    endProse()
    if let exercise { parts.append(.exercise(exercise)) }
  }

  private enum Fence { case shown, leftOut }
  private static let transcript = "<!-- transcript -->"

  /// Takes away the sentence that leads to a transcript: the last one, up to its colon.
  private mutating func leaveOutLead() {
    let count = prose.reversed().prefix { !$0.isEmpty && !$0.hasPrefix("#") && !$0.hasPrefix("```") }.count
    let paragraph = prose.suffix(count).joined(separator: "\n")
    guard paragraph.hasSuffix(":") else { return }
    prose.removeLast(count)
    if let end = paragraph.ranges(of: /[.!?](?=\s)/).last?.upperBound { prose.append(String(paragraph[..<end])) }
  }

  private mutating func end(with part: Part) {
    endProse()
    parts.append(part)
  }

  private mutating func endProse() {
    let text = prose.joined(separator: "\n").trimmed
    if !text.isEmpty { parts.append(.prose(text)) }
    prose = []
  }
}

extension String {
  /// The text without the empty lines around it.
  fileprivate var trimmed: String {
    String(drop { $0 == "\n" }.reversed().drop { $0 == "\n" || $0 == " " }.reversed())
  }
}

/// How links lead from the notebook's folder to other files of the checkout.
struct NotebookLinks {
  /// The way from the notebook's folder up to the checkout, for example `../`.
  private let up: String
  /// The folder, relative to the checkout, from which the links of a page lead.
  private let pageFolder: String

  init(from notebook: String, page: String) {
    up = String(repeating: "../", count: notebook.split(separator: "/").count)
    pageFolder = page.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// A link to a file of the checkout.
  func target(_ file: String) -> String { up + file }

  /// A link to a line of a file, which names both.
  func link(to location: SourceLocation) -> String {
    let name = location.file.split(separator: "/").last ?? ""
    return "[\(name):\(location.line)](\(target(location.file))#L\(location.line))"
  }

  /// A line of the page, its links leading from the notebook to where they led from the page.
  func rebased(_ line: Substring) -> String {
    String(line).replacing(/\]\(([^)\s]+)\)/) { match in "](\(rebased(target: match.1)))" }
  }

  private func rebased(target: Substring) -> String {
    if target.hasPrefix("#") { return up + pageFolder + "/README.md" + target }
    if target.hasPrefix("/") || target.contains(/^[a-z]+:/) { return String(target) }
    var components = pageFolder.split(separator: "/")
    for component in target.split(separator: "/") {
      if component == ".." { _ = components.popLast() } else if component != "." { components.append(component) }
    }
    return up + components.joined(separator: "/")
  }
}
