import CourseKit

/// A change of one place in a body's text.
///
/// What can be changed follows from Swift's syntax alone: nothing here knows the course or what its judge looks for.
struct Edit {
  let kind: Kind
  /// The places of the characters that go.
  let range: Range<Int>
  /// What comes in their place.
  let replacement: String

  /// The sorts of edits.
  enum Kind: String, CaseIterable {
    case `operator` = "another operator"
    case operands = "operands exchanged"
    case operand = "an operand dropped"
    case sign = "another sign"
    case constant = "another constant"
    case name = "another name"
    case member = "another member"
    case argument = "another argument"
    case index = "another index"
    case bound = "another bound"
    case label = "another label"
    case condition = "another condition"
    case branches = "branches exchanged"
    case brackets = "brackets dropped"
    case precision = "single precision"
    case dropped = "a statement dropped"
    case doubled = "a statement doubled"
    case swapped = "statements exchanged"
    case moved = "a statement moved"
    case unwrapped = "a loop or condition taken away"
    case cut = "a loop or function left early"
  }

  init(_ kind: Kind, _ range: Range<Int>, _ replacement: String) {
    self.kind = kind
    self.range = range
    self.replacement = replacement
  }

  /// The names that an edit may bring in.
  struct Names {
    /// Names that stand alone: variables, parameters and functions.
    var free: Set<String> = []
    /// Names that follow a point.
    var members: Set<String> = []
    /// Names before a colon in a call.
    var labels: Set<String> = []

    /// Collects the names of texts.
    init(in texts: [String]) {
      for text in texts {
        let tokens = SwiftText(text).tokens
        for (index, token) in tokens.enumerated() where token.kind == .name && !token.isKeyword {
          if index > 0, tokens[index - 1].kind == .dot {
            members.insert(token.text)
          } else if index + 1 < tokens.count, tokens[index + 1].kind == .colon {
            labels.insert(token.text)
          } else {
            free.insert(token.text)
          }
        }
      }
    }
  }

  /// Every edit of a body that does not leave it as it is.
  ///
  /// - Parameters:
  ///   - body: the text.
  ///   - names: what may come in.
  static func all(of body: String, names: Names) -> [Kind: [Edit]] {
    let text = SwiftText(body)
    let edits = text.expressionEdits(names) + text.statementEdits
    return Dictionary(grouping: edits.filter { text.text($0.range) != $0.replacement }, by: \.kind)
  }
}

/// A body that nobody has written: a solution's after some random edits.
struct EditedBody: Hashable {
  var text: String
  /// What was done, in the order of the edits: `another operator: * → /`.
  var steps: [String] = []

  /// Makes one, two or three edits, most often one: each kind of edit is as likely as the others.
  static func random(of body: String, names: Edit.Names, using generator: inout SeededGenerator) -> EditedBody {
    var edited = EditedBody(text: body)
    let count = [1, 1, 1, 2, 2, 3].randomElement(using: &generator) ?? 1
    for _ in 0..<count {
      let edits = Edit.all(of: edited.text, names: names)
      let kinds = Edit.Kind.allCases.filter { edits[$0] != nil }
      guard let kind = kinds.randomElement(using: &generator),
        let edit = edits[kind]?.randomElement(using: &generator)
      else { break }
      edited.make(edit)
    }
    return edited
  }

  private mutating func make(_ edit: Edit) {
    let before = SwiftText(text)
    func short(_ text: String) -> String {
      text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "⏎ ")
    }
    steps.append("\(edit.kind.rawValue): \(short(before.text(edit.range))) → \(short(edit.replacement))")
    text = before.replacing(edit.range, with: edit.replacement)
  }
}
