import CourseKit
import Engine

let linearSlips: [Slip<LinearChoices>] = [
  .at(\.other, "input returned", "This is the input as it came: return Z = A · W + b.") { a, _, _ in a },
  .at(
    \.other, "ones in front of the inputs",
    "A column of 1 stands in front of the inputs, but the biases below the weights: the two must meet, Z = A · W + b."
  ) { a, w, b in
    Matrix.filled(a.rows, w.columns) { row, unit in
      let inputs = [1] + (0..<a.columns).map { a[row, $0] }
      let weights = (0..<w.rows).map { w[$0, unit] } + [b[0, unit]]
      return zip(inputs, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }
  },
  .at(\.other, "weights returned", "These are the weights as they came: return Z = A · W + b.") { _, w, _ in w },
  // Always the same: as a part of a pair it would explain too much.
  .alone(\.applied, "zeros", "All numbers are 0: each entry must be filled, Z = A · W + b.") { _ in 0 },
  .at(
    \.weights, "weights transposed",
    "The weights are transposed: this is A · Wᵀ + b. W is [fanIn, fanOut] as it stands."
  ) { w in turned(w) },
  .at(
    \.input, "input transposed",
    "The input is transposed: this is Aᵀ · W + b. A has an example in each row as it stands."
  ) { a in turned(a) },

  .at(\.inputs, "first input left out", "The sum of each entry leaves out the first input: it goes over all of them.") {
    a, _ in 1..<max(1, a.columns)
  },
  .at(\.inputs, "last input left out", "The sum of each entry leaves out the last input: it goes over all of them.") {
    a, _ in 0..<max(0, a.columns - 1)
  },
  .at(\.inputs, "first input alone", "Only the first input counts: each entry is a sum over all inputs.") { a, _ in
    0..<min(1, a.columns)
  },
  .at(
    \.inputs, "as many inputs as rows",
    "The sum of each entry has as many terms as A has rows: it must have one for each input, A's columns."
  ) { a, _ in 0..<a.rows },
  .at(
    \.inputs, "as many inputs as units",
    "The sum of each entry has as many terms as there are units: it must have one for each input, W's rows."
  ) { _, w in 0..<w.columns },

  .at(
    \.product, "entry by entry", "A and W are multiplied entry by entry, as * does: the matrix product is `matmul`."
  ) { a, w, _ in try entryByEntry(a, w) { $0 * $1 } },
  .at(\.product, "sum for product", "A and W are added: Z is their matrix product A · W, and then + b.") { a, w, _ in
    try entryByEntry(a, w) { $0 + $1 }
  },
  .at(
    \.weights, "weights read column by column",
    "The weights' `elements` are read as if they lay column by column: row r and column c stand at r · columns + c."
  ) { w in Matrix.filled(w.rows, w.columns) { w.elements[$1 * w.rows + $0] } },
  .at(\.product, "weights with themselves", "The weights are multiplied with themselves: it is A · W + b.") { _, w, _ in
    try matrixProduct(w, w, over: 0..<w.columns)
  },
  .at(\.product, "input with itself", "The input is multiplied with itself: it is A · W + b.") { a, _, _ in
    try matrixProduct(a, a, over: 0..<a.columns)
  },
  .at(
    \.product, "weights transposed where they fit",
    "The weights are transposed wherever that fits, so that square ones are, too: W is [fanIn, fanOut] as it stands."
  ) { a, w, inputs in try matrixProduct(a, w.columns == a.columns ? turned(w) : w, over: inputs) },
  .at(
    \.product, "order exchanged where it fits",
    "The product is W · A wherever that fits: in a matrix product the order counts, it is A · W + b."
  ) { a, w, inputs in
    w.columns == a.rows && w.rows == a.rows && w.columns == a.columns
      ? try matrixProduct(w, a, over: inputs) : try matrixProduct(a, w, over: inputs)
  },
  .at(\.product, "order exchanged", "This is W · A + b: in a matrix product the order counts, it is A · W + b.") {
    a, w, _ in try matrixProduct(w, a, over: 0..<w.columns)
  },
  .at(\.product, "last input alone", "Only the last input counts: if you write = in the loop, it must be +=.") {
    a, w, inputs in try matrixProduct(a, w, over: max(0, inputs.upperBound - 1)..<inputs.upperBound)
  },
  .at(\.product, "row 0 for all rows", "Every row is computed from the input's row 0: each has its own example.") {
    a, w, inputs in
    let product = try matrixProduct(a, w, over: inputs)
    return Matrix.filled(product.rows, product.columns) { _, unit in product[0, unit] }
  },
  .at(
    \.product, "unit 0 for all units", "Every unit takes the weights of unit 0: unit j has its own, the column j of W."
  ) {
    a, w, inputs in
    let product = try matrixProduct(a, w, over: inputs)
    return Matrix.filled(product.rows, product.columns) { row, _ in product[row, 0] }
  },
  .at(
    \.product, "unit by row",
    "The weights are dealt out by rows, row i takes column i of W: it is unit j that takes column j."
  ) { a, w, inputs in
    let product = try matrixProduct(a, w, over: inputs)
    guard product.rows <= product.columns else { throw PredictedStop() }
    return Matrix.filled(product.rows, product.columns) { row, _ in product[row, row] }
  },
  .at(
    \.product, "terms added", "A and W are added inside the sum: each term is a product, A[i, k] · W[k, j]."
  ) { a, w, inputs in
    guard a.columns == w.rows, inputs.upperBound <= a.columns else { throw PredictedStop() }
    return Matrix.filled(a.rows, w.columns) { row, unit in inputs.reduce(0) { $0 + a[row, $1] + w[$1, unit] } }
  },
  .at(
    \.product, "sum kept for the next unit",
    "The sum goes on from unit to unit: it must start anew for each entry of Z."
  ) { a, w, inputs in runningSums(of: try matrixProduct(a, w, over: inputs), startingEachRow: true) },
  .at(
    \.product, "sum kept for the next entry",
    "The sum goes on through all entries and rows: start it anew for each entry."
  ) { a, w, inputs in runningSums(of: try matrixProduct(a, w, over: inputs), startingEachRow: false) },
  .at(
    \.product, "product transposed", "The product is transposed before b is added, (A · W)ᵀ = Wᵀ · Aᵀ: it is A · W + b."
  ) { a, w, inputs in turned(try matrixProduct(a, w, over: inputs)) },
  .at(
    \.product, "input by unit", "Unit j takes the input j alone, A[i, j]: in the sum over k it is A[i, k] · W[k, j]."
  ) { a, w, inputs in
    guard w.columns <= a.columns, inputs.upperBound <= w.rows else { throw PredictedStop() }
    return Matrix.filled(a.rows, w.columns) { row, unit in inputs.reduce(0) { $0 + a[row, unit] * w[$1, unit] } }
  },
  .at(
    \.product, "weights of the diagonal",
    "Every unit takes the diagonal of W, W[k, k]: unit j takes its column, W[k, j]."
  ) { a, w, inputs in
    guard inputs.upperBound <= min(w.rows, w.columns, a.columns) else { throw PredictedStop() }
    return Matrix.filled(a.rows, w.columns) { row, _ in inputs.reduce(0) { $0 + a[row, $1] * w[$1, $1] } }
  },
  .at(
    \.product, "weights not multiplied",
    "The inputs are added up without weights: each is multiplied first, A[i, k] · W[k, j]."
  ) { a, w, inputs in
    guard inputs.upperBound <= a.columns else { throw PredictedStop() }
    return Matrix.filled(a.rows, w.columns) { row, _ in inputs.reduce(0) { $0 + a[row, $1] } }
  },
  .at(\.product, "input alone", "The weights are not used: Z is the matrix product A · W, and then + b.") { a, _, _ in a
  },

  .at(\.factor, "product subtracted", "The product is taken with minus, b − A · W: Z is A · W + b.") { _ in -1 },
  .at(\.factor, "product doubled", "The product A · W is counted twice: Z is A · W + b.") { _ in 2 },
  .at(\.factor, "product forgotten", "The product A · W is missing: these are the biases alone.") { _ in 0 },
  .at(\.factor, "mean over rows", "The product is divided by the number of rows: Z is A · W + b without a mean.") { a in
    1 / Double(a.rows)
  },
  .at(\.factor, "mean over inputs", "The product is divided by the number of inputs: Z is A · W + b without a mean.") {
    a in 1 / Double(a.columns)
  },

  .at(
    \.factor, "divided by the root",
    "The product is divided by √fanIn: that belongs to the first weights, not to A · W + b."
  ) { a in 1 / Double(a.columns).squareRoot() },

  .at(\.bias, "biases reversed", "The biases come in reverse order: unit j gets b[0, j].") { layer, _, unit in
    layer.biases[0, layer.biases.columns - 1 - unit]
  },
  .at(\.bias, "bias halved", "Only half of the bias is added: add it whole.") { layer, _, unit in
    layer.biases[0, unit] / 2
  },
  .at(\.bias, "bias times the rows", "The bias comes in as many times as there are rows: each row gets it once.") {
    layer, _, unit in Double(layer.input.rows) * layer.biases[0, unit]
  },
  .at(\.bias, "bias forgotten", "The bias is missing: this is A · W without + b.") { _, _, _ in 0 },
  .at(\.bias, "bias subtracted", "The bias is subtracted: it must be added.") { layer, _, unit in
    -layer.biases[0, unit]
  },
  .at(\.bias, "bias twice", "The bias is added twice: once is enough.") { layer, _, unit in
    2 * layer.biases[0, unit]
  },
  .at(
    \.bias, "bias in each term", "The bias is added once for each input: add it once, after the sum over the inputs."
  ) { layer, _, unit in Double(layer.terms) * layer.biases[0, unit] },
  .at(\.bias, "bias on the first row", "The bias is added to the first row only; every example gets it.") {
    layer, row, unit in row == 0 ? layer.biases[0, unit] : 0
  },
  .at(\.bias, "bias on the last row", "The bias is added to the last row only: each of the rows gets it.") {
    layer, row, unit in row == layer.input.rows - 1 ? layer.biases[0, unit] : 0
  },
  .at(\.bias, "first row without bias", "The first row gets no bias: every example gets it, from row 0 on.") {
    layer, row, unit in row == 0 ? 0 : layer.biases[0, unit]
  },
  .at(\.bias, "last row without bias", "The last row gets no bias: the loop over the rows must reach it, too.") {
    layer, row, unit in row == layer.input.rows - 1 ? 0 : layer.biases[0, unit]
  },
  .at(\.bias, "bias 0 for all units", "Every unit gets the bias of unit 0: unit j has its own, b[0, j].") {
    layer, _, _ in
    layer.biases[0, 0]
  },
  .at(
    \.bias, "bias of the last unit for all", "Every unit gets the bias of the last unit: unit j has its own, b[0, j]."
  ) {
    layer, _, _ in layer.biases[0, layer.biases.columns - 1]
  },
  .at(
    \.bias, "bias by row",
    "The biases are dealt out by rows, row i gets b[0, i]: it is unit j, the column, that gets b[0, j]."
  ) { layer, row, _ in
    guard row < layer.biases.columns else { throw PredictedStop() }
    return layer.biases[0, row]
  },
  .at(\.bias, "all biases for each unit", "Every unit gets the sum of all biases: unit j has its own alone, b[0, j].") {
    layer, _, _ in layer.biases.elements.reduce(0, +)
  },
  .at(
    \.bias, "bias added to the weights",
    "This is A · (W + b): the bias is added to the weights before the product; it comes after it."
  ) { layer, row, unit in
    // Beside another product there may be more rows than the input has.
    guard row < layer.input.rows else { throw PredictedStop() }
    return layer.biases[0, unit] * (0..<layer.input.columns).reduce(0) { $0 + layer.input[row, $1] }
  },
  .at(
    \.bias, "bias added to the input",
    "This is (A + b) · W: the bias is added to the input before the product; it comes after it."
  ) { layer, _, unit in
    guard layer.biases.columns == layer.input.columns, layer.weights.rows == layer.input.columns,
      unit < layer.weights.columns
    else { throw PredictedStop() }
    return (0..<layer.input.columns).reduce(0) { $0 + layer.biases[0, $1] * layer.weights[$1, unit] }
  },

  .at(
    \.bias, "bias on the diagonal",
    "Row i gets the bias of unit i alone: every row gets all biases, b[0, j] in column j."
  ) { layer, row, unit in row == unit ? layer.biases[0, unit] : 0 },
  .at(\.bias, "bias of the first unit alone", "Only unit 0 gets its bias: every unit j gets its own, b[0, j].") {
    layer, _, unit in unit == 0 ? layer.biases[0, 0] : 0
  },
  .at(\.bias, "last unit without bias", "The last unit gets no bias: the loop over the units must reach it, too.") {
    layer, _, unit in unit == layer.biases.columns - 1 ? 0 : layer.biases[0, unit]
  },
  .at(\.bias, "first unit without bias", "Unit 0 gets no bias: the units are counted from 0.") { layer, _, unit in
    unit == 0 ? 0 : layer.biases[0, unit]
  },

  .at(\.sum, "bias multiplied", "The product is multiplied by the bias: the bias is added.") { product, bias in
    product * bias
  },

  .at(
    \.applied, "activated", "An activation function is applied here already (ReLU): `linear` stops at Z = A · W + b."
  ) { z in max(0, z) },
  .at(\.applied, "squashed", "The sigmoid is applied here already: `linear` stops at Z = A · W + b.") { z in
    Oracle.sigmoid(z)
  },
  .at(\.applied, "tanh taken", "The tanh is taken here already: `linear` stops at Z = A · W + b.") { z in
    CourseKit.tanh(z)
  },
  .at(
    \.applied, "sign exchanged", "All signs are exchanged, this is −(A · W + b): return A · W + b, without the minus."
  ) { z in -z },
  .at(\.applied, "absolute value", "The signs are lost: Z = A · W + b may be negative.") { z in abs(z) },

  .at(\.returned, "result transposed", "Z is transposed: it has a row for each example and a column for each unit.") {
    z in turned(z)
  },
  .at(\.returned, "first row alone", "Only the first row comes back: Z has a row for each example of A.") { z in
    Matrix.filled(1, z.columns) { z[$0, $1] }
  },
  .at(\.returned, "last row left out", "The last row stays 0: the loop over the rows must reach it, 0 ..< input.rows.")
  {
    z in without(z) { row, _ in row == z.rows - 1 }
  },
  .at(\.returned, "first row left out", "Row 0 stays 0: the rows are counted from 0.") { z in
    without(z) { row, _ in row == 0 }
  },
  .at(\.returned, "last unit left out", "The last column stays 0: the loop over the units must reach it, too.") { z in
    without(z) { _, unit in unit == z.columns - 1 }
  },
  .at(\.returned, "first unit left out", "Column 0 stays 0: the units are counted from 0.") { z in
    without(z) { _, unit in unit == 0 }
  },
  .at(
    \.returned, "unit 0 alone",
    "Only column 0 is filled, all else is 0: fill every column, one for each unit of W."
  ) {
    z in without(z) { _, unit in unit > 0 }
  },
  .at(
    \.returned, "row 0 alone filled",
    "Only row 0 is filled, all else is 0: fill a row for each example. If you return inside the loop over the rows, do so after it."
  ) {
    z in
    without(z) { row, _ in row > 0 }
  },
  .at(
    \.returned, "mean over all rows", "Z is divided by the number of rows: it is A · W + b, a mean belongs to the loss."
  ) {
    z in z.map { $0 / Double(z.rows) }
  },
  .at(\.returned, "rows added up", "The rows are added up to one: Z has a row for each example of A.") { z in
    Matrix.filled(1, z.columns) { _, unit in (0..<z.rows).reduce(0) { $0 + z[$1, unit] } }
  },
]
