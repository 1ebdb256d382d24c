import CourseKit
import Engine

/// What is measured instead of the cross-entropy in 9.2.
let classLossMeasureSlips: [Slip<ClassLossChoices>] = [
  .at(
    \.loss, "own logit subtracted",
    "The class's own logit is subtracted before exp, which overflows where another is over 709 above it: subtract the largest, and add it after the logarithm."
  ) { _, row, column in log(row.reduce(0) { $0 + exp($1 - row[column]) }) },
  .at(
    \.loss, "right rows have none",
    "Rows whose own logit is the largest have the loss 0: every row has its log Σ exp(z) − z_y."
  ) { loss, row, column in row[column] == row.max() ? 0 : loss },
  .at(
    \.loss, "loss above 100 cut", "The loss of a row is cut at 100: leave it as it is."
  ) { loss, _, _ in min(loss, 100) },
  .at(
    \.logits, "softmax taken first",
    "The softmax is taken before the loss, which takes it once more: log Σ exp(z) − z_y needs the logits themselves."
  ) { logits in Oracle.softmax(logits) },
  .at(
    \.loss, "all classes summed",
    "−log p of every class is added up: only that of the row's own class is the loss."
  ) { _, row, _ in
    let logSum = Oracle.logSumExp(Matrix([row]), 0)
    return row.reduce(0) { $0 + logSum - $1 }
  },
  .at(
    \.loss, "binary loss of each class",
    "The other classes are counted, too, with log(1 − p): with several classes only −log p of the row's own class is left."
  ) { _, row, column in
    let all = probabilities(row)
    return all.indices.reduce(0) { $0 - log($1 == column ? all[$1] : 1 - all[$1]) }
  },
  .at(\.loss, "probability of the class", "This is p of the class without the logarithm: the loss is −log p.") {
    _, row, column in probabilities(row)[column]
  },
  .at(\.loss, "1 − p", "This is 1 − p of the class: the loss is −log p, which grows without end.") { _, row, column in
    1 - probabilities(row)[column]
  },
  .at(\.loss, "−p", "This is −p of the class: the loss is −log p, in logits log Σ exp(z) − z_y.") { _, row, column in
    -probabilities(row)[column]
  },
  .at(\.loss, "−log(1 − p)", "This is −log(1 − p): p is the probability of the row's own class, and the loss −log p.") {
    _, row, column in -log(1 - probabilities(row)[column])
  },
  .at(\.loss, "squared error", "This is the squared error Σ (p − Y)²: the cross-entropy is log Σ exp(z) − z_y.") {
    _, row, column in squaredError(row, column)
  },
  .at(\.loss, "half squared error", "This is half the squared error: the cross-entropy is log Σ exp(z) − z_y.") {
    _, row, column in squaredError(row, column) / 2
  },
  .at(
    \.loss, "mean squared error",
    "This is the squared error, a mean over the classes: the cross-entropy is log Σ exp(z) − z_y."
  ) {
    _, row, column in squaredError(row, column) / Double(row.count)
  },
  .at(
    \.loss, "entropy",
    "This is −Σ p · log p over all classes, in which the row's own class has no part: the loss is −log p of that class."
  ) { _, row, _ in probabilities(row).reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 } },
  .at(
    \.loss, "entropy, log 0 among it",
    "This is −Σ p · log p over all classes, NaN where a p is 0: the loss is −log p of the row's own class."
  ) { _, row, _ in probabilities(row).reduce(0) { $0 - $1 * log($1) } },
  .at(
    \.loss, "sigmoid of the class's logit",
    "This is −log σ(z_y), in which the other classes have no part: the loss is log Σ exp(z) − z_y."
  ) { _, row, column in -log(Oracle.sigmoid(row[column])) },
  .at(
    \.loss, "share of errors", "This is the share of wrong classes: the loss is log Σ exp(z) − z_y."
  ) { _, row, column in row.firstIndex(of: row.max() ?? 0) == column ? 0 : 1 },
  .at(
    \.loss, "margin",
    "This is by how much the best of the other logits exceeds z_y − 1: the cross-entropy is log Σ exp(z) − z_y."
  ) { _, row, column in
    let others = row.indices.filter { $0 != column }.map { row[$0] }.max() ?? -.infinity
    return max(0, others - row[column] + 1)
  },
  .at(\.loss, "loss squared", "The loss of each row is squared: only the mean of the losses is asked for.") {
    loss, _, _ in
    loss * loss
  },
  .at(\.loss, "absolute value", "The absolute value of z_y is subtracted: it is z_y with its sign.") { _, row, column in
    Oracle.logSumExp(Matrix([row]), 0) - abs(row[column])
  },
]

private func squaredError(_ row: [Double], _ column: Int) -> Double {
  let all = probabilities(row)
  return all.indices.reduce(0) { sum, index in
    let error = all[index] - (index == column ? 1 : 0)
    return sum + error * error
  }
}
