/// Which columns of a table are read, and as what.
package struct ColumnChoice {
  /// The column with the label.
  package var label: LabelChoice
  /// The columns with numbers.
  package var numbers: Numbers
  /// Whether somebody can choose by options; otherwise only the file can be changed.
  package var hasOptions: Bool

  /// Creates a choice; without words it is all columns but the label's.
  package init(label: LabelChoice, numbers: Numbers = .all(but: []), hasOptions: Bool = true) {
    self.label = label
    self.numbers = numbers
    self.hasOptions = hasOptions
  }

  /// Which column holds the label.
  package enum LabelChoice {
    /// There is none.
    case none
    /// The one of a name.
    case named(String)
    /// The last one.
    case last
  }

  /// Which columns are read as numbers.
  package enum Numbers {
    /// All but the label's and some others.
    case all(but: [String])
    /// Those that somebody has named, in this order.
    case named([String])
    /// Those from which a model learned, in this order.
    case ofModel([String])
  }

  /// All names by which columns are asked for.
  var askedNames: [String] {
    var names: [String] = []
    if case .named(let name) = label { names.append(name) }
    switch numbers {
    case .all(let others): names += others
    case .named(let columns), .ofModel(let columns): names += columns
    }
    return names
  }

  /// What to do about a column that no network should learn from.
  @inline(never)
  func remedy(leavingOut column: String, others: [String]) -> String {
    if !hasOptions { return "Take that column out of the file." }
    let leaving = "Leave it out: --ignore \([column].inOption)"
    return others.isEmpty ? leaving : "\(leaving), or name the columns to learn from: --columns \(others.inOption)"
  }
}
