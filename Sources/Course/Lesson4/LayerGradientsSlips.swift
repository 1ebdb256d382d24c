import Contract
import CourseKit
import Engine
import Wire

private typealias LayerSlip = Slip<LayerGradientsChoices>

let layerGradientsSlips: [Slip<LayerGradientsChoices>] =
  divisorSlips + rowSlips + deltaSlips + weightSlips + biasSlips + [
    .at(\.signs, "sign exchanged", "Both gradients have the opposite sign: it is +Aᵀ · delta / N.", (-1, -1)),
    .at(
      \.signs, "sign exchanged for the weights", "The weights' gradient has the opposite sign: no minus here.", (-1, 1)),
    .at(
      \.signs, "sign exchanged for the biases", "The biases' gradient has the opposite sign: no minus here.", (1, -1)),
    .at(
      \.returned, "weights and biases exchanged",
      "The two gradients are returned in each other's place: first the weights', then the biases'."
    ) { ($1, $0) },
  ]

private let divisorSlips: [LayerSlip] =
  [
    .at(
      \.divisors, "mean missing",
      "The mean over the batch is missing: divide both gradients by the number of rows N."
    ) { _ in (1, 1) },
    .at(
      \.divisors, "mean missing for the biases", "The bias gradient is not divided by the number of rows N."
    ) { ($0.rows, 1) },
    .at(
      \.divisors, "mean missing for the weights", "The weight gradient is not divided by the number of rows N."
    ) { (1, $0.rows) },
  ]
  + divided("mean taken twice", "divided by the number of rows N twice: once is right") { $0.rows * $0.rows }
  + divided("divided by the units", "divided by the number of columns (units); the mean goes over the rows (examples)")
{
  $0.units
}
  + divided("divided by the inputs", "divided by the number of the input's columns; the mean goes over the rows") {
    $0.inputs
  }
  + divided("divided by all entries of the delta", "divided by the number of the delta's entries: divide by its rows") {
    $0.rows * $0.units
  }
  + divided("divided by all entries of the input", "divided by the number of the input's entries: divide by its rows") {
    $0.rows * $0.inputs
  }
  + divided("divided by N − 1", "divided by N − 1: a mean divides by the number of rows N itself") { $0.rows - 1 }
  + divided("divided by N + 1", "divided by N + 1: a mean divides by the number of rows N itself") { $0.rows + 1 }
  + divided("divided by 2N", "divided by 2N: a mean divides by the number of rows N itself") { 2 * $0.rows }
  + divided("factor 2", "twice too large: the factor 2 belongs to the squared error") { $0.rows / 2 }
  + divided("multiplied by N", "multiplied by the number of rows N: a mean divides by it") { 1 / $0.rows }
  + divided("divided by √N", "divided by √N: a mean divides by the number of rows N itself") { $0.rows.squareRoot() }
  + divided("whole-number division", "0 where N is above 1: 1 / N of whole numbers is 0, so divide by Double(N)") {
    $0.rows == 1 ? 1 : .infinity
  }

/// Three slips of one division: that of both gradients, that of the weights and that of the biases.
private func divided(
  _ name: String, _ problem: String, _ divisor: @escaping @Sendable (LayerSizes) -> Double
) -> [LayerSlip] {
  [
    .at(\.divisors, name, "Both gradients are \(problem).") { (divisor($0), divisor($0)) },
    .at(\.divisors, "\(name) for the weights", "The weights' gradient is \(problem).") { (divisor($0), $0.rows) },
    .at(\.divisors, "\(name) for the biases", "The biases' gradient is \(problem).") { ($0.rows, divisor($0)) },
  ]
}

private let rowSlips: [LayerSlip] =
  summed("first row alone", "go over the first row alone: add up all rows, then divide by N") { _ in 0..<1 }
  + summed("last row alone", "go over the last row alone: add up all rows (with += in a loop)") { $0 - 1..<$0 }
  + summed("first row left out", "leave the first row out: rows count from 0") { 1..<$0 }
  + summed("last row left out", "leave the last row out: the sum goes over all rows") { 0..<$0 - 1 }

/// Three slips of one range of rows.
private func summed(
  _ name: String, _ problem: String, _ rows: @escaping @Sendable (Int) -> Range<Int>
) -> [LayerSlip] {
  [
    .at(\.rows, name, "The sums of both gradients \(problem).") { (rows($0), rows($0)) },
    .at(\.rows, "\(name) for the weights", "The sums of the weights' gradient \(problem).") { (rows($0), 0..<$0) },
    .at(\.rows, "\(name) for the biases", "The sums of the biases' gradient \(problem).") { (0..<$0, rows($0)) },
  ]
}

