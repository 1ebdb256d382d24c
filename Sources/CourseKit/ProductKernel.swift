/// How many rows of b are dealt with at a time, at most: eight columns of so many rows fit into the processor's first cache.
private let greatestDepth = 256

/// How many rows of a are dealt with at a time: with so many entries each, they fit into the second cache.
private let blockHeight = 120

/// The widest b that is read where it lies: eight columns of a wider one are spread over too much memory.
private let narrow = 32

/// Computes a · b without any check.
///
/// Read the three loops of the textbook first:
///
///     for i in 0..<rows { for k in 0..<inner { for j in 0..<columns { product[i, j] += a[i, k] * b[k, j] } } }
///
/// This does the same sums. Most of the textbook's time goes into fetching and storing them, so each tile of some rows and
/// eight columns keeps its sums in registers while k runs (`ProductTile`). What a tile reads should be near: columns of b that
/// belong together are copied to one place, and large matrices are taken in blocks that fit into the caches (Goto & van de
/// Geijn, "Anatomy of High-Performance Matrix Multiplication", 2008). Tests hold it against the textbook.
///
/// - Parameters:
///   - a: [rows, inner], row after row.
///   - b: [inner, columns].
///   - product: room for [rows, columns]; whatever is there is overwritten.
func multiply(
  _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, into product: UnsafeMutablePointer<Double>,
  rows: Int, inner: Int, columns: Int
) {
  if columns == 1 {
    for row in 0..<rows { product[row] = dot(a + row &* inner, b, count: inner) }
  } else if columns <= narrow, columns % ProductTile.width == 0 {
    for column in stride(from: 0, to: columns, by: ProductTile.width) {
      for row in stride(from: 0, to: rows, by: ProductTile.height) {
        ProductTile.compute(
          height: min(ProductTile.height, rows &- row), a: a + row &* inner, aDistance: inner, b: b + column,
          bDistance: columns, count: inner, into: product + (row &* columns &+ column), productDistance: columns,
          addsUp: false)
      }
    }
  } else {
    multiplyInBlocks(a, b, into: product, rows: rows, inner: inner, columns: columns)
  }
}

/// Computes a · b block by block: for some rows of b at a time, copied together, the tiles of each block of a's rows.
private func multiplyInBlocks(
  _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, into product: UnsafeMutablePointer<Double>,
  rows: Int, inner: Int, columns: Int
) {
  let panels = Panels(columns: columns)
  let blockCount = max((inner &+ greatestDepth &- 1) / greatestDepth, 1)
  let depth = (inner &+ blockCount &- 1) / blockCount
  withUnsafeTemporaryAllocation(of: ProductTile.Lanes.self, capacity: panels.count &* max(depth, 1)) {
    room in
    let packed = UnsafeMutableRawPointer(room.baseAddress!).assumingMemoryBound(to: Double.self)
    var start = 0
    repeat {
      let count = min(depth, inner &- start)
      panels.pack(b + start &* columns, count: count, into: packed)
      for firstRow in stride(from: 0, to: rows, by: blockHeight) {
        let height = min(blockHeight, rows &- firstRow)
        panels.multiply(
          a + (firstRow &* inner &+ start), distance: inner, height: height, packed, count: count,
          into: product + firstRow &* columns, addsUp: start > 0)
      }
      start &+= depth
    } while start < inner
  }
}

/// The columns of b and of the product, eight by eight; the last ones may be fewer.
private struct Panels {
  let columns: Int

  /// How many there are.
  var count: Int { (columns &+ ProductTile.width &- 1) / ProductTile.width }

