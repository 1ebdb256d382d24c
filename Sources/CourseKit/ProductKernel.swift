/// Eight neighbouring entries of a row: as many as fit into the registers together with their sums.
private typealias Lanes = SIMD8<Double>

private let width = Lanes.scalarCount

/// Computes a · b without any check, tile by tile.
///
/// Read the three loops of the textbook first:
///
///     for i in 0..<rows { for k in 0..<inner { for j in 0..<columns { product[i, j] += a[i, k] * b[k, j] } } }
///
/// This does the same sums, but keeps those of two rows and eight columns in registers while k runs, and copies the eight
/// columns of b that they meet to one place beforehand. It is about ten times as fast: most of the textbook's time goes
/// into fetching and storing sums. Tests hold it against the textbook.
///
/// - Parameters:
///   - a: [rows, inner], row after row.
///   - b: [inner, columns].
///   - product: room for [rows, columns]; whatever is there is overwritten.
func multiply(
  _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, into product: UnsafeMutablePointer<Double>,
  rows: Int, inner: Int, columns: Int
) {
  let wholeColumns = columns - columns % width
  if wholeColumns > 0 {
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: max(inner, 1)) { panel in
      for column in stride(from: 0, to: wholeColumns, by: width) {
        for k in 0..<inner { panel[k] = load(b + (k &* columns &+ column)) }
        multiply(a, panel.baseAddress!, into: product + column, rows: rows, inner: inner, columns: columns)
      }
    }
  }
  if wholeColumns < columns {
    multiplyLastColumns(a, b, into: product, rows: rows, inner: inner, columns: columns, from: wholeColumns)
  }
}

/// Fills eight columns of the product, two rows at a time.
private func multiply(
  _ a: UnsafePointer<Double>, _ panel: UnsafePointer<Lanes>, into product: UnsafeMutablePointer<Double>,
  rows: Int, inner: Int, columns: Int
) {
  var row = 0
  while row &+ 1 < rows {
    let first = a + row &* inner
    let second = first + inner
    var firstSums = Lanes.zero
    var secondSums = Lanes.zero
    for k in 0..<inner {
      let entries = panel[k]
      firstSums += first[k] * entries
      secondSums += second[k] * entries
    }
    store(firstSums, to: product + row &* columns)
    store(secondSums, to: product + (row &+ 1) &* columns)
    row &+= 2
  }
  if row < rows {
    let last = a + row &* inner
    var sums = Lanes.zero
    for k in 0..<inner { sums += last[k] * panel[k] }
    store(sums, to: product + row &* columns)
  }
}

/// Fills the columns that are left over, fewer than eight: each is copied to one place and meets each row of a.
private func multiplyLastColumns(
  _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, into product: UnsafeMutablePointer<Double>,
  rows: Int, inner: Int, columns: Int, from start: Int
) {
  withUnsafeTemporaryAllocation(of: Double.self, capacity: max(inner, 1)) { column in
    let column = column.baseAddress!
    for j in start..<columns {
      for k in 0..<inner { column[k] = b[k &* columns &+ j] }
      for i in 0..<rows { product[i &* columns &+ j] = dot(a + i &* inner, column, count: inner) }
    }
  }
}

/// Returns the sum of the products of entries at the same place.
private func dot(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, count: Int) -> Double {
  var sums = Lanes.zero
  var index = 0
  while index &+ width <= count {
    sums += load(a + index) * load(b + index)
    index &+= width
  }
  var sum = count >= width ? sums.sum() : 0
  while index < count {
    sum += a[index] * b[index]
    index &+= 1
  }
  return sum
}

@inline(__always)
private func load(_ place: UnsafePointer<Double>) -> Lanes {
  UnsafeRawPointer(place).loadUnaligned(as: Lanes.self)
}

@inline(__always)
private func store(_ lanes: Lanes, to place: UnsafeMutablePointer<Double>) {
  UnsafeMutableRawPointer(place).storeBytes(of: lanes, as: Lanes.self)
}
