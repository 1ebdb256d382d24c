/// Neighbouring entries of a row, which the processor computes with at once.
extension SIMD where Scalar == Double {
  /// Reads the entries that begin at a place; the place may have any alignment.
  @inline(__always)
  init(at place: UnsafePointer<Double>) {
    self = UnsafeRawPointer(place).loadUnaligned(as: Self.self)
  }

  /// Writes the entries to a place and those behind it.
  @inline(__always)
  func store(at place: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(place).storeBytes(of: self, as: Self.self)
  }

  /// Adds the products of entries at the same place.
  ///
  /// FUSED is defined where the compiler may use the instruction that multiplies and adds; without it, `addProduct` calls a
  /// function of the C library for each entry.
  @inline(__always)
  mutating func add(_ factors: Self, times others: Self) {
    #if FUSED || arch(arm64)
      addProduct(factors, others)
    #else
      self += factors * others
    #endif
  }
}
