/// A mistake of a beginner, and the note that the student is to read.
struct PlantedError: Sendable {
  /// What it is called in a failure.
  let name: String
  /// The exercise whose body it is; its lesson is the number before the point.
  let exercise: String
  /// The body, or what the file has in place of something.
  let edit: Edit
  /// All that is said of it, a line for each note.
  let note: String

  enum Edit: Sendable {
    /// A body that is compiled beside those of the other mistakes.
    case body(String)
    /// The same, but the compiler finds it only where all types are right.
    case flow(String)
    /// A change that keeps the whole file from being read.
    case file(String, String)
  }

  init(_ name: String, _ exercise: String, _ body: String, _ note: String) {
    self.init(name, exercise, .body(body), note)
  }

  init(_ name: String, _ exercise: String, _ edit: Edit, _ note: String) {
    self.name = name
    self.exercise = exercise
    self.edit = edit
    self.note = note
  }

  /// The lesson's number.
  var lesson: Int { exercise.split(separator: ".").first.flatMap { Int($0) } ?? 0 }
}

/// Powers, signs and whole formulas for a matrix.
let plantedFormulas = [
  PlantedError(
    "^ in braces", "1.5", "  return tanh(z).map { a in 1 - a ^ 2 }",
    "`^` is no power in Swift: write a * a, or pow(a, 2) for one number."),
  PlantedError(
    "** in braces", "1.5", "  return tanh(z).map { a in 1 - a ** 2 }",
    "`**` is no power in Swift: write a * a, or pow(a, 2) for one number."),
  PlantedError(
    "^ in a sum", "6.1",
    "  var sum = 0.0\n  for weights in parameters.weights {\n    for x in weights.elements { sum += x ^ 2 }\n  }\n  return sum",
    "`^` is no power in Swift: write x * x, or pow(x, 2) for one number."),
  PlantedError(
    "^ of a matrix", "1.5", "  return 1 - z ^ 2",
    "`^` is no power in Swift: for every entry write z.map { entry in 1 - entry * entry }."),
  PlantedError(
    "a cube", "1.5", "  return z.map { a in a ^ 3 }", "`^` is no power in Swift: write pow(a, 3)."),
  PlantedError(
    "max of a matrix", "1.3", "  return max(0, z)",
    "This is a formula for single numbers: for every entry of the matrix write z.map { entry in max(0, entry) }."),
  PlantedError(
    "the whole sigmoid", "1.1", "  return 1 / (1 + exp(-z))",
    "This is a formula for single numbers: for every entry of the matrix write z.map { entry in 1 / (1 + exp(-entry)) }."
  ),
  PlantedError("a minus sign", "1.3", "  return -z", "There is no minus sign before a matrix: write -1 * z."),
  PlantedError(
    "exp of a matrix", "1.1", "  let e = exp(-1 * z)\n  return e",
    "This is a formula for single numbers: for every entry of the matrix write z.map { entry in exp(-1 * entry) }."),
  PlantedError(
    "one minus a call", "1.4", "  return sigmoid(z) * (1 - sigmoid(z))",
    "This is a formula for single numbers: for every entry of the matrix write "
      + "sigmoid(z).map { entry in entry * (1 - entry) }."),
  PlantedError(
    "a question about a matrix", "1.6", "  return z > 0 ? 1 : 0",
    "This is a formula for single numbers: for every entry of the matrix write z.map { entry in entry > 0 ? 1 : 0 }."),
  PlantedError(
    "a matrix in braces", "1.4", "  return sigmoid(z).map { a in a * (1 - z) }",
    "In these braces a is one entry, and z is still a whole matrix."),
  PlantedError(
    "a matrix by a matrix", "1.2", "  return z / z",
    "A matrix can be divided by one number alone; to divide entry by entry multiply by z.map { entry in 1 / entry }."),
  PlantedError(
    "a matrix by a whole number", "1.2", "  return z / z.rows",
    "z.rows is a whole number (Int), and here a Double is needed: write Double(z.rows)."),
  PlantedError(
    "a step times a number", "1.2", "  var r = z\n  r *= 2\n  return r", "A matrix has no `*=`: write r = r * 2."),
]

