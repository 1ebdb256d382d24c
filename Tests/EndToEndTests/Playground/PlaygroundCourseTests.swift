import Course
import Engine
import Foundation
import Testing
import Vocabulary

@testable import CourseFiles
@testable import course_check

/// What the page is told about the course, and what its sources say of the course themselves.
@Suite("The playground's description of the course") struct PlaygroundCourseTests {
  static let exercises = Course.neuralNetwork.exercises

  @Test("says of every exercise which exercises of the course it calls, with each activation function")
  func calls() throws {
    let checkout = Checkout(
      root: Classroom.checkout, tree: .solutions, lessons: Course.neuralNetwork.outline)
    let json = try JSONEncoder().encode(PlaygroundCourse(checkout, [:]))
    let entries = try JSONDecoder().decode(Description.self, from: json).lessons.flatMap(\.exercises)
    let ids = entries.map(\.id)
    #expect(ids == Self.exercises.map(\.id.description))
    #expect(entries.contains { !$0.calls.isEmpty } && entries.contains { $0.callsOfActivation != nil })
    for entry in entries {
      let ofActivation = entry.callsOfActivation ?? [:]
      for id in entry.calls + ofActivation.values { #expect(ids.contains(id), "\(entry.id) calls \(id)") }
      #expect(ofActivation.isEmpty || Set(ofActivation.keys) == ["relu", "tanh", "sigmoid"])
    }
  }

  @Test("has every function that the page names")
  func names() throws {
    let named = try Self.namedFunctions()
    let functions = Course.neuralNetwork.lessons.flatMap { lesson in
      lesson.exercises.map { "\(lesson.topic).\($0.name)" }
    }
    #expect(named.count > 5, "the page names \(named)")
    #expect(named.subtracting(functions) == [])
    let ids = Course.neuralNetwork.lessons.flatMap { $0.exercises.map(\.id) }
    let chosen = Self.chosenExercises
    #expect(chosen.count > 5 && chosen.isSubset(of: ids), "choices call \(chosen)")
  }

  /// The exercises that the choices of a training call.
  private static var chosenExercises: Set<ExerciseID> {
    Set(PlaygroundTraining().exercises.values.flatMap(\.values).joined())
  }

  /// The functions that the page's modules name, as in "Momentum.step".
  private static func namedFunctions() throws -> Set<String> {
    var named: Set<String> = []
    let folder = Classroom.checkout.appending(path: "Sources/Playground/Page")
    for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where file.hasSuffix(".js") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      named.formUnion(text.matches(of: /"([A-Z]\w*\.\w+)"/).map { String($0.1) })
    }
    return named
  }

  @Test("has no exercise within the page's reach that the compiled code cannot call by itself")
  func cases() throws {
    let file = Classroom.checkout.appending(path: "Sources/Playground/WebAssembly/Calls/Exercises.swift")
    let cases = try String(contentsOf: file, encoding: .utf8).matches(of: /case \((\d+), (\d+)\):/)
    let named = try Self.namedFunctions()
    let entries = Course.neuralNetwork.lessons.flatMap { lesson in
      lesson.exercises.filter { named.contains("\(lesson.topic).\($0.name)") }.map(\.id)
    }
    let reached = Course.neuralNetwork.closure(of: entries + Self.chosenExercises)
    #expect(Set(reached).subtracting(cases.compactMap { ExerciseID("\($0.1).\($0.2)") }) == [])
  }

  /// The part of the description that is looked at here.
  private struct Description: Decodable {
    struct Lesson: Decodable { let exercises: [Exercise] }
    struct Exercise: Decodable {
      let id: String
      let calls: [String]
      let callsOfActivation: [String: String]?
    }
    let lessons: [Lesson]
  }
}
