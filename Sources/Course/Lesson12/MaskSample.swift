import CourseKit

/// How the entries of a mask hang together.
enum MaskPattern: Sendable {
  /// Each is drawn for itself.
  case each
  /// A row is drawn, and all rows are as it is.
  case sameRows
  /// There is one draw for each row.
  case sameColumns
  /// There is one draw for a whole mask.
  case whole
  /// As many are kept as are expected, or one more or less than a whole number of them.
  case count
  /// The same in every row.
  case countInRows
  /// The same in every column.
  case countInColumns
  /// The first ones of each mask are kept, and nothing is drawn.
  case leading
}

/// Which entries some masks have kept, and what that shows of the way they were drawn.
struct MaskSample: Sendable {
  /// One mask: which of its entries are kept, row after row.
  struct Bits: Sendable, Equatable {
    let rows: Int
    let columns: Int
    let kept: [Bool]

    init(_ matrix: Matrix, isKept: (Double) -> Bool) {
      (rows, columns) = (matrix.rows, matrix.columns)
      kept = matrix.elements.map(isKept)
    }

    var keptCount: Int { kept.count { $0 } }
    var keptInRows: [Int] { (0..<rows).map { row in (0..<columns).count { kept[row * columns + $0] } } }
    var keptInColumns: [Int] { (0..<columns).map { column in (0..<rows).count { kept[$0 * columns + column] } } }
    /// Whether all rows are as the first.
    var hasSameRows: Bool { kept.indices.allSatisfy { kept[$0] == kept[$0 % columns] } }
    /// Whether all columns are as the first.
    var hasSameColumns: Bool { kept.indices.allSatisfy { kept[$0] == kept[$0 / columns * columns] } }
    /// Whether no kept entry comes after one that is not.
    var isLeading: Bool { !zip(kept, kept.dropFirst()).contains { !$0 && $1 } }
  }

  let masks: [Bits]
  private let count: Int
  private let keptCount: Int
  private let haveSameRows: Bool
  private let haveSameColumns: Bool
  /// Whether every mask is as the one before it of its shape; nil if no two have one shape.
  let areAlike: Bool?

  init(_ masks: [Bits]) {
    self.masks = masks.filter { !$0.kept.isEmpty }
    count = masks.reduce(0) { $0 + $1.kept.count }
    keptCount = masks.reduce(0) { $0 + $1.keptCount }
    haveSameRows = self.masks.allSatisfy(\.hasSameRows)
    haveSameColumns = self.masks.allSatisfy(\.hasSameColumns)
    var last: [[Int]: Bits] = [:]
    var areAlike: Bool?
    for mask in self.masks {
      if let before = last.updateValue(mask, forKey: [mask.rows, mask.columns]) {
        areAlike = (areAlike ?? true) && before == mask
      }
    }
    self.areAlike = areAlike
  }

  /// Whether the masks may have been drawn so.
  ///
  /// - Parameters:
  ///   - pattern: how the entries of one hang together.
  ///   - share: the probability with which an entry is kept.
  ///   - isNew: whether each mask is drawn for itself.
  func allows(_ pattern: MaskPattern, share: Double, isNew: Bool) -> Bool {
    guard let first = masks.first else { return true }
    // What never changes says nothing of how it is drawn.
    if share <= 0 || share >= 1 { return keptCount == (share >= 1 ? count : 0) }
    if !isNew, areAlike == false { return false }
    if isNew, pattern != .leading, areAlike == true, isBeyondChance(alike(share, pattern)) { return false }
    let drawn = isNew ? masks : [first]
    let (all, kept) = drawn.reduce((0, 0)) { ($0.0 + $1.kept.count, $0.1 + $1.keptCount) }
    switch pattern {
    case .each:
      return Chance.allows(kept, of: all, share) && !seemsLess(than: .each, drawn, share)
    case .sameRows:
      let rows = drawn.map { $0.kept.prefix($0.columns) }
      return haveSameRows
        && Chance.allows(rows.reduce(0) { $0 + $1.count { $0 } }, of: rows.reduce(0) { $0 + $1.count }, share)
        && !(haveSameColumns && isBeyondChance(drawn.reduce(0) { $0 + alike($1.columns, share) }))
    case .sameColumns:
      let hits = drawn.reduce(0) { sum, mask in sum + mask.keptInRows.count { $0 > 0 } }
      return haveSameColumns && Chance.allows(hits, of: drawn.reduce(0) { $0 + $1.rows }, share)
        && !(haveSameRows && isBeyondChance(drawn.reduce(0) { $0 + alike($1.rows, share) }))
    case .whole:
      return haveSameRows && haveSameColumns
        && Chance.allows(drawn.count { $0.kept[0] }, of: drawn.count, share)
    case .count:
      let mixed = drawn.filter { 0 < $0.keptCount && $0.keptCount < $0.kept.count }
      return hasCounts(share, \.keptCount, \.kept.count) && !seemsLess(than: .count, mixed, share)
        && !(isLeading && isBeyondChance(drawn.reduce(0) { $0 - freedom($1, .count) }))
    case .countInRows:
      return masks.allSatisfy { mask in mask.keptInRows.allSatisfy { isExpected($0, of: mask.columns, share) } }
    case .countInColumns:
      return masks.allSatisfy { mask in mask.keptInColumns.allSatisfy { isExpected($0, of: mask.rows, share) } }
    case .leading: return isLeading && hasCounts(share, \.keptCount, \.kept.count)
    }
  }

