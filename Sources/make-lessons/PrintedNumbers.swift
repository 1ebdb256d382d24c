import CourseFiles
import Engine
import Vocabulary

// The numbers of a page.
extension Page {
  /// The page without what no claim answers for: hints, examples (the demonstrations answer for them), ```text blocks
  /// (machine-made) and the references.
  ///
  /// The line feeds stay, so that a line has its number.
  private var claimedText: String {
    func lineFeeds(_ text: Substring) -> String { text.filter { $0 == "\n" } }
    var body = text
    if let references = Page.between("\n## References\n", "\n## ", in: body[...]) {
      body.replaceSubrange(references.startIndex..<references.endIndex, with: lineFeeds(references))
    }
    body = Page(file: file, text: body).replacingExamples(with: lineFeeds)
    return Page(file: file, text: body).replacingHints { lineFeeds($1) }
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
    }.map { PrintedNumber(text: String(page[$0]), file: file, line: Page.line(of: $0.lowerBound, in: page)) }
  }
}

extension Page {
  private static func line(of index: String.Index, in text: String) -> Int {
    text.utf8[..<index].count { $0 == UInt8(ascii: "\n") } + 1
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
