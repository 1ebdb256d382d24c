/// What each mark of a figure looks like and is called.
struct Legend {
  enum Kind { case line, points, bars, field, regions, rule, intervals, confusion, noise }

  struct Entry {
    let kind: Kind
    let name: String
    /// Counts through colours and symbols.
    let look: Int
    /// Whether a curve has symbols: it has few points, or other curves are told from it by them.
    let hasSymbols: Bool
    /// Whether this is a class with a region behind its points.
    let hasRegion: Bool
  }

  private(set) var entries: [Entry] = []
  private var looks: [String: Int] = [:]
  private var ruleLooks: [String: Int] = [:]

  /// How many points all scatters of a panel have together, in the panel that has most of them.
  let mostPoints: Int

  /// Whether curves are drawn without their noise.
  let isSmoothed: Bool

  /// Gives each name its look, in order of appearance: the same name looks the same in every panel.
  init(_ figure: Figure) {
    let marks = figure.panels.flatMap(\.marks)
    mostPoints = figure.panels.map { $0.marks.map(\.pointCount).reduce(0, +) }.max() ?? 0
    isSmoothed = figure.isSmoothed
    let curves = Set(marks.compactMap { if case .line(let name, _) = $0 { name } else { nil } })
    for mark in marks {
      for name in mark.namesWithLooks {
        looks[name] = looks[name] ?? looks.count
      }
      guard let (kind, name) = mark.kindAndName else { continue }
      if kind == .rule {
        ruleLooks[name] = ruleLooks[name] ?? ruleLooks.count
      }
      if !entries.contains(where: { $0.name == name && ($0.kind == .rule) == (kind == .rule) }) {
        entries.append(
          Entry(
            kind: kind, name: name, look: look(of: mark), hasSymbols: mark.hasSymbols || curves.count > 1,
            hasRegion: marks.contains { $0.hasRegion(of: name) }))
      }
    }
    if isSmoothed {
      entries.append(Entry(kind: .noise, name: "pale: as measured", look: 0, hasSymbols: false, hasRegion: false))
    }
  }

  /// The entries as a legend shows them: backgrounds last, because what lies on them is what one looks for first.
  var entriesInOrder: [Entry] { entries.filter { !$0.kind.isBackground } + entries.filter(\.kind.isBackground) }

  /// The look of a class's region: that of the mark with the class's name.
  func look(ofClass number: Int, names: [String]) -> Int {
    names.indices.contains(number) ? looks[names[number]] ?? 0 : number
  }

  func look(of mark: Mark) -> Int {
    if case .rule(let name, _) = mark { return ruleLooks[name] ?? 0 }
    return mark.namesWithLooks.first.flatMap { looks[$0] } ?? 0
  }

  /// Whether the curve of this name has symbols.
  func hasSymbols(_ mark: Mark) -> Bool {
    guard case .line(let name, _) = mark else { return false }
    return entries.contains { $0.kind == .line && $0.name == name && $0.hasSymbols }
  }
}

extension Mark {
  /// Whether this is a curve of so few points that each is shown.
  var hasSymbols: Bool {
    if case .line(_, let points) = self { points.count <= 24 } else { false }
  }

  /// What a legend says of this; nil if that is said already, or beside the points.
  var kindAndName: (kind: Legend.Kind, name: String)? {
    switch self {
    case .line(let name, _): (.line, name)
    case .points(let name, _): (.points, name)
    case .bars(let name, _, _): (.bars, name)
    case .field(_, let name): (.field, "probability of \(name ?? "class 1"): 0 to 1")
    case .regions: (.regions, "background: the likeliest class")
    case .rule(let name, _): (.rule, name)
    case .intervals(let name, _): (.intervals, name)
    case .confusion: (.confusion, "share of the true class")
    case .ends, .labels, .contours: nil
    }
  }

  fileprivate var pointCount: Int {
    if case .points(_, let points) = self { points.count } else { 0 }
  }

  /// The names that have a colour and a symbol: regions look like the classes whose they are.
  fileprivate var namesWithLooks: [String] {
    switch self {
    case .line(let name, _), .points(let name, _), .bars(let name, _, _), .intervals(let name, _),
      .ends(let name, _, _):
      [name]
    case .regions(_, let names): names
    case .field, .rule, .confusion, .labels, .contours: []
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