private let deltaSlips: [LayerSlip] =
  changed("delta squared", "delta is squared: use it as it is") { $0 * $0 }
  + changed("absolute delta", "delta has lost its sign: use it as it is, without abs") { abs($0) }

/// Three slips that change the entries of the delta.
private func changed(_ name: String, _ problem: String, _ entry: @escaping @Sendable (Double) -> Double) -> [LayerSlip]
{
  [
    .at(\.delta, name, "In both gradients the \(problem).") { ($0.map(entry), $0.map(entry)) },
    .at(\.delta, "\(name) for the weights", "In the weights' gradient the \(problem).") { ($0.map(entry), $0) },
    .at(\.delta, "\(name) for the biases", "In the biases' gradient the \(problem).") { ($0, $0.map(entry)) },
  ]
}

private let weightSlips: [LayerSlip] = [
  .at(
    \.product, "delta for the weights",
    "The weights' gradient is made of the delta alone: it is Aᵀ · delta / N, with what went into the layer."
  ) { delta, _, _ in delta },
  .at(
    \.product, "divided by N in each turn",
    "The weights' sums are divided by N in every turn of the loop: add up all rows first, then divide once."
  ) { delta, input, rows in
    let count = Double(delta.rows)
    return Matrix.filled(input.columns, delta.columns) { feature, unit in
      count * rows.reduce(0) { ($0 + input[$1, feature] * delta[$1, unit]) / count }
    }
  },
  .at(
    \.product, "weights written column by column",
    "The weights' `elements` are written as if they lay column by column: row r and column c stand at r · columns + c."
  ) { delta, input, rows in
    let right = productOfRows(input, delta, rows)
    return Matrix(rows: right.rows, columns: right.columns, elements: Stopping.turned(right).elements)
  },
  .at(
    \.product, "input read column by column",
    "The input has got the shape of its transpose with its entries in the old order: Aᵀ exchanges rows and columns."
  ) { delta, input, _ in
    try Stopping.product(Matrix(rows: input.columns, columns: input.rows, elements: input.elements), delta)
  },
  .at(
    \.product, "mean by halving",
    "At each row the weights' mean becomes (old + new) / 2, so that late rows weigh more: add all rows up and divide once."
  ) { delta, input, rows in
    Matrix.filled(input.columns, delta.columns) { feature, unit in
      Double(delta.rows) * rows.reduce(0) { ($0 + input[$1, feature] * delta[$1, unit]) / 2 }
    }
  },
  .at(
    \.product, "input for the weights",
    "The weights' gradient is made of the input alone: it is Aᵀ · delta / N."
  ) { _, input, _ in input },
  .at(
    \.product, "turned input for the weights",
    "The weights' gradient is made of the turned input alone: it is Aᵀ · delta / N."
  ) { _, input, _ in Stopping.turned(input) },
  .at(
    \.product, "weights transposed",
    "The weights' gradient is transposed, δᵀ · A: it needs the shape of the weights, so it is Aᵀ · δ / N."
  ) { delta, input, rows in productOfRows(delta, input, rows) },
  .at(
    \.product, "delta with itself", "The delta is multiplied with itself, δᵀ · δ: the weights' gradient is Aᵀ · δ / N."
  ) { delta, _, rows in productOfRows(delta, delta, rows) },
  .at(
    \.product, "input with itself", "The input is multiplied with itself, Aᵀ · A: the weights' gradient is Aᵀ · δ / N."
  ) { _, input, rows in productOfRows(input, input, rows) },
  .at(
    \.product, "input missing from the weights",
    "The input is missing from the weights' gradient: weight [i, j] needs input i times delta j."
  ) { delta, input, rows in
    let sums = sumOfRows(delta, rows)
    return Matrix.filled(input.columns, delta.columns) { sums[0, $1] }
  },
  .at(
    \.product, "delta missing from the weights",
    "The delta is missing from the weights' gradient: weight [i, j] needs input i times delta j."
  ) { delta, input, rows in
    let sums = sumOfRows(input, rows)
    return Matrix.filled(input.columns, delta.columns) { row, _ in sums[0, row] }
  },
  .at(
    \.product, "input and delta added", "Input and delta are added up for the weights: multiply them, Aᵀ · δ / N."
  ) { delta, input, rows in
    let (inputs, deltas) = (sumOfRows(input, rows), sumOfRows(delta, rows))
    return Matrix.filled(input.columns, delta.columns) { inputs[0, $0] + deltas[0, $1] }
  },
  .at(
    \.product, "product of the sums", "The sums of input and delta are multiplied: multiply row by row first, Aᵀ · δ."
  ) { delta, input, rows in
    let (inputs, deltas) = (sumOfRows(input, rows), sumOfRows(delta, rows))
    return Matrix.filled(input.columns, delta.columns) { inputs[0, $0] * deltas[0, $1] }
  },
  .at(
    \.product, "input squared", "The input is squared in the weights' gradient: it is Aᵀ · δ / N."
  ) { delta, input, rows in productOfRows(input.map { $0 * $0 }, delta, rows) },
  .at(\.product, "weights zero", "The weights' gradient is all zeros: it is Aᵀ · δ / N.") { delta, input, _ in
    .zeros(rows: input.columns, columns: delta.columns)
  },
]

