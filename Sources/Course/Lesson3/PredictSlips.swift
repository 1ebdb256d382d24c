import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

let predictSlips: [Slip<PredictChoices>] = cacheSlips + classSlips + thresholdSlips + returnSlips

private let cacheSlips: [Slip<PredictChoices>] = [
  .at(
    \.hidden, "always ReLU", "The hidden layers take ReLU whatever is asked for: hand the argument `hidden` on."
  ) { _ in .relu },
  .at(
    \.hidden, "always sigmoid",
    "The hidden layers take the sigmoid whatever is asked for: hand the argument `hidden` on."
  ) { _ in .sigmoid },
  .at(
    \.hidden, "always tanh", "The hidden layers take tanh whatever is asked for: hand the argument `hidden` on."
  ) { _ in .tanh },

  .at(
    \.hidden, "no hidden activation",
    "The hidden layers pass Z on as it is: apply `hidden` to it, or let `forward` of 3.2 do all of that."
  ) { _ in nil },
  .at(
    \.parameters, "no biases",
    "The network runs without its biases: each layer adds its own, as `forward` of 3.2 does."
  ) { parameters in
    Parameters(weights: parameters.weights, biases: parameters.biases.map { $0.map { _ in 0 } })
  },
  .at(
    \.parameters, "no biases at the output",
    "The output layer runs without its biases: add them there, too, as `forward` of 3.2 does."
  ) { parameters in
    var biases = parameters.biases
    biases[biases.count - 1] = biases[biases.count - 1].map { _ in 0 }
    return Parameters(weights: parameters.weights, biases: biases)
  },

  .at(
    \.looked, "pre-activation compared with 0.5",
    "The last Z is compared with 0.5, not the probability: p ≥ 0.5 is Z ≥ 0."
  ) { cache in try last(cache.preActivations) },
  .at(\.looked, "first pre-activation", "The classes are made of the first layer's Z: make them of the probabilities.")
  {
    cache in cache.preActivations[0]
  },
  .at(
    \.looked, "second pre-activation", "The classes are made of the second layer's Z: make them of the probabilities."
  ) {
    cache in try matrix(1, of: cache.preActivations)
  },
  .at(\.looked, "input looked at", "The classes are made of activations[0], the input: make them of the probabilities.")
  {
    cache in cache.activations[0]
  },
  .at(\.looked, "first activation", "The classes are made of A1, whichever layer is the last: take the probabilities.")
  {
    cache in cache.activations[1]
  },
  .at(\.looked, "second activation", "The classes are made of A2, whichever layer is the last: take the probabilities.")
  {
    cache in try matrix(2, of: cache.activations)
  },
  .at(
    \.looked, "last hidden activation",
    "The classes are made of the last hidden layer's activation: take the probabilities."
  ) { cache in cache.activations[cache.activations.count - 2] },
  .at(
    \.looked, "sign of the first pre-activation",
    "The classes tell where the first layer's Z is 0 or more: it is the last Z that is compared with 0, or p with 0.5."
  ) { cache in cache.preActivations[0].map { Oracle.sigmoid($0) } },
  .at(
    \.looked, "sign of the second pre-activation",
    "The classes tell where the second layer's Z is 0 or more: compare the last Z with 0, or p with 0.5."
  ) { cache in try matrix(1, of: cache.preActivations).map { Oracle.sigmoid($0) } },
]

