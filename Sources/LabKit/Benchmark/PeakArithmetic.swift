/// What this machine's one processor core can do at most: the mark that products and trainings are held against.
enum PeakArithmetic {
  /// The instructions that this program was compiled for, as far as they decide how many it needs.
  static var instructionSet: String {
    #if arch(arm64)
      "arm64"
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
    /// Enough that a new multiplication can begin while those before are still on their way.
    private static let chainCount = 6

    @inline(never)
    private static func chains(_ rounds: Int, factor: Double, addend: Double) -> Double {
      let (factor, addend) = (Lanes(repeating: factor), Lanes(repeating: addend))
      var (first, second, third) = (addend, 2 * addend, 3 * addend)
      var (fourth, fifth, sixth) = (4 * addend, 5 * addend, 6 * addend)
      for _ in 0..<rounds {
        first = addend.addingProduct(first, factor)
        second = addend.addingProduct(second, factor)
        third = addend.addingProduct(third, factor)
        fourth = addend.addingProduct(fourth, factor)
        fifth = addend.addingProduct(fifth, factor)
        sixth = addend.addingProduct(sixth, factor)
      }
      return (first + second + third + fourth + fifth + sixth).sum()
    }
  #endif
}
