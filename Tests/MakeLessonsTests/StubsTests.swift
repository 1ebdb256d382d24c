import Testing

@testable import CourseFiles

@Suite("Stubs")
struct StubsTests {
  @Test("replace each body by a TODO and keep every other line")
  func replacement() throws {
    let solution = """
      import CourseKit

      public func twice(_ x: Int) -> Int {
        // BEGIN SOLUTION 1.1 twice
        let y = x + x
        return y
        // END SOLUTION
      }

      """
    let stub = """
      import CourseKit

      public func twice(_ x: Int) -> Int {
        // TODO 1.1: write twice.
        fatalError("TODO: 1.1 twice")
      }

      """
    #expect(try Stubs.lesson(from: solution, file: "A.swift") == stub)
  }

  @Test("name exercises with two digits, which are no others")
  func twoDigits() throws {
    let solution = "// BEGIN SOLUTION 10.1 a\nx\n// END SOLUTION\n// BEGIN SOLUTION 10.10 b\ny\n// END SOLUTION"
    let stub = try Stubs.lesson(from: solution, file: "A.swift")
    #expect(stub.contains("fatalError(\"TODO: 10.1 a\")") && stub.contains("fatalError(\"TODO: 10.10 b\")"))
  }

  @Test(
    "markers that are nested, unclosed, missing, unnamed or doubled are errors with file and line",
    arguments: [
      ("// BEGIN SOLUTION 1.1 a\n// BEGIN SOLUTION 1.2 b\n// END SOLUTION", 2, "inside the one of line 1"),
      ("x\n// BEGIN SOLUTION 1.1 a\ny", 2, "never closed"),
      ("x\n// END SOLUTION", 2, "without a BEGIN"),
      ("nothing here", 1, "no BEGIN SOLUTION"),
      ("// BEGIN SOLUTION\n// END SOLUTION", 1, "number and name"),
      ("// BEGIN SOLUTION one a\n// END SOLUTION", 1, "number and name"),
      ("// BEGIN SOLUTION 1.01 a\n// END SOLUTION", 1, "number and name"),
      ("// BEGIN SOLUTION 1.1 a\n// END SOLUTION\n// BEGIN SOLUTION 1.1 a\n// END SOLUTION", 3, "second body"),
    ])
  func errors(source: String, line: Int, problem: String) throws {
    let error = try #require(throws: MarkerError.self) { try Stubs.lesson(from: source, file: "A.swift") }
    #expect(error.line == line)
    #expect(error.problem.contains(problem))
    #expect(error.description.hasPrefix("A.swift:\(line): error: "))
  }
}

@Suite("Bodies")
struct BodiesTests {
  private let source =
    "a\n  // BEGIN SOLUTION 1.1 f\n  one\n  two\n  // END SOLUTION\nb\n  // BEGIN SOLUTION 1.10 g\n  // END SOLUTION"

  @Test("are found by their exercise's whole number")
  func found() {
    #expect(Bodies.body(of: "1.1", in: source) == "  one\n  two")
    #expect(Bodies.body(of: "1.10", in: source) == "")
    #expect(Bodies.body(of: "1.2", in: source) == nil)
  }

  @Test("can be replaced without touching another line")
  func replaced() {
    let expected = source.replacing("  one\n  two", with: "  three")
    #expect(Bodies.replacing("1.1", in: source, with: "  three") == expected)
    #expect(Bodies.replacing("1.2", in: source, with: "") == nil)
  }
}
