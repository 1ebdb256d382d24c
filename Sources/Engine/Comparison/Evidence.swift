import CourseKit
import Vocabulary

/// What the numbers of a wrong result show by themselves, in sentences.
///
/// Evidence states facts about the numbers and never a cause.
package struct Evidence {
  let comparison: Comparison
  /// A number of the exercise that a ratio may happen to be.
  var known: KnownNumber?
  /// Where the first number that is not finite comes from, as far as calls of the student's functions show it.
  var origin: String?

  package init(comparison: Comparison, known: KnownNumber? = nil, origin: String? = nil) {
    self.comparison = comparison
    self.known = known
    self.origin = origin
  }

  /// The lines that a report shows: the first component that is wrong, then what all wrong entries have in common.
  package var lines: [String] {
    guard comparison.shapeProblem == nil, let first = firstDifference else { return numbers }
    return numbers + facts(comparison.differences, shown: first)
  }

  /// The first component that is wrong, beside what is expected.
  var numbers: [String] {
    if let problem = comparison.shapeProblem { return [problem] }
    guard let first = firstDifference else { return [] }
    let table = NumberTable(
      yours: first.component, expected: comparison.expected[first.componentIndex],
      differences: comparison.differences.filter { $0.componentIndex == first.componentIndex })
    return table.lines.withError(of: table, allowed: comparison.tolerance)
  }

  private var firstDifference: Comparison.Difference? {
    let differences = comparison.differences
    return differences.first { $0.component.step == nil && !$0.yours.isFinite } ?? differences.first
  }

  private func facts(_ differences: [Comparison.Difference], shown: Comparison.Difference) -> [String] {
    // In a course of events what comes later may only follow from the first wrong one.
    if let step = shown.component.step {
      return comparison.expected.contains { $0.step ?? step < step } ? ["What was compared before this is right."] : []
    }
    if let sentence = notFinite(differences) { return [sentence] + (origin.map { [$0] } ?? []) }
    if comparison.yours.count == 1, shown.component.isNumber { return [wholeRatio(shown)].compactMap { $0 } }
    let wrong = comparison.yours.indices.filter { index in differences.contains { $0.componentIndex == index } }
    return [extent(of: wrong), pattern(of: wrong) ?? places(differences)].compactMap { $0 }
  }

  /// Says so if a single number is a small whole multiple of the expected one, which is hardly by chance.
  private func wholeRatio(_ number: Comparison.Difference) -> String? {
    let ratio = number.yours / number.expected
    let isWhole = number.yours == number.yours.rounded()
    guard !isWhole, abs(ratio) < 1000, ratio.rounded() != 0, ratio.rounded() != 1,
      Tolerance(relative: 1e-9, absolute: 0).accepts(ratio, ratio.rounded())
    else { return nil }
    return ratio.rounded() == -1
      ? "It has the opposite sign." : "It is \(ratio.rounded().text) times the expected one\(coincidence(ratio))."
  }

  private func notFinite(_ differences: [Comparison.Difference]) -> String? {
    let odd = differences.filter { !$0.yours.isFinite }
    guard let first = odd.first else { return nil }
    if first.component.isNumber { return "Yours is not a finite number." }
    return odd.count == 1
      ? "1 entry of yours is not a finite number: \(first.name)."
      : "\(odd.count) entries of yours are not finite numbers; the first is \(first.name)."
  }

  /// What the entries of the wrong components have in common.
  private func pattern(of wrong: [Int]) -> String? {
    let pairs = wrong.flatMap { index in
      zip(comparison.yours[index].matrix.elements, comparison.expected[index].matrix.elements)
    }
    // What one or two numbers have in common may be chance.
    guard pairs.count > 2 else { return nil }
    let isAll = wrong.count == comparison.yours.count
    let subject = isAll ? "" : wrong.count == 1 ? " of \(comparison.yours[wrong[0]].name)" : " of these"
    if pairs.allSatisfy({ $0.0 == 0 }) { return "Every entry\(isAll ? " of yours" : subject) is 0." }
    return constantRatio(pairs).map { "Every entry\(subject) \($0)." } ?? transposition(of: wrong)
  }

  private func constantRatio(_ pairs: [(Double, Double)]) -> String? {
    let telling = pairs.filter { abs($0.1) > 1e-9 }
    guard telling.count > 2, let first = telling.first else { return nil }
    let ratio = first.0 / first.1
    let tolerance = Tolerance(relative: 1e-6, absolute: 1e-12)
    guard ratio.isFinite, pairs.allSatisfy({ tolerance.accepts($0.0, ratio * $0.1) }) else { return nil }
    if tolerance.accepts(ratio, -1) { return "has the opposite sign" }
    if tolerance.accepts(ratio, 1) { return nil }
    if abs(ratio) >= 1 { return "is \(ratio.text) times the expected one\(coincidence(ratio))" }
    return "is the expected one divided by \((1 / ratio).text)\(coincidence(1 / ratio))"
  }

  /// Says so if a ratio is a number of the exercise: a fact, which may be more than chance.
  private func coincidence(_ ratio: Double) -> String {
    // 2 is in too many formulas to point to anything.
    guard let known, known.number > 2, Tolerance.gradient.accepts(abs(ratio), Double(known.number)) else { return "" }
    return "; \(known.sentence)"
  }

  private func transposition(of wrong: [Int]) -> String? {
    for index in wrong {
      let (mine, theirs) = (comparison.yours[index], comparison.expected[index])
      guard mine.matrix.rows == mine.matrix.columns, mine.matrix.rows > 1 else { continue }
      let turned = Comparison(mine.matrix.transposed, to: theirs.matrix, tolerance: comparison.tolerance)
      if turned.isEqual, mine.matrix != mine.matrix.transposed {
        return "\(mine.name.isEmpty ? "It" : mine.name) is the expected matrix with rows and columns exchanged."
      }
    }
    return nil
  }

  /// Says which parts are wrong, if there are several.
  private func extent(of wrong: [Int]) -> String? {
    guard comparison.yours.count > 1 else { return nil }
    let names = wrong.map { comparison.yours[$0].name }
    if wrong.count < comparison.yours.count { return "Wrong: \(names.joined(separator: ", ")). All else is right." }
    return pattern(of: wrong) == nil ? "Wrong as well: \(names.dropFirst().joined(separator: ", "))." : nil
  }

  /// Says how many entries are wrong, if others are right.
  private func places(_ differences: [Comparison.Difference]) -> String? {
    guard comparison.yours.count == 1, let matrix = comparison.yours.first?.matrix else { return nil }
    return differences.count < matrix.elements.count
      ? "\(differences.count) of \(matrix.elements.count) entries are wrong." : nil
  }
}

