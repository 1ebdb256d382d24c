import Engine
import Vocabulary

/// The text of a lesson's page, taken apart for those who write it.
struct PageText {
  /// The file, relative to the checkout.
  let file: String
  /// What stands there, in Markdown.
  let text: String

  /// Creates a page of this text.
  init(file: String, text: String) {
    self.file = file
    self.text = text.replacing("\r\n", with: "\n")
  }

  /// Where the page of a lesson's folder lies, relative to the checkout.
  static func file(of folder: String) -> String { "Lessons/\(folder)/README.md" }

  /// The text below a `##` heading, to the next one.
  func section(_ name: String) -> Substring {
    PageText.between("\n## \(name)\n", "\n## ", in: text[...]) ?? ""
  }

  /// The part below `### 1.3 relu`, to the next heading, and the heading's line; nil if there is none.
  func part(on exercise: String) -> (line: Int, text: Substring)? {
    let heading = "\n### \(exercise)\n"
    guard let range = text.firstRange(of: heading) else { return nil }
    // From the line feed on, so that a heading on the very next line ends the part.
    let rest = text[text.index(before: range.upperBound)...]
    let end = ["\n## ", "\n### "].compactMap { rest.firstRange(of: $0)?.lowerBound }.min() ?? rest.endIndex
    return (PageText.line(of: range.lowerBound, in: text) + 1, rest[..<end])
  }

  /// The hints of a part: `<details><summary>1.1 · Hint 1 of 3</summary>`, the hint's text, `</details>`, on one line or on
  /// several.
  static func hints(in part: Substring) -> [(summary: String, text: Substring)] {
    part.matches(of: hint).map { (String($0.1), $0.2) }
  }

  private static var hint: Regex<(Substring, Substring, Substring)> {
    /(?s)<details><summary>([^<]*)<\/summary>(.*?)<\/details>/
  }

  /// The text between the first `start` and the next `end`, or to the end of all; nil without a `start`.
  static func between(_ start: String, _ end: String, in text: Substring) -> Substring? {
    guard let from = text.firstRange(of: start) else { return nil }
    let rest = text[from.upperBound...]
    return rest.firstRange(of: end).map { rest[..<$0.lowerBound] } ?? rest
  }

  private static func line(of index: String.Index, in text: String) -> Int {
    text.utf8[..<index].count { $0 == UInt8(ascii: "\n") } + 1
  }
}

// The numbers of a page.
extension PageText {
  /// The page without what no claim answers for: hints, ```text blocks (machine-made) and the references.
  ///
  /// The line feeds stay, so that a line has its number.
  private var claimedText: String {
    func lineFeeds(_ text: Substring) -> String { text.filter { $0 == "\n" } }
    var body = text
    if let references = PageText.between("\n## References\n", "\n## ", in: body[...]) {
      body.replaceSubrange(references.startIndex..<references.endIndex, with: lineFeeds(references))
    }
    return body.replacing(PageText.hint) { lineFeeds($0.0) }
      .replacing(/(?s)```text\n.*?```/) { lineFeeds($0.0) }
  }

  /// Which claims do not stand on the page, or state another number than the code computes.
  func problems(in claims: [PageClaim]) -> [String] {
    let page = claimedText
    return claims.flatMap { claim in
      page.contains(claim.text) ? claim.problems : ["\(claim) does not stand on the page"]
    }
  }

  /// Each decimal number on the page that lies in no claim.
  ///
  /// - Parameters:
  ///   - claims: the claims of the page.
  ///   - exercises: the exercises of the course. Their numbers such as 1.3 are exempt, so print a value of that size with
  ///     two decimals or more.
  func unclaimedNumbers(_ claims: [PageClaim], exercises: Set<ExerciseID>) -> [PrintedNumber] {
    let page = claimedText
    let claimed = claims.flatMap { page.ranges(of: $0.text) }
    return page.ranges(of: /\d+\.\d+/).filter { number in
      let isClaimed = claimed.contains { $0.clamped(to: number) == number }
      return !isClaimed && !(ExerciseID(page[number]).map(exercises.contains) ?? false)
    }.map { PrintedNumber(text: String(page[$0]), file: file, line: PageText.line(of: $0.lowerBound, in: page)) }
  }
}

/// A decimal number on a page.
struct PrintedNumber {
  /// The digits as they are printed.
  let text: String
  /// The page, relative to the checkout.
  let file: String
  /// The line, counted from 1.
  let line: Int

  /// What to say if no claim answers for the number.
  var problem: String { "\(file):\(line): error: \(text) lies in no claim" }
}
