import Engine

extension Fault {
  /// Code that takes more than there is.
  static let resources: [Fault] = [
    Fault(
      name: "an endless loop",
      says: ["NAME was still running after 5 seconds: is there a loop that never ends?"],
      lines: ["while steps != -1 {", "steps &+= 1"],
      form: .before("var steps = 0\nwhile steps != -1 {\n  steps &+= 1\n}")),
    Fault(
      name: "allocating without end", says: ["NAME took more memory than a check may use"],
      lines: ["while !list.isEmpty {", "list += list"],
      form: .before("var list = [0]\nwhile !list.isEmpty {\n  list += list\n}")),
    Fault(
      name: "one list that is far too long", says: ["NAME took more memory than a check may use"],
      lines: ["let long = ", "func NAME("], isVariant: true,
      form: .before("let long = [Int](repeating: 7, count: 10_000_000_000)\n_ = long[5]")),
    Fault(
      name: "printing 100 MB",
      says: ["NAME printed more than 2 MB in one call", "Your code printed", "\n      0000000000"],
      lines: ["print(String("],
      form: .before("for _ in 0..<1_000_000 {\n  print(String(repeating: \"0\", count: 100))\n}")),
    Fault(
      name: "reading standard input",
      says: ["NAME stopped: Unexpectedly found nil", "there is no standard input: readLine() returns nil"],
      lines: ["let answer = readLine()!"], form: .before("let answer = readLine()!\n_ = answer.count")),
    Fault(
      name: "waiting for standard input", says: ["NAME was still running after 5 seconds"],
      lines: ["while readLine() == nil"], isVariant: true, form: .before("while readLine() == nil {}")
    ),
  ]

  /// Results that are none.
  static let results: [Fault] = [
    Fault(
      name: "NaN", says: ["NaN"], exercises: matrixExercises,
      form: .after("MATRIX.elements[0] = .nan")),
    Fault(
      name: "a wrong shape", says: ["yours [1, 1]   expected"],
      // The next step of 8.2 or 11.4 would stop at it.
      exercises: { matrixExercises($0).filter { !["8.2", "11.4"].contains($0.id) } },
      form: .after("MATRIX = Matrix([[1]])")),
    Fault(
      name: "a matrix with the wrong number of elements", says: ["NAME returned a matrix [", " with 0 elements."],
      exercises: matrixExercises, form: .after("MATRIX.elements = []")),
    Fault(
      name: "a huge matrix", says: ["NAME "], isVariant: true, exercises: matrixExercises,
      form: .after("MATRIX = Matrix.zeros(rows: 10_000, columns: 10_000)")),
    Fault(
      name: "NaN for a number", says: ["yours NaN   expected"],
      exercises: { $0.exercises.filter { $0.resultType == "Double" } }, form: .after("result = .nan")),
  ]

  /// The exercises whose result holds a matrix.
  @Sendable private static func matrixExercises(_ lesson: Lesson) -> [Exercise] {
    lesson.exercises.filter { $0.matrix != nil }
  }
}
