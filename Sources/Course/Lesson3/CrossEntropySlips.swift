import CourseKit
import Engine

let crossEntropySlips: [Slip<CrossEntropyChoices>] =
  meanSlips + termSlips + logarithmSlips + inputSlips + lossSlips + clippingSlips + constants

private let meanSlips: [Slip<CrossEntropyChoices>] = [
  .at(\.mean, "sum for mean", "This is the sum over the batch: divide by the number of rows to get the mean.") {
    sum, _ in
    sum
  },
  .at(\.mean, "divided by 2N", "The sum is divided by twice the number of rows: the mean divides it by the number.") {
    sum, rows in sum / Double(2 * rows)
  },
  .at(\.mean, "twice the mean", "The loss is twice what it must be: the mean of the rows needs no factor 2.") {
    sum, rows in
    2 * sum / Double(rows)
  },
  .at(\.mean, "divided by N − 1", "The sum is divided by the number of rows less 1: divide by all of them.") {
    sum, rows in
    sum / Double(rows - 1)
  },
  .at(\.mean, "divided by N + 1", "The sum is divided by one row more than there are: divide by labels.rows.") {
    sum, rows in sum / Double(rows + 1)
  },
  .at(\.mean, "divided by N twice", "The sum is divided by the number of rows twice: once makes it the mean.") {
    sum, rows in
    sum / Double(rows * rows)
  },
  .at(\.mean, "multiplied by N", "The sum is multiplied by the number of rows: divide it to get the mean.") {
    sum, rows in
    sum * Double(rows)
  },
  .at(\.mean, "halved sum", "The sum is halved whatever the number of rows: divide it by labels.rows.") { sum, _ in
    sum / 2
  },
  .at(\.mean, "rows by sum", "The number of rows is divided by the sum: it is the other way round.") { sum, rows in
    Double(rows) / sum
  },
  .at(\.mean, "root of the mean", "This is the square root of the mean loss: leave the root out.") { sum, rows in
    (sum / Double(rows)).squareRoot()
  },
  .at(
    \.mean, "exponential of the mean", "This is e to the mean loss, the perplexity: the mean loss itself is asked for."
  ) {
    sum, rows in exp(sum / Double(rows))
  },
  .at(\.start, "sum from 1", "The sum starts at 1: start it at 0.", 1),
]

private let termSlips: [Slip<CrossEntropyChoices>] = [
  .at(\.combined, "sign lost", "The minus sign before the whole is missing: a loss is never negative.") { one, two in
    one + two
  },
  .at(
    \.combined, "minus on the first term only",
    "The two terms have opposite signs: y · log p and (1 − y) · log(1 − p) are added first, then the minus goes before their sum."
  ) { one, two in -one + two },
  .at(
    \.combined, "minus on the second term only",
    "Only the term of label 0 counts as a loss, that of label 1 as a gain: both need the minus, −(y · log p + …)."
  ) { one, two in one - two },
  .at(\.combined, "second term lost", "The term for label 0 is missing: (1 − y) · log(1 − p).") { one, _ in -one },
  .at(\.combined, "first term lost", "The term for label 1 is missing: y · log p.") { _, two in -two },

  .at(
    \.first, "first label forgotten",
    "log p counts for every row: multiply it by y, so that it is left for label 1 alone."
  ) {
    _, p, _, log in log(p)
  },
  .at(\.first, "first logarithm forgotten", "The term of label 1 has p without the logarithm: it is y · log p.") {
    y, p, _, _ in y * p
  },
  .at(\.first, "1 − p in both terms", "Both terms take log(1 − p): that of label 1 is y · log p.") { y, _, q, log in
    y * log(q)
  },
  .at(\.first, "1 − y in both terms", "Both terms are multiplied by 1 − y: log p belongs to y.") { y, p, _, log in
    (1 - y) * log(p)
  },
  .at(\.first, "y added to log p", "y and log p are added: the term of label 1 is their product.") { y, p, _, log in
    y + log(p)
  },
  .at(\.second, "second label forgotten", "log(1 − p) counts for every row: multiply it by 1 − y, for label 0 alone.") {
    _, _, q, log in log(q)
  },
  .at(
    \.second, "second logarithm forgotten", "The term of label 0 has 1 − p without the logarithm: (1 − y) · log(1 − p)."
  ) {
    y, _, q, _ in (1 - y) * q
  },
  .at(\.second, "p in both terms", "Both terms take log p: that of label 0 is (1 − y) · log(1 − p).") { y, p, _, log in
    (1 - y) * log(p)
  },
  .at(\.second, "y in both terms", "Both terms are multiplied by y: log(1 − p) belongs to 1 − y.") { y, _, q, log in
    y * log(q)
  },
  .at(
    \.second, "brackets around 1 − y lost",
    "The second term is 1 − y · log(1 − p): 1 − y needs brackets, (1 − y) · log(1 − p)."
  ) { y, _, q, log in 1 - y * log(q) },
  .at(\.second, "1 − log p", "The second term takes 1 − log p: the subtraction goes inside, log(1 − p).") {
    y, p, _, log in
    (1 - y) * (1 - log(p))
  },
  .at(
    \.second, "p outside the logarithm",
    "The second term is (1 − y) · log 1 − p, that is −p: 1 − p goes into the logarithm."
  ) {
    y, p, _, log in (1 - y) * log(1) - p
  },
  .at(\.second, "1 + p", "The second term takes log(1 + p): it is log(1 − p).") { y, p, _, log in (1 - y) * log(1 + p)
  },
  .at(\.second, "1 + y", "The second term is multiplied by 1 + y: it is (1 − y) · log(1 − p).") { y, _, q, log in
    (1 + y) * log(q)
  },
  .at(
    \.second, "label in the second logarithm",
    "The second term takes log(1 − y): it is the probability that goes there, log(1 − p)."
  ) { y, _, _, log in (1 - y) * log(1 - y) },
  .at(\.second, "1 − y added", "1 − y and log(1 − p) are added: the term of label 0 is their product.") {
    y, _, q, log in
    1 - y + log(q)
  },
]

