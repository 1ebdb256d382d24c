/// The names of classes as a picture can show them.
enum ClassNames {
  /// Returns a name for each of so many classes, no two the same: marks with the same name would look alike.
  ///
  /// A class whose name is missing, or has nothing to see, is called by its number.
  static func distinct(_ names: [String], count: Int) -> [String] {
    var taken: Set<String> = []
    return (0..<count).map { number in
      let given = names.indices.contains(number) ? names[number] : ""
      var name = given.contains { !$0.isInvisible && !$0.isWhitespace } ? given : "class \(number)"
      while !taken.insert(name).inserted {
        name += " (\(number))"
      }
      return name
    }
  }
}
