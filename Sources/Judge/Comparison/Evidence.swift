import CourseKit

/// What the numbers of a wrong result show by themselves, in sentences.
///
/// Evidence states facts about the numbers and never a cause.
struct Evidence {
  let comparison: Comparison

  /// The lines that a report shows: the worst entry, then what all entries have in common.
  var lines: [String] {
    if let problem = comparison.shapeProblem { return [problem] }
    let differences = comparison.differences
    // In a course of events what comes later may only follow from the first wrong one.
    let step = differences.compactMap(\.part.step).min()
    let first = differences.filter { $0.part.step == step }
    guard let worst = first.max(by: { $0.relativeError < $1.relativeError }) else { return [] }
    return [worstLine(worst)] + [step.map(whatIsBefore) ?? pattern(differences)].compactMap { $0 }
  }

  /// Says so if something came about before the first wrong step.
  private func whatIsBefore(_ step: Int) -> String? {
    comparison.expected.contains { $0.step ?? step < step } ? "What comes before it is right." : nil
  }

  private func worstLine(_ worst: Comparison.Difference) -> String {
    var (yours, expected) = (worst.part.text(worst.yours), worst.part.text(worst.expected))
    // Numbers that differ only far behind the point are shown as far as that.
    if yours == expected { (yours, expected) = (worst.yours.longText, worst.expected.longText) }
    let line = "\(worst.name)  yours \(yours)   expected \(expected)"
    // For counts and classes an error in parts says nothing.
    let areWhole = worst.yours == worst.yours.rounded() && worst.expected == worst.expected.rounded()
    guard worst.relativeError.isFinite, !areWhole else { return line }
    let error = worst.part.isNumber ? "relative error" : "worst relative error"
    return line + "   \(error) \(worst.relativeError.text) (allowed \(comparison.tolerance.relative.text))"
  }

  private func pattern(_ differences: [Comparison.Difference]) -> String? {
    if let notFinite = notFinite(differences) { return notFinite }
    let pairs = zip(comparison.yours, comparison.expected).flatMap {
      zip($0.matrix.elements, $1.matrix.elements)
    }
    if let only = differences.first, only.part.isNumber { return wholeRatio(only) }
    guard pairs.count > 1 else { return nil }
    if pairs.allSatisfy({ $0.0 == 0 }) { return "Every entry of yours is 0." }
    return constantRatio(pairs) ?? transposition() ?? extent(differences)
  }

  /// Says so if a single number is a small whole multiple of the expected one, which is hardly by chance.
  private func wholeRatio(_ number: Comparison.Difference) -> String? {
    let ratio = number.yours / number.expected
    let isWhole = number.yours == number.yours.rounded()
    guard !isWhole, abs(ratio) < 1000, ratio.rounded() != 0, ratio.rounded() != 1,
      Tolerance(relative: 1e-9, absolute: 0).accepts(ratio, ratio.rounded())
    else { return nil }
    return ratio.rounded() == -1
      ? "It has the opposite sign." : "It is \(ratio.rounded().text) times the expected one."
  }

  private func notFinite(_ differences: [Comparison.Difference]) -> String? {
    let odd = differences.filter { !$0.yours.isFinite }
    guard let first = odd.first else { return nil }
    if first.part.isNumber { return "Yours is not a finite number." }
    return odd.count == 1
      ? "1 entry of yours is not a finite number: \(first.name)."
      : "\(odd.count) entries of yours are not finite numbers; the first is \(first.name)."
  }

  private func constantRatio(_ pairs: [(Double, Double)]) -> String? {
    let telling = pairs.filter { abs($0.1) > 1e-9 }
    guard telling.count > 1, let first = telling.first else { return nil }
    let ratio = first.0 / first.1
    let tolerance = Tolerance(relative: 1e-6, absolute: 1e-12)
    guard ratio.isFinite, pairs.allSatisfy({ tolerance.accepts($0.0, ratio * $0.1) }) else { return nil }
    if tolerance.accepts(ratio, -1) { return "Every entry has the opposite sign." }
    if tolerance.accepts(ratio, 1) { return nil }
    if abs(ratio) >= 1 { return "Every entry is \(ratio.text) times the expected one." }
    return "Every entry is the expected one divided by \((1 / ratio).text)."
  }

  private func transposition() -> String? {
    for (mine, theirs) in zip(comparison.yours, comparison.expected)
    where mine.matrix.rows == mine.matrix.columns && mine.matrix.rows > 1 {
      let turned = Comparison(mine.matrix.transposed, to: theirs.matrix, tolerance: comparison.tolerance)
      if turned.isEqual, mine.matrix != mine.matrix.transposed {
        return "\(mine.name) is the expected matrix with rows and columns exchanged."
      }
    }
    return nil
  }

  /// Says which parts, rows or columns are wrong, if others are right.
  private func extent(_ differences: [Comparison.Difference]) -> String? {
    let wrongParts = comparison.yours.map(\.name).filter { name in
      differences.contains { $0.part.name == name }
    }
    if wrongParts.count < comparison.yours.count {
      return "Wrong: \(wrongParts.joined(separator: ", ")). All else is right."
    }
    guard comparison.yours.count == 1, let matrix = comparison.yours.first?.matrix else { return nil }
    let rows = Set(differences.map(\.row)).sorted()
    let columns = Set(differences.map(\.column)).sorted()
    if rows.count < matrix.rows, rows.count <= 6 { return "Wrong only in \(listed("row", rows))." }
    if columns.count < matrix.columns, columns.count <= 6 { return "Wrong only in \(listed("column", columns))." }
    return differences.count < matrix.elements.count
      ? "\(differences.count) of \(matrix.elements.count) entries are wrong." : nil
  }

  private func listed(_ noun: String, _ numbers: [Int]) -> String {
    (numbers.count == 1 ? noun : noun + "s") + " " + numbers.map(String.init).joined(separator: ", ")
  }
}
