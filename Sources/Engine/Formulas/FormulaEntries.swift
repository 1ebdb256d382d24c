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

  func isExplained(by formula: Formula) -> Bool {
    let values = formula.values(ingredients, segments)
    return values.indices.allSatisfy { tolerances[$0].accepts(values[$0], target[$0]) }
  }
}