  /// Copies rows of b panel by panel: the eight entries of a row, then those of the next; what is missing is 0.
  ///
  /// Four panels at a time, so that what is read and what is written are each in few places.
  func pack(_ b: UnsafePointer<Double>, count rows: Int, into packed: UnsafeMutablePointer<Double>) {
    let width = ProductTile.width
    let whole = columns / width
    for first in stride(from: 0, to: whole, by: 4) {
      for row in 0..<rows {
        for panel in first..<min(first &+ 4, whole) {
          let entries = ProductTile.Lanes(at: b + (row &* columns &+ panel &* width))
          entries.store(at: packed + (panel &* rows &+ row) &* width)
        }
      }
    }
    guard whole < count else { return }
    for row in 0..<rows {
      var entries = ProductTile.Lanes.zero
      for column in whole &* width..<columns { entries[column % width] = b[row &* columns &+ column] }
      entries.store(at: packed + (whole &* rows &+ row) &* width)
    }
  }

  /// Multiplies `height` rows of a, of `count` entries each, with the packed rows of b.
  func multiply(
    _ a: UnsafePointer<Double>, distance: Int, height: Int, _ packed: UnsafePointer<Double>, count rows: Int,
    into product: UnsafeMutablePointer<Double>, addsUp: Bool
  ) {
    for panel in 0..<count {
      let column = panel &* ProductTile.width
      let width = min(ProductTile.width, columns &- column)
      for row in stride(from: 0, to: height, by: ProductTile.height) {
        let tileHeight = min(ProductTile.height, height &- row)
        let place = product + (row &* columns &+ column)
        func compute(into place: UnsafeMutablePointer<Double>, distance productDistance: Int, addsUp: Bool) {
          ProductTile.compute(
            height: tileHeight, a: a + row &* distance, aDistance: distance, b: packed + column &* rows,
            bDistance: ProductTile.width, count: rows, into: place, productDistance: productDistance, addsUp: addsUp)
        }
        if width == ProductTile.width {
          compute(into: place, distance: columns, addsUp: addsUp)
        } else {
          // The tile is wider than the product: it is computed elsewhere.
          withUnsafeTemporaryAllocation(of: Double.self, capacity: ProductTile.height * ProductTile.width) { tile in
            compute(into: tile.baseAddress!, distance: ProductTile.width, addsUp: false)
            for i in 0..<tileHeight {
              for j in 0..<width {
                place[i &* columns &+ j] = tile[i &* ProductTile.width &+ j] + (addsUp ? place[i &* columns &+ j] : 0)
              }
            }
          }
        }
      }
    }
  }
}

/// Returns the sum of the products of entries at the same place.
@inline(__always)
private func dot(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, count: Int) -> Double {
  var sums = ProductTile.Lanes.zero
  let whole = count &- count % ProductTile.width
  for index in stride(from: 0, to: whole, by: ProductTile.width) {
    sums.add(ProductTile.Lanes(at: a + index), times: ProductTile.Lanes(at: b + index))
  }
  var sum = sums.sum()
  for index in whole..<count { sum += a[index] * b[index] }
  return sum
}

/// The piece of a product whose sums fit into the registers all at once, together with what they are made from.
enum ProductTile {
  /// Eight neighbouring entries of a row.
  typealias Lanes = SIMD8<Double>

  /// How many columns of the product a tile has.
  static let width = Lanes.scalarCount
}