private let classSlips: [Slip<PredictChoices>] = [
  .at(
    \.isOne, "threshold excluded",
    "p = 0.5 exactly becomes class 0: it is class 1, too, as class 1 is where p ≥ 0.5, that is Z ≥ 0."
  ) { p in
    p > 0.5
  },
  .at(
    \.isSticky, "class 1 kept for the next rows",
    "After a row of class 1 every row is of class 1: decide anew for each row, 1 or 0.", true),
  .at(\.isOne, "classes exchanged", "The classes are exchanged: p ≥ 0.5 is class 1.") { p in p < 0.5 },
  .at(\.isOne, "comparison turned", "Class 1 stands where p ≤ 0.5, that is 1 − p ≥ 0.5: it is for p ≥ 0.5.") { p in
    p <= 0.5
  },
  .at(\.isOne, "threshold at zero", "Every row whose p is above 0 is class 1: class 1 begins at p = 0.5.") { p in p > 0
  },
  .at(
    \.isOne, "all class 1",
    "Every row is class 1, whatever its p is. If you compare with 0, or take the sigmoid of p: compare p itself with 0.5."
  ) { _ in true },
  .at(\.isOne, "all class 0", "Every row is class 0, whatever its p is: 1 is for p ≥ 0.5.") { _ in false },
  .at(
    \.isOne, "only p = 1",
    "Only a p of 1, or near it, is class 1. If you make an Int of p, the fraction is dropped: compare p with 0.5."
  ) { p in p >= 1 },
  .at(\.isOne, "only p = 0.5", "Only p = 0.5 exactly is class 1: it is p ≥ 0.5, not p = 0.5.") { p in p == 0.5 },

  .at(\.written, "probabilities for classes", "These are the probabilities: turn each into class 0 or 1.") { _, p in p
  },
  .at(\.written, "−1 for class 0", "Class 0 is written as −1: each entry must be 0 or 1.") { isOne, _ in isOne ? 1 : -1
  },
  .at(\.written, "0.5 for class 0", "Class 0 is written as 0.5: what is below the threshold must be 0.") { isOne, _ in
    isOne ? 1 : 0.5
  },
  .at(
    \.written, "classes 1 and 2",
    "The classes are 1 and 2: count them from 0, class 1 where p ≥ 0.5 and otherwise class 0."
  ) { isOne, _ in isOne ? 2 : 1 },
  .at(\.written, "percent", "Class 1 is written as 100: each entry must be 0 or 1.") { isOne, _ in isOne ? 100 : 0 },
  .at(\.written, "p below the threshold", "Below 0.5 the probability itself stays: there the class is 0.") { isOne, p in
    isOne ? 1 : p
  },
  .at(\.written, "p above the threshold", "From 0.5 on the probability itself stays: there the class is 1.") {
    isOne, p in
    isOne ? p : 0
  },
  .at(\.written, "undecided at 0.5", "p = 0.5 exactly gives 0.5: it is class 1 as well.") { isOne, p in
    p == 0.5 ? 0.5 : isOne ? 1 : 0
  },
  .at(
    \.written, "double rounded down", "This is 2 · p rounded down, which is 2 for p = 1: the class is 1 where p ≥ 0.5."
  ) { _, p in (2 * p).rounded(.down) },
  .at(
    \.written, "half added and rounded",
    "This is p + 0.5 rounded, which is 1 for every p below 1: to round p itself gives the class."
  ) { _, p in (p + 0.5).rounded() },
  .at(
    \.written, "distance from the threshold", "These are distances p − 0.5: the class is 1 where p ≥ 0.5, otherwise 0."
  ) { _, p in p - 0.5 },
]

private let thresholdSlips: [Slip<PredictChoices>] = Thresholds.others.map { threshold in
  .at(
    \.isOne, "threshold \(threshold)",
    "Class 1 begins at a p of about \(threshold): it begins at 0.5, with p = 0.5 itself."
  ) { p in p >= threshold }
}

private let returnSlips: [Slip<PredictChoices>] = [
  .at(
    \.columns, "as many columns as the input",
    "The result has as many columns as the input: there is one class for each row, [N, 1]."
  ) { inputs in inputs },
  .at(\.returned, "classes in a row", "The classes stand in a row: they are [N, 1], one row for each example.") {
    classes in
    Matrix.filled(classes.columns, classes.rows) { classes[$1, $0] }
  },
  .at(\.returned, "class of the first row for all", "Every row gets the class of row 0: each has its own p.") {
    classes in
    Matrix.filled(classes.rows, classes.columns) { _, column in classes[0, column] }
  },
  .at(\.returned, "class of the last row for all", "Every row gets the class of the last row: each has a p of its own.")
  {
    classes in Matrix.filled(classes.rows, classes.columns) { _, column in classes[classes.rows - 1, column] }
  },
  .at(\.returned, "first row alone", "Only the class of row 0 comes back: there is one for each row.") { classes in
    Matrix.filled(1, classes.columns) { _, column in classes[0, column] }
  },
  .at(\.returned, "first row left out", "Row 0 stays class 0 whatever its p is: the first row has index 0.") {
    classes in
    Matrix.filled(classes.rows, classes.columns) { row, column in row == 0 ? 0 : classes[row, column] }
  },
  .at(\.returned, "last row left out", "The last row stays class 0 whatever its p is: the rows are 0 ..< rows.") {
    classes in
    Matrix.filled(classes.rows, classes.columns) { row, column in
      row == classes.rows - 1 ? 0 : classes[row, column]
    }
  },
  .at(\.returned, "rows backwards", "The rows come in reverse order: the class of row 0 comes first.") { classes in
    Matrix.filled(classes.rows, classes.columns) { row, column in classes[classes.rows - 1 - row, column] }
  },
]

private func last(_ matrices: [Matrix]) throws -> Matrix { try matrix(matrices.count - 1, of: matrices) }

private func matrix(_ index: Int, of matrices: [Matrix]) throws -> Matrix {
  guard matrices.indices.contains(index) else { throw PredictedStop() }
  return matrices[index]
}
