/// What a matrix is asked for in other languages, and what CourseKit has for it.
struct MatrixWord {
  let sentence: String

  /// Finds it; nil if the word is none that is known.
  ///
  /// - Parameters:
  ///   - word: what stands behind the point.
  ///   - base: the source of the matrix.
  init?(_ word: String, base: String, in place: ErrorPlace) {
    let call = place.file.nodes.first { node in
      node.kind == .call && node.parts[0].kind == .member(word) && node.parts[0].anchor == place.token
    }
    let inside = call.flatMap { place.text(from: $0.parts.dropFirst()) } ?? ""
    switch word {
    case "T", "t", "transpose": sentence = "The transposed matrix is \(base).transposed, without brackets."
    case "dot", "matmul", "mm", "multiply", "times":
      sentence = "The matrix product is matmul(\(base), \(inside.isEmpty ? "b" : inside))."
    case "sum":
      sentence = "The sum of all entries is \(base).elements.reduce(0, +), and \(base).columnSums() sums each column."
    case "mean", "average":
      sentence = "The mean of all entries is \(base).elements.reduce(0, +) / Double(\(base).elements.count)."
    case "size", "count", "length", "len":
      sentence = "\(base).elements.count is the number of entries, \(base).rows that of the rows."
    case "copy", "clone": sentence = "`var copy = \(base)` is a copy already."
    case "row", "column", "col":
      sentence = "\(base).rows(at: [0]) is the first row as a matrix, \(base)[row, column] one entry."
    case "append", "insert", "remove":
      sentence = "A matrix keeps its size; an entry is changed by \(base)[row, column] = …."
    case "cols", "width", "columnCount": sentence = "The number of columns is \(base).columns."
    case "rowCount", "height": sentence = "The number of rows is \(base).rows."
    case "add", "plus", "addRow", "addingRow":
      sentence = "\(base) + b adds entry by entry, \(base).adding(row: b) adds a row to every row."
    case "exp", "log", "sqrt", "tanh", "abs":
      if word != "abs", place.isFunctionOfMatrices(word) {
        sentence = "\(word) is a function that takes the matrix: \(word)(\(base))."
      } else {
        sentence = "For every entry write \(base).map { entry in \(word)(entry) }."
      }
    case "reduce", "forEach", "indices", "enumerated", "filter", "first", "last", "max", "min", "contains", "sorted":
      sentence = "The entries as a list are \(base).elements, and that has \(word)."
    default:
      guard place.isFunctionOfMatrices(word) else { return nil }
      sentence = "\(word) is a function that takes the matrix: \(word)(\(base))."
    }
  }
}
