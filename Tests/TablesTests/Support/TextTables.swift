import Vocabulary

@testable import Tables

extension Table {
  /// Reads a text that is in memory; sentences call it FILE.
  init(
    _ text: some Sequence<UInt8>, label: String?, columns: [String]? = nil, classes: [String]? = nil,
    pieceSize: Int = 1 << 17
  ) throws(DataError) {
    let choice = ColumnChoice(
      label: label.map { .named($0) } ?? .none, numbers: columns.map { .ofModel($0) } ?? .all(but: []))
    try self.init(text, choice, classes: classes, pieceSize: pieceSize)
  }

  /// Reads a text that is in memory; sentences call it FILE.
  init(
    _ text: some Sequence<UInt8>, _ choice: ColumnChoice, classes: [String]? = nil, format: TableFormat = TableFormat(),
    pieceSize: Int = 1 << 17
  ) throws(DataError) {
    let text = Array(text)
    var position = 0
    var reader = try TableReader("FILE", format: format, pieceSize: pieceSize) { bytes, places throws(DataError) in
      let piece = text[position...].prefix(places.count)
      bytes.replaceSubrange(places.prefix(piece.count), with: piece)
      position += piece.count
      return piece.count
    }
    try self.init(&reader, choice, classes: classes)
  }
}

extension LabelColumn {
  /// The label of each row in words.
  var texts: [String] { indices.map { names[Int($0)] } }
}
