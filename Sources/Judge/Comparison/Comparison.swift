import CourseKit

/// A student's result beside the expected one.
struct Comparison {
  let yours: [Part]
  let expected: [Part]
  let tolerance: Tolerance

  init(_ yours: some Inspectable, to expected: some Inspectable, tolerance: Tolerance) {
    self.yours = yours.parts
    self.expected = expected.parts
    self.tolerance = tolerance
  }

  var isEqual: Bool {
    shapeProblem == nil
      && zip(yours, expected).allSatisfy { mine, theirs in
        zip(mine.matrix.elements, theirs.matrix.elements).allSatisfy { tolerance.accepts($0, $1) }
      }
  }

  /// What is wrong with the number of matrices or with their shapes, in a sentence; nil if nothing is.
  var shapeProblem: String? {
    guard yours.map(\.name) == expected.map(\.name) else {
      return "yours holds \(Comparison.inventory(yours)), expected \(Comparison.inventory(expected))"
    }
    for (mine, theirs) in zip(yours, expected) where mine.matrix.shape != theirs.matrix.shape {
      if mine.isList { return "\(mine.name)  yours \(entries(mine))   expected \(entries(theirs))" }
      let isTransposed =
        mine.matrix.rows == theirs.matrix.columns && mine.matrix.columns == theirs.matrix.rows
      return "\(mine.name)  yours \(mine.matrix.shape)   expected \(theirs.matrix.shape)"
        + (isTransposed ? ": rows and columns are exchanged" : "")
    }
    return nil
  }

  private func entries(_ list: Part) -> String {
    list.matrix.columns == 1 ? "1 entry" : "\(list.matrix.columns) entries"
  }

  /// The names of the parts, counted: "2 weights, 2 biases".
  private static func inventory(_ parts: [Part]) -> String {
    var counts: [(name: Substring, count: Int)] = []
    for part in parts {
      let name = part.name.prefix { $0 != "[" }
      if let index = counts.firstIndex(where: { $0.name == name }) {
        counts[index].count += 1
      } else {
        counts.append((name, 1))
      }
    }
    return counts.isEmpty ? "nothing" : counts.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
  }

  /// The entries in which the results differ, by part and place.
  var differences: [Difference] {
    guard shapeProblem == nil else { return [] }
    return zip(yours, expected).flatMap { mine, theirs in
      mine.matrix.elements.indices.compactMap { index in
        let difference = Difference(
          part: mine, index: index, yours: mine.matrix.elements[index],
          expected: theirs.matrix.elements[index])
        return tolerance.accepts(difference.yours, difference.expected) ? nil : difference
      }
    }
  }

  /// One entry in which the results differ.
  struct Difference {
    let part: Part
    let index: Int
    let yours: Double
    let expected: Double

    var row: Int { index / part.matrix.columns }
    var column: Int { index % part.matrix.columns }
    var name: String {
      if part.isNumber { return part.name }
      return part.isList ? "\(part.name)[\(column)]" : "\(part.name)[\(row), \(column)]"
    }
    var relativeError: Double {
      yours.isFinite && expected.isFinite ? Tolerance.relativeError(yours, expected) : .infinity
    }
  }
}
