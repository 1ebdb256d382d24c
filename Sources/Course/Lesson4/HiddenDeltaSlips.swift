import CourseKit
import Engine
import Vocabulary
import Wire

let hiddenDeltaSlips: [Slip<HiddenDeltaChoices>] =
  [
    .at(
      \.joined, "what comes back activated",
      "What comes back goes through the activation function first: multiply it by the slope as it is."
    ) { answers, back, slope, hidden in try Stopping.entrywise(try answers.activation(back, hidden), slope, *) }
  ] + backSlips + slopeSlips + resultSlips

private let backSlips: [Slip<HiddenDeltaChoices>] = [
  .at(
    \.back, "weights not transposed",
    "The delta was multiplied by W; on the way back it is Wᵀ: matmul(nextDelta, nextWeights.transposed)."
  ) { delta, weights, _ in try Stopping.product(delta, weights) },
  .at(
    \.back, "weights read column by column",
    "The weights' `elements` are read as if they lay column by column: row r and column c stand at r · columns + c."
  ) { delta, weights, _ in
    let read = Matrix.filled(weights.rows, weights.columns) { weights.elements[$1 * weights.rows + $0] }
    return try sentBack(delta, read, 0..<delta.columns)
  },
  .at(
    \.back, "weights transposed only where they must be",
    "The weights are transposed only where the product would not fit, so that square ones are not: it is δ · Wᵀ always."
  ) { delta, weights, _ in
    delta.columns == weights.rows
      ? try Stopping.product(delta, weights) : try sentBack(delta, weights, 0..<delta.columns)
  },
  .at(
    \.back, "sum goes on from unit to unit",
    "The sum goes on from unit to unit: it starts anew for each unit of each row."
  ) { delta, weights, _ in
    runningSums(of: try sentBack(delta, weights, 0..<delta.columns), startingEachRow: true)
  },
  .at(
    \.back, "sum never starts anew",
    "The sum goes on from row to row: it starts anew for each unit of each row."
  ) { delta, weights, _ in
    runningSums(of: try sentBack(delta, weights, 0..<delta.columns), startingEachRow: false)
  },
  .at(
    \.back, "weights left out",
    "The next layer's delta comes without its weights: send it back through them first, δ · Wᵀ."
  ) { delta, _, _ in delta },
  .at(
    \.back, "sum of the delta alone",
    "The weights are missing from the sum over the next units: each delta comes back times its weight, δ · Wᵀ."
  ) { delta, weights, _ in rowSums(delta, columns: weights.rows) },
  .at(
    \.back, "sum of the weights alone",
    "The next layer's delta is missing: each weight is multiplied by the delta of its unit, δ · Wᵀ."
  ) { delta, weights, _ in
    let sums = rowSums(weights, columns: delta.rows)
    return Stopping.turned(sums)
  },
  .at(
    \.back, "first next unit alone",
    "Only the first unit of the next layer sends its delta back: add up over all of them, δ · Wᵀ."
  ) { delta, weights, _ in try sentBack(delta, weights, 0..<1) },
  .at(
    \.back, "last next unit alone",
    "Only the last unit of the next layer counts: add up over all of them (with += in a loop), δ · Wᵀ."
  ) { delta, weights, _ in try sentBack(delta, weights, delta.columns - 1..<delta.columns) },
  .at(
    \.back, "first next unit left out", "The first unit of the next layer is left out of the sum: begin at index 0."
  ) { delta, weights, _ in try sentBack(delta, weights, 1..<delta.columns) },
  .at(
    \.back, "last next unit left out",
    "The last unit of the next layer is left out of the sum: it goes over all of them."
  ) { delta, weights, _ in try sentBack(delta, weights, 0..<delta.columns - 1) },
  .at(
    \.back, "Z for the delta",
    "Z goes through Wᵀ; what comes back through the weights is the next layer's delta, δ · Wᵀ."
  ) { _, weights, z in try Stopping.product(z, Stopping.turned(weights)) },
  .at(
    \.back, "Z through the weights",
    "Z goes forward through W here; what goes back, through Wᵀ, is the next layer's delta: δ · Wᵀ."
  ) { _, weights, z in try Stopping.product(z, weights) },
  .at(
    \.back, "square of the delta", "The delta is squared on its way back: it is δ · Wᵀ."
  ) { delta, weights, _ in try sentBack(delta.map { $0 * $0 }, weights, 0..<delta.columns) },
  .at(
    \.back, "delta without sign", "The next layer's delta has lost its sign: it goes back as it is, δ · Wᵀ."
  ) { delta, weights, _ in try sentBack(delta.map { abs($0) }, weights, 0..<delta.columns) },
  .at(
    \.back, "delta and weights added",
    "Deltas and weights are added up: each delta is multiplied by its weight, δ · Wᵀ."
  ) { delta, weights, _ in
    let (deltas, sums) = (rowSums(delta, columns: weights.rows), rowSums(weights, columns: delta.rows))
    return try Stopping.entrywise(deltas, Stopping.turned(sums), +)
  },
  .at(
    \.back, "product of the next units",
    "What comes from the next units is multiplied together: add it up over all of them, δ · Wᵀ."
  ) { delta, weights, _ in
    Matrix.filled(delta.rows, weights.rows) { row, unit in
      (0..<delta.columns).reduce(1) { $0 * delta[row, $1] * weights[unit, $1] }
    }
  },
  .at(
    \.back, "square of the weights", "The weights are squared on the way back: it is δ · Wᵀ."
  ) { delta, weights, _ in try sentBack(delta, weights.map { $0 * $0 }, 0..<delta.columns) },
  .at(
    \.back, "delta of the first row", "Every row gets what comes back of the first row: each example has its own delta."
  ) { delta, weights, _ in
    let sent = try sentBack(delta, weights, 0..<delta.columns)
    return Matrix.filled(sent.rows, sent.columns) { sent[0, $1] }
  },
  .at(
    \.slopeComesFirst, "slope before the weights",
    "The slope is multiplied in before the weights: it is this layer's, so first δ · Wᵀ, then times the slope.", true),
]

