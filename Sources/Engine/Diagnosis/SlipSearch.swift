import Wire

/// The search for the smallest sets of slips whose answers are a student's in every case.
///
/// It ends after a count of sets, never after a time: the same code gets the same sentence on every computer.
struct SlipSearch<Input: Sendable, Result: Inspectable & Transferable> {
  let table: SlipTable<Input, Result>
  let answers: Answers
  let cases: [Case<Input, Result>]

  /// The most sets that are tried.
  static var setLimit: Int { 6000 }
  /// The most slips of which three are tried together.
  static var tripleLimit: Int { 24 }

  /// - Parameter cases: in the order in which they are tried: first those that are wrong, and of these the smallest.
  init(_ table: SlipTable<Input, Result>, _ answers: Answers, cases: [Case<Input, Result>]) {
    self.table = table
    self.answers = answers
    self.cases = cases
  }

  /// The sets of the smallest size that explain every case; none if no set does.
  func smallestSets() -> [[Int]] {
    // Slips that cancel one another explain nothing.
    if explains([]) { return [] }
    let singles = table.entries.indices.map { [$0] }
    let holding = singles.filter(explains)
    if !holding.isEmpty { return holding }
    let effective = table.entries.indices.filter { !table.entries[$0].standsAlone && changesSomething($0) }
    var left = Self.setLimit - singles.count
    for size in 2...3 where size == 2 || effective.count <= Self.tripleLimit {
      var found: [[Int]] = []
      for set in combinations(of: effective, size) {
        left -= 1
        if left < 0 { return found }
        if explains(set) { found.append(set) }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// What the function would do with some arguments, were these slips all that is wrong with it.
  func prediction(_ set: [Int], _ input: Input) -> Reply<Result> {
    Reply { try table.answer(with: set, answers, input) }
  }

  func explains(_ set: [Int]) -> Bool {
    cases.allSatisfy { confirms(set, $0) ?? true } && isNoRightOne(set)
  }

  /// Whether slips that are read from replies cannot be read from the right ones as well, as those that cancel out can.
  private func isNoRightOne(_ set: [Int]) -> Bool {
    !table.readsReplies || cases.contains { table.reading($0.input, .returned($0.right))?(set) == false }
  }

  /// Whether one case is what these slips do; nil if that is not known.
  func confirms(_ set: [Int], _ one: Case<Input, Result>) -> Bool? {
    guard let reading = one.reading else { return one.confirms(prediction(set, one.input)) }
    if case .unknown = one.reply { return nil }
    return reading(set)
  }

  private func changesSomething(_ slip: Int) -> Bool {
    table.readsReplies || cases.contains { $0.isChanged(by: prediction([slip], $0.input)) }
  }

  private func combinations(of slips: [Int], _ size: Int) -> [[Int]] {
    if size == 0 { return [[]] }
    return slips.indices.flatMap { index in
      combinations(of: slips.suffix(from: index + 1).filter { table.areCompatible(slips[index], $0) }, size - 1)
        .map { [slips[index]] + $0 }
    }
  }
}
