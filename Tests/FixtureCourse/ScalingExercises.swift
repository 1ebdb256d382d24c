import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 1.1: 2 · x of every entry; no other exercise calls it.
  static let doubled = Exercise(
    Columns(
      Fixture.doubled, choosing: Computation { _, x in 2 * x },
      right: { try $0.table($1, $2) },
      slips: [
        .at(\.table, "squared", "This is x²: twice x is 2 · x.") { _, x in x * x },
        .at(\.table, "opposite sign", "This is −2 · x: the sign is lost.") { _, x in -2 * x },
        .at(\.table, "two added", "This is x + 2: twice x is 2 · x.") { _, x in x.map { $0 + 2 } },
      ]
    ).drawingColumns().made(as: "", of: [Ingredient("x") { _, x in x }]),
    demonstration: .onTwoRows(Fixture.doubled)
  ) { doubled in doubled.checks }

  /// 1.2: x² of every entry.
  static let squared = Exercise(
    Columns(
      Fixture.squared, choosing: Computation { _, x in x * x },
      right: { try $0.table($1, $2) },
      slips: [
        .at(\.table, "doubled", "This is 2 · x, the answer to 1.1.") { _, x in 2 * x },
        .at(\.table, "sign kept", "Negative entries stay negative: the square of −3 is 9.") { _, x in
          x.map { abs($0) * $0 }
        },
      ]
    ).drawingColumns().made(as: "", of: [Ingredient("x") { _, x in x }]),
    demonstration: .onTwoRows(Fixture.squared)
  ) { squared in squared.checks }
}

/// The one choice of these exercises: how the table that is returned is computed.
struct Computation {
  var table: @Sendable (Answers, Matrix) throws -> Matrix

  init(_ table: @escaping @Sendable (Answers, Matrix) throws -> Matrix) { self.table = table }
}

/// A function of a table.
typealias Columns = Specification<Matrix, Matrix>

extension Columns {
  /// A table of any size with numbers of both signs.
  func drawingColumns() -> Columns {
    drawing { size, generator in
      let rows = Int.random(in: 1...max(1, size), using: &generator)
      let columns = Int.random(in: 1...max(1, size), using: &generator)
      let numbers = (0..<rows * columns).map { _ in generator.nextGaussian() }
      return Matrix(rows: rows, columns: columns, elements: numbers)
    }
  }

  /// The checks of every such function.
  var checks: [Check] {
    [
      check(.shape, "of a table [3, 2]", on: small),
      check(.value, "three rows by hand", on: small),
      check(.value, "a table with large numbers", on: large),
    ]
  }
}

extension Demonstration {
  /// The page's example: a function of two rows.
  static func onTwoRows(_ function: LessonFunction<Matrix, Matrix>) -> Demonstration {
    Demonstration { student in
      [
        DemonstratedCall(
          "`\(function.name)([[1, 4], [3, 0]])`", try student.call(function, Matrix([[1, 4], [3, 0]])))
      ]
    }
  }
}

private let small = Matrix([[1, -4], [0.5, 3], [-2, 2.5]])
private let others = Matrix([[0.25, 5, -1], [-3, 1.5, 7], [4, -0.5, 0], [2.5, 6, -2]])
private let large = Matrix([[1000, -40, 3], [-300, 25, 80]])
