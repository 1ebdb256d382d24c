import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 2.11: the rows in an order that is drawn at random; it is judged by what it does, whatever it draws.
  static let shuffled = Exercise(
    Specification(
      Fixture.shuffled,
      right: { _, x, seed in
        var generator = SeededGenerator(seed: seed)
        return x.rows(at: Array(0..<x.rows).shuffled(using: &generator))
      }
    )
    .recognising(mistakes.map(\.known))
    .drawing { size, generator in
      let rows = (0..<max(1, size)).map { _ in generator.nextGaussian() }
      return (Matrix(rows: rows.count, columns: 1, elements: rows), generator.next())
    },
    demonstration: Demonstration { student in
      [DemonstratedCall("rows of `shuffled(…)`", try student.call(Fixture.shuffled, table, 1).rows)]
    }
  ) { shuffled in
    [
      shuffled.check(.shape, "of a table [8, 2]", on: (table, 1)),
      shuffled.check(.property, "every row comes once", on: (table, 1)) { input, yours, ask in
        let first = Shuffle(of: input.0, yours)
        if first.isEveryRowOnce, first.order != Array(0..<input.0.rows) { return nil }
        return Finding(
          evidence: ["the rows of x, in your order: \(first.order.map(String.init).joined(separator: ", "))"],
          diagnosis: mistakes.sentence(explaining: first, and: Shuffle(of: input.0, try ask((input.0, 2)))))
      },
      shuffled.check(
        .property, "the seed decides the order", on: (table, 1), repeatsEvidence: false
      ) { input, yours, ask in
        guard Shuffle(of: input.0, yours).isEveryRowOnce else { throw Waiting.forTheChecksAbove }
        if try ask(input) != yours { return Finding(evidence: ["The same seed gives another order."]) }
        return try ask((input.0, 2)) == yours ? Finding(evidence: ["Another seed gives the same order."]) : nil
      },
    ]
  }
}

/// What became of the rows of a table.
private struct Shuffle: Sendable {
  /// Which row of the table came where; −1 for a row that is none of it.
  let order: [Int]
  let isEveryRowOnce: Bool

  init(of table: Matrix, _ result: Matrix) {
    let rows = (0..<table.rows).map { table.rows(at: [$0]) }
    order = (0..<result.rows).map { row in rows.firstIndex(of: result.rows(at: [row])) ?? -1 }
    isEveryRowOnce = order.sorted() == Array(rows.indices)
  }
}

private let mistakes: [ObservedMistake<Shuffle>] = [
  ObservedMistake("not shuffled", "The rows are in the order in which they came: draw another one.") { shuffle in
    shuffle.isEveryRowOnce && shuffle.order == shuffle.order.sorted()
  },
  ObservedMistake("rows drawn again", "Some rows come twice and others never: draw an order, not row after row.") {
    shuffle in !shuffle.isEveryRowOnce && !shuffle.order.contains(-1)
  },
]

/// Eight rows, no two of which are the same.
private let table = Matrix(rows: 8, columns: 2, elements: (0..<16).map { Double($0) })
