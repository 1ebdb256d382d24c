#if arch(wasm32)
  // The standard library draws whole numbers from as many random bits as Int has: 64 on a computer, 32 in a browser. The same
  // seed shall shuffle in the same way in both, so that a browser draws them here, as the standard library does on a computer
  // (Lemire, "Fast Random Integer Generation in an Interval", ACM Transactions on Modeling and Computer Simulation 29, 2019).

  extension Int {
    /// Returns a number drawn evenly from the range.
    public static func random(in range: Range<Int>, using generator: inout some RandomNumberGenerator) -> Int {
      range.lowerBound + generator.nextIndex(below: UInt64(range.count))
    }

    /// Returns a number drawn evenly from the range.
    public static func random(in range: ClosedRange<Int>, using generator: inout some RandomNumberGenerator) -> Int {
      range.lowerBound + generator.nextIndex(below: UInt64(range.count))
    }
  }

  extension MutableCollection where Self: RandomAccessCollection {
    /// Brings the elements into random order.
    public mutating func shuffle(using generator: inout some RandomNumberGenerator) {
      var left = count
      var current = startIndex
      while left > 1 {
        let chosen = Int.random(in: 0..<left, using: &generator)
        left -= 1
        swapAt(current, index(current, offsetBy: chosen))
        formIndex(after: &current)
      }
    }
  }

  extension Sequence {
    /// Returns the elements in random order.
    public func shuffled(using generator: inout some RandomNumberGenerator) -> [Element] {
      var elements = Array(self)
      elements.shuffle(using: &generator)
      return elements
    }
  }

  extension Collection {
    /// Returns one of the elements, drawn evenly; nil if there are none.
    public func randomElement(using generator: inout some RandomNumberGenerator) -> Element? {
      guard !isEmpty else { return nil }
      return self[index(startIndex, offsetBy: Int.random(in: 0..<count, using: &generator))]
    }
  }

  extension RandomNumberGenerator {
    /// Returns a number drawn evenly from 0 ..< bound: the upper half of a random number times the bound.
    fileprivate mutating func nextIndex(below bound: UInt64) -> Int {
      var product = fullProduct(next(), bound)
      if product.low < bound {
        // Some products would come up once more often than others.
        let surplus = (0 &- bound) % bound
        while product.low < surplus { product = fullProduct(next(), bound) }
      }
      return Int(product.high)
    }
  }

  /// The product of two numbers in 128 bits; `small` must be below 2³².
  private func fullProduct(_ number: UInt64, _ small: UInt64) -> (high: UInt64, low: UInt64) {
    let upper = (number >> 32) &* small
    let lower = (number & 0xffff_ffff) &* small
    let (low, isCarried) = (upper << 32).addingReportingOverflow(lower)
    return ((upper >> 32) &+ (isCarried ? 1 : 0), low)
  }
#endif
