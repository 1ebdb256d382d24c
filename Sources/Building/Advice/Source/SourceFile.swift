import CourseFiles
import Vocabulary

/// A lesson's file as the notes read it, and what the lessons that it needs declare.
struct SourceFile {
  let lines: [Substring]
  let tokens: [SourceToken]
  private let root: SourceNode?
  /// All pieces of the file, each before its parts.
  let nodes: [SourceNode]
  /// The functions that it declares, and the exercises of the course whose modules it imports.
  let functions: [FunctionHead]
  /// All lessons of the course.
  let lessons: [LessonOutline]
  /// The lesson that it belongs to; nil if it is none's.
  let lesson: LessonOutline?

  init(_ lines: [Substring], lesson: LessonOutline? = nil, lessons: [LessonOutline] = []) {
    self.lines = lines
    self.lesson = lesson
    self.lessons = lessons
    tokens = SourceToken.all(in: lines)
    var parser = SourceParser(tokens)
    root = parser.file()
    nodes = root?.all ?? []
    let own = nodes.compactMap(\.head)
    let imported = lessons.filter { lines.contains("import \($0.topic)") }.flatMap(\.exercises).filter {
      !$0.name.contains(".")
    }
    .compactMap { FunctionHead($0.signature) }
    functions = own + imported + KitType.functions
  }

  /// Whether it imports a module.
  func imports(_ module: String) -> Bool {
    lines.contains { $0.firstMatch(of: /^import (?:func \w+\.)?(\w+)/)?.1 == module[...] }
  }

  /// The functions of that name.
  func functions(named name: String) -> [FunctionHead] { functions.filter { $0.name == name } }

  /// The largest piece of source at a place of the compiler's.
  func node(line: Int, column: Int) -> SourceNode? {
    guard let token = token(line: line, column: column) else { return nil }
    return nodes.first { $0.anchor == token && $0.isSaid }
  }

  /// The token that begins there, or the first one behind.
  func token(line: Int, column: Int) -> SourceToken? {
    guard lines.indices.contains(line - 1) else { return nil }
    // The compiler counts bytes.
    let place = String(decoding: lines[line - 1].utf8.prefix(max(0, column - 1)), as: UTF8.self).count
    return tokens.first { $0.line == line && $0.range.upperBound > place }
  }

  /// The source of a piece, in one line.
  func text(_ node: SourceNode) -> String { text(from: node.first, to: node.last) }

  func text(from first: SourceToken, to last: SourceToken) -> String {
    if first.line == last.line {
      return String(Array(lines[first.line - 1])[first.range.lowerBound..<last.range.upperBound])
    }
    let start = String(lines[first.line - 1].dropFirst(first.range.lowerBound))
    let middle = lines[first.line..<(last.line - 1)].map(String.init)
    let end = String(lines[last.line - 1].prefix(last.range.upperBound))
    return ([start] + middle + [end]).map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: " ")
  }

  /// The innermost function around a line; nil outside.
  func function(around line: Int) -> SourceNode? {
    nodes.last { node in
      guard case .function = node.kind else { return false }
      return node.first.line <= line && line <= node.last.line
    }
  }
}

extension SourceNode {
  /// How it is declared, if it is a function.
  fileprivate var head: FunctionHead? {
    guard case .function(var head) = kind else { return nil }
    head.isMember = chain.contains { if case .type = $0.kind { true } else { false } }
    return head
  }

  /// Whether the compiler can speak of it: an expression, not what holds statements.
  fileprivate var isSaid: Bool {
    switch kind {
    case .block, .function, .type, .file, .returned, .declared, .unwrapped, .loop, .condition: false
    default: true
    }
  }
}

extension FunctionHead {
  /// Reads a signature such as `relu(_ z: Matrix) -> Matrix`.
  init?(_ signature: String) {
    var parser = SourceParser(SourceToken.all(in: ["func \(signature)"]))
    guard let node = parser.file()?.parts.first, case .function(let head) = node.kind else { return nil }
    self = head
  }
}
