import Vocabulary

/// A formula of several parts: what a student's numbers are where one ingredient lies in some range.
///
/// A cut at the wrong place, a leak below 0, NaN from some number on: no single formula says these.
struct FormulaInParts {
  /// Entries of the same number of the ingredient that decides.
  struct Group {
    let number: Double
    var entries: [Int]
    var isRight: Bool
  }

  /// A range of the deciding ingredient in which one formula holds.
  struct Part {
    let groups: ClosedRange<Int>
    let formula: Formula
  }

  private let entries: FormulaEntries
  private let functions: [FormulaFunction]
  private let groups: [Group]

  /// The most parts that a sentence can name.
  private static var partLimit: Int { 4 }
  /// The fewest numbers that make a formula more than a coincidence, and the most that are compared while it is sought.
  private static var fewestGroups: Int { 4 }
  private static var sampleCount: Int { 40 }
  private static var searchLimit: Int { 40_000 }

  /// - Parameter index: the ingredient that decides.
  init(_ entries: FormulaEntries, by index: Int, functions: [FormulaFunction]) {
    self.entries = entries
    self.functions = functions
    let numbers = entries.ingredients[index]
    var groups: [Group] = []
    for entry in numbers.indices.sorted(by: { numbers[$0] < numbers[$1] }) {
      let isRight = entries.tolerances[entry].accepts(entries.target[entry], entries.right[entry])
      if let last = groups.last, last.number == numbers[entry] {
        groups[groups.count - 1].entries.append(entry)
        groups[groups.count - 1].isRight = last.isRight && isRight
      } else {
        groups.append(Group(number: numbers[entry], entries: [entry], isRight: isRight))
      }
    }
    self.groups = groups
  }

  /// The parts in which the student's numbers are not right, in order; nil if they are not told by a few formulas.
  private func parts() -> [Part]? {
    var parts: [Part] = []
    var isLeft = groups.map { !$0.isRight }
    while isLeft.contains(true) {
      guard parts.count < Self.partLimit, let (run, formula) = longestRun(isLeft) else { return nil }
      var (low, high) = (run.lowerBound, run.upperBound)
      // What is right only by chance, where two formulas cross, belongs to the part, too.
      while low > 0, isLeft[low - 1] || groups[low - 1].isRight, holds(formula, low - 1...low - 1) { low -= 1 }
      while high + 1 < groups.count, isLeft[high + 1] || groups[high + 1].isRight, holds(formula, high + 1...high + 1) {
        high += 1
      }
      for index in low...high { isLeft[index] = false }
      parts.append(Part(groups: low...high, formula: formula))
    }
    return parts.isEmpty ? nil : parts.sorted { $0.groups.lowerBound < $1.groups.lowerBound }
  }

  /// The longest run of numbers that are left and have a formula: of any, of all the same, or of one sign of the
  /// ingredient.
  private func longestRun(_ isLeft: [Bool]) -> (ClosedRange<Int>, Formula)? {
    let whole = runs(isLeft) { index in groups[index].entries.contains { !entries.target[$0].isFinite } ? 1 : 0 }
    guard let longest = whole.max(by: { $0.count < $1.count }) else { return nil }
    let formula = formula(of: longest)
    if let formula, formula.size < FormulaSearch.longSize { return (longest, formula) }
    let constant = runs(isLeft) { index in
      let number = entries.target[groups[index].entries[0]]
      return number.isNaN ? 1 : Int(truncatingIfNeeded: (number + 0).bitPattern)
    }.max { $0.count < $1.count }
    if let constant, constant.count >= Self.fewestGroups, let number = self.formula(of: constant) {
      return (constant, number)
    }
    let sided = runs(isLeft) { index in
      (groups[index].number.isLess(than: 0) ? -2 : groups[index].number > 0 ? 2 : 0)
        + (groups[index].entries.contains { !entries.target[$0].isFinite } ? 1 : 0)
    }.max { $0.count < $1.count }
    if let sided, sided != longest, let part = self.formula(of: sided) { return (sided, part) }
    return formula.map { (longest, $0) }
  }

