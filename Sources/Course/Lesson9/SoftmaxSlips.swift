import CourseKit
import Engine

let softmaxSlips: [Slip<SoftmaxChoices>] = [
  powerSlips, divisorSlips, sumSlips, addedSlips, entrySlips, keptSlips, wholeSlips, rowSlips, cutSlips, columnSlips,
  // Last, so that of two sentences that of the overflow comes second: it shows at large logits only.
  largestLogitSlips(\.shift),
].flatMap { $0 }

private let columnSlips: [Slip<SoftmaxChoices>] = [
  .at(
    \.shift, "largest of the column subtracted",
    "The largest logit of the column is subtracted, a different number in each column, which changes the probabilities: it is the largest of the row."
  ) { logits, _, column in (0..<logits.rows).map { logits[$0, column] }.max() ?? 0 }
]

private let cutSlips: [Slip<SoftmaxChoices>] = [20, 50, 100, 500, 700].flatMap {
  bound -> [Slip<SoftmaxChoices>] in
  [
    .at(
      \.logit, "clipped to ±\(bound)",
      "Logits beyond ±\(bound) are cut there, which changes their probabilities: leave them as they are and subtract the row's largest instead."
    ) { z in min(max(z, -Double(bound)), Double(bound)) },
    .at(
      \.logit, "cut at \(bound)",
      "Logits above \(bound) are cut there, which changes their probabilities: leave them as they are and subtract the row's largest instead."
    ) { z in min(z, Double(bound)) },
  ]
}

private let powerSlips: [Slip<SoftmaxChoices>] = [
  .at(
    \.logit, "sign exchanged", "This is exp(−z) / Σ exp(−z): a larger logit must give a larger probability, exp(z)."
  ) { z in -z },
  .at(
    \.power, "difference turned",
    "The difference is the wrong way round, exp(largest − z), so that the smallest logit gets the largest probability: it is exp(z − largest)."
  ) { z, shift in exp(shift - z) },
  .at(\.power, "base 2", "The powers are those of 2: the softmax takes powers of e, `exp`.") { z, shift in
    exp((z - shift) * log(2))
  },
  .at(\.power, "base 10", "The powers are those of 10: the softmax takes powers of e, `exp`.") { z, shift in
    exp((z - shift) * log(10))
  },
  .at(
    \.power, "exp forgotten, largest subtracted",
    "There is no exp: z less the row's largest is divided by the sum of such numbers. Take exp of each first."
  ) { z, shift in z - shift },
  .at(
    \.power, "largest subtracted after exp",
    "The largest logit is taken from exp(z), after exp: it belongs inside, exp(z − largest)."
  ) { z, shift in exp(z) - shift },
  .at(
    \.power, "divided by the largest before exp",
    "The logits are divided by the largest before exp, which changes the probabilities: subtract it."
  ) { z, shift in exp(z / shift) },
  .at(
    \.power, "1 subtracted from exp",
    "1 is taken from each exp: the largest logit's own share becomes 0. It is exp of z less the largest, nothing else."
  ) { z, shift in exp(z - shift) - 1 },
  .at(\.power, "1 added to exp", "1 is added to each exp: leave it out, each row adds up to 1 by the division.") {
    z, shift in exp(z - shift) + 1
  },
  .at(\.power, "exp squared", "The powers are squared, exp(2z): take exp of each logit once.") { z, shift in
    exp(2 * (z - shift))
  },
  .at(
    \.power, "square for exp", "The squares of z less the largest stand in the place of exp: take exp of it."
  ) { z, shift in (z - shift) * (z - shift) },
  .at(
    \.power, "sigmoid for exp",
    "The sigmoid stands in the place of exp: it is exp of each logit, divided by the sum of them all."
  ) { z, shift in Oracle.sigmoid(z - shift) },
]

private let divisorSlips: [Slip<SoftmaxChoices>] = [
  .at(
    \.divisor, "sum down the columns",
    "Each entry is divided by the sum of its column, so that the columns add up to 1: an example is a row, and it is the row that adds up to 1."
  ) { powers in powers.columnSum },
  .at(
    \.divisor, "sum of all entries",
    "Every entry is divided by the sum of the whole matrix: each row has a sum of its own and adds up to 1."
  ) { powers in (0..<powers.all.rows).reduce(0) { $0 + powers.sum(of: $1) } },
  .at(
    \.divisor, "sum not reset",
    "The sum goes on from the rows before: set it to 0 at the beginning of each row."
  ) { powers in (0...powers.row).reduce(0) { $0 + powers.sum(of: $1) } },
  .at(\.divisor, "sum of row 0", "Every row is divided by the sum of row 0: each has its own.") { powers in
    powers.sum(of: 0)
  },
  .at(
    \.divisor, "divided while summing",
    "An entry is divided by the sum up to its own column: add up the whole row first, then divide in a second loop."
  ) { powers in (0...powers.column).reduce(0) { $0 + powers.all[powers.row, $1] } },
  .at(\.divisor, "1 added to the sum", "The sum is too large by 1: if it starts at 1, start it at 0.") { powers in
    1 + powers.sum(of: powers.row)
  },
  .at(
    \.divisor, "not divided",
    "The largest logit of every row gets 1: divide each exp(z − largest) by the sum of the row, which is more than 1."
  ) { _ in 1 },
  .at(
    \.divisor, "divided by the number of classes",
    "The row is divided by the number of classes: divide by the sum of its exp(z), so that it adds up to 1."
  ) { powers in Double(powers.all.columns) },
  .at(
    \.divisor, "divided by the number of rows",
    "The powers are divided by the number of rows: divide by the sum of the row, so that it adds up to 1."
  ) { powers in Double(powers.all.rows) },
  .at(
    \.divisor, "root of the sum of squares",
    "The row is divided by the root of its sum of squares, its length: divide by its sum."
  ) { powers in
    let row = Oracle.row(powers.all, powers.row)
    return row.reduce(0) { $0 + $1 * $1 }.squareRoot()
  },
]

