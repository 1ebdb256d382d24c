/// What each mark of a figure looks like and is called.
struct Legend {
  enum Kind { case line, points, bars, field, regions, rule, intervals, confusion }

  struct Entry {
    let kind: Kind
    let name: String
    /// Counts through colours, dash patterns and symbols.
    let look: Int
    /// Whether a curve has so few points that each has a symbol.
    let hasSymbols: Bool
    /// Whether this is a class with a region behind its points.
    let hasRegion: Bool
  }

  private(set) var entries: [Entry] = []
  private var looks: [String: Int] = [:]
  private var ruleLooks: [String: Int] = [:]

  /// Gives each name its look, in order of appearance: the same name looks the same in every panel.
  init(_ figure: Figure) {
    let marks = figure.panels.flatMap(\.marks)
    for mark in marks {
      let (kind, name) = mark.kindAndName
      if kind == .rule {
        ruleLooks[name] = ruleLooks[name] ?? ruleLooks.count
      }
      for name in mark.namesWithLooks {
        looks[name] = looks[name] ?? looks.count
      }
      if !entries.contains(where: { $0.name == name && ($0.kind == .rule) == (kind == .rule) }) {
        entries.append(
          Entry(
            kind: kind, name: name, look: look(of: mark), hasSymbols: mark.hasSymbols,
            hasRegion: marks.contains { $0.hasRegion(of: name) }))
      }
    }
  }

  /// The entries as a legend shows them: backgrounds last, because what lies on them is what one looks for first.
  var entriesInOrder: [Entry] { entries.filter { !$0.kind.isBackground } + entries.filter(\.kind.isBackground) }

  /// The look of a class's region: that of the mark with the class's name.
  func look(ofClass number: Int, names: [String]) -> Int {
    names.indices.contains(number) ? looks[names[number]] ?? 0 : number
  }

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
    case .regions: (.regions, "background: the likeliest class")
    case .rule(let name, _): (.rule, name)
    case .intervals(let name, _): (.intervals, name)
    case .confusion: (.confusion, "share of the examples of the true class")
    }
  }

  /// The names that have a colour and a symbol: regions look like the classes whose they are.
  fileprivate var namesWithLooks: [String] {
    switch self {
    case .line(let name, _), .points(let name, _), .bars(let name, _, _), .intervals(let name, _): [name]
    case .regions(_, let names): names
    case .field, .rule, .confusion: []
    }
  }

  fileprivate func hasRegion(of name: String) -> Bool {
    if case .regions(_, let names) = self { names.contains(name) } else { false }
  }
}

extension Legend.Kind {
  /// Whether this lies behind all else.
  var isBackground: Bool { self == .field || self == .regions }
}
