import Course
import Engine
import Foundation
import Testing
import Vocabulary

@Suite("The lesson tables")
struct TableTests {
  @Test("of the manifest and of the judge agree in number, topic and order of parts")
  func agreement() throws {
    let manifest = try String(contentsOf: Classroom.checkout.appending(path: "Package.swift"), encoding: .utf8)
    let rows = manifest.matches(of: /\n  Lesson\(number: ([0-9]+), topic: "([A-Za-z0-9]+)"(?:, buildsOn: \[(.*)\])?\),/)
      .map { "\($0.1) \($0.2) \($0.3 ?? "")" }
    let lessons = Course.neuralNetwork.lessons.map { lesson in
      let parts = lesson.buildsOn.map { "\"\(Course.neuralNetwork.lessons[$0 - 1].topic)\"" }.joined(separator: ", ")
      return "\(lesson.number) \(lesson.topic) \(parts)"
    }
    #expect(rows == lessons)
  }

  @Test("give every exercise a number that begins with its lesson's")
  func numbers() {
    for lesson in Course.neuralNetwork.lessons {
      #expect(
        lesson.exercises.map(\.id) == lesson.exercises.indices.map { ExerciseID(lesson: lesson.number, number: $0 + 1) }
      )
    }
  }

  @Test(
    "promise only state that the lesson's given code declares", arguments: Course.neuralNetwork.lessons.map(\.number))
  func promisedState(number: Int) throws {
    let lesson = Course.neuralNetwork.lessons[number - 1]
    let text = try String(contentsOf: Classroom.checkout.appending(path: "Solutions/\(lesson.file)"), encoding: .utf8)
    for name in lesson.exercises.flatMap(\.promisedState) { #expect(text.contains("var \(name)"), "\(name)") }
  }

  @Test(
    "list lessons whose Swift files have at most 80 lines around the prose, or 110 where classes are given",
    arguments: Course.neuralNetwork.lessons.map(\.file))
  func length(file: String) throws {
    let text = try String(contentsOf: Classroom.checkout.appending(path: "Solutions/\(file)"), encoding: .utf8)
    let code = text.split(separator: "\n").filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") }
    #expect(code.count <= (text.contains("final class ") ? 110 : 80))
  }
}
