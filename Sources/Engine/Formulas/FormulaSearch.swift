import Vocabulary

extension Formula {
  /// The formula with the other sign, as people write it.
  fileprivate var negated: Formula {
    if case .operation(.minus, let one, let other) = self { return .operation(.minus, other, one) }
    return .function(.negative, self)
  }

  fileprivate func times(_ factor: Double) -> Formula { .operation(.times, .constant(factor), self) }

  fileprivate func adding(_ summand: Double) -> Formula {
    summand < 0 ? .operation(.minus, self, .constant(-summand)) : .operation(.plus, self, .constant(summand))
  }
}

/// The search for the smallest formula with a student's numbers: from the ingredients up, formulas of the same numbers
/// taken once.
///
/// It ends after a count of formulas, never after a time.
struct FormulaSearch {
  /// The entries of each ingredient, those of all inputs one after the other.
  let ingredients: [[Double]]
  let segments: [Range<Int>]
  let functions: [FormulaFunction]
  /// The student's numbers.
  let target: [Double]
  /// The right ones: what has these is no explanation.
  let right: [Double]
  /// Whether a formula with these numbers has all others of the student's, too.
  let confirms: (Formula) -> Bool
  /// The most formulas that are tried.
  var limit = 150_000

  /// From which size on a formula is hard to read.
  static var longSize: Int { 6 }

  private struct Known {
    let formula: Formula
    let values: [Double]
  }

  /// The smallest formula with the student's numbers, or with them but for a factor and a summand; nil if none was found.
  func smallest() -> Formula? {
    if areEqual(target, right) { return nil }
    if let constant = constantTarget, confirms(constant) { return constant }
    var seen: Set<UInt64> = []
    var bySize: [[Known]] = [[]]
    var count = 0
    var found: Formula?
    var roundabout: (formula: Formula, size: Int)?
    let aim = Aim(target)
    let aims = roundaboutAims
    // Takes a formula down if its numbers are new; says whether the search is over.
    func take(_ formula: Formula, _ values: [Double], of size: Int, into level: inout [Known]) -> Bool {
      count += 1
      guard values.allSatisfy({ abs($0) < 1e8 }) else { return count >= limit }
      let known = Known(formula: formula, values: values)
      // Of two formulas with the same numbers here one may overflow elsewhere.
      if areEqual(known.values, target) {
        if !areEqual(known.values, right), confirms(formula) { found = formula }
      } else if let line = aim.line(through: known.values, formula), confirms(line) {
        found = line
      } else {
        for aim in aims where size + 2 < roundabout?.size ?? .max {
          guard let line = aim.line(through: known.values, formula) else { continue }
          let candidate = aim.whole(line)
          if confirms(candidate) { roundabout = (candidate, size + 2) }
        }
      }
      if found != nil { return true }
      if seen.insert(values.key).inserted { level.append(known) }
      return count >= limit
    }
    let leaves =
      ingredients.indices.map { Formula.ingredient($0) } + [1, 2].map { Formula.constant($0) }
    for size in 1...7 {
      if let roundabout, size > roundabout.size { return roundabout.formula }
      var level: [Known] = []
      if size == 1 {
        for leaf in leaves where take(leaf, leaf.values(ingredients, segments), of: size, into: &level) {
          return found ?? roundabout?.formula
        }
      } else {
        for known in bySize[size - 1] {
          for function in functions where function.isNatural(of: known.formula) {
            let values = function.values(of: known.values, segments)
            if take(.function(function, known.formula), values, of: size, into: &level) {
              return found ?? roundabout?.formula
            }
          }
        }
        for left in 1..<max(size - 1, 1) {
          for one in bySize[left] {
            for other in bySize[size - 1 - left] {
              for operation in FormulaOperation.allCases where !operation.isCommutative || left <= size - 1 - left {
                let values = operation.values(of: one.values, other.values)
                if take(.operation(operation, one.formula, other.formula), values, of: size, into: &level) {
                  return found ?? roundabout?.formula
                }
              }
            }
          }
        }
      }
      bySize.append(level)
    }
    return roundabout?.formula
  }

