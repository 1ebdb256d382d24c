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
      let factors = (0..<(chainCount + 4)).map { factor + addend * Double($0) }
      let entries = (0..<Lanes.scalarCount).map { addend * Double($0 + 1) }
      var results = [Lanes](repeating: .zero, count: chainCount)
      factors.withUnsafeBufferPointer { factors in
        entries.withUnsafeBufferPointer { entries in
          results.withUnsafeMutableBufferPointer { results in
            addProducts(rounds, factors.baseAddress!, entries.baseAddress!, into: results.baseAddress!)
          }
        }
      }
      return results.reduce(0) { $0 + $1.sum() }
    }

    /// Like a tile of a product: the compiler would rearrange what it sees the end of.
    @inline(never)
    private static func addProducts(
      _ rounds: Int, _ factors: UnsafePointer<Double>, _ entries: UnsafePointer<Double>,
      into results: UnsafeMutablePointer<Lanes>
    ) {
      let entries = UnsafeRawPointer(entries).loadUnaligned(as: Lanes.self)
      var (sum0, sum1, sum2) = (results[0], results[1], results[2])
      var (sum3, sum4, sum5) = (results[3], results[4], results[5])
      #if WIDE
        var (sum6, sum7, sum8) = (results[6], results[7], results[8])
        var (sum9, sum10, sum11) = (results[9], results[10], results[11])
      #endif
      for round in 0..<rounds {
        let factors = factors + (round & 3)
        sum0.addProduct(Lanes(repeating: factors[0]), entries)
        sum1.addProduct(Lanes(repeating: factors[1]), entries)
        sum2.addProduct(Lanes(repeating: factors[2]), entries)
        sum3.addProduct(Lanes(repeating: factors[3]), entries)
        sum4.addProduct(Lanes(repeating: factors[4]), entries)
        sum5.addProduct(Lanes(repeating: factors[5]), entries)
        #if WIDE
          sum6.addProduct(Lanes(repeating: factors[6]), entries)
          sum7.addProduct(Lanes(repeating: factors[7]), entries)
          sum8.addProduct(Lanes(repeating: factors[8]), entries)
          sum9.addProduct(Lanes(repeating: factors[9]), entries)
          sum10.addProduct(Lanes(repeating: factors[10]), entries)
          sum11.addProduct(Lanes(repeating: factors[11]), entries)
        #endif
      }
      (results[0], results[1], results[2]) = (sum0, sum1, sum2)
      (results[3], results[4], results[5]) = (sum3, sum4, sum5)
      #if WIDE
        (results[6], results[7], results[8]) = (sum6, sum7, sum8)
        (results[9], results[10], results[11]) = (sum9, sum10, sum11)
      #endif
    }
  #endif
}