/// A number of an exercise's input that a ratio may happen to be, for example the rows of the batch.
package struct KnownNumber: Sendable {
  package let number: Int
  /// What it is: "the batch has 5 rows".
  package let sentence: String

  package init(number: Int, sentence: String) {
    self.number = number
    self.sentence = sentence
  }

  /// The rows of the batch.
  package static func rows(_ count: Int) -> KnownNumber {
    KnownNumber(number: count, sentence: "the batch has \(count) rows")
  }
}

extension [String] {
  /// The lines of a table and how large the worst error is: behind a single number, below a matrix.
  fileprivate func withError(of table: NumberTable, allowed: Tolerance) -> [String] {
    // Only beside a difference of differences does an error in parts say more than the two numbers.
    guard allowed.relative == Tolerance.gradient.relative, let worst = table.worst, worst.relativeError.isFinite,
      worst.yours != worst.yours.rounded() || worst.expected != worst.expected.rounded()
    else { return self }
    let allowed = "(allowed \(allowed.relative.text))"
    if worst.component.isNumber {
      return [(first ?? "") + "   relative error \(worst.relativeError.shortText) \(allowed)"]
    }
    let place = table.isShownWhole ? " at \(worst.place)" : ""
    return self + ["worst relative error \(worst.relativeError.shortText)\(place) \(allowed)"]
  }
}
