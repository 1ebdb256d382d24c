import RegexBuilder
import Vocabulary

/// A lesson's text, looked at line by line: where a function stands, and which of its lines may have stopped it.
///
/// The C library's functions break the backtrace, so an `exit` or a print without end leaves no line there. The text
/// often has just one line that can have done it.
package struct LessonSource {
  /// What to look for.
  package enum Telltale {
    case exit, abort, cast, print, endlessLoop, countingLoop, allocation

    /// Whether correct lessons do without it.
    package var isRare: Bool { [.exit, .abort, .cast, .print].contains(self) }

    fileprivate var pattern: Regex<Substring> {
      switch self {
      case .exit: /\b(?:exit|_exit|_Exit|quick_exit)\(/
      case .abort: /\babort\(/
      case .cast: /\bas!/
      case .endlessLoop: /\b(?:while|repeat)\b/
      case .countingLoop: /\bfor\b/
      case .allocation: /repeating:|\.zeros\(|\.append\(|\+=/
      case .print: /\b(?:print|debugPrint|dump|write)\(/
      }
    }
  }

  package let file: String
  /// The text, line by line.
  package let lines: [Substring]
  /// The same lines without comments and the contents of strings.
  private let code: [String]
  /// The exercises of the lesson.
  private let exercises: [ExerciseOutline]

  /// Reads a lesson; one that cannot be read has no lines.
  package init(_ lesson: LessonOutline, in checkout: Checkout) {
    self.init(checkout.lines(of: checkout.file(of: lesson)), file: checkout.file(of: lesson), of: lesson)
  }

  init(_ lines: [Substring], file: String, of lesson: LessonOutline) {
    self.file = file
    exercises = lesson.exercises
    self.lines = lines
    code = SwiftScanner.code(of: lines)
  }

  /// A lesson as nobody has touched it; nil if that cannot be read.
  package init?(untouched lesson: LessonOutline, in checkout: Checkout) {
    guard let fresh = try? FreshLesson(of: lesson, in: checkout.root) else { return nil }
    let lines = fresh.text.split(separator: "\n", omittingEmptySubsequences: false)
    self.init(lines, file: checkout.file(of: lesson), of: lesson)
  }

  /// The lines of an exercise: its comment, its declaration and its body; nil if it is not there or its braces do not
  /// pair, so that nobody can say where it ends.
  package func region(of exercise: ExerciseOutline) -> Range<Int>? {
    guard let first = index(of: exercise) else { return nil }
    let body = lines(from: first)
    guard let last = body.last, isClosed(body), standsAlone(body) else { return nil }
    // Another exercise inside means that a brace is missing.
    let others = exercises.compactMap { index(of: $0.name) }
    guard !others.contains(where: body.dropFirst().contains) else { return nil }
    let isLead = { (index: Int) in
      let text = lines[index].drop { $0 == " " || $0 == "\t" }
      return text.hasPrefix("///") || text.hasPrefix("@")
    }
    let lead = lines[..<first].indices.reversed().prefix(while: isLead)
    return (lead.last ?? first)..<(last + 1)
  }

  /// Whether the TODO of an exercise still stands.
  package func isOpen(_ exercise: ExerciseOutline) -> Bool { todo(of: exercise) != nil }

  /// Where the TODO of an exercise stands; nil if it is gone.
  package func todo(of exercise: ExerciseOutline) -> SourceLocation? {
    lines.firstIndex { line in
      line.contains("fatalError(\"TODO: \(exercise.id) ") && !line.drop { $0 == " " || $0 == "\t" }.hasPrefix("//")
    }.map { SourceLocation(file: file, line: $0 + 1) }
  }

  /// Whether there is code of the student's above the TODO of an exercise; false if nobody can say what was there before.
  package func isBegun(_ exercise: ExerciseOutline, in lesson: LessonOutline, _ checkout: Checkout) -> Bool {
    guard let stub = LessonSource(untouched: lesson, in: checkout) else { return false }
    let given = Set(stub.body(of: exercise))
    return body(of: exercise).contains { !given.contains($0) }
  }

  /// The lines of code of an exercise without the space around them.
  private func body(of exercise: ExerciseOutline) -> [String] {
    guard let region = region(of: exercise), let first = index(of: exercise) else { return [] }
    return code[region].suffix(from: first).map { line in
      String(line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }.filter { !$0.isEmpty && $0 != "}" }
  }

  /// The line that declares an exercise, and not a helper of the same name; nil if nobody can say which that is.
  private func index(of exercise: ExerciseOutline) -> Int? {
    let candidates = indices(of: exercise.name)
    if candidates.count < 2 { return candidates.first }
    let declared = candidates.filter {
      SwiftScanner.declares(declarationText(from: $0), exercise.signature)
    }
    return declared.count == 1 ? declared[0] : nil
  }

  /// Whether nothing else stands on a function's first and last line.
  private func standsAlone(_ body: Range<Int>) -> Bool {
    guard let first = body.first, let last = body.last else { return false }
    let lead = code[first].firstRange(of: "func ").map { code[first][..<$0.lowerBound] } ?? ""
    var depth = code[body.dropLast()].joined().reduce(0) { $0 + ($1 == "{" ? 1 : $1 == "}" ? -1 : 0) }
    let rest = code[last].drop { character in
      depth += character == "{" ? 1 : character == "}" ? -1 : 0
      return depth > 0 || character != "}"
    }
    return !lead.contains { "{};".contains($0) } && rest.dropFirst().allSatisfy(\.isWhitespace)
  }

  private func isClosed(_ body: Range<Int>) -> Bool {
    let text = code[body].joined()
    return text.contains("{") && text.count { $0 == "{" } == text.count { $0 == "}" }
  }

  /// The line that declares a function.
  package func declaration(of function: String) -> SourceLocation? {
    index(of: function).map { SourceLocation(file: file, line: $0 + 1) }
  }

  /// The text of a function's declaration, up to the brace.
  package func declarationText(of function: String) -> String? {
    index(of: function).map(declarationText)
  }

  private func declarationText(from start: Int) -> String {
    let text = lines[start...].indices.map { code(at: $0) }.joined(separator: "\n")
    return String(text.prefix { $0 != "{" })
  }

  /// The first line that holds a text.
  package func line(with text: String) -> SourceLocation? {
    lines.indices.first { code(at: $0).contains(text) }.map { SourceLocation(file: file, line: $0 + 1) }
  }

  /// The one line of a function, or of the whole file, that holds the telltale; nil if none or several do.
  package func only(_ telltale: Telltale, in function: String?) -> SourceLocation? {
    let found = lines(of: function).filter { code(at: $0).contains(telltale.pattern) }
    return found.count == 1 ? SourceLocation(file: file, line: found[0] + 1) : nil
  }

  /// Whether a function's text calls another one, at a line of it if that is known.
  package func calls(_ other: String, in function: String, at location: SourceLocation?) -> Bool {
    let pattern = Regex {
      Anchor.wordBoundary; other; "("
    }
    let lines = lines(of: function).dropFirst()
    return lines.contains { index in
      (location == nil || location?.line == index + 1) && code(at: index).contains(pattern)
    }
  }

  /// The line that opens what a line closes; nil if that line holds more than a closing brace.
  package func opening(of line: Int) -> SourceLocation? {
    guard lines.indices.contains(line - 1), code(at: line - 1).filter({ !$0.isWhitespace }) == "}" else { return nil }
    var depth = 0
    for index in lines.indices.prefix(line).reversed() {
      for character in code(at: index).reversed() {
        if character == "}" { depth += 1 }
        guard character == "{" else { continue }
        depth -= 1
        if depth == 0 { return SourceLocation(file: file, line: index + 1) }
      }
    }
    return nil
  }

  private func index(of function: String) -> Int? { indices(of: function).first }

  /// The lines that declare functions of a name; of `Dense.forward` those in the type `Dense`.
  private func indices(of function: String) -> [Int] {
    let words = function.split(separator: ".")
    let name = words.last ?? ""
    let all = lines.indices.filter { code(at: $0).contains("func \(name)(") || code(at: $0).contains("func \(name)<") }
    guard words.count > 1 else { return all }
    let types = Regex {
      Anchor.wordBoundary
      ChoiceOf {
        "class"; "struct"; "enum"; "extension"
      }
      OneOrMore(.whitespace)
      String(words[words.count - 2])
      Anchor.wordBoundary
    }
    let places = lines.indices.filter { code(at: $0).contains(types) }.map(lines(from:))
    return all.filter { index in places.contains { $0.contains(index) } }
  }

  /// The lines of a function from its declaration to the brace that closes it; all lines for nil.
  private func lines(of function: String?) -> Range<Int> {
    guard let function else { return lines.indices }
    return index(of: function).map(lines(from:)) ?? 0..<0
  }

  private func lines(from start: Int) -> Range<Int> {
    var depth = 0
    for index in start..<lines.endIndex {
      for character in code(at: index) {
        if character == "{" { depth += 1 }
        guard character == "}" else { continue }
        depth -= 1
        if depth == 0 { return start..<(index + 1) }
      }
    }
    return start..<lines.endIndex
  }

  /// A line without its comment.
  private func code(at index: Int) -> String { code[index] }
}
