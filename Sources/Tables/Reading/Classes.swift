extension Table {
  /// How many classes a network can tell apart.
  package static var mostClasses: Int { 50 }

  /// Returns the classes in the label's own words: numbers by size and before words, words by the alphabet.
  ///
  /// - Throws: `DataError` if there is one only, or one with a single row, or if the column seems to hold something else than
  ///   classes.
  package func classes() throws(DataError) -> [String] {
    let names = labels.names
    guard names.count > 1 else {
      let only = names.first ?? ""
      throw wrong("has one class only, \(only.quoted): there is nothing to tell apart.")
    }
    guard names.count <= Self.mostClasses else {
      throw wrong(
        "has \(names.count) different values: is it a class? A network tells up to \(Self.mostClasses) apart.")
    }
    let numbers = names.map { DecimalText.number($0.utf8) }
    // Two numbers may well name two classes, as 0.5 and 1.5 do.
    if names.count > 2, let fraction = names.indices.first(where: { Self.isFraction(numbers[$0]) }),
      !numbers.contains(where: { $0 == nil })
    {
      throw wrong(
        "has numbers with fractions, such as \(names[fraction]): is it a class? A class is a word or a whole number.")
    }
    if let lonely = labels.firstWithOneRow {
      if let twin = labels.twin(of: lonely) {
        throw wrong(
          "has one row only of \(lonely.quoted), which differs from \(twin.quoted) in how it is written alone. Write both in one "
            + "way, or leave the row out.")
      }
      throw wrong(
        "has one row only of \(lonely.quoted): a network can learn from that row or be measured on it. Add rows like it, or "
          + "leave it out.")
    }
    func comesBefore(_ first: Int, _ second: Int) -> Bool {
      guard let number = numbers[first] else { return numbers[second] == nil && names[first].precedes(names[second]) }
      guard let other = numbers[second] else { return true }
      return number == other ? names[first].precedes(names[second]) : number < other
    }
    // How many come before it is a class's number. Swift's own sorting would make the page larger by what many sentences take.
    var ordered = names
    for index in names.indices { ordered[names.indices.count { comesBefore($0, index) }] = names[index] }
    return ordered
  }

  private static func isFraction(_ number: Double?) -> Bool { number.map { $0 != $0.rounded() } ?? false }

  private func wrong(_ words: String) -> DataError { DataError("\(name): the column \((label ?? "").quoted) \(words)") }
}
