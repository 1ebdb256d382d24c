/// A source of random numbers that repeats itself: the same seed gives the same numbers on every machine.
///
/// SplitMix64: Steele, Lea & Flood, "Fast Splittable Pseudorandom Number Generators" (OOPSLA 2014), figure 17.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator whose numbers are decided by `seed` alone.
  public init(seed: UInt64) {
    state = seed
  }

  /// Returns the next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }
}

extension RandomNumberGenerator {
  /// Returns a number drawn evenly from 0 ..< 1.
  public mutating func nextUniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Returns a number drawn from the standard normal distribution: mean 0, standard deviation 1.
  ///
  /// Marsaglia's polar method (Marsaglia & Bray, SIAM Review 6, 1964): a point drawn evenly from the unit disc gives
  /// a normal number; its twin is thrown away so that the generator stays the only state.
  public mutating func nextGaussian() -> Double {
    while true {
      let x = 2 * nextUniform() - 1
      let y = 2 * nextUniform() - 1
      let squaredRadius = x * x + y * y
      if squaredRadius > 0 && squaredRadius < 1 {
        return x * sqrt(-2 * log(squaredRadius) / squaredRadius)
      }
    }
  }
}