private let logarithmSlips: [Slip<CrossEntropyChoices>] = [
  .at(\.logarithm, "logarithm of base 2", "The logarithms are those of base 2: the loss has natural ones, `log`.") {
    x in log(x) / log(2)
  },
  .at(\.logarithm, "logarithm of base 10", "The logarithms are those of base 10: the loss has natural ones, `log`.") {
    x in log(x) / log(10)
  },
  .at(
    \.logarithm, "1 added in the logarithms",
    "Both logarithms are taken of 1 + their number: they are log p and log(1 − p)."
  ) {
    x in log(1 + x)
  },
  .at(\.logarithm, "no logarithms", "The logarithms are missing: the loss has log p and log(1 − p), not p and 1 − p.") {
    x in x
  },
  .at(\.logarithm, "exponentials", "e to the power of p is taken: the loss has the logarithm, log p.") { x in exp(x) },
  .at(
    \.logarithm, "logarithm clipped",
    "The logarithm is clipped to 1e-8 … 1 − 1e-8: clip p to these bounds before you take it."
  ) { x in min(max(log(x), 1e-8), 1 - 1e-8) },
]

private let inputSlips: [Slip<CrossEntropyChoices>] = [
  .at(
    \.label, "terms exchanged",
    "Each logarithm stands with the wrong label: log p belongs to y, log(1 − p) to 1 − y."
  ) { y, _ in 1 - y },
  .at(\.label, "labels clipped", "The labels are clipped: clip p alone, the labels stay 0 and 1.") { y, _ in
    min(max(y, 1e-8), 1 - 1e-8)
  },
  .at(\.label, "labels not looked at", "p stands where the label must be, so that the labels do not count: take y.") {
    _, p in p
  },
  .at(
    \.probability, "classes for probabilities",
    "The probabilities were rounded to 0 and 1: take the logarithms of p itself."
  ) {
    p in p >= 0.5 ? 1 : 0
  },
  .at(\.probability, "sigmoid taken again", "The sigmoid is taken of p, which is a probability already: use p itself.")
  {
    p in Oracle.sigmoid(p)
  },

  .at(\.rows, "first row left out", "Row 0 is left out of the sum: the first row has index 0.") { count in
    Array(0..<count).dropFirst().map { $0 }
  },
  .at(\.rows, "last row left out", "The last row is left out of the sum: the rows are 0 ..< labels.rows.") { count in
    Array(0..<count).dropLast()
  },
  .at(
    \.rows, "last row alone", "Only the last row is summed: if you write = in the loop, it must be += or −=."
  ) { count in [count - 1] },
  .at(
    \.rows, "first row alone", "Only row 0 is in the sum: if you return inside the loop, do so after it."
  ) { _ in [0] },
  .at(
    \.rows, "row 0 throughout", "This is the loss of row 0 alone: take the mean of all rows, each with its own index."
  ) {
    count in Array(repeating: 0, count: count)
  },
  .at(
    \.probabilityRow, "p of row 0", "The p of row 0 stands in every term: take that of the row, probabilities[row, 0]."
  ) { _ in 0 },
  .at(\.labelRow, "label of row 0", "The label of row 0 stands in every term: take that of the row, labels[row, 0].") {
    _ in 0
  },
  .at(
    \.weight, "divided in each turn",
    "The sum is divided by the number of rows in every turn: divide it once, after the loop."
  ) { row, rows in (row..<rows).dropFirst().reduce(1) { weight, _ in weight / Double(rows) } },
]