private let sumSlips: [Slip<SoftmaxChoices>] = [
  .at(
    \.divisor, "own power left out of the sum",
    "Each entry is divided by the sum of the others: its own exp is part of the sum, too."
  ) { powers in powers.sum(of: powers.row) { $0 != powers.column } },
  .at(
    \.divisor, "first class left out of the sum", "Column 0 is left out of the sum: columns count from 0."
  ) { powers in powers.sum(of: powers.row) { $0 > 0 } },
  .at(
    \.divisor, "last class left out of the sum",
    "The last column is left out of the sum: the columns are 0 ..< logits.columns."
  ) { powers in powers.sum(of: powers.row) { $0 < powers.all.columns - 1 } },
  .at(
    \.divisor, "sum of what follows",
    "An entry is divided by the sum of its own column and those behind it: add up the whole row first."
  ) { powers in powers.sum(of: powers.row) { $0 >= powers.column } },
  .at(
    \.divisor, "first column not divided",
    "Column 0 is not divided by the sum: divide all columns, 0 ..< logits.columns."
  ) { powers in powers.column == 0 ? 1 : powers.sum(of: powers.row) },
  .at(
    \.divisor, "last column not divided",
    "The last column is not divided by the sum: divide all columns, 0 ..< logits.columns."
  ) { powers in powers.column == powers.all.columns - 1 ? 1 : powers.sum(of: powers.row) },
  .at(
    \.divisor, "sum of the logits",
    "exp(z) is divided by the sum of the logits themselves: the sum is that of the exp(z) of the row."
  ) { powers in Oracle.row(powers.logits, powers.row).reduce(0, +) },
  .at(
    \.addend, "largest subtracted above alone",
    "The largest logit is subtracted in the numerator alone: the sum must take the same exp(z − largest)."
  ) { z, _ in exp(z) },
]

private let addedSlips: [Slip<SoftmaxChoices>] = [1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3].map {
  epsilon -> Slip<SoftmaxChoices> in
  .at(
    \.divisor, "\(short(epsilon)) added to the sum",
    "\(short(epsilon)) is added to the sum: once the largest logit is subtracted the sum is at least 1, and nothing need be added."
  ) { powers in powers.sum(of: powers.row) + epsilon }
}

private let entrySlips: [Slip<SoftmaxChoices>] = [
  .at(\.entry, "logarithm", "This is log p, the log-softmax: the probability itself is asked for.") { p, _ in log(p)
  },
  .at(\.entry, "1 − p", "This is 1 − p, the probability of all other classes: return p.") { p, _ in 1 - p },
  .at(\.entry, "slope", "This is p · (1 − p), a slope of the softmax: the probability p itself is asked for.") {
    p, _ in
    p * (1 - p)
  },
  .at(\.entry, "squared", "The probabilities are squared: return p itself, so that the row adds up to 1.") { p, _ in
    p * p
  },
  .at(\.entry, "percent", "These are percents: a row of probabilities adds up to 1.") { p, _ in 100 * p },
  .at(
    \.entry, "divided by the rows",
    "The probabilities are divided by the number of rows: that comes in 9.3, not here."
  ) { p, logits in p / Double(logits.rows) },
  .at(
    \.entry, "divided by the classes",
    "The probabilities are divided by the number of classes: each row adds up to 1."
  ) { p, logits in p / Double(logits.columns) },
  .at(\.entry, "rounded", "The probabilities are rounded to 0 and 1: return them as they are.") { p, _ in p.rounded()
  },
]

private let keptSlips: [Slip<SoftmaxChoices>] = [1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2].map {
  epsilon -> Slip<SoftmaxChoices> in
  .at(
    \.entry, "clipped at \(short(epsilon))",
    "The probabilities are kept between \(short(epsilon)) and 1 − \(short(epsilon)): return them as they are, nothing takes their logarithm."
  ) { p, _ in min(max(p, epsilon), 1 - epsilon) }
}

