/// Takes comments and the contents of strings out of Swift source, so that what is left are words and brackets that
/// count; columns stay where they are.
package struct SwiftScanner {
  /// What the scanner is inside of, the innermost last.
  private enum Place: Equatable {
    case blockComment
    /// Text between quotes: three of them or one, with so many number signs before.
    case string(isMultiline: Bool, signs: Int)
    /// Code between `\(` and `)` in a string, with so many brackets open.
    case interpolation(depth: Int)
  }

  private var places: [Place] = []

  /// The lines with spaces in place of comments and strings.
  package static func code(of lines: [Substring]) -> [String] {
    var scanner = SwiftScanner()
    return lines.map { scanner.code(of: Array($0)) }
  }

  /// The line in which a comment begins that nothing ends; nil if all of them end.
  package static func unclosedComment(in lines: [Substring]) -> Int? {
    var scanner = SwiftScanner()
    var first: Int?
    for (index, line) in lines.enumerated() {
      _ = scanner.code(of: Array(line))
      first = scanner.places.contains(.blockComment) ? first ?? index : nil
    }
    return first
  }

  private mutating func code(of line: [Character]) -> String {
    var code = ""
    var index = 0
    while index < line.count {
      let start = index
      let isCode = step(line, &index)
      code += isCode ? String(line[start..<index]) : String(repeating: " ", count: index - start)
    }
    // A string of one line that is not closed is an error of the compiler's; the next line is code again.
    while case .string(isMultiline: false, _) = places.last { places.removeLast() }
    return code
  }

  /// Moves over what comes next and says whether it is code.
  private mutating func step(_ line: [Character], _ index: inout Int) -> Bool {
    switch places.last {
    case .blockComment:
      if line.has("*/", at: index) {
        leave(&index, 2)
      } else if line.has("/*", at: index) {
        enter(.blockComment, &index, 2)
      } else {
        index += 1
      }
      return false
    case .string(let isMultiline, let signs):
      let end = (isMultiline ? "\"\"\"" : "\"") + String(repeating: "#", count: signs)
      let escape = "\\" + String(repeating: "#", count: signs)
      if line.has(end, at: index) {
        leave(&index, end.count)
      } else if line.has(escape + "(", at: index) {
        enter(.interpolation(depth: 0), &index, escape.count + 1)
      } else {
        index += line.has(escape, at: index) ? escape.count + 1 : 1
        index = min(index, line.count)
      }
      return false
    case .interpolation(let depth):
      if beginsSomething(line, &index) { return false }
      if line[index] == "(" { places[places.count - 1] = .interpolation(depth: depth + 1) }
      if line[index] == ")" {
        if depth == 0 { places.removeLast() } else { places[places.count - 1] = .interpolation(depth: depth - 1) }
      }
      index += 1
      return false
    case nil:
      if beginsSomething(line, &index) { return false }
      index += 1
      return true
    }
  }

  /// Enters a comment or a string if one begins here.
  private mutating func beginsSomething(_ line: [Character], _ index: inout Int) -> Bool {
    if line.has("//", at: index) {
      index = line.count
      return true
    }
    if line.has("/*", at: index) {
      enter(.blockComment, &index, 2)
      return true
    }
    let signs = line[index...].prefix { $0 == "#" }.count
    guard line.has("\"", at: index + signs) else { return false }
    let isMultiline = line.has("\"\"\"", at: index + signs)
    enter(.string(isMultiline: isMultiline, signs: signs), &index, signs + (isMultiline ? 3 : 1))
    return true
  }

  private mutating func enter(_ place: Place, _ index: inout Int, _ length: Int) {
    places.append(place)
    index += length
  }

  private mutating func leave(_ index: inout Int, _ length: Int) {
    places.removeLast()
    index += length
  }
}

extension [Character] {
  /// Whether a text stands at an index.
  fileprivate func has(_ text: String, at index: Int) -> Bool {
    index + text.count <= count && self[index..<(index + text.count)].elementsEqual(text)
  }
}

extension SwiftScanner {
  /// Whether a declaration is that of a signature.
  package static func declares(_ declaration: String, _ signature: String) -> Bool {
    declaration.firstRange(of: "func ").map {
      essence(of: String(declaration[$0.upperBound...])) == essence(of: signature)
    } ?? false
  }

  /// A signature without spaces and without the names that matter only inside the function.
  private static func essence(of signature: String) -> String {
    signature.replacing(/(\w+)\s+\w+\s*:/) { "\($0.1):" }.filter { !$0.isWhitespace }
  }
}