private let lossSlips: [Slip<CrossEntropyChoices>] = [
  .at(
    \.loss, "arguments exchanged",
    "Labels and probabilities are exchanged: the logarithms are those of p and 1 − p, and y and 1 − y stand before them."
  ) { _, p, y in
    Oracle.crossEntropy(y, p)
  },
  .at(
    \.loss, "labels in the logarithms",
    "The logarithms are taken of y and 1 − y, which makes log 0: they are log p and log(1 − p)."
  ) { _, p, y in
    let (one, zero) = between(p, 1e-8)
    return -(one * log(y) + zero * log(1 - y))
  },
  .at(
    \.loss, "labels in the logarithms, p not clipped",
    "The logarithms are taken of y and 1 − y, and p is not clipped: clip p and take log p and log(1 − p)."
  ) { _, p, y in -(p * log(y) + (1 - p) * log(1 - y)) },
  .at(\.loss, "squared error", "This is the mean squared error (p − y)²; the cross-entropy has logarithms.") {
    _, p, y in
    (p - y) * (p - y)
  },
  .at(\.loss, "half squared error", "This is the squared error with a factor ½; the cross-entropy has logarithms.") {
    _, p, y in (p - y) * (p - y) / 2
  },
  .at(\.loss, "absolute error", "This is the mean of |p − y|; the cross-entropy takes logarithms of p and 1 − p.") {
    _, p, y in abs(p - y)
  },
  .at(\.loss, "difference", "This is the mean of p − y; the cross-entropy takes logarithms of p and 1 − p.") {
    _, p, y in
    p - y
  },
  .at(
    \.loss, "share of errors", "This is the share of wrong classes; the loss is made of the logarithms of p and 1 − p."
  ) {
    _, p, y in (p >= 0.5) == (y == 1) ? 0 : 1
  },
  .at(\.loss, "loss squared", "The loss of each row is squared: only the mean of the losses is asked for.") {
    loss, _, _ in
    loss * loss
  },
  .at(
    \.loss, "rows at the ends skipped",
    "Rows whose p is 0 or 1 are left out: their p is clipped, and their loss counts as any other."
  ) { loss, p, _ in p <= 0 || p >= 1 ? 0 : loss },
  .at(
    \.weight, "mean by halving",
    "At each row the mean becomes (old + new) / 2, so that late rows weigh more: add all losses up and divide once."
  ) { row, rows in Double(rows) * exp(Double(row - rows) * log(2)) },
  .at(
    \.label, "class for the label",
    "The class that p stands for takes the label's place: the loss needs the label itself, labels[row, 0]."
  ) { _, p in p >= 0.5 ? 1 : 0 },
  .at(
    \.loss, "loss clipped",
    "The loss of each row is clipped to 1e-8 … 1 − 1e-8: clip p before the logarithms, not the loss."
  ) {
    loss, _, _ in min(max(loss, 1e-8), 1 - 1e-8)
  },
]

/// What returns the same for every batch.
private let constants: [Slip<CrossEntropyChoices>] = [
  .alone(
    \.combined, "terms multiplied",
    "The loss is always 0. If you multiply the two terms, one of them is 0: add them."
  ) { first, second in first * second },
  .alone(
    \.second, "p − 1",
    "Every loss is NaN. If you take log(p − 1), that is the logarithm of a negative number: it is 1 − p."
  ) { _, _, _, _ in .nan },
]