private let slopeSlips: [Slip<HiddenDeltaChoices>] = [
  .at(
    \.place, "slope at the activation", "The slope is taken at the activation A; its argument is the pre-activation Z."
  ) { try $0.answers.activation($0.z, $0.hidden) },
  .at(
    \.place, "slope at δWᵀ", "The slope is taken at what comes back, δ · Wᵀ: multiply that by the slope at Z."
  ) { $0.back },
  .at(
    \.place, "slope at the next delta",
    "The slope is taken at the next layer's delta: its argument is Z, preActivation."
  ) { $0.delta },
  .at(
    \.place, "slope of the slope", "The slope is taken twice, one of the other: once, at Z, is right."
  ) { try $0.answers.slope($0.z, $0.hidden) },

  .at(
    \.activation, "always the ReLU mask", "The slope is ReLU's whatever is asked for: use the argument `hidden`."
  ) { _ in .relu },
  .at(
    \.activation, "always the sigmoid slope",
    "The slope is the sigmoid's whatever is asked for: use the argument `hidden`."
  ) { _ in .sigmoid },
  .at(
    \.activation, "always the tanh slope", "The slope is tanh's whatever is asked for: use the argument `hidden`."
  ) { _ in .tanh },
  .at(
    \.activation, "sigmoid and tanh exchanged",
    "Sigmoid gets tanh's slope and tanh the sigmoid's: hidden.derivative(Z) takes the one that is asked for."
  ) { $0 == .relu ? .relu : $0 == .tanh ? .sigmoid : .tanh },

  .at(
    \.relu, "one at zero",
    "Right but for ReLU at Z = 0: the course takes the slope 0 there. hidden.derivative(Z) has it, a mask with ≥ has not."
  ) { _, z in z.map { $0 >= 0 ? 1 : 0 } },
  .at(
    \.relu, "half at zero",
    "Right but for ReLU at Z = 0: the slope is ½ here, and the course takes 0 there: use hidden.derivative(Z)."
  ) { _, z in z.map { $0 > 0 ? 1 : $0 == 0 ? 0.5 : 0 } },
  .at(
    \.relu, "ReLU's mask reversed",
    "ReLU's slope is 1 where Z is negative here: it is 1 where Z itself is above 0, and 0 elsewhere."
  ) { _, z in z.map { $0 < 0 ? 1 : 0 } },
  .at(
    \.relu, "ReLU's slope 1 everywhere", "ReLU's slope is 1 everywhere here: where Z is 0 or less it must be 0."
  ) { _, z in z.map { _ in 1 } },
  .at(
    \.relu, "ReLU's mask reversed, with zero",
    "ReLU's slope is 1 where Z is 0 or less here: it is 1 where Z itself is above 0, and 0 elsewhere."
  ) { _, z in z.map { $0 <= 0 ? 1 : 0 } },
  .at(
    \.relu, "leaky ReLU",
    "For ReLU the slope is 0.01 where Z is 0 or less here: the course's ReLU has the slope 0 there."
  ) { _, z in z.map { $0 > 0 ? 1 : 0.01 } },
  .at(\.relu, "tanh's slope for ReLU", "For ReLU the slope is tanh's: use hidden.derivative(Z).") {
    try $0.slope($1, .tanh)
  },
  .at(\.relu, "the sigmoid's slope for ReLU", "For ReLU the slope is the sigmoid's: use hidden.derivative(Z).") {
    try $0.slope($1, .sigmoid)
  },
  .at(\.relu, "ReLU's value for its slope", "For ReLU its value is multiplied in: it must be its slope, 1 or 0.") {
    _, z in z.map { max(0, $0) }
  },
  .at(
    \.tanh, "tanh's slope from Z", "For tanh this is 1 − Z²: the short form is of A, 1 − A². Use hidden.derivative(Z)."
  ) { _, z in z.map { 1 - $0 * $0 } },
  .at(\.tanh, "tanh not squared", "For tanh this is 1 − tanh(Z): the square is missing, 1 − tanh(Z)².") { _, z in
    z.map { 1 - CourseKit.tanh($0) }
  },
  .at(\.tanh, "tanh squared alone", "For tanh this is tanh(Z)² alone: its slope is 1 − tanh(Z)².") { _, z in
    z.map { CourseKit.tanh($0) * CourseKit.tanh($0) }
  },
  .at(\.tanh, "tanh's value for its slope", "For tanh its value is multiplied in: it must be its slope.") { _, z in
    z.map { CourseKit.tanh($0) }
  },
  .at(\.tanh, "the sigmoid's slope for tanh", "For tanh the slope is the sigmoid's: use hidden.derivative(Z).") {
    try $0.slope($1, .sigmoid)
  },
  .at(\.tanh, "tanh's slope forgotten", "For tanh there is no slope in the delta: use hidden.derivative(Z).") { _, z in
    z.map { _ in 1 }
  },
  .at(
    \.sigmoid, "sigmoid's slope from Z",
    "For sigmoid this is Z · (1 − Z): the short form is of A, A · (1 − A). Use hidden.derivative(Z)."
  ) { _, z in z.map { $0 * (1 - $0) } },
  .at(\.sigmoid, "sigmoid's value for its slope", "For sigmoid its value is multiplied in: it must be its slope.") {
    _, z in z.map { Oracle.sigmoid($0) }
  },
  .at(\.sigmoid, "sigmoid's slope forgotten", "For sigmoid there is no slope in the delta: use hidden.derivative(Z).") {
    _, z in z.map { _ in 1 }
  },
  .at(\.sigmoid, "tanh's slope for sigmoid", "For sigmoid the slope is tanh's: use hidden.derivative(Z).") {
    try $0.slope($1, .tanh)
  },
  .at(
    \.used, "value for slope",
    "The activation function itself is multiplied in; it must be its slope, hidden.derivative(Z)."
  ) { answers, _, place, hidden in try answers.activation(place, hidden) },
  .at(\.used, "pre-activation for slope", "Z itself is multiplied in; it must be the slope at Z.") { _, _, place, _ in
    place
  },
  .at(
    \.used, "formulas of A applied to Z",
    "The slope's formulas for A, A · (1 − A) and 1 − A², are applied to Z: use hidden.derivative(Z)."
  ) { _, slope, place, hidden in
    switch hidden {
    case .relu: slope
    case .tanh: place.map { 1 - $0 * $0 }
    case .sigmoid: place.map { $0 * (1 - $0) }
    }
  },
  .at(\.used, "slope of the first row", "Every row gets the slope of the first row: each example has its own.") {
    _, slope, _, _ in Matrix.filled(slope.rows, slope.columns) { slope[0, $1] }
  },
]