private let biasSlips: [LayerSlip] = [
  .at(
    \.sums, "biases summed along the rows",
    "The biases are summed along the wrong axis, one sum for each example: columnSums() gives one for each unit."
  ) { delta, _, _, _ in Stopping.columnSums(Stopping.turned(delta)) },
  .at(
    \.sums, "row sums as a column",
    "The biases' gradient is a column with a sum for each example: it needs one for each unit, columnSums()."
  ) { delta, _, _, _ in Stopping.turned(Stopping.columnSums(Stopping.turned(delta))) },
  .at(
    \.sums, "biases not summed",
    "The bias gradient still has a row for each example: sum the rows up, columnSums()."
  ) { delta, _, _, _ in delta },
  .at(
    \.sums, "biases from the weights",
    "The bias gradient is the column sums of the weights' gradient: it is those of the delta, divided by N."
  ) { _, _, product, _ in Stopping.columnSums(product) },
  .at(
    \.sums, "weights for biases",
    "The biases' gradient is the weights' gradient once more: it is the column sums of the delta, divided by N."
  ) { _, _, product, _ in product },
  .at(
    \.sums, "biases from the input",
    "The bias gradient is made of the input: it is the column sums of the delta, divided by N."
  ) { _, input, _, rows in sumOfRows(input, rows) },
  .at(
    \.sums, "bias of the first row",
    "The bias gradient is the delta of the first row alone: sum the rows, then divide by N."
  ) { delta, _, _, _ in sumOfRows(delta, 0..<1).map { $0 * Double(delta.rows) } },
  .at(
    \.sums, "bias of the last row",
    "The bias gradient is the delta of the last row alone: sum the rows, then divide by N."
  ) { delta, _, _, _ in sumOfRows(delta, delta.rows - 1..<delta.rows).map { $0 * Double(delta.rows) } },
  .at(
    \.sums, "one total for all biases",
    "Every bias gets the sum of the whole delta: each unit has a sum of its own (columnSums)."
  ) { delta, _, _, rows in total(delta, rows, columns: delta.columns) },
  .at(
    \.sums, "one mean for all biases",
    "Every bias gets the mean of the whole delta: each unit has a mean of its own (columnSums, divided by N)."
  ) { delta, _, _, rows in total(delta, rows, columns: delta.columns).map { $0 / Double(delta.columns) } },
  .at(
    \.sums, "one number for all biases",
    "The bias gradient is one number, of the whole delta: each unit has a sum of its own (columnSums)."
  ) { delta, _, _, rows in total(delta, rows, columns: 1) },
  .at(
    \.sums, "biases as a column",
    "The biases' gradient stands upright: it is a row, [1, units], as columnSums() gives it."
  ) { delta, _, _, rows in Stopping.turned(sumOfRows(delta, rows)) },
  .at(
    \.sums, "biases repeated for each row",
    "The biases' gradient has the same row for each example: one, [1, units], is all."
  ) { delta, _, _, rows in
    let sums = sumOfRows(delta, rows)
    return Matrix.filled(delta.rows, delta.columns) { sums[0, $1] }
  },
  .at(\.sums, "biases zero", "The biases' gradient is all zeros: it is the column sums of the delta, divided by N.") {
    delta, _, _, _ in .zeros(rows: 1, columns: delta.columns)
  },
]

private func total(_ delta: Matrix, _ rows: Range<Int>, columns: Int) -> Matrix {
  let total = sumOfRows(delta, rows).elements.reduce(0, +)
  return Matrix(rows: 1, columns: columns, repeating: total)
}
