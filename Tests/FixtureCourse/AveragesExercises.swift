import CourseKit
import Engine
import Wire

extension Exercise {
  /// 2.1: the mean of each column.
  static let mean = Exercise(
    Columns(
      Fixture.mean, choosing: Computation { _, x in x.columnSums() / Double(x.rows) },
      right: { try $0.table($1, $2) },
      slips: [
        .at(\.table, "sum", "These are the sums of the columns: divide them by the number of rows.") { _, x in
          x.columnSums()
        },
        .at(\.table, "divided by the columns", "The division is by the columns: a mean goes over the rows.") { _, x in
          x.columnSums() / Double(x.columns)
        },
        .at(\.table, "means of the rows", "These are the means of the rows: take those of the columns.") { _, x in
          x.transposed.columnSums() / Double(x.columns)
        },
      ]
    ).knowing { .rows($0.rows) }.drawingColumns(), demonstration: .onTwoRows(Fixture.mean)
  ) { mean in mean.checks }

  /// 2.2: every entry less the mean of its column.
  static let centred = Exercise(
    Columns(
      Fixture.centred, calls: ["2.1"],
      choosing: Computation { answers, x in x.adding(row: -1 * (try answers(Fixture.mean, x))) },
      right: { try $0.table($1, $2) },
      slips: [
        .at(\.table, "mean added", "The mean is added: take it away.") { answers, x in
          x.adding(row: try answers(Fixture.mean, x))
        },
        .at(\.table, "mean alone", "These are the means alone: take them from the entries.") { answers, x in
          let means = try answers(Fixture.mean, x)
          return (0 * x).adding(row: means)
        },
      ]
    ).drawingColumns(), demonstration: .onTwoRows(Fixture.centred)
  ) { centred in centred.checks }

  /// 2.10: the mean of each column's squared distances from its mean.
  static let spread = Exercise(
    Columns(
      Fixture.spread, calls: ["1.2", "2.2"],
      choosing: Computation { answers, x in
        try answers(Fixture.squared, try answers(Fixture.centred, x)).columnSums() / Double(x.rows)
      },
      right: { try $0.table($1, $2) },
      slips: [
        .at(\.table, "mean missing", "These are sums: divide them by the number of rows.") { answers, x in
          try answers(Fixture.squared, try answers(Fixture.centred, x)).columnSums()
        },
        .at(\.table, "not centred", "These are the squares of x itself: centre x first.") { answers, x in
          try answers(Fixture.squared, x).columnSums() / Double(x.rows)
        },
      ]
    ).knowing { .rows($0.rows) }.drawingColumns(), demonstration: .onTwoRows(Fixture.spread)
  ) { spread in spread.checks }
}
