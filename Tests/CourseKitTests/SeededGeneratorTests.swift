import CourseKit
import Testing

@Suite("The seeded generator") struct SeededGeneratorTests {
  @Test("is SplitMix64: seed 1234567 gives the published numbers")
  func testVector() {
    var generator = SeededGenerator(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test("gives the same numbers for the same seed, and others for another")
  func seeds() {
    var first = SeededGenerator(seed: 7)
    var again = SeededGenerator(seed: 7)
    var other = SeededGenerator(seed: 8)
    let numbers = (0..<100).map { _ in first.nextGaussian() }
    #expect(numbers == (0..<100).map { _ in again.nextGaussian() })
    #expect(numbers != (0..<100).map { _ in other.nextGaussian() })
  }

  @Test("copied, goes on from the same place: there is no state beside the value")
  func copies() {
    var generator = SeededGenerator(seed: 3)
    _ = generator.nextGaussian()
    var copy = generator
    #expect(generator.nextGaussian() == copy.nextGaussian())
    #expect(generator.next() == copy.next())
  }

  @Test("serves the standard library's own random calls")
  func standardLibrary() {
    var generator = SeededGenerator(seed: 5)
    var again = SeededGenerator(seed: 5)
    let order = Array(0..<20).shuffled(using: &generator)
    #expect(order == Array(0..<20).shuffled(using: &again))
    #expect(order.sorted() == Array(0..<20))
    #expect(order != Array(0..<20))
  }

  @Test("draws uniform numbers from 0 up to, but not including, 1", arguments: [1, 2, 3] as [UInt64])
  func uniform(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let moments = Moments(of: (0..<100_000).map { _ in generator.nextUniform() })
    #expect(moments.least >= 0)
    #expect(moments.greatest < 1)
    #expect(moments.least < 0.001)
    #expect(moments.greatest > 0.999)
    let variance = 1.0 / 12
    // Four standard errors: the numbers are the same in every run.
    #expect(abs(moments.mean - 0.5) < 4 * (variance / 100_000).squareRoot())
    #expect(abs(moments.variance - variance) < 0.001)
    #expect(abs(moments.excessKurtosis + 1.2) < 0.03)
  }

  @Test("turns the ends of the 64 bits into the ends of 0 ..< 1")
  func uniformEnds() {
    struct Constant: RandomNumberGenerator {
      let bits: UInt64
      mutating func next() -> UInt64 { bits }
    }
    var least = Constant(bits: 0)
    var greatest = Constant(bits: .max)
    #expect(least.nextUniform() == 0)
    #expect(greatest.nextUniform() == 1.0.nextDown)
  }

  @Test("draws normal numbers: mean 0, variance 1, kurtosis 3, no skew", arguments: [1, 2, 3] as [UInt64])
  func gaussian(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = 100_000
    let numbers = (0..<count).map { _ in generator.nextGaussian() }
    let moments = Moments(of: numbers)
    #expect(abs(moments.mean) < 4 * (1 / Double(count)).squareRoot())
    #expect(abs(moments.variance - 1) < 4 * (2 / Double(count)).squareRoot())
    #expect(abs(moments.skewness) < 4 * (6 / Double(count)).squareRoot())
    #expect(abs(moments.excessKurtosis) < 4 * (24 / Double(count)).squareRoot())
    let withinOne = Double(numbers.count { abs($0) < 1 }) / Double(count)
    #expect(abs(withinOne - 0.682_689) < 0.006)
  }

  @Test("draws normal numbers that know nothing of the one before")
  func gaussianNeighbours() {
    var generator = SeededGenerator(seed: 4)
    let numbers = (0..<100_000).map { _ in generator.nextGaussian() }
    let correlation = zip(numbers, numbers.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / 99_999
    #expect(abs(correlation) < 4 / 100_000.squareRoot())
  }
}

/// The moments of a sample.
private struct Moments {
  let least: Double
  let greatest: Double
  let mean: Double
  let variance: Double
  let skewness: Double
  let excessKurtosis: Double

  init(of numbers: [Double]) {
    let count = Double(numbers.count)
    let average = numbers.reduce(0, +) / count
    func moment(_ power: Int) -> Double {
      numbers.reduce(0) { sum, number in
        sum + (0..<power).reduce(1) { product, _ in product * (number - average) }
      } / count
    }
    least = numbers.min() ?? .nan
    greatest = numbers.max() ?? .nan
    mean = average
    variance = moment(2)
    skewness = moment(3) / (moment(2) * moment(2).squareRoot())
    excessKurtosis = moment(4) / (moment(2) * moment(2)) - 3
  }
}