#if FUSED || arch(arm64)
  extension ProductTile {
    /// How many rows of the product a tile has.
    static let height = 6

    /// Computes a tile of the product.
    ///
    /// - Parameters:
    ///   - height: how many rows the tile has, 1 … 6. A smaller tile computes its last row several times, which costs less than
    ///     asking.
    ///   - a: the first of the rows of a, each with `count` entries; from each to the next are `aDistance` entries.
    ///   - b: the first of `count` rows of eight entries, with `bDistance` from each to the next.
    ///   - product: where the tile's first row belongs, with `productDistance` to the next.
    ///   - addsUp: whether the sums are added to what is there.
    static func compute(
      height: Int, a: UnsafePointer<Double>, aDistance: Int, b: UnsafePointer<Double>, bDistance: Int, count: Int,
      into product: UnsafeMutablePointer<Double>, productDistance: Int, addsUp: Bool
    ) {
      let last = height &- 1
      let (row1, row2, row3, row4, row5) = (min(1, last), min(2, last), min(3, last), min(4, last), min(5, last))
      let (a1, a2, a3) = (a + row1 &* aDistance, a + row2 &* aDistance, a + row3 &* aDistance)
      let (a4, a5) = (a + row4 &* aDistance, a + row5 &* aDistance)
      var (sums0, sums1, sums2) = (Lanes.zero, Lanes.zero, Lanes.zero)
      var (sums3, sums4, sums5) = (Lanes.zero, Lanes.zero, Lanes.zero)
      for k in 0..<count {
        let entries = Lanes(at: b + k &* bDistance)
        sums0.add(Lanes(repeating: a[k]), times: entries)
        sums1.add(Lanes(repeating: a1[k]), times: entries)
        sums2.add(Lanes(repeating: a2[k]), times: entries)
        sums3.add(Lanes(repeating: a3[k]), times: entries)
        sums4.add(Lanes(repeating: a4[k]), times: entries)
        sums5.add(Lanes(repeating: a5[k]), times: entries)
      }
      let (product1, product2) = (product + row1 &* productDistance, product + row2 &* productDistance)
      let (product3, product4) = (product + row3 &* productDistance, product + row4 &* productDistance)
      let product5 = product + row5 &* productDistance
      if addsUp {
        sums0 += Lanes(at: product)
        sums1 += Lanes(at: product1)
        sums2 += Lanes(at: product2)
        sums3 += Lanes(at: product3)
        sums4 += Lanes(at: product4)
        sums5 += Lanes(at: product5)
      }
      sums0.store(at: product)
      sums1.store(at: product1)
      sums2.store(at: product2)
      sums3.store(at: product3)
      sums4.store(at: product4)
      sums5.store(at: product5)
    }
  }
#else
  extension ProductTile {
    /// How many rows of the product a tile has: more would not fit into registers half as large, and six take a third longer.
    static let height = 2

    /// Computes a tile of the product, as above, of one row or two.
    static func compute(
      height: Int, a: UnsafePointer<Double>, aDistance: Int, b: UnsafePointer<Double>, bDistance: Int, count: Int,
      into product: UnsafeMutablePointer<Double>, productDistance: Int, addsUp: Bool
    ) {
      let last = height &- 1
      let a1 = a + last &* aDistance
      var (sums0, sums1) = (Lanes.zero, Lanes.zero)
      for k in 0..<count {
        let entries = Lanes(at: b + k &* bDistance)
        sums0.add(Lanes(repeating: a[k]), times: entries)
        sums1.add(Lanes(repeating: a1[k]), times: entries)
      }
      let product1 = product + last &* productDistance
      if addsUp {
        sums0 += Lanes(at: product)
        sums1 += Lanes(at: product1)
      }
      sums0.store(at: product)
      sums1.store(at: product1)
    }
  }
#endif

// Beside the tile, and private, so that each becomes an instruction: a debug build compiles every file for itself, and would
// call a function of another file a million times.
extension ProductTile.Lanes {
  /// Reads the entries that begin at a place; the place may have any alignment.
  @inline(__always)
  fileprivate init(at place: UnsafePointer<Double>) {
    self = UnsafeRawPointer(place).loadUnaligned(as: Self.self)
  }

  /// Writes the entries to a place and those behind it.
  @inline(__always)
  fileprivate func store(at place: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(place).storeBytes(of: self, as: Self.self)
  }

  /// Adds the products of entries at the same place.
  ///
  /// FUSED is defined where the compiler may use the instruction that multiplies and adds; without it, `addProduct` calls a
  /// function of the C library for each entry.
  @inline(__always)
  fileprivate mutating func add(_ factors: Self, times others: Self) {
    #if FUSED || arch(arm64)
      addProduct(factors, others)
    #else
      self += factors * others
    #endif
  }
}
