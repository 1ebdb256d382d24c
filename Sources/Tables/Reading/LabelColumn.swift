import CourseKit

/// The label of each row as an index into the few different texts that a label's column holds.
package struct LabelColumn {
  /// The different texts, in the order in which they appear.
  package private(set) var names: [String] = []
  /// For each row the index of its text among the names.
  package private(set) var indices: [Int32] = []
  /// By the bytes of the names.
  private var indexOfName: [[UInt8]: Int32] = [:]
  /// Ways in which the text writes names, so that not every row's bytes must be made a text.
  private var spellings: [(bytes: ArraySlice<UInt8>, index: Int32)] = []

  /// Creates an empty column.
  init() {}

  /// Appends a row if a label was spelled like that before; false if that spelling is new.
  mutating func append(spelling: ArraySlice<UInt8>) -> Bool {
    guard let known = spellings.first(where: { $0.bytes.elementsEqual(spelling) }) else { return false }
    indices.append(known.index)
    return true
  }

  /// Appends a row with a text that is spelled in a way that may be new.
  mutating func append(_ text: String, spelled spelling: ArraySlice<UInt8>) {
    let key = Array(text.utf8)
    let index = indexOfName[key] ?? Int32(names.count)
    if index == names.count {
      names.append(text)
      indexOfName[key] = index
    }
    indices.append(index)
    // A label has few spellings; a column in which every row has its own is refused soon.
    if spellings.count < 16 { spellings.append((ArraySlice(Array(spelling)), index)) }
  }

  /// Returns the class of each of some rows: the place of its text among `classes`, which holds them all.
  package func numbers(at rows: some Collection<Int>, among classes: [String]) -> [Int] {
    let places = names.map { classes.firstPlace(of: $0) ?? 0 }
    return rows.map { places[Int(indices[$0])] }
  }

  /// In how many rows each of the texts stands.
  var counts: [Int] {
    var counts = [Int](repeating: 0, count: names.count)
    for index in indices { counts[Int(index)] += 1 }
    return counts
  }

  /// The first text that stands in one row only; nil if each stands in several.
  var firstWithOneRow: String? { counts.firstIndex(of: 1).map { names[$0] } }

  /// Puts other texts in place of some.
  ///
  /// - Parameter places: for each text the place of the one that is meant.
  mutating func merge(_ places: [Int]) {
    let kept = names.indices.filter { places[$0] == $0 }
    let newPlaces = places.map { place in Int32(kept.firstIndex(of: place) ?? 0) }
    indices = indices.map { newPlaces[Int($0)] }
    names = kept.map { names[$0] }
    (spellings, indexOfName) = ([], [:])
  }
}
