import Vocabulary

/// Numbers side by side: those of the ingredients, the student's and the right ones.
struct FormulaEntries {
  var ingredients: [[Double]]
  var target: [Double]
  var right: [Double]
  var segments: [Range<Int>]
  var tolerances: [Tolerance]

  var isFinite: Bool { (ingredients + [target, right]).allSatisfy { $0.allSatisfy(\.isFinite) } }
}

extension FormulaEntries {
  init?(joining all: [FormulaEntries]) {
    guard var joined = all.first else { return nil }
    for entries in all.dropFirst() {
      for index in joined.ingredients.indices { joined.ingredients[index] += entries.ingredients[index] }
      joined.segments.append(joined.target.count..<joined.target.count + entries.target.count)
      joined.target += entries.target
      joined.right += entries.right
      joined.tolerances += entries.tolerances
    }
    self = joined
  }

  /// Whether the student's numbers are those of a Float and right so far as these go.
  var isInSinglePrecision: Bool {
    let precision = Tolerance(relative: 2e-6, absolute: 1e-7)
    return target.indices.allSatisfy { index in
      (Double(Float(target[index])) == target[index] || target[index].isNaN)
        && precision.accepts(target[index], right[index])
    }
  }

  func isExplained(by formula: Formula) -> Bool {
    let values = formula.values(ingredients, segments)
    return values.indices.allSatisfy { tolerances[$0].accepts(values[$0], target[$0]) }
  }
}
