/// The piece of a product whose sums fit into the registers all at once, together with what they are made from.
enum ProductTile {
  /// Eight neighbouring entries of a row.
  typealias Lanes = SIMD8<Double>

  /// How many rows of the product a tile has.
  static let height = 6
  /// How many columns of the product a tile has.
  static let width = Lanes.scalarCount

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
