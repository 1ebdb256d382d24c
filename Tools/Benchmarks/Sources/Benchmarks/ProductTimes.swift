import CourseKit

/// Times CourseKit's matrix product, in turns with the most that the machine can do.
struct ProductTimes {
  private let shapes: [ProductShape]
  private let rounds = 15
  /// For how many seconds each product is repeated, so that the clock's own grain does not count.
  private let enough = 0.02

  init(_ shapes: [ProductShape]) {
    self.shapes = shapes
  }

  /// Times every product, of which the small ones are held against the textbook's: a wrong one may well be fast.
  func report() throws(BenchmarkError) -> ProductReport {
    let factors = shapes.map { shape in
      (Self.matrix(rows: shape.rows, columns: shape.inner), Self.matrix(rows: shape.inner, columns: shape.columns))
    }
    for (shape, factors) in zip(shapes, factors) where shape.operations < 1e7 {
      let difference = matmul(factors.0, factors.1) - textbookProduct(factors.0, factors.1)
      guard difference.elements.allSatisfy({ abs($0) < 1e-9 }) else {
        throw BenchmarkError(
          "matmul of [\(shape.rows), \(shape.inner)] and [\(shape.inner), \(shape.columns)] is wrong.")
      }
    }
    var report = ProductReport()
    for _ in 0..<rounds {
      report.peaks.append(PeakArithmetic.measuredRate())
      report.rates.append(zip(shapes, factors).map { shape, factors in rate(of: shape, factors.0, factors.1) })
    }
    return report
  }

  /// Operations a second.
  private func rate(of shape: ProductShape, _ left: Matrix, _ right: Matrix) -> Double {
    // To read the clock takes as long as a small product.
    let repetitions = max(1, Int(1e6 / shape.operations))
    var count = 0.0
    let start = ProcessorTime.spent
    var seconds = 0.0
    repeat {
      for _ in 0..<repetitions {
        let product = matmul(left, right)
        precondition(product.rows == shape.rows)
      }
      count += Double(repetitions)
      seconds = ProcessorTime.spent - start
    } while seconds < enough
    return shape.operations * count / seconds
  }

  private static func matrix(rows: Int, columns: Int) -> Matrix {
    var generator = SeededGenerator(seed: 1)
    return Matrix(rows: rows, columns: columns, elements: (0..<rows * columns).map { _ in generator.nextGaussian() })
  }
}

/// The shapes [rows, inner] · [inner, columns] of a matrix product.
struct ProductShape: Codable, Equatable, Sendable {
  /// The rows of the left matrix.
  var rows: Int
  /// The columns of the left matrix, which are the rows of the right one.
  var inner: Int
  /// The columns of the right matrix.
  var columns: Int

  /// A multiplication and an addition for each entry of the product and each inner index.
  var operations: Double { 2 * Double(rows) * Double(inner) * Double(columns) }
}

/// How fast products were computed, in operations a second, several times in turns.
struct ProductReport: Codable, Equatable {
  /// What the machine can do at most, once a round.
  var peaks: [Double] = []
  /// A list for each round: the rate of each product.
  var rates: [[Double]] = []
}