private let wholeSlips: [Slip<SoftmaxChoices>] = [
  .at(
    \.whole, "first row alone, the others as logits",
    "Only row 0 is worked out, the others come back as logits: go through all rows. If you return inside the loop, do so after it."
  ) { logits in
    let p = Oracle.softmax(logits)
    return Matrix.filled(logits.rows, logits.columns) { $0 == 0 ? p[$0, $1] : logits[$0, $1] }
  },
  .at(
    \.whole, "last row as logits", "The last row comes back as logits: the rows are 0 ..< logits.rows."
  ) { logits in
    let p = Oracle.softmax(logits)
    return Matrix.filled(logits.rows, logits.columns) { $0 < logits.rows - 1 ? p[$0, $1] : logits[$0, $1] }
  },
  .at(
    \.whole, "first row as logits", "Row 0 comes back as logits: the first row has index 0."
  ) { logits in
    let p = Oracle.softmax(logits)
    return Matrix.filled(logits.rows, logits.columns) { $0 > 0 ? p[$0, $1] : logits[$0, $1] }
  },
  .at(
    \.whole, "largest subtracted in the sum alone",
    "The largest logit is subtracted in the sum alone: the numerator must take the same exp(z − largest)."
  ) { logits in
    Matrix.filled(logits.rows, logits.columns) { row, column in
      let largest = largest(logits, row)
      return exp(logits[row, column]) / Oracle.row(logits, row).reduce(0) { $0 + exp($1 - largest) }
    }
  },
  .at(
    \.whole, "nothing subtracted, NaN made 0",
    "exp overflows or underflows, and the NaN that comes of it is made 0: subtract the row's largest logit before exp, then there is none."
  ) { logits in
    Matrix.filled(logits.rows, logits.columns) { row, column in
      let p = exp(logits[row, column]) / Oracle.row(logits, row).reduce(0) { $0 + exp($1) }
      return p.isNaN ? 0 : p
    }
  },
  .at(
    \.whole, "sum made again",
    "The sum is made again for each column, when those before it are divided already: add up once, then divide."
  ) { logits in
    var powers = Matrix.filled(logits.rows, logits.columns) { exp(logits[$0, $1] - largest(logits, $0)) }
    for row in 0..<logits.rows {
      for column in 0..<logits.columns { powers[row, column] /= Oracle.row(powers, row).reduce(0, +) }
    }
    return powers
  },
  .at(
    \.whole, "sigmoid of each logit",
    "This is the sigmoid of each logit by itself, and no row adds up to 1: the softmax divides exp(z) by the sum over the row."
  ) { logits in logits.map { Oracle.sigmoid($0) } },
  .at(
    \.whole, "exp forgotten",
    "The logits are divided by their sum, without exp: that can be negative. Take exp of each first."
  ) { logits in
    Matrix.filled(logits.rows, logits.columns) { row, column in
      logits[row, column] / Oracle.row(logits, row).reduce(0, +)
    }
  },
  .at(
    \.whole, "1 for the largest",
    "The largest logit gets 1 and all others 0: the softmax gives every class its share, exp(z) / Σ exp(z)."
  ) { logits in
    Matrix.filled(logits.rows, logits.columns) { row, column in
      Oracle.row(logits, row).firstIndex(of: largest(logits, row)) == column ? 1 : 0
    }
  },
  .at(
    \.whole, "stretched from 0 to 1",
    "The row is stretched so that its smallest logit becomes 0 and its largest 1: the softmax is exp(z) / Σ exp(z)."
  ) { logits in
    Matrix.filled(logits.rows, logits.columns) { row, column in
      let smallest = Oracle.row(logits, row).min() ?? 0
      return (logits[row, column] - smallest) / (largest(logits, row) - smallest)
    }
  },
  .at(
    \.whole, "softmax taken twice", "The softmax is taken of the softmax: take it of the logits, once."
  ) { logits in Oracle.softmax(Oracle.softmax(logits)) },
  .at(
    \.whole, "logits returned",
    "The logits come back as they are: fill the matrix that you return with exp(z) / Σ exp(z)."
  ) {
    logits in logits
  },
]

private let rowSlips: [Slip<SoftmaxChoices>] = [
  .at(\.isWorkedOut, "first row left out", "Row 0 stays 0: the first row has index 0.") { row, _ in row > 0 },
  .at(\.isWorkedOut, "last row left out", "The last row stays 0: the rows are 0 ..< logits.rows.") { row, rows in
    row < rows - 1
  },
  .at(
    \.isWorkedOut, "first row alone",
    "Only row 0 is worked out, the others stay 0: go through all rows. If you return inside the loop, do so after it."
  ) { row, _ in row == 0 },
  .at(\.source, "row 0 throughout", "Every row is the softmax of row 0: take each row's own logits.") { _ in 0 },
  .at(
    \.finished, "rows and columns exchanged", "Rows and columns are exchanged: the result has the shape of the logits."
  ) { Stopping.turned($0) },
]

/// A small number as the page writes it: 1e-7, where Swift says 1e-07.
func short(_ epsilon: Double) -> String {
  epsilon >= 1e-3 ? "\(epsilon)" : "\(epsilon)".replacing("e-0", with: "e-")
}
