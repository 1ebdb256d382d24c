import Foundation

extension [String] {
  /// The lines of an evidence with two matrices one below the other where there is no room for them side by side:
  /// broken lines would mix their rows.
  func stacked(in width: Int) -> [String] {
    let middle = "   expected  "
    guard let start = firstIndex(where: { $0.contains("yours  ") && $0.contains(middle) }),
      let left = self[start].firstRange(of: "yours  "), let right = self[start].firstRange(of: middle)
    else { return self }
    let column = self[start][..<left.upperBound].count
    let margin = String(repeating: " ", count: column)
    let count = 1 + self[(start + 1)...].prefix { $0.hasPrefix(margin) && $0.count > column }.count
    let rows = self[start..<(start + count)]
    guard rows.contains(where: { $0.count > width }) else { return self }
    let yours = self[start][left.upperBound..<right.lowerBound].count
    let mine = rows.map { $0.dropFirst(column).prefix(yours) }
    let theirs = rows.map { $0.dropFirst(column + yours + middle.count) }
    let name = self[start][..<left.lowerBound].trimmingCharacters(in: .whitespaces)
    return self[..<start] + (name.isEmpty ? [] : [name]) + mine.headed("yours     ") + theirs.headed("expected  ")
      + self[(start + count)...]
  }
}

extension [Substring] {
  /// The rows with a word before the first and as much room before the others.
  fileprivate func headed(_ word: String) -> [String] {
    enumerated().map { ($0 == 0 ? word : String(repeating: " ", count: word.count)) + $1 }
  }
}
