/// How many rows of b are dealt with at a time, at most: the columns of a tile, with so many rows, fit into the processor's first caches.
private let greatestDepth = 256

/// How many rows of a are dealt with at a time: with so many entries each, they fit into the second cache.
private let blockHeight = 120

/// The widest b that is read where it lies: the columns of a tile of a wider one are spread over too much memory.
private let narrow = 64

/// Computes a · b without any check.
///
/// Read the three loops of the textbook first:
///
///     for i in 0..<rows { for k in 0..<inner { for j in 0..<columns { product[i, j] += a[i, k] * b[k, j] } } }
///
/// This does the same sums. Most of the textbook's time goes into fetching and storing them, so each tile of some rows and
/// columns keeps its sums in registers while k runs (`ProductTile`). What a tile reads should be near: columns of b that
/// belong together are copied to one place, and large matrices are taken in blocks that fit into the caches (Goto & van de
/// Geijn, "Anatomy of High-Performance Matrix Multiplication", 2008). Tests hold it against the textbook.
///
/// - Parameters:
///   - a: [rows, inner], row after row.
///   - b: [inner, columns].
///   - product: room for [rows, columns]; whatever is there is overwritten.
public func multiply(
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

/// The columns of b and of the product, as many together as a tile has; the last ones may be fewer.
private struct Panels {
  let columns: Int

  /// How many there are.
  var count: Int { (columns &+ ProductTile.width &- 1) / ProductTile.width }

  /// Copies rows of b panel by panel: the panel's entries of a row, then those of the next; what is missing is 0.
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
///
/// How large it is depends on the processor's registers. To begin a product in each beat, a processor that needs four beats
/// for one wants four to eight sums at a time; and what is read for one row should serve several.
enum ProductTile {
  #if WIDE
    /// Neighbouring entries of a row: two registers of AVX-512, of which there are thirty-two.
    typealias Lanes = SIMD16<Double>
    /// How many rows of the product a tile has.
    static let height = 8
  #elseif FUSED || arch(arm64)
    /// Neighbouring entries of a row: two registers of AVX2, of which there are sixteen, or four of arm64's thirty-two.
    typealias Lanes = SIMD8<Double>
    /// How many rows of the product a tile has.
    static let height = 6
  #else
    /// Neighbouring entries of a row: four registers that are half as large.
    typealias Lanes = SIMD8<Double>
    /// How many rows of the product a tile has: with six, a product takes a third longer.
    static let height = 2
  #endif

  /// How many columns of the product a tile has.
  static let width = Lanes.scalarCount

  /// Two rows of a and their sums.
  private struct Rows {
    let first: UnsafePointer<Double>
    let second: UnsafePointer<Double>
    var sums = (Lanes.zero, Lanes.zero)

    @inline(__always)
    mutating func add(_ k: Int, times entries: Lanes) {
      sums.0.add(Lanes(repeating: first[k]), times: entries)
      sums.1.add(Lanes(repeating: second[k]), times: entries)
    }

    @inline(__always)
    func store(at places: (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>), addsUp: Bool) {
      (addsUp ? sums.0 + Lanes(at: places.0) : sums.0).store(at: places.0)
      (addsUp ? sums.1 + Lanes(at: places.1) : sums.1).store(at: places.1)
    }
  }

  /// Computes a tile of the product.
  ///
  /// - Parameters:
  ///   - height: how many rows the tile has, from 1 to `Self.height`; of an odd number the last one is computed twice.
  ///   - a: the first of the rows of a, each with `count` entries; from each to the next are `aDistance` entries.
  ///   - b: the first of `count` rows of `width` entries, with `bDistance` from each to the next.
  ///   - product: where the tile's first row belongs, with `productDistance` to the next.
  ///   - addsUp: whether the sums are added to what is there.
  static func compute(
    height: Int, a: UnsafePointer<Double>, aDistance: Int, b: UnsafePointer<Double>, bDistance: Int, count: Int,
    into product: UnsafeMutablePointer<Double>, productDistance: Int, addsUp: Bool
  ) {
    let last = height &- 1
    func rows(_ first: Int) -> Rows {
      Rows(first: a + min(first, last) &* aDistance, second: a + min(first &+ 1, last) &* aDistance)
    }
    func places(_ first: Int) -> (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) {
      (product + min(first, last) &* productDistance, product + min(first &+ 1, last) &* productDistance)
    }
    // Where it is called, the number of pairs is known to the compiler, which leaves out what has no part in it.
    @inline(__always)
    func compute(pairs: Int) {
      var (rows0, rows2, rows4, rows6) = (rows(0), rows(2), rows(4), rows(6))
      for k in 0..<count {
        let entries = Lanes(at: b + k &* bDistance)
        rows0.add(k, times: entries)
        if pairs > 1 { rows2.add(k, times: entries) }
        if pairs > 2 { rows4.add(k, times: entries) }
        if pairs > 3 { rows6.add(k, times: entries) }
      }
      rows0.store(at: places(0), addsUp: addsUp)
      if pairs > 1 { rows2.store(at: places(2), addsUp: addsUp) }
      if pairs > 2 { rows4.store(at: places(4), addsUp: addsUp) }
      if pairs > 3 { rows6.store(at: places(6), addsUp: addsUp) }
    }
    switch (height &+ 1) / 2 {
    case 1: compute(pairs: 1)
    #if FUSED || arch(arm64)
      case 2: compute(pairs: 2)
      case 3: compute(pairs: 3)
    #endif
    default: compute(pairs: Self.height / 2)
    }
  }
}

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