/// Entries, initialisers and members.
let plantedMembers = [
  PlantedError(
    "two pairs of brackets", "1.6", "  return z[0][1] > 0 ? z : z",
    "An entry of a matrix has both indices in one pair of brackets: z[0, 1]."),
  PlantedError(
    "one index", "1.6", "  return z.map { x in x + z[0] }",
    "A matrix has two indices: z[0, column] is an entry, and z.rows(at: [0]) is a row as a matrix."),
  PlantedError(
    "sizes alone", "1.3", "  return Matrix(z.rows, z.columns)",
    "A matrix of zeros is Matrix.zeros(rows: z.rows, columns: z.columns); with another number it is "
      + "Matrix(rows: z.rows, columns: z.columns, repeating: 1), and from rows Matrix([[1, 2], [3, 4]])."),
  PlantedError(
    "no elements", "1.3", "  return Matrix(rows: z.rows, columns: z.columns)",
    "A matrix of zeros is Matrix.zeros(rows: z.rows, columns: z.columns); with another number it is "
      + "Matrix(rows: z.rows, columns: z.columns, repeating: 1), and from rows Matrix([[1, 2], [3, 4]])."),
  PlantedError(
    "T", "4.3", "  return (matmul(input.T, delta), delta)",
    "The transposed matrix is input.transposed, without brackets. A Matrix has: rows, columns, elements, shape, transposed, "
      + "map(_:), adding(row:), columnSums(), rows(at:)."),
  PlantedError(
    "dot", "3.1", "  return input.dot(weights)",
    "The matrix product is matmul(input, weights). A Matrix has: rows, columns, elements, shape, transposed, map(_:), "
      + "adding(row:), columnSums(), rows(at:)."),
  PlantedError(
    "sum along an axis", "4.3", "  return (delta, delta.sum(axis: 0))",
    "The sum of all entries is delta.elements.reduce(0, +), and delta.columnSums() sums each column. A Matrix has: rows, "
      + "columns, elements, shape, transposed, map(_:), adding(row:), columnSums(), rows(at:)."),
  PlantedError(
    "brackets behind a property", "4.2", "  return matmul(nextDelta, nextWeights.transposed())",
    "transposed is read and not called: write nextWeights.transposed without brackets."),
  PlantedError(
    "np", "1.1", "  return np.exp(z)",
    "There is no np in Swift: exp(x) takes one number, and a.map { entry in exp(entry) } every entry of a matrix."),
  PlantedError(
    "len", "1.1", "  return z / Double(len(z))",
    "The number of rows of a matrix is z.rows, that of all entries z.elements.count."),
  PlantedError(
    "a list of the history", "5.4", "  var history = History()\n  history.trainLoss.append(1)\n  return history",
    "The nearest name is trainingLoss. A History has: trainingLoss, validationLoss, trainingAccuracy, validationAccuracy."
  ),
  PlantedError(
    "a formula's letter", "4.4",
    "  return backward(cache: cache, labels: cache.z[0], parameters: parameters, hidden: hidden)",
    "Here that is called preActivations. A ForwardCache has: activations, preActivations, probabilities."),
  PlantedError(
    "the case of an activation", "3.2", "  return ForwardCache(activations: [hidden.relu(input)], preActivations: [])",
    "hidden is the activation function itself: call it, hidden(input)."),
  PlantedError(
    "elements.map", "1.3", "  return z.elements.map { max(0, $0) }",
    "elements is a list of numbers, and its map makes another list: z.map { … } makes a matrix."),
  PlantedError(
    "a loop through a matrix", "6.1",
    "  var sum = 0.0\n  for weights in parameters.weights {\n    for x in weights { sum += 1 }\n  }\n  return sum",
    "A loop runs through a list: weights.elements holds all entries, and 0..<weights.rows counts the rows."),
  PlantedError(
    "a list of matrices", "3.1", "  let all = [weights]\n  return matmul(input, all)",
    "all is a list of matrices: take one of them, as in all[layer]."),
]

