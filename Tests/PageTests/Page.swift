import Foundation
import Testing

/// A lesson's page, `Lessons/<folder>/README.md`, taken apart for the tests.
///
/// Whatever is wrong is returned as sentences, so that a test reads `#expect(page.structureProblems == [])`.
struct Page {
  /// The headings that every page has, in this order.
  static let sectionNames = [
    "The idea", "The formulas", "The exercises", "How to check", "Common mistakes", "Try it",
    "Explain it in your own words", "References",
  ]

  let folder: String
  let text: String

  init(folder: String) throws {
    self.folder = folder
    text = try Repository.text(at: "Lessons/\(folder)/README.md")
  }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  // MARK: - Structure

  /// What differs from the course's form: title, goal, sections and length.
  var structureProblems: [String] {
    var problems: [String] = []
    // A file that ends with a line feed, as it should, has one empty piece after its last line.
    let lineCount = lines.last == "" ? lines.count - 1 : lines.count
    if !(80...150).contains(lineCount) { problems.append("the page has \(lineCount) lines, not 80 to 150") }
    let number = folder.dropFirst("Lesson".count).prefix { $0.isNumber }
    if !text.hasPrefix("# Lesson \(number) · ") {
      problems.append("the first line is not '# Lesson \(number) · Title'")
    }
    let goal = lines.dropFirst().first { !$0.isEmpty } ?? ""
    if goal.hasPrefix("#") || !goal.hasSuffix(".") {
      problems.append("no goal, one sentence on one line, stands under the title")
    }
    let found = lines.filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
    if found != Page.sectionNames { problems.append("the sections are \(found)") }
    return problems
  }

  /// The text below a `##` heading, to the next one.
  func section(_ name: String) -> Substring {
    Page.between("\n## \(name)\n", "\n## ", in: text[...]) ?? ""
  }

  // MARK: - Exercises and hints

  /// Which exercise of the solution lacks its heading, its signature or its three hints.
  func exerciseProblems() throws -> [String] {
    let exercises = try MarkedExercise.all(in: folder)
    var problems: [String] = exercises.isEmpty ? ["\(folder) in Solutions/ has no exercise"] : []
    let headings = section("The exercises").matches(of: /(?m)^### (.+)$/).map { String($0.1) }
    if headings != exercises.map(\.heading) { problems.append("the exercises are headed \(headings)") }
    for exercise in exercises {
      let body = Page.between("### \(exercise.heading)\n", "\n### ", in: section("The exercises")) ?? ""
      let code = Page.between("```swift\n", "```", in: body) ?? ""
      if Page.onOneLine(code) != exercise.signature {
        problems.append("\(exercise.heading): the signature is not '\(exercise.signature)'")
      }
      let hints = body.matches(of: Page.hint)
      let expected = (1...3).map { "\(exercise.number) · Hint \($0) of 3" }
      if hints.map({ String($0.1) }) != expected {
        problems.append("\(exercise.heading): its hints are not 1 of 3, 2 of 3 and 3 of 3")
      }
      for hint in hints where hint.2.contains("$") || Page.onOneLine(hint.2).isEmpty {
        problems.append("\(hint.1): a terminal shows it, so it is plain text without $, and not empty")
      }
    }
    return problems
  }

  /// `<details><summary>1.1 · Hint 1 of 3</summary>`, the hint's text, `</details>`: on one line or on several.
  private static var hint: Regex<(Substring, Substring, Substring)> {
    /(?s)<details><summary>([^<]*)<\/summary>(.*?)<\/details>/
  }

  // MARK: - Numbers

  /// The page without what no claim answers for: hints, ```text blocks (machine-made) and the references.
  private var claimedText: String {
    text.replacing(Page.hint, with: "").replacing(/(?s)```text\n.*?```/, with: "")
      .replacing(section("References"), with: "")
  }

  /// Which claims do not stand on the page, or state another number than the code computes.
  func problems(in claims: [Claim]) -> [String] {
    claims.flatMap { claim -> [String] in
      guard claimedText.contains(claim.text) else { return ["'\(claim.text)' does not stand on the page"] }
      return claim.problems
    }
  }

  /// Each decimal number on the page that lies in no claim, with its line.
  ///
  /// Exercise numbers such as 1.3 are exempt, so print a value of that size with two decimals or more.
  func unclaimedNumbers(_ claims: [Claim]) throws -> [String] {
    let page = claimedText
    let exercises = Set(try MarkedExercise.allNumbers())
    let claimed = claims.flatMap { page.ranges(of: $0.text) }
    let unclaimed = page.ranges(of: /\d+\.\d+/).filter { number in
      let isClaimed = claimed.contains { $0.clamped(to: number) == number }
      return !isClaimed && !exercises.contains(String(page[number]))
    }
    return unclaimed.map { "\(page[$0]) in: \(page[page.lineRange(for: $0)])" }
  }

  // MARK: - Text

  static func between(_ start: String, _ end: String, in text: Substring) -> Substring? {
    guard let from = text.firstRange(of: start) else { return nil }
    let rest = text[from.upperBound...]
    return rest.firstRange(of: end).map { rest[..<$0.lowerBound] } ?? rest
  }

  /// The words of a text with one space between them, brackets closed up: a signature however it was broken.
  static func onOneLine(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing("( ", with: "(").replacing(" )", with: ")")
  }
}

/// A sentence on a page and the numbers that code computes for it.
///
/// `Claim("σ(2) = 0.8808", Oracle.sigmoid(2))` holds if the text stands on the page and its last number is the
/// value, rounded to the digits printed. With n values, the last n numbers of the text are compared in order:
/// `Claim("| 2 | 0.8808 | 0.9640 |", Oracle.sigmoid(2), tanh(2))`.
struct Claim {
  let text: String
  let values: [Double]

