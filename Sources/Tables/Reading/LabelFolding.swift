// Labels that differ in capitals, blanks or the form of a number alone.

extension LabelColumn {
  /// Makes labels that differ in how they are written alone one label, if two remain, and says so; nil if nothing was changed.
  ///
  /// Of several ways to write a label the commonest stays.
  mutating func foldIntoTwo() -> String? {
    guard names.count > 2 else { return nil }
    var groups: [(key: LabelKey, members: [Int])] = []
    for (index, name) in names.enumerated() {
      let key = LabelKey(name)
      if let group = groups.firstIndex(where: { $0.key == key }) {
        groups[group].members.append(index)
      } else if groups.count < 2 {
        groups.append((key, [index]))
      } else {
        return nil
      }
    }
    guard groups.count == 2 else { return nil }
    let counts = counts
    var places = names.indices.map { $0 }
    var remarks: [String] = []
    for (_, members) in groups where members.count > 1 {
      // Of two that are equally common the first.
      let commonest = members.reduce(members[0]) { counts[$1] > counts[$0] ? $1 : $0 }
      for member in members { places[member] = commonest }
      let others = members.filter { $0 != commonest }.map { names[$0] }
      remarks.append("\(names[commonest].quoted) stands for \(others.quotedList), too")
    }
    merge(places)
    return remarks.joined(separator: "; ")
  }

  /// Says which labels differ in how they are written alone and still count as different ones; nil if there are none.
  var remarkOnAlikeNames: String? {
    guard names.count <= Table.mostClasses else { return nil }
    for (index, name) in names.enumerated() {
      let key = LabelKey(name)
      let alike = names[(index + 1)...].filter { LabelKey($0) == key }
      if !alike.isEmpty {
        return
          "\(([name] + alike).quotedList) are different classes here, though they differ in how they are written alone"
      }
    }
    return nil
  }

  /// Another label that differs from one in how it is written alone; nil if there is none.
  func twin(of name: String) -> String? {
    let key = LabelKey(name)
    return names.first { !$0.isSame(as: name) && LabelKey($0) == key }
  }
}