private let resultSlips: [Slip<HiddenDeltaChoices>] = [
  .at(
    \.joined, "slope forgotten",
    "The slope of the activation function is missing: multiply by hidden.derivative(Z)."
  ) { _, back, _, _ in back },
  .at(
    \.joined, "slope alone", "The slope stands alone: multiply it by what comes back from the next layer, δ · Wᵀ."
  ) { _, _, slope, _ in slope },
  .at(
    \.joined, "slope added", "The slope is added to what comes back: the two are multiplied, entry by entry."
  ) { _, back, slope, _ in try Stopping.entrywise(back, slope, +) },
  .at(
    \.joined, "slope subtracted", "The slope is taken away from what comes back: the two are multiplied."
  ) { _, back, slope, _ in try Stopping.entrywise(back, slope, -) },
  .at(
    \.joined, "divided by the slope", "What comes back is divided by the slope: multiply by it, entry by entry."
  ) { _, back, slope, _ in try Stopping.entrywise(back, slope, /) },
  .at(
    \.joined, "slope twice", "The slope is multiplied in twice: once is right."
  ) { _, back, slope, _ in try Stopping.entrywise(back, slope) { $0 * $1 * $1 } },
  .at(
    \.joined, "matrix product with the slope",
    "The slope is joined by a matrix product: it is multiplied entry by entry, with * instead of matmul."
  ) { _, back, slope, _ in try Stopping.product(back, Stopping.turned(slope)) },
  .at(
    \.joined, "slope at what comes back",
    "The slope is taken at what comes back, δ · Wᵀ; its argument is Z, and the two are multiplied."
  ) { answers, back, _, hidden in try answers.slope(back, hidden) },
  .at(
    \.joined, "what comes back cut off",
    "What comes back, δ · Wᵀ, is cut off below 0: multiply it by the slope at Z instead, hidden.derivative(Z)."
  ) { _, back, _, _ in back.map { max(0, $0) } },
  .at(
    \.joined, "activation of what comes back",
    "What comes back goes through the activation function: multiply it by the slope at Z, hidden.derivative(Z)."
  ) { answers, back, _, hidden in try answers.activation(back, hidden) },

  .at(
    \.factor, "mean taken again", "There is a division by the number of rows here; the mean comes once, in 4.3."
  ) { rows, _, _ in 1 / Double(rows) },
  .at(
    \.factor, "times the rows", "The delta is multiplied by the number of rows: there is no such factor here."
  ) { rows, _, _ in Double(rows) },
  .at(
    \.factor, "sign exchanged", "The delta has the opposite sign: δ · Wᵀ times the slope has no minus."
  ) { _, _, _ in -1 },
  .at(
    \.factor, "divided by the next units",
    "There is a division by the number of the next layer's units: what comes from them is added up, without a mean."
  ) { _, _, next in 1 / Double(next) },
  .at(
    \.factor, "divided by the units", "There is a division by the number of this layer's units: there is no mean here."
  ) { _, units, _ in 1 / Double(units) },
  .at(
    \.factor, "divided by the next delta's entries",
    "There is a division by the number of nextDelta's entries: the mean comes once, in 4.3, and over the rows."
  ) { rows, _, next in 1 / Double(rows * next) },
  .at(
    \.factor, "divided by the delta's entries",
    "There is a division by the number of Z's entries: the mean comes once, in 4.3, and over the rows."
  ) { rows, units, _ in 1 / Double(rows * units) },
  .at(\.factor, "factor 2", "There is a factor 2 too many: the delta is δ · Wᵀ times the slope.") { _, _, _ in 2 },
  .at(\.factor, "factor ½", "There is a factor ½ too many: the delta is δ · Wᵀ times the slope.") { _, _, _ in 0.5 },

  .at(
    \.finished, "rows and columns exchanged",
    "The delta is turned, a row for each unit: it needs a row for each example, [N, units]."
  ) { Stopping.turned($0) },
  .at(
    \.finished, "examples added up",
    "The examples are added up here: the delta keeps a row for each, and 4.3 adds them up."
  ) { Stopping.columnSums($0) },
  .at(
    \.finished, "mean of the examples",
    "The mean over the examples is taken here: the delta keeps a row for each, and 4.3 takes the mean."
  ) { delta in Stopping.columnSums(delta).map { $0 / Double(delta.rows) } },
]