  init(_ text: String, _ values: Double...) {
    self.text = text
    self.values = values
  }

  /// What is wrong with the numbers of the text.
  var problems: [String] {
    let numbers = Claim.numbers(in: text)
    guard !values.isEmpty, numbers.count >= values.count else {
      return ["'\(text)' has \(numbers.count) numbers for \(values.count) values"]
    }
    return zip(numbers.suffix(values.count), values).compactMap { number, value in
      Claim.isRounded(number, of: value) ? nil : "'\(text)' says \(number), the code computes \(value)"
    }
  }

  /// The numbers as they are printed, NaN and ∞ included.
  ///
  /// A minus sign (− or -) belongs to a number unless a letter, a digit or a closing bracket stands before it:
  /// "10-64-1" ends with 1, "σ(−2)" with −2.
  static func numbers(in text: String) -> [String] {
    text.matches(of: /(^|[^\p{L}\d)])?([−\-]?(?:\d+(?:\.\d+)?(?:e[−\-]?\d+)?|NaN|∞))/).map { match in
      match.1 == nil ? String(match.2.drop { $0 == "−" || $0 == "-" }) : String(match.2)
    }
  }

  private static func isRounded(_ printed: String, of value: Double) -> Bool {
    let plain = printed.replacing("−", with: "-").replacing("∞", with: "inf")
    guard let number = Double(plain) else { return false }
    if number.isNaN || number.isInfinite { return number.isNaN ? value.isNaN : number == value }
    let parts = plain.split(separator: "e")
    let decimals = parts[0].split(separator: ".").dropFirst().first?.count ?? 0
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let halfStep = 0.5 * pow(10, Double(exponent - decimals))
    // A tie such as 0.125 may be printed as 0.12 or 0.13; the margin is for ties that Double cannot hold exactly.
    return abs(number - value) <= halfStep * (1 + 1e-9)
  }
}

/// An exercise as its solution states it.
struct MarkedExercise {
  let number: String
  let name: String
  let signature: String

  var heading: String { "\(number) \(name)" }

  /// The exercises of a lesson, read from the markers in its solution.
  static func all(in folder: String) throws -> [MarkedExercise] {
    let topic = folder.drop { $0 != "-" }.dropFirst()
    let source = try Repository.text(at: "Solutions/\(folder)/\(topic).swift")
    return source.matches(of: /\/\/ BEGIN SOLUTION (\d\.\d) (\w+)/).map { marker in
      let above = source[..<marker.range.lowerBound]
      let start = above.ranges(of: "public ").last?.upperBound ?? above.startIndex
      let signature = Page.onOneLine(above[start...]).replacing(/[ {]+$/, with: "")
      return MarkedExercise(number: String(marker.1), name: String(marker.2), signature: signature)
    }
  }

  /// The numbers of all exercises of the course.
  static func allNumbers() throws -> [String] {
    try Repository.lessonFolders().flatMap { try all(in: $0) }.map(\.number)
  }
}

/// The checkout that the tests were compiled from.
enum Repository {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(at path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The folders of the lessons, `Lesson1-Activations` first.
  static func lessonFolders() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Solutions").path())
      .filter { $0.hasPrefix("Lesson") }.sorted()
  }
}

/// What every page has, whatever it teaches; its numbers are tested page by page.
@Suite("Every page of the course") struct EveryPageTests {
  @Test(
    "has a title, a goal and the sections of the course, on 80 to 150 lines",
    arguments: try Repository.lessonFolders())
  func structure(folder: String) throws {
    #expect(try Page(folder: folder).structureProblems == [])
  }

  @Test(
    "has each exercise of its lesson with its signature and three hints",
    arguments: try Repository.lessonFolders())
  func exercises(folder: String) throws {
    #expect(try Page(folder: folder).exerciseProblems() == [])
  }
}
