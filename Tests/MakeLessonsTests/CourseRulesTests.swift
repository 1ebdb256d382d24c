import Course
import Engine
import Foundation
import Testing

@testable import make_lessons

@Suite("The rules of the course") struct CourseRulesTests {
  @Test("find nothing in this course and its checkout")
  func checkout() {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
    #expect(CourseRules(course: .neuralNetwork, root: root).problems == [])
  }

  @Test("name the page that a lesson has not")
  func page() throws {
    let checkout = try LessonCheckout()
    try checkout.remove(LessonCheckout.page)
    #expect(checkout.problems() == ["\(LessonCheckout.page): error: lesson 1 has no page"])
  }

  @Test("name the exercise that has no section on its page")
  func section() throws {
    let checkout = try LessonCheckout()
    try checkout.replace("### 1.3 relu\n", by: "### 1.3 rectified\n", in: LessonCheckout.page)
    #expect(checkout.problems() == ["\(LessonCheckout.page): error: 1.3 relu has no section '### 1.3 relu'"])
  }

  @Test(
    "name the hint that is missing, one too many, doubled or out of order",
    arguments: [
      ("2 of 3", "9 of 3", "'1.3 · Hint 2 of 3' is missing, '1.3 · Hint 9 of 3' is none of the three"),
      ("2 of 3", "1 of 3", "'1.3 · Hint 2 of 3' is missing, '1.3 · Hint 1 of 3' comes twice"),
      ("1 of 3", "2 of 4", "'1.3 · Hint 1 of 3' is missing, '1.3 · Hint 2 of 4' is none of the three"),
    ])
  func hint(old: String, new: String, reason: String) throws {
    let checkout = try LessonCheckout()
    try checkout.replace("1.3 · Hint \(old)", by: "1.3 · Hint \(new)", in: LessonCheckout.page)
    let line = try checkout.line(of: "### 1.3 relu", in: LessonCheckout.page)
    #expect(
      checkout.problems() == ["\(LessonCheckout.page):\(line): error: 1.3 relu lacks its three hints: \(reason)"])
  }

  @Test("name the hints that are not in order")
  func hintOrder() throws {
    let checkout = try LessonCheckout()
    for (old, new) in [("1 of 3", "0 of 3"), ("2 of 3", "1 of 3"), ("0 of 3", "2 of 3")] {
      try checkout.replace("1.3 · Hint \(old)", by: "1.3 · Hint \(new)", in: LessonCheckout.page)
    }
    let line = try checkout.line(of: "### 1.3 relu", in: LessonCheckout.page)
    #expect(
      checkout.problems() == [
        "\(LessonCheckout.page):\(line): error: 1.3 relu lacks its three hints: they are not in order"
      ])
  }

  @Test("name the exercise that has no example beside what it must hold")
  func example() throws {
    let checkout = try LessonCheckout()
    try checkout.replace("\n\nExample: `relu(", by: "\n\nLike `relu(", in: LessonCheckout.page)
    let line = try checkout.line(of: "### 1.3 relu", in: LessonCheckout.page)
    #expect(
      checkout.problems() == [
        "\(LessonCheckout.page):\(line): error: 1.3 relu lacks its example: a paragraph 'Example: `call` → `result`'"
      ])
  }

  @Test(
    "name what a browser reads as HTML in a hint, and the heading that it does not read",
    arguments: [
      ("1 and 0.", "1 and 0 ..<one>.", "'<one' begins a tag in a browser; write a space behind '<'"),
      ("1 and 0.", "&parameters.", "'&parameters' is another character in a browser; say it in words"),
    ])
  func rawHTML(old: String, new: String, problem: String) throws {
    let checkout = try LessonCheckout()
    try checkout.replace(
      "Only two answers exist, \(old)", by: "Only two answers exist, \(new)", in: LessonCheckout.page)
    let line = try checkout.line(of: "Only two answers exist", in: LessonCheckout.page)
    #expect(checkout.problems() == ["\(LessonCheckout.page):\(line): error: \(problem)"])

    let other = try LessonCheckout()
    try other.replace("</details>\n\n### 1.4", by: "</details>\n### 1.4", in: LessonCheckout.page)
    let heading = try other.line(of: "### 1.4", in: LessonCheckout.page)
    #expect(
      other.problems() == [
        "\(LessonCheckout.page):\(heading): error: the heading is none in a browser: an empty line must stand before it"
      ])
  }

  @Test("name the lesson whose first hole has no solved example above it")
  func solvedExample() throws {
    let checkout = try LessonCheckout()
    try checkout.replace("/// A solved example: ", by: "/// ", in: LessonCheckout.solution)
    #expect(
      checkout.problems() == [
        "\(LessonCheckout.solution): error: no '/// A solved example: …' stands above the first exercise"
      ])
  }

  @Test("name the number on the page that no claim mentions, with its line, below hints and examples, too")
  func unclaimed() throws {
    let checkout = try LessonCheckout()
    try checkout.replace("= 0.2498, close", by: "= 0.2493, close", in: LessonCheckout.page)
    let line = try checkout.line(of: "= 0.2493, close", in: LessonCheckout.page)
    #expect(checkout.problems() == ["\(LessonCheckout.page):\(line): error: 0.2493 lies in no claim"])
  }

  @Test("name every number of a page that has neither claims nor a suite")
  func noSuite() throws {
    let checkout = try LessonCheckout()
    try checkout.remove(LessonCheckout.suite)
    let problems = checkout.problems()
    #expect(problems.allSatisfy { $0.hasPrefix("\(LessonCheckout.page):") && $0.hasSuffix(" lies in no claim") })
    #expect(problems.contains { $0.contains("error: 0.1192 lies") })
    // An exercise claims this one.
    let line = try checkout.line(of: "never above σ′(0) = 0.25", in: LessonCheckout.page)
    #expect(!problems.contains { $0.hasPrefix("\(LessonCheckout.page):\(line):") })
  }

  @Test("name the claim of an exercise that its page does not make, and the one that is wrong")
  func wrongClaim() throws {
    let checkout = try LessonCheckout()
    let exercise = try #require(checkout.course.exercise("1.3")).with(claims: [
      PageClaim("and which at z = 3", 3), PageClaim("at z = 0 the slope is 0", 1),
      PageClaim("The last part") { throw CancellationError() },
    ])
    let place = "Sources/Course/Lesson1/ReLU.swift:9: error: 1.3 relu claims"
    #expect(
      checkout.problems(with: exercise) == [
        "\(place) 'and which at z = 3' does not stand on the page",
        "\(place) 'at z = 0 the slope is 0' says 0, the code computes 1.0",
        "\(place) 'The last part' cannot be computed: CancellationError()",
      ])
  }

  @Test("name the exercise of which no known mistake is planted")
  func notPlanted() throws {
    let checkout = try LessonCheckout()
    try checkout.remove(LessonCheckout.mistakes)
    #expect(
      checkout.problems().contains("Tests/StudentCode/Lesson1: error: no known mistake of 1.3 relu is planted"))
  }

  @Test("name the planted mistake that the judge does not know")
  func unknown() throws {
    let checkout = try LessonCheckout()
    let leaky = "case \"1.3 leaky\":"
    try checkout.replace(leaky, by: "case \"1.3 dripping\":\n    return z\n  \(leaky)", in: LessonCheckout.mistakes)
    let line = try checkout.line(of: "case \"1.3 dripping\":", in: LessonCheckout.mistakes)
    #expect(
      checkout.problems() == [
        "\(LessonCheckout.mistakes):\(line): error: the judge does not know the mistake '1.3 dripping'"
      ])
  }

  @Test("name the exercise that has no demonstration")
  func demonstration() throws {
    let checkout = try LessonCheckout()
    let exercise = try #require(checkout.course.exercise("1.2")).with(demonstration: nil)
    // Not 1.5, `tanhDerivative`, whose name begins alike.
    #expect(
      checkout.problems(with: exercise) == ["Sources/Course/Lesson1/Tanh.swift:9: error: 1.2 tanh has no demonstration"]
    )
  }

  @Test("name the figure of a lesson that is no plot")
  func figure() throws {
    let checkout = try LessonCheckout()
    let figures = ["slopes", "hidden-space", "slope"]
    #expect(
      checkout.problems(figures: figures).filter { $0.hasSuffix("no plot") }
        == ["Sources/Course: error: lesson 1 declares the figure 'slope', which is no plot"])
    try checkout.write("let course = [\n  [\"slopes\", \"slope\"]\n]\n", to: "Sources/Course/NeuralNetwork.swift")
    #expect(
      checkout.problems(figures: figures).filter { $0.hasSuffix("no plot") } == [
        "Sources/Course/NeuralNetwork.swift:2: error: lesson 1 declares the figure 'slope', which is no plot"
      ])
  }

  @Test(
    "name what a scaffold left to be filled in",
    arguments: [
      "Lessons/Lesson1-Activations/notes.md", "Solutions/Lesson1-Activations/New.swift", "Sources/Contract/New.swift",
      "Sources/Course/Lesson1/New.swift", "Sources/Hosts/Lesson1Host/New.swift", "Tests/StudentCode/Lesson1/New.swift",
    ])
  func unfinished(file: String) throws {
    let checkout = try LessonCheckout()
    try checkout.write("one\n// FILL IN the rest\n", to: file)
    #expect(checkout.problems() == ["\(file):2: error: a FILL IN is left"])
  }

  @Test(
    "leave out what follows from a solution, where the same is to be filled in",
    arguments: ["Lessons/Lesson1-Activations/Activations.swift", "Tests/StudentCode/Copies/Lesson1Copies.swift"])
  func derived(file: String) throws {
    let checkout = try LessonCheckout()
    try checkout.write("/// FILL IN\n", to: file)
    #expect(checkout.problems() == [])
  }

  @Test(
    "name what an exercise lacks in its solution, its host or its student code",
    arguments: [
      (
        LessonCheckout.solution, "relu(_ z: Matrix)", "relu(_ x: Matrix)",
        "1.3 relu is not declared as the contract says: public func relu(_ z: Matrix) -> Matrix"
      ),
      (
        LessonCheckout.host, "Lesson1.relu)", "Lesson1.tanh)",
        "no call of 1.3 relu is answered: host.answer(Lesson1.relu) { … }"
      ),
      (
        LessonCheckout.installing, "Lesson1.relu)", "Lesson1.tanh)",
        "no version answers calls of 1.3 relu: answerer.answer(Lesson1.relu) { … }"
      ),
      (
        LessonCheckout.contract, "\"1.6\",", "\"1.6\", \"1.7\",",
        "1.7 has no body in Solutions/Lesson1-Activations/Activations.swift: // BEGIN SOLUTION 1.7 name"
      ),
    ])
  func places(file: String, old: String, new: String, sentence: String) throws {
    let checkout = try LessonCheckout()
    try checkout.replace(old, by: new, in: file)
    let place = file == LessonCheckout.installing ? "Tests/StudentCode/Lesson1" : file
    #expect(checkout.problems() == ["\(place): error: \(sentence)"])
  }
}

@Suite("Planted mistakes") struct PlantedMistakeTests {
  @Test("are the cases of a switch over mistakes that have no evidence beside them")
  func read() {
    let text = """
      func f(mistake: String) throws {
        switch mistake {
        case "4.10 one":
          try stop(unless: true)
          switch x {
          case "4.10 not one":
          default: return
          }
        case "10.2 two at once":
          // Double, evidence: "yours 1"
          // Also true: "sign lost"
          return
        case "4.10 nothing known":
          // Unknown, evidence: "yours 2"
          return
        case "10.2 two":
          return
        default:
          throw NoSuchVersion(title: mistake)
        }
      }
      func f(other: String) throws {
        switch other {
        case "4.10 other":
          return
        default: throw NoSuchVersion(title: other)
        }
      }
      """
    let mistakes = PlantedMistake.all(in: text, file: "A.swift")
    #expect(mistakes.map(\.title) == ["4.10 one", "10.2 two"])
    #expect(mistakes.map(\.place) == ["A.swift:3", "A.swift:16"])
  }
}