  /// What a line may stand in: below the line of 1 / (…), under a root, beside an ingredient.
  ///
  /// Formulas found so are said if nothing simpler comes after them.
  private var roundaboutAims: [Aim] {
    var aims: [Aim] = []
    func add(_ numbers: [Double], _ whole: @escaping (Formula) -> Formula) {
      if numbers.allSatisfy({ abs($0) < 1e8 }) { aims.append(Aim(numbers, whole: whole)) }
    }
    add(target.map { 1 / $0 }) { .operation(.dividedBy, .constant(1), $0) }
    if target.allSatisfy({ $0 >= 0 }) { add(target.map { $0 * $0 }) { .function(.root, $0) } }
    for (index, values) in ingredients.enumerated() {
      let one = Formula.ingredient(index)
      func combined(_ operation: (Double, Double) -> Double) -> [Double] { zip(target, values).map(operation) }
      add(combined { $0 - $1 }) { .operation(.plus, one, $0) }
      add(combined { $1 - $0 }) { .operation(.minus, one, $0) }
      add(combined { $0 / $1 }) { .operation(.times, one, $0) }
      add(combined { $0 * $1 }) { .operation(.dividedBy, $0, one) }
      add(combined { $1 / $0 }) { .operation(.dividedBy, one, $0) }
    }
    return aims
  }

  private var constantTarget: Formula? {
    guard let plain = target[0].plain, target.allSatisfy({ $0 == target[0] }) else { return nil }
    return .constant(plain)
  }

  private func areEqual(_ one: [Double], _ other: [Double]) -> Bool {
    for index in one.indices where !Tolerance.value.accepts(one[index], other[index]) { return false }
    return true
  }
}

/// Numbers that are to be a · f + b, with plain numbers a and b.
private struct Aim {
  private let numbers: [Double]
  /// The entry that is farthest from the first one.
  private let farthest: Int
  /// What the student's numbers are, if these are a line.
  let whole: (Formula) -> Formula
  /// How far the farthest entry and the middle one are from the first.
  private let (toFarthest, toMiddle): (Double, Double)

  init(_ numbers: [Double], whole: @escaping (Formula) -> Formula = { $0 }) {
    self.numbers = numbers
    self.whole = whole
    farthest = numbers.indices.max { abs(numbers[$0] - numbers[0]) < abs(numbers[$1] - numbers[0]) } ?? 0
    toFarthest = numbers[farthest] - numbers[0]
    toMiddle = numbers[numbers.count / 2] - numbers[0]
  }

  /// The formula with a plain factor, a plain summand or both, if that has these numbers.
  func line(through values: [Double], _ formula: Formula) -> Formula? {
    if !mayBeLine(values) || formula.isConstant { return nil }
    if let factor = (numbers[0] / values[0]).plain, isLine(values, factor, 0) {
      return factor == 1 ? formula : factor == -1 ? formula.negated : formula.times(factor)
    }
    if let summand = (numbers[0] - values[0]).plain, isLine(values, 1, summand) { return formula.adding(summand) }
    guard let factor = ((numbers[farthest] - numbers[0]) / (values[farthest] - values[0])).plain, factor != 0,
      let summand = (numbers[0] - factor * values[0]).plain, isLine(values, factor, summand)
    else { return nil }
    return factor == -1
      ? .operation(.minus, .constant(summand), formula) : formula.times(factor).adding(summand)
  }

  /// Whether three of the numbers lie on a line: a quick look before the long one.
  private func mayBeLine(_ values: [Double]) -> Bool {
    let (first, middle, last) = (values[0], values[values.count / 2], values[farthest])
    let difference = toFarthest * (middle - first) - toMiddle * (last - first)
    return !(abs(difference) > 1e-6 * abs(toFarthest) * (abs(middle) + abs(first) + abs(last)))
  }

  private func isLine(_ values: [Double], _ factor: Double, _ summand: Double) -> Bool {
    for index in values.indices where !Tolerance.value.accepts(factor * values[index] + summand, numbers[index]) {
      return false
    }
    return true
  }
}

extension Double {
  /// The number itself if it has at most three digits, as people write them into their code.
  fileprivate var plain: Double? {
    guard isFinite, self != 0 else { return self == 0 ? 0 : nil }
    var scale = 1.0
    for _ in 0..<10 {
      let rounded = (self * scale).rounded() / scale
      if abs(rounded - self) <= 1e-9 * abs(self), abs(rounded * scale) < 1000 { return rounded }
      scale *= 10
    }
    return nil
  }
}

extension [Double] {
  /// A number that is the same for numbers that differ by rounding only, and hardly for any others.
  fileprivate var key: UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for value in self {
      // Half of the digits of a Double; 0 and −0 are the same.
      let bits = ((value + 0).bitPattern &+ (1 << 17)) >> 18
      hash = (hash ^ bits) &* 1_099_511_628_211
    }
    return hash
  }
}
