/// What this machine's one processor core can do at most: the mark that products and trainings are held against.
enum PeakArithmetic {
  /// The instructions that this program was compiled for, as far as they decide how many it needs.
  static var instructionSet: String {
    #if arch(arm64)
      "arm64"
    #elseif arch(x86_64) && WIDE
      "x86-64 with AVX-512"
    #elseif arch(x86_64) && FUSED
      "x86-64 with fused multiply-add"
    #elseif arch(x86_64)
      "x86-64"
    #else
      "another processor"
    #endif
  }

  /// Measures how many multiplications and additions a second can be done when nothing is fetched or stored.
  static func measuredRate() -> Double {
    let rounds = 2_000_000
    var sum = 0.0
    let seconds = ProcessorTime.seconds { sum = chains(rounds, factor: 0.999, addend: 0.001) }
    // The sum must be wanted, or the compiler leaves the loop out.
    precondition(sum.isFinite)
    return Double(rounds * chainCount * Lanes.scalarCount * 2) / seconds
  }

  private typealias Lanes = SIMD8<Double>

  #if arch(x86_64) && !FUSED
    /// As many as find room in sixteen small registers.
    private static let chainCount = 3

    @inline(never)
    private static func chains(_ rounds: Int, factor: Double, addend: Double) -> Double {
      let (factor, addend) = (Lanes(repeating: factor), Lanes(repeating: addend))
      var (first, second, third) = (addend, 2 * addend, 3 * addend)
      for _ in 0..<rounds {
        first = first * factor + addend
        second = second * factor + addend
        third = third * factor + addend
      }
      return (first + second + third).sum()
    }
  #else
    #if WIDE
      /// Enough that a new multiplication can begin in each half beat while those before are still on their way.
      private static let chainCount = 12
    #else
      /// The same, of which each fills two registers of sixteen.
      private static let chainCount = 6
    #endif

    @inline(never)
    private static func chains(_ rounds: Int, factor: Double, addend: Double) -> Double {
      let entries = Lanes(repeating: addend)
      var (first, second, third) = (entries, 2 * entries, 3 * entries)
      var (fourth, fifth, sixth) = (4 * entries, 5 * entries, 6 * entries)
      #if WIDE
        var (first2, second2, third2) = (7 * entries, 8 * entries, 9 * entries)
        var (fourth2, fifth2, sixth2) = (10 * entries, 11 * entries, 12 * entries)
      #endif
      // Each has a factor of its own, which no compiler knows: it would do one chain for all.
      let factors = (0..<chainCount).map { factor + addend * Double($0) }
      factors.withUnsafeBufferPointer { factors in
        for _ in 0..<rounds {
          first.addProduct(Lanes(repeating: factors[0]), entries)
          second.addProduct(Lanes(repeating: factors[1]), entries)
          third.addProduct(Lanes(repeating: factors[2]), entries)
          fourth.addProduct(Lanes(repeating: factors[3]), entries)
          fifth.addProduct(Lanes(repeating: factors[4]), entries)
          sixth.addProduct(Lanes(repeating: factors[5]), entries)
          #if WIDE
            first2.addProduct(Lanes(repeating: factors[6]), entries)
            second2.addProduct(Lanes(repeating: factors[7]), entries)
            third2.addProduct(Lanes(repeating: factors[8]), entries)
            fourth2.addProduct(Lanes(repeating: factors[9]), entries)
            fifth2.addProduct(Lanes(repeating: factors[10]), entries)
            sixth2.addProduct(Lanes(repeating: factors[11]), entries)
          #endif
        }
      }
      var sum = first + second + third + fourth + fifth + sixth
      #if WIDE
        sum += first2 + second2 + third2 + fourth2 + fifth2 + sixth2
      #endif
      return sum.sum()
    }
  #endif
}
