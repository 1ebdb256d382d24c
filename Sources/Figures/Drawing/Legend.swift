/// What each mark of a figure looks like and is called.
struct Legend {
  enum Kind { case line, points, bars, field, rule, intervals }

  struct Entry {
    let kind: Kind
    let name: String
    /// Counts through colours, dash patterns and symbols.
    let look: Int
    /// Whether a curve has so few points that each has a symbol.
    let hasSymbols: Bool
  }

  private(set) var entries: [Entry] = []
  private var looks: [String: Int] = [:]
  private var ruleLooks: [String: Int] = [:]

  /// Gives each name its look, in order of appearance: the same name looks the same in every panel.
  init(_ figure: Figure) {
    for mark in figure.panels.flatMap(\.marks) {
      let (kind, name) = mark.kindAndName
      if kind == .rule {
        ruleLooks[name] = ruleLooks[name] ?? ruleLooks.count
      } else if kind != .field {
        looks[name] = looks[name] ?? looks.count
      }
      if !entries.contains(where: { $0.name == name && ($0.kind == .rule) == (kind == .rule) }) {
        entries.append(Entry(kind: kind, name: name, look: look(of: mark), hasSymbols: mark.hasSymbols))
      }
    }
  }

  /// The entries as a legend shows them: fields last, because what lies on them is what one looks for first.
  var entriesInOrder: [Entry] { entries.filter { $0.kind != .field } + entries.filter { $0.kind == .field } }

  func look(of mark: Mark) -> Int {
    let (kind, name) = mark.kindAndName
    return (kind == .rule ? ruleLooks[name] : looks[name]) ?? 0
  }
}

extension Mark {
  /// Whether this is a curve of so few points that each is shown.
  var hasSymbols: Bool {
    if case .line(_, let points) = self { points.count <= 24 } else { false }
  }

  var kindAndName: (kind: Legend.Kind, name: String) {
    switch self {
    case .line(let name, _): (.line, name)
    case .points(let name, _): (.points, name)
    case .bars(let name, _, _): (.bars, name)
    case .field: (.field, "probability of class 1: 0 to 1")
    case .rule(let name, _): (.rule, name)
    case .intervals(let name, _): (.intervals, name)
    }
  }
}
