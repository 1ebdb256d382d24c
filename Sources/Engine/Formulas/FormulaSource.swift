import CourseKit
import Wire

/// A number or a matrix that a formula can be made of: `z`, `σ(z)`, `N`.
package struct Ingredient<Input>: Sendable {
  /// What the page calls it.
  package let name: String
  package let value: @Sendable (Answers, Input) throws -> Matrix

  package init(_ name: String, _ value: @escaping @Sendable (Answers, Input) throws -> Matrix) {
    self.name = name
    self.value = value
  }

  /// A number, the same in every entry.
  package static func number(_ name: String, _ value: @escaping @Sendable (Input) -> Double) -> Ingredient {
    Ingredient(name) { _, input in Matrix(rows: 1, columns: 1, repeating: value(input)) }
  }
}

/// What the formula of a result, or of one matrix of it, is made of.
package struct FormulaSource<Input: Sendable, Result: Inspectable & Transferable>: Sendable {
  /// The course's formula, as the page writes it.
  let course: String
  package let ingredients: [Ingredient<Input>]
  let functions: [FormulaFunction]
  /// Which matrix of the result; nil for the only one there is.
  let component: String?
  /// The ingredient by which formulas of several parts are told apart; nil if there are none.
  let deciding: String?
  /// Further arguments, at which the formulas of several parts show where one ends and the next begins.
  let further: [Input]

  /// What the student reads if the result is not right but that of another formula.
  ///
  /// - Returns: nil if this matrix is right in all cases, and nothing inside if no formula was found.
  func sentence(
    from ordinary: [Case<Input, Result>], explaining cases: [Case<Input, Result>], _ answers: Answers,
    asking ask: ([Input]) -> [Case<Input, Result>]
  ) -> String?? {
    let all = (ordinary + cases).map { entries($0, answers) }
    if !(ordinary + cases).contains(where: isWrong) { return nil }
    let whole = formula(all.prefix(ordinary.count), confirmedBy: all)
    if let whole, whole.size < FormulaSearch.longSize { return sentence(whole) }
    let further = ask(further).map { entries($0, answers) }
    // Two short formulas say more than a long one.
    if let parts = textInParts(all + further), parts.size < whole?.size ?? .max {
      return "\(parts.text); the course has \(course)."
    }
    return .some(whole.map(sentence))
  }

  private func sentence(_ formula: Formula) -> String {
    let subject = component.map { "The numbers of \($0) are" } ?? "Your numbers are"
    return "\(subject) \(formula.whatNumbersAre(ingredients.map(\.name))); the course has \(course)."
  }

  /// The smallest formula of ordinary inputs, of as many as it takes for it to be no coincidence.
  private func formula(_ ordinary: ArraySlice<FormulaEntries?>, confirmedBy all: [FormulaEntries?]) -> Formula? {
    var joined: FormulaEntries?
    for count in 3...max(3, ordinary.count) where joined?.target.count ?? 0 < 12 {
      let known = ordinary.prefix(count).compactMap { $0 }.filter(\.isFinite)
      guard known.count == min(count, ordinary.count) else { return nil }
      joined = FormulaEntries(joining: known)
    }
    guard let joined, joined.target.count >= 12 else { return nil }
    return FormulaSearch(
      ingredients: joined.ingredients, segments: joined.segments, functions: functions, target: joined.target,
      right: joined.right, confirms: { formula in all.allSatisfy { $0?.isExplained(by: formula) ?? true } }
    ).smallest()
  }

  /// What the numbers are where the deciding ingredient lies in some range; nil if there is none or no few formulas.
  private func textInParts(_ all: [FormulaEntries?]) -> (text: String, size: Int)? {
    guard let deciding, let index = ingredients.firstIndex(where: { $0.name == deciding }),
      let joined = FormulaEntries(joining: all.compactMap { $0 }), all.allSatisfy({ $0 != nil })
    else { return nil }
    return FormulaInParts(joined, by: index, functions: functions).text(
      by: deciding, ingredients.map(\.name), subject: component.map { "the numbers of \($0)" } ?? "your numbers")
  }

  private func matrix(_ result: Result) -> Matrix? {
    let components = result.components
    return component == nil ? components.first?.matrix : components.first { $0.name == component }?.matrix
  }

  private func isWrong(_ one: Case<Input, Result>) -> Bool {
    guard case .returned(let yours) = one.reply, let mine = matrix(yours), let theirs = matrix(one.right) else {
      return one.isWrong
    }
    return !Comparison(mine, to: theirs, tolerance: one.tolerance).isEqual
  }

  /// The numbers of a case, entry by entry; nil if they do not have one shape.
  private func entries(_ one: Case<Input, Result>, _ answers: Answers) -> FormulaEntries? {
    guard case .returned(let yours) = one.reply, let mine = matrix(yours), let theirs = matrix(one.right),
      let values = try? ingredients.map({ try $0.value(answers, one.input) }), mine.shape == theirs.shape
    else { return nil }
    let rows = (values + [theirs]).map(\.rows).max() ?? 1
    let columns = (values + [theirs]).map(\.columns).max() ?? 1
    let all = ([mine, theirs] + values).map { $0.spread(rows, columns) }
    guard rows * columns > 0, all.allSatisfy({ $0 != nil }) else { return nil }
    return FormulaEntries(
      ingredients: all.dropFirst(2).compactMap { $0 }, target: all[0] ?? [], right: all[1] ?? [],
      segments: [0..<rows * columns], tolerances: Array(repeating: one.tolerance, count: rows * columns))
  }
}

extension Matrix {
  /// The entries in a larger shape, a single row, column or number repeated; nil if it does not fit.
  fileprivate func spread(_ rows: Int, _ columns: Int) -> [Double]? {
    guard self.rows == rows || self.rows == 1, self.columns == columns || self.columns == 1 else { return nil }
    if self.rows == rows, self.columns == columns { return elements }
    var result: [Double] = []
    result.reserveCapacity(rows * columns)
    for row in 0..<rows {
      for column in 0..<columns { result.append(self[self.rows == 1 ? 0 : row, self.columns == 1 ? 0 : column]) }
    }
    return result
  }
}

/// What the formulas of an exercise may do with their ingredients.
package enum FormulaKind {
  /// Signs, squares, roots, logarithms and powers of e, entry by entry.
  case elementary
  /// The same and the activation functions.
  case activating
  /// The same as elementary, and sums and means over all entries of an input.
  case reducing

  var functions: [FormulaFunction] {
    switch self {
    case .elementary: FormulaFunction.elementary
    case .activating: FormulaFunction.elementary + FormulaFunction.activations
    case .reducing: FormulaFunction.elementary + FormulaFunction.reductions
    }
  }
}
