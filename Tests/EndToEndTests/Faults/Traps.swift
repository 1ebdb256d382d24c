import Testing

extension Fault {
  /// Code that Swift's runtime stops.
  static let traps: [Fault] = [
    Fault(
      name: "fatalError", says: ["NAME stopped: the batch is empty."], lines: ["  fatalError("],
      plant: statements("  fatalError(\"the batch is empty\")")),
    Fault(
      name: "fatalError with several lines", says: ["NAME stopped: first; second."], lines: ["  fatalError("],
      isVariant: true, plant: statements("  fatalError(\"first\\nsecond\")")),
    Fault(
      name: "index out of range", says: ["NAME stopped: Index out of range."], lines: ["  print(numbers["],
      plant: statements("  let numbers = [1, 2, 3]\n  print(numbers[numbers.count])")),
    Fault(
      name: "index outside a matrix", says: ["NAME stopped: Index out of range: [1, 0] of a matrix [1, 1]"],
      lines: ["  print(one["], isVariant: true,
      plant: statements("  let one = Matrix([[1]])\n  print(one[one.rows, 0])")),
    Fault(
      name: "integer overflow", says: ["NAME stopped: arithmetic overflow."], lines: ["  number += "],
      plant: statements("  var number = Int.max\n  number += Int.random(in: 1...2)\n  print(number)")),
    Fault(
      name: "force-unwrapped nil", says: ["NAME stopped: Unexpectedly found nil"], lines: ["  print(number!)"],
      plant: statements("  let number = Int(\"no number\")\n  print(number!)")),
    Fault(
      name: "division by zero", says: ["NAME stopped: Division by zero."], lines: ["  print(7 / zero)"],
      isVariant: true, plant: statements("  let zero = Int(\"0\") ?? 0\n  print(7 / zero)")),
    Fault(
      name: "a precondition", says: ["NAME stopped: never true."], lines: ["  precondition("],
      isVariant: true, plant: statements("  precondition(Bool.random() && false, \"never true\")")),
    Fault(
      name: "a wrong cast", says: ["NAME stopped: Could not cast value of type"], lines: ["  print(value as! Int)"],
      isVariant: true, plant: statements("  let value: Any = \"text\"\n  print(value as! Int)")),
    Fault(
      name: "shapes that do not fit", says: ["NAME stopped: Shapes do not fit: matmul of [1, 1] and [2, 1]"],
      lines: ["  print(matmul("], isVariant: true,
      plant: statements("  print(matmul(Matrix([[1]]), Matrix([[1], [2]])))")),
    Fault(
      name: "words without a line's end before a trap", says: ["NAME stopped: stop.", "almost there"],
      lines: ["  fatalError("], isVariant: true,
      plant: statements("  print(\"almost there\", terminator: \"\")\n  fatalError(\"stop\")")),
    Fault(
      name: "endless recursion", says: ["NAME stopped: a function calls itself so often that the stack is full"],
      lines: ["  func deeper("],
      plant: statements("  func deeper(_ n: Int) -> Int { deeper(n + 1) + 1 }\n  print(deeper(0))")),
    Fault(
      name: "two functions that call each other without end",
      says: ["NAME stopped: a function calls itself so often that the stack is full"], lines: ["  func p"],
      isVariant: true,
      plant: statements(
        "  func ping(_ n: Int) -> Int { pong(n + 1) + 1 }\n  func pong(_ n: Int) -> Int { ping(n + 1) + 1 }\n"
          + "  print(ping(0))")),
    Fault(
      name: "deep recursion with an end", status: 0, says: [], isVariant: true,
      plant: statements("  func deeper(_ n: Int) -> Int { n == 0 ? 0 : deeper(n - 1) + 1 }\n  _ = deeper(20_000)")),
  ]

  /// Code that takes more than there is.
  static let resources: [Fault] = [
    Fault(
      name: "an endless loop",
      says: ["NAME was still running after 5 seconds: is there a loop that never ends?"],
      lines: ["  while true {", "    count &+= 1", "    if count == -1"],
      plant: statements("  var count = 0\n  while true {\n    count &+= 1\n    if count == -1 { break }\n  }")),
    Fault(
      name: "allocating without end", says: ["NAME took more memory than a check may use"],
      lines: ["  while true {", "    list += list"],
      plant: statements("  var list = [0]\n  while true {\n    list += list\n    if list.isEmpty { break }\n  }")),
    Fault(
      name: "one list that is far too long", says: ["NAME took more memory than a check may use"],
      lines: ["  let list = ", "func NAME("], isVariant: true,
      plant: statements("  let list = [Int](repeating: 7, count: 10_000_000_000)\n  print(list[5])")),
    Fault(
      name: "printing 100 MB",
      says: ["NAME printed more than 2 MB in one call", "Your code printed", "\n      0000000000"],
      lines: ["    print(String("],
      plant: statements(
        "  for _ in 0..<1_000_000 {\n    print(String(repeating: \"0\", count: 100))\n  }")),
    Fault(
      name: "reading standard input",
      says: ["NAME stopped: Unexpectedly found nil", "there is no standard input: readLine() returns nil"],
      lines: ["  let answer = readLine()!"], plant: statements("  let answer = readLine()!\n  print(answer)")),
    Fault(
      name: "waiting for standard input", says: ["NAME was still running after 5 seconds"],
      lines: ["  while readLine() == nil"], isVariant: true, plant: statements("  while readLine() == nil {}")),
  ]

  /// Results that are none.
  static let results: [Fault] = [
    Fault(
      name: "NaN", says: ["NaN"], exercise: matrixExercise,
      plant: change("  MATRIX.elements[0] = .nan")),
    Fault(
      name: "a wrong shape", says: ["yours [1, 1]   expected"], exercise: matrixExercise,
      plant: change("  MATRIX = Matrix([[1]])")),
    Fault(
      name: "a matrix with the wrong number of elements", says: ["NAME returned a matrix [", " with 0 elements."],
      exercise: matrixExercise, plant: change("  MATRIX.elements = []")),
    Fault(
      name: "a huge matrix", says: ["NAME "], isVariant: true, exercise: matrixExercise,
      plant: change("  MATRIX = Matrix.zeros(rows: 10_000, columns: 10_000)")),
  ]
}
