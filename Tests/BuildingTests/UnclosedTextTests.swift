import Testing

@testable import Building

@Suite("What a lesson does not close")
struct UnclosedTextTests {
  private func unclosed(_ text: String) -> UnclosedText? {
    UnclosedText(in: text.split(separator: "\n", omittingEmptySubsequences: false), file: "A.swift")
  }

  private let good = """
    /// First.
    public func first(_ z: Matrix) -> Matrix {
      for i in 0..<3 {
        print("}", i)
      }
    }

    /// Second.
    @inlinable
    public func second<T>(_ z: T) -> T {
      z  // {
    }

    public enum Kind {
      case a
      public func third() {}
    }
    """

  @Test("is nothing in a text whose braces and comments pair")
  func paired() {
    #expect(unclosed(good) == nil)
    #expect(unclosed("") == nil)
    // A brace too many is what the compiler names itself.
    #expect(unclosed(good + "\n}") == nil)
    #expect(unclosed("public func first() {\n}}\npublic func second() {") == nil)
  }

  @Test("is the function that lacks a brace, even if its own brace closes a loop")
  func brace() throws {
    for brace in ["  }\n}\n\n", "\n}\n\n"] {
      let text = good.replacing(brace, with: brace.hasPrefix(" ") ? "  }\n\n" : "\n\n\n", maxReplacements: 1)
      let error = try #require(unclosed(text)).error
      #expect(error.line == 2)
      #expect(error.message.hasPrefix("first does not end: a } is missing before line "))
    }
    let last = try #require(unclosed("func first() {\n}\nfunc last() {\n")).error
    #expect(last.line == 3)
    #expect(last.message == "last does not end: a } is missing at the end of the file")
  }

  @Test("is nothing where members of a type stand at the margin")
  func margin() {
    #expect(unclosed("struct Monitor {\npublic func step() {\n}\n") == nil)
  }

  @Test("is the comment that nothing ends")
  func comment() throws {
    let error = try #require(unclosed("func first() {\n  /* so */ /* and\n}\n/* inside */\n")).error
    #expect(error.line == 2)
    #expect(error.message == "the comment that begins here does not end: */ is missing")
  }

  @Test("comes first among the errors, without those that follow from it")
  func clarified() throws {
    let text = "func first() {\n  x\n\n/// Second.\nfunc second() {\n}\n"
    let found = try #require(unclosed(text))
    func error(_ file: String, _ line: Int) -> CompilerMessage {
      CompilerMessage(file: file, line: line, column: 1, message: "no")
    }
    #expect(found.error.message.hasSuffix("before line 4"))
    let errors = found.clarified([error("A.swift", 2), error("A.swift", 5), error("B.swift", 7)])
    #expect(errors.map(\.line) == [1, 2, 7])
  }
}