  /// Whether those that are kept come first in each.
  var isLeading: Bool { masks.allSatisfy(\.isLeading) }

  /// Whether masks have less freedom than they should have by the pattern.
  private func seemsLess(than pattern: MaskPattern, _ drawn: [Bits], _ share: Double) -> Bool {
    func sum(_ part: (Bits) -> Double) -> Double { drawn.reduce(0) { $0 + part($1) } }
    if haveSameRows, isBeyondChance(sum { Double($0.columns) * alike($0.rows, share) }) { return true }
    if haveSameColumns, isBeyondChance(sum { Double($0.rows) * alike($0.columns, share) }) { return true }
    if pattern == .count { return false }
    if hasCounts(share, \.keptCount, \.kept.count), isBeyondChance(sum { expected($0.kept.count, share) }) {
      return true
    }
    let inRows = drawn.allSatisfy { mask in mask.keptInRows.allSatisfy { isExpected($0, of: mask.columns, share) } }
    if inRows, isBeyondChance(sum { Double($0.rows) * expected($0.columns, share) }) { return true }
    let inColumns = drawn.allSatisfy { mask in mask.keptInColumns.allSatisfy { isExpected($0, of: mask.rows, share) } }
    return inColumns && isBeyondChance(sum { Double($0.columns) * expected($0.rows, share) })
  }

  private func hasCounts(_ share: Double, _ kept: (Bits) -> Int, _ count: (Bits) -> Int) -> Bool {
    masks.allSatisfy { isExpected(kept($0), of: count($0), share) }
  }

  /// Whether it is the expected number, rounded in one way or the other.
  private func isExpected(_ kept: Int, of count: Int, _ share: Double) -> Bool {
    abs(Double(kept) - share * Double(count)) < 1 - 1e-9
  }

  // MARK: Logarithms of probabilities

  private func isBeyondChance(_ logarithm: Double) -> Bool { logarithm < -Chance.limit }

  /// That so many entries are all kept or all dropped.
  private func alike(_ count: Int, _ share: Double) -> Double {
    if count < 2 { return 0 }
    return log(power(share, count) + power(1 - share, count))
  }

  /// That all masks of a shape are as the first one is.
  private func alike(_ share: Double, _ pattern: MaskPattern) -> Double {
    var counts: [[Int]: (masks: Int, draws: Int)] = [:]
    for mask in masks {
      let draws =
        switch pattern {
        case .whole: 1
        case .sameRows: mask.columns
        case .sameColumns: mask.rows
        default: mask.kept.count
        }
      counts[[mask.rows, mask.columns], default: (0, draws)].masks += 1
    }
    if [.count, .countInRows, .countInColumns].contains(pattern) {
      return -masks.dropFirst(counts.count).reduce(0) { $0 + freedom($1, pattern) }
    }
    return counts.values.reduce(0) { $0 + Double($1.draws) * alike($1.masks, share) }
  }

  /// That of so many entries the expected number is kept.
  private func expected(_ count: Int, _ share: Double) -> Double {
    if count > 400 {
      // Two numbers next to the most likely one, of a normal distribution.
      return log(min(1, 2 / sqrt(2 * 3.14159265 * Double(count) * share * (1 - share))))
    }
    var sum = 0.0
    for (kept, part) in Chance.binomial(count, share).enumerated() where isExpected(kept, of: count, share) {
      sum += part
    }
    return log(max(sum, 1e-300))
  }

  /// In how many ways as many entries can be kept: of a mask, or of each of its rows or columns.
  private func freedom(_ mask: Bits, _ pattern: MaskPattern) -> Double {
    switch pattern {
    case .countInRows: mask.keptInRows.reduce(0) { $0 + ways($1, of: mask.columns) }
    case .countInColumns: mask.keptInColumns.reduce(0) { $0 + ways($1, of: mask.rows) }
    default: ways(mask.keptCount, of: mask.kept.count)
    }
  }

  private func ways(_ kept: Int, of count: Int) -> Double {
    (0..<min(kept, count - kept)).reduce(0) { $0 + log(Double(count - $1) / Double($1 + 1)) }
  }

  private func power(_ base: Double, _ exponent: Int) -> Double { exp(Double(exponent) * log(base)) }
}