/// Names, calls and braces.
let plantedCalls = [
  PlantedError(
    "no labels", "3.2",
    "  return ForwardCache(activations: [linear(input, parameters.weights[0], input)], preActivations: [])",
    "Arguments have their names before them: linear(input, weights: parameters.weights[0], biases: input)."),
  PlantedError(
    "a wrong order", "3.2",
    "  return ForwardCache(activations: [linear(input, biases: input, weights: input)], preActivations: [])",
    "The arguments have a fixed order: linear(input, weights: input, biases: input)."),
  PlantedError(
    "a missing argument", "3.2",
    "  return ForwardCache(activations: [linear(input, weights: input)], preActivations: [])",
    "All that linear needs: linear(input, weights: input, biases: …)."),
  PlantedError(
    "adding without a label", "3.1", "  return matmul(input, weights).adding(biases)",
    "Arguments have their names before them: matmul(input, weights).adding(row: biases)."),
  PlantedError(
    "an empty cache", "3.2", "  return ForwardCache()",
    "One to begin with, still empty, is ForwardCache(activations: [], preActivations: [])."),
  PlantedError(
    "no &", "5.1", "  return [Array(0..<count).shuffled(using: generator)]",
    "What a function changes is given with &: using: &generator."),
  PlantedError(
    "a slice", "5.1",
    "  var batches: [[Int]] = []\n  let order = Array(0..<count)\n  batches.append(order[0..<batchSize])\n  return batches",
    "A part of a list is no list by itself in Swift: write Array(order[0..<batchSize])."),
  PlantedError(
    "an inner name", "5.1", "  if batchSize > 0 {\n    let size = batchSize\n  }\n  return [[size]]",
    "size ends with the braces in which line N declares it: declare it before they open, or use it inside them."),
  PlantedError(
    "a misspelt function", "1.4", "  return sgmoid(z)", "Nothing here is called sgmoid; the nearest name is sigmoid."),
  PlantedError(
    "a name of the page", "3.1", "  return matmul(x, weights)",
    "Nothing here is called x. linear is given input, weights and biases."),
  PlantedError(
    "no let", "2.1", "  total = 0\n  return total",
    "A new name begins with let, or with var if it changes later: var total = 0."),
  PlantedError(
    "no import", "1.1", "  return z.map { x in sin(x) }",
    "sin comes with Foundation: write `import Foundation` at the top of the file."),
  PlantedError(
    "String(format:)", "1.1", "  print(String(format: \"%.3f\", z[0, 0]))\n  return z",
    "String(format:) comes with Foundation: write `import Foundation` at the top of the file."),
  PlantedError(
    "braces that name nothing", "1.1", "  return z.map { x * 2 }",
    "map hands each element to the braces, which must name it: z.map { x in x * 2 }."),
  PlantedError(
    "braces that name too much", "1.1", "  return z.map { a, b in a }",
    "map hands one value to its braces: one name stands before `in`, or $0 alone."),
  PlantedError(
    "and", "1.6", .file("z.map { z in z > 0 ? 1 : 0 }", "z.map { z in z > 0 and z < 1 ? 1 : 0 }"),
    "`and` is written && in Swift."),
  PlantedError(
    "@", "3.1", .file("matmul(input, weights).adding(row: biases)", "input @ weights"),
    "Swift has no `@` between matrices: their product is matmul(input, weights)."),
]

