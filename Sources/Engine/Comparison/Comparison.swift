import CourseKit

/// A student's result beside the expected one.
package struct Comparison {
  let yours: [Component]
  let expected: [Component]
  package let tolerance: Tolerance

  package init(_ yours: some Inspectable, to expected: some Inspectable, tolerance: Tolerance) {
    self.yours = yours.components
    self.expected = expected.components
    self.tolerance = tolerance
  }

  package var isEqual: Bool {
    // The numbers first: most results that a search compares differ in one of the first.
    yours.count == expected.count
      && zip(yours, expected).allSatisfy { mine, theirs in
        mine.matrix.shape == theirs.matrix.shape
          && zip(mine.matrix.elements, theirs.matrix.elements).allSatisfy { tolerance.accepts($0, $1) }
      } && shapeProblem == nil
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
      if mine.isNil || theirs.isNil {
        return "\(name)yours \(mine.isNil ? "nil" : "a matrix \(mine.matrix.shape)")   expected "
          + (theirs.isNil ? "nil" : "a matrix \(theirs.matrix.shape)")
      }
      return "\(name)yours \(mine.matrix.shape)   expected \(theirs.matrix.shape)"
        + (isTransposed ? ": rows and columns are exchanged" : "")
    }
    return nil
  }

  private func entries(_ list: Component) -> String {
    list.matrix.columns == 1 ? "1 entry" : "\(list.matrix.columns) entries"
  }

  /// Which lists hold another number of matrices than they should: "weights.count  yours 2   expected 3".
  private var countProblem: String? {
    func counts(_ components: [Component]) -> [Substring: Int] {
      Dictionary(grouping: components) { $0.name.prefix { $0 != "[" } }.mapValues(\.count)
    }
    let (mine, theirs) = (counts(yours), counts(expected))
    let names = (expected + yours).map { $0.name.prefix { $0 != "[" } }
    let wrong = names.indices.filter { index in
      mine[names[index]] != theirs[names[index]] && names.firstIndex(of: names[index]) == index
    }
    guard let first = wrong.first else { return nil }
    // The elements of a list have no name but their number.
    if names[first].isEmpty {
      let count = mine[""] ?? 0
      return "yours \(count == 1 ? "1 entry" : "\(count) entries")   expected \(theirs[""] ?? 0)"
    }
    let others = wrong.dropFirst().map { "\(names[$0]).count" }
    return "\(names[first]).count  yours \(mine[names[first]] ?? 0)   expected \(theirs[names[first]] ?? 0)"
      + (others.isEmpty ? "" : "; wrong as well: \(others.joined(separator: ", "))")
  }

  /// The entries in which the results differ, by component and place.
  package var differences: [Difference] {
    guard shapeProblem == nil else { return [] }
    return yours.indices.flatMap { component in
      let (mine, theirs) = (yours[component], expected[component])
      return mine.matrix.elements.indices.compactMap { index in
        let difference = Difference(
          component: mine, componentIndex: component, index: index, yours: mine.matrix.elements[index],
          expected: theirs.matrix.elements[index])
        return tolerance.accepts(difference.yours, difference.expected) ? nil : difference
      }
    }
  }

  /// One entry in which the results differ.
  package struct Difference {
    package let component: Component
    /// Which of the result's components it is, counted from 0.
    package let componentIndex: Int
    package let index: Int
    package let yours: Double
    package let expected: Double

    var row: Int { index / component.matrix.columns }
    var column: Int { index % component.matrix.columns }
    /// The place in the component, as a report writes it.
    var place: String { component.isList ? "[\(column)]" : "[\(row), \(column)]" }
    package var name: String { component.isNumber ? component.name : component.name + place }
    var relativeError: Double {
      yours.isFinite && expected.isFinite ? Tolerance.relativeError(yours, expected) : .infinity
    }
  }
}
