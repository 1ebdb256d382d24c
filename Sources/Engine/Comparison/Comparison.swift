import CourseKit

/// A student's result beside the expected one.
package struct Comparison {
  let yours: [Part]
  let expected: [Part]
  package let tolerance: Tolerance

  package init(_ yours: some Inspectable, to expected: some Inspectable, tolerance: Tolerance) {
    self.yours = yours.parts
    self.expected = expected.parts
    self.tolerance = tolerance
  }

  package var isEqual: Bool {
    shapeProblem == nil
      && zip(yours, expected).allSatisfy { mine, theirs in
        zip(mine.matrix.elements, theirs.matrix.elements).allSatisfy { tolerance.accepts($0, $1) }
      }
  }

  /// Whether something can be built on the student's result: it has the right shapes, and numbers where they are expected.
  package var isUsable: Bool {
    shapeProblem == nil
      && zip(yours, expected).allSatisfy { mine, theirs in
        zip(mine.matrix.elements, theirs.matrix.elements).allSatisfy { $0.isFinite || !$1.isFinite }
      }
  }

  /// What is wrong with the number of matrices or with their shapes, in a sentence; nil if nothing is.
  package var shapeProblem: String? {
    guard yours.map(\.name) == expected.map(\.name) else {
      return countProblem ?? "yours holds the right matrices in another order"
    }
    for (mine, theirs) in zip(yours, expected) where mine.matrix.shape != theirs.matrix.shape {
      let name = mine.name.isEmpty ? "" : mine.name + "  "
      if mine.isList { return "\(name)yours \(entries(mine))   expected \(entries(theirs))" }
      let isTransposed =
        mine.matrix.rows == theirs.matrix.columns && mine.matrix.columns == theirs.matrix.rows
      return "\(name)yours \(mine.matrix.shape)   expected \(theirs.matrix.shape)"
        + (isTransposed ? ": rows and columns are exchanged" : "")
    }
    return nil
  }

  private func entries(_ list: Part) -> String {
    list.matrix.columns == 1 ? "1 entry" : "\(list.matrix.columns) entries"
  }

  /// Which lists hold another number of matrices than they should: "weights.count  yours 2   expected 3".
  private var countProblem: String? {
    func counts(_ parts: [Part]) -> [Substring: Int] {
      Dictionary(grouping: parts) { $0.name.prefix { $0 != "[" } }.mapValues(\.count)
    }
    let (mine, theirs) = (counts(yours), counts(expected))
    let names = (expected + yours).map { $0.name.prefix { $0 != "[" } }
    let wrong = names.indices.filter { index in
      mine[names[index]] != theirs[names[index]] && names.firstIndex(of: names[index]) == index
    }
    guard let first = wrong.first else { return nil }
    let others = wrong.dropFirst().map { "\(names[$0]).count" }
    return "\(names[first]).count  yours \(mine[names[first]] ?? 0)   expected \(theirs[names[first]] ?? 0)"
      + (others.isEmpty ? "" : "; wrong as well: \(others.joined(separator: ", "))")
  }

  /// The entries in which the results differ, by part and place.
  package var differences: [Difference] {
    guard shapeProblem == nil else { return [] }
    return yours.indices.flatMap { part in
      let (mine, theirs) = (yours[part], expected[part])
      return mine.matrix.elements.indices.compactMap { index in
        let difference = Difference(
          part: mine, partIndex: part, index: index, yours: mine.matrix.elements[index],
          expected: theirs.matrix.elements[index])
        return tolerance.accepts(difference.yours, difference.expected) ? nil : difference
      }
    }
  }

  /// One entry in which the results differ.
  package struct Difference {
    package let part: Part
    /// Which of the result's parts it is, counted from 0.
    package let partIndex: Int
    package let index: Int
    package let yours: Double
    package let expected: Double

    var row: Int { index / part.matrix.columns }
    var column: Int { index % part.matrix.columns }
    /// The place in the part, as a report writes it.
    var place: String { part.isList ? "[\(column)]" : "[\(row), \(column)]" }
    package var name: String { part.isNumber ? part.name : part.name + place }
    var relativeError: Double {
      yours.isFinite && expected.isFinite ? Tolerance.relativeError(yours, expected) : .infinity
    }
  }
}