/// Numbers, changes, missing values and results.
let plantedStatements = [
  PlantedError(
    "a property of the argument's name", "10.1",
    "    if isTraining { input = input }\n    return matmul(input, weights).adding(row: biases)",
    "input alone is what the function is given. To set the property of that name, write self.input."),
  PlantedError(
    "a whole number as a divisor", "3.4", "  var right = 0.0\n  right += 1\n  return right / labels.rows",
    "labels.rows is a whole number (Int), and here a Double is needed: write Double(labels.rows)."),
  PlantedError(
    "two whole numbers", "3.4", "  var right = 0\n  right += 1\n  return right / labels.rows",
    "right and labels.rows are whole numbers (Int), and here a Double is needed: write Double(right) and "
      + "Double(labels.rows)."),
  PlantedError(
    "a sum that begins whole", "3.3", "  var sum = 0\n  for p in probabilities.elements { sum += p }\n  return sum",
    "`var sum = 0` makes a whole number (Int): for a Double begin with `var sum = 0.0`."),
  PlantedError(
    "a question for a number", "1.6", "  return z.map { x in x > 0 }",
    "x > 0 is true or false (Bool), and here a number is needed: write x > 0 ? 1 : 0."),
  PlantedError(
    "a number for a question", "7.1", "  return validationLoss < bestLoss ? 1 : 0",
    "Here true or false is needed, which validationLoss < bestLoss is already: leave `? 1 : 0` away."),
  PlantedError(
    "the argument changed", "1.3", "  z[0, 0] = 0\n  return z",
    "z is given to the function and cannot be changed: make a copy, var result = z, and change that."),
  PlantedError(
    "let changed", "1.3", "  let r = z\n  r[0, 0] = 0\n  return r",
    "What `let` names cannot be changed later: declare r with `var` in line N."),
  PlantedError(
    "a loop's copy changed", "5.2",
    "  for w in parameters.weights {\n    w -= learningRate * gradients.weights[0]\n  }",
    "w is a copy of the list's element and cannot be changed: change the list itself, parameters.weights[index], in a loop "
      + "over parameters.weights.indices."),
  PlantedError(
    "self changed", "7.1", "  bestLoss = validationLoss\n  return true",
    "isImprovement is not declared `mutating`: it may read bestLoss but not change it. That is for shouldStop, which is "
      + "`mutating`."),
  PlantedError(
    "a missing best epoch", "7.2", "  return epoch - bestEpoch > patience",
    "bestEpoch may be nil, that is, hold nothing: use it inside `if let bestEpoch { … }`, or say what else counts, as in "
      + "(bestEpoch ?? 0)."),
  PlantedError(
    "a missing velocity", "8.2", "  parameters.weights[0] -= velocity.weights[0]",
    "velocity may be nil, that is, hold nothing: use it inside `if let velocity { … }`, or say what else counts, as in "
      + "(velocity ?? …)."),
  PlantedError(
    "the last of a list", "4.4",
    "  let last = cache.activations.last\n  return Gradients(weights: [matmul(last, labels)], biases: [])",
    "last may be nil, since a list may be empty: cache.probabilities is the last activation, or write "
      + "cache.activations.last!."),
  PlantedError(
    "a number for a matrix", "3.1", "  return 0.5",
    "linear must return a whole matrix, and 0.5 is one number (Double)."),
  PlantedError(
    "a cache for a matrix", "3.5", "  return forward(input, parameters: parameters, hidden: hidden)",
    "forward(input, parameters: parameters, hidden: hidden) is a whole ForwardCache: the Matrix in it is .probabilities."
  ),
  PlantedError(
    "a result of a function without one", "5.2", "  return parameters",
    "gradientDescentStep returns nothing, so no value stands behind `return`. What it does, it does to parameters."),
  PlantedError(
    "too much at once", "3.3",
    "  let (p, y) = (probabilities, labels)\n  return -(y * log(p) + (1 - y) * log(1 - p)) / p.rows",
    "Line N is too much for the compiler at once. This is a formula for single numbers: for every entry of the matrix write "
      + "y.map { entry in 1 - entry }."),
  PlantedError(
    "a variable outside", "1.1", .file("// MARK: - The functions", "var counter = 0"),
    "counter stands outside every function, where Swift allows no `var`: declare it inside the function that uses it, or as "
      + "`let` if it never changes."),
  PlantedError(
    "no value yet", "1.3", .flow("  var r: Matrix\n  for i in 0..<z.rows { r[i, 0] = 0 }\n  return r"),
    "Line N only announces r, and it has no value on some way to this line: begin with "
      + "var r = Matrix.zeros(rows: …, columns: …)."),
  PlantedError(
    "no return", "1.3", .flow("  let r = z.map { max(0, $0) }\n  r"),
    "A function of several lines must say `return` before the result: return r."),
  PlantedError(
    "no return when the condition is false", "3.4", .flow("  if labels.rows > 1 {\n    return 1\n  }"),
    "A function of several lines must reach a `return` on every way: also when the condition is false."),
  PlantedError(
    "a bracket too many", "1.1", .file("(1 + exp(-z))", "(1 + exp(-z)))"),
    "There is one ) too many in this line: nothing is open that it could close."),
  PlantedError(
    "a bracket too few", "1.1", .file("(1 + exp(-z))", "(1 + exp(-z)"),
    "A ) is missing: nothing closes the ( of `(1 + exp(-z)`."),
  PlantedError(
    "a brace too many", "1.1", .file("(1 + exp(-z)) }", "(1 + exp(-z)) }}"),
    "There is one } too many: the braces above this one all pair already."),
  PlantedError(
    "an import lost", "8.1", .file("import CourseKit\n", ""),
    "What CourseKit gives is missing: write `import CourseKit` at the top of the file again."),
]
