import Contract
import CourseFiles
import Engine
import Foundation
import Testing
import Vocabulary

@testable import Course

@Suite("What a right exercise shows of its numbers")
struct DemonstrationTests {
  private static let exercises = Course.neuralNetwork.exercises.map(\.id)

  @Test("there is a demonstration for every exercise")
  func complete() {
    #expect(Course.neuralNetwork.exercises.filter { $0.demonstration == nil }.map(\.title) == [])
  }

  @Test("the numbers of the reference stand on the lesson's page", arguments: exercises)
  func numbers(exercise: ExerciseID) throws {
    let calls = try #require(Course.neuralNetwork.exercise(exercise)?.demonstration).calls(of: TestStudent.reference())
    #expect(!calls.isEmpty)
    let page = try Self.page(of: exercise)
    let allowed = Self.allowed[exercise] ?? 0
    let printed = Self.numbers(in: page)
    for call in calls {
      #expect(call.result != "")
      for number in Self.numbers(in: call.result) {
        let isOnPage = printed.contains { onPage in
          // A number that is printed with few decimals agrees with many.
          guard onPage.decimals > 1 || number.value == number.value.rounded() else { return false }
          let step = pow(10, -Double(min(onPage.decimals, number.decimals)))
          return abs(onPage.value - number.value) <= max(step * (0.5 + 1e-9), allowed * abs(number.value))
        }
        #expect(isOnPage, "\(number.value) of \(call.call) does not stand on the page")
      }
    }
  }

  @Test("the example in an exercise's own section is what the reference computes, to the letter", arguments: exercises)
  func example(exercise: ExerciseID) throws {
    let calls = try #require(Course.neuralNetwork.exercise(exercise)?.demonstration).calls(of: TestStudent.reference())
    let part = try #require(Page(file: "", text: Self.page(of: exercise)).part(on: exercise))
    let example = try #require(Page.example(in: part.text), "'Example: \(calls.map(\.text).joined(separator: "; ")).'")
    #expect(example.hasSuffix("."))
    for printed in example.dropLast().split(separator: "; ") {
      #expect(calls.contains { $0.text == printed || Self.isNear($0, printed, of: exercise) }, "\(calls.map(\.text))")
    }
  }

  /// Whether a number that is drawn at random comes near to the one on the page.
  private static func isNear(_ call: DemonstratedCall, _ printed: Substring, of exercise: ExerciseID) -> Bool {
    guard let share = allowed[exercise], printed.hasPrefix("\(call.call) → ") else { return false }
    let found = numbers(in: String(printed.dropFirst(call.call.count)))
    return zip(found, numbers(in: call.result)).allSatisfy { abs($0.value - $1.value) <= share * abs($1.value) }
  }

  /// What is drawn at random comes near to the page's number only.
  private static let allowed: [ExerciseID: Double] = ["2.2": 0.03, "2.3": 0.03]

  @Test("a function that fails shows nothing")
  func failure() throws {
    let student = TestStudent(of: .neuralNetwork)
    for exercise in Self.exercises {
      #expect(try #require(Course.neuralNetwork.exercise(exercise)?.demonstration).calls(of: student) == [])
    }
  }

  @Test("numbers look as on the pages")
  func printed() {
    #expect(DemonstratedCall("", -0.25).result == "`−0.2500`")
    #expect(DemonstratedCall("", 1185).result == "`1185`")
    #expect(DemonstratedCall("", Double.nan).result == "`NaN`")
    #expect(DemonstratedCall("", PageExample.parameters.weights[0]).result == "`[[1, −1], [1, 1]]`")
    #expect(DemonstratedCall("", PageExample.outputDelta).result == "`[[−0.5000], [0.7311]]`")
  }

  private static func page(of exercise: ExerciseID) throws -> String {
    let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
    let folder = try #require(Course.neuralNetwork.lesson(of: exercise)).folder
    return try String(contentsOf: root.appending(path: "Lessons/\(folder)/README.md"), encoding: .utf8)
  }

  private static func numbers(in text: String) -> [(value: Double, decimals: Int)] {
    // The names of parts, as in weights[0], hold no results.
    text.replacing(/[A-Za-z]+\[\d\]/, with: "").matches(of: /−?\d+(?:\.(\d+))?/).compactMap { match in
      Double(match.0.replacing("−", with: "-")).map { ($0, match.1?.count ?? 0) }
    }
  }
}

extension DemonstratedCall {
  /// Both as a page prints them.
  fileprivate var text: String { "\(call) → \(result)" }
}