  /// The runs of groups that are left and of one kind.
  private func runs(_ isLeft: [Bool], _ kind: (Int) -> Int) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for index in groups.indices where isLeft[index] {
      if let last = runs.last, last.upperBound == index - 1, kind(index - 1) == kind(index) {
        runs[runs.count - 1] = last.lowerBound...index
      } else {
        runs.append(index...index)
      }
    }
    return runs
  }

  private func formula(of run: ClosedRange<Int>) -> Formula? {
    let all = groups[run].flatMap(\.entries)
    let first = entries.target[all[0]]
    let constant = Formula.constant(first)
    if holds(constant, run) { return constant }
    let finite = groups[run].filter { entries.target[$0.entries[0]].isFinite }
    let moderate = finite.filter { group in entries.ingredients.allSatisfy { abs($0[group.entries[0]]) < 1e6 } }
    // Where all are large, formulas of what is larger still are left out.
    let usable = moderate.count >= Self.fewestGroups ? moderate : finite
    guard usable.count >= Self.fewestGroups else { return nil }
    let step = max(1, usable.count / Self.sampleCount)
    let sample = stride(from: 0, to: usable.count, by: step).map { usable[$0].entries[0] }
    let search = FormulaSearch(
      ingredients: entries.ingredients.map { ingredient in sample.map { ingredient[$0] } },
      segments: [0..<sample.count],
      functions: functions, target: sample.map { entries.target[$0] }, right: sample.map { entries.right[$0] },
      confirms: { holds($0, run) }, limit: Self.searchLimit)
    return search.smallest()
  }

  private func holds(_ formula: Formula, _ run: ClosedRange<Int>) -> Bool {
    let all = groups[run].flatMap(\.entries)
    let values = formula.values(
      entries.ingredients.map { ingredient in all.map { ingredient[$0] } }, [0..<all.count])
    return zip(all, values).allSatisfy { entries.tolerances[$0].accepts($1, entries.target[$0]) }
  }
}

// What the student reads.
extension FormulaInParts {
  /// What the numbers are in each part: "Where z < 0 your numbers are those of 0.02 · z; elsewhere they are right".
  ///
  /// - Parameter name: what the deciding ingredient is called.
  /// - Returns: the text, and how much there is in it.
  func text(by name: String, _ names: [String], subject: String) -> (text: String, size: Int)? {
    guard let parts = parts() else { return nil }
    var texts: [(what: String, places: [String])] = []
    for part in parts {
      let what = part.formula.whatNumbersAre(names)
      let place = place(part.groups, name)
      if let index = texts.firstIndex(where: { $0.what == what }) {
        texts[index].places.append(place)
      } else {
        texts.append((what, [place]))
      }
    }
    let covered = parts.reduce(0) { $0 + $1.groups.count }
    let clauses = texts.enumerated().map { index, text in
      let place = text.places.joined(separator: " or ")
      return index == 0 ? "Where \(place) \(subject) are \(text.what)" : "where \(place) they are \(text.what)"
    }
    let text = clauses.joined(separator: ", and ") + (covered < groups.count ? "; elsewhere they are right" : "")
    return (text, parts.reduce(0) { $0 + 1 + $1.formula.size })
  }

  private func place(_ part: ClosedRange<Int>, _ name: String) -> String {
    let (first, last) = (part.lowerBound, part.upperBound)
    if first == last { return "\(name) = \(groups[first].number.formulaText)" }
    let low = first > 0 ? bound(groups[first - 1].number, groups[first].number, isLower: true) : nil
    let high = last + 1 < groups.count ? bound(groups[last + 1].number, groups[last].number, isLower: false) : nil
    switch (low, high) {
    case (let low?, let high?):
      return "\(low.text) \(low.isReached ? "≤" : "<") \(name) \(high.isReached ? "≤" : "<") \(high.text)"
    case (let low?, nil): return "\(name) \(low.isReached ? "≥" : ">") \(low.text)"
    case (nil, let high?): return "\(name) \(high.isReached ? "≤" : "<") \(high.text)"
    case (nil, nil): return "\(name) is any number"
    }
  }

  /// Where a part ends: between the last number outside and the first inside.
  private func bound(_ outside: Double, _ inside: Double, isLower: Bool) -> (text: String, isReached: Bool) {
    if inside == 0 { return ("0", true) }
    if min(outside, inside) <= 0, max(outside, inside) >= 0 { return ("0", false) }
    let round = roundest(outside, inside)
    // So far apart that nothing can be said of what lies between them.
    if abs(outside - inside) > 0.25 * abs(inside) { return (inside.formulaText, true) }
    return ("about \(round.formulaText)", false)
  }

  /// The number of the fewest digits between two others of the same sign.
  private func roundest(_ one: Double, _ other: Double) -> Double {
    let (low, high) = (min(one, other), max(one, other))
    var scale = 1e-6
    while scale < 1e12 {
      let number = (low * scale).rounded(.up) / scale
      if number != 0, number <= high { return number }
      scale *= 10
    }
    return other
  }
}
