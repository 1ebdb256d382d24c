extension Fault {
  /// Code that Swift's runtime stops.
  static let traps: [Fault] = [
    Fault(
      name: "fatalError", says: ["NAME stopped: the batch is empty."], lines: ["fatalError(\"the batch"],
      form: .before("fatalError(\"the batch is empty\")")),
    Fault(
      name: "fatalError with several lines", says: ["NAME stopped: first; second."], lines: ["fatalError(\"first"],
      isVariant: true, form: .before("fatalError(\"first\\nsecond\")")),
    Fault(
      name: "index out of range", says: ["NAME stopped: Index out of range."], lines: ["_ = numbers["],
      form: .before("let numbers = [1, 2, 3]\n_ = numbers[numbers.count]")),
    Fault(
      name: "index outside a matrix", says: ["NAME stopped: Index out of range: [1, 0] of a matrix [1, 1]"],
      lines: ["_ = one["], isVariant: true, form: .before("let one = Matrix([[1]])\n_ = one[one.rows, 0]")),
    Fault(
      name: "integer overflow", says: ["NAME stopped: arithmetic overflow."], lines: ["number += "],
      form: .before("var number = Int.max\nnumber += Int.random(in: 1...2)")),
    Fault(
      name: "force-unwrapped nil", says: ["NAME stopped: Unexpectedly found nil"], lines: ["_ = nothing!"],
      form: .before("let nothing = Int(\"no number\")\n_ = nothing!")),
    Fault(
      name: "division by zero", says: ["NAME stopped: Division by zero."], lines: ["_ = 7 / zero"],
      isVariant: true, form: .before("let zero = Int(\"0\") ?? 0\n_ = 7 / zero")),
    Fault(
      name: "a precondition", says: ["NAME stopped: never true."], lines: ["precondition("],
      isVariant: true, form: .before("precondition(Bool.random() && false, \"never true\")")),
    Fault(
      name: "a wrong cast", says: ["NAME stopped: Could not cast value of type"], lines: ["_ = value as! Int"],
      isVariant: true, form: .before("let value: Any = \"text\"\n_ = value as! Int")),
    Fault(
      name: "shapes that do not fit", says: ["NAME stopped: Shapes do not fit: matmul of [1, 1] and [2, 1]"],
      lines: ["_ = matmul("], isVariant: true, form: .before("_ = matmul(Matrix([[1]]), Matrix([[1], [2]]))")),
    Fault(
      name: "a row that does not fit", says: ["NAME stopped: Shapes do not fit: adding(row:) of [1, 2] and [1, 3]"],
      lines: ["_ = Matrix([[1, 2]]).adding("], isVariant: true,
      form: .before("_ = Matrix([[1, 2]]).adding(row: Matrix([[1, 2, 3]]))")),
    Fault(
      name: "an operator on shapes that do not fit", says: ["NAME stopped: Shapes do not fit: * of [1, 2] and [2, 1]"],
      lines: ["_ = pair * pair.transposed"], isVariant: true,
      form: .before("let pair = Matrix([[1, 2]])\n_ = pair * pair.transposed")),
    Fault(
      name: "an index out of range in a closure", says: ["NAME stopped: Index out of range."],
      lines: ["numbers[1 + Int(x)]"], isVariant: true,
      form: .before("let numbers = [0.5]\n_ = Matrix([[0, 1]]).map { x in\n  numbers[1 + Int(x)]\n}")),
    Fault(
      name: "words without a line's end before a trap", says: ["NAME stopped: stop here.", "almost there"],
      lines: ["fatalError(\"stop here"], isVariant: true,
      form: .before("print(\"almost there\", terminator: \"\")\nfatalError(\"stop here\")")),
    Fault(
      name: "endless recursion", says: ["NAME stopped: a function calls itself so often that the stack is full"],
      lines: ["func deeper("],
      form: .before("func deeper(_ n: Int) -> Int { deeper(n + 1) + 1 }\n_ = deeper(0)")),
    Fault(
      name: "two functions that call each other without end",
      says: ["NAME stopped: a function calls itself so often that the stack is full"],
      lines: ["func ping(", "func pong("], isVariant: true,
      form: .before(
        "func ping(_ n: Int) -> Int { pong(n + 1) + 1 }\nfunc pong(_ n: Int) -> Int { ping(n + 1) + 1 }\n_ = ping(0)")),
    Fault(
      name: "deep recursion with an end", status: 0, says: [], isVariant: true,
      form: .before(once("func deep(_ n: Int) -> Int { n == 0 ? 0 : deep(n - 1) + 1 }\n_ = deep(20_000)"))),
  ]
}
