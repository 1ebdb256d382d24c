import CourseFiles
import CourseKit
import Engine
import Foundation
import Vocabulary

/// A lesson with hundreds of random versions of its exercises in one file, and a host that answers as any one of them.
///
/// The compiler says which edits are no Swift, and those versions are left out.
struct EditedLesson {
  let lesson: Lesson
  /// The versions that compile.
  private(set) var versions: [EditedVersion]
  /// The program that answers calls.
  private(set) var host = ""

  /// One of the versions of one exercise.
  struct EditedVersion {
    let exercise: Exercise
    let number: Int
    let body: EditedBody
  }

  /// Makes versions of every exercise of a lesson and builds a host of them.
  ///
  /// - Parameters:
  ///   - count: how many versions of each exercise are wanted.
  ///   - seed: decides which.
  ///   - solutions: the text of every solution file, by the lesson's number.
  init(_ lesson: Lesson, count: Int, seed: UInt64, solutions: [Int: String], with toolchain: Toolchain) throws {
    let bodies = Self.bodies(of: lesson, count: 5 * count, seed: seed, solutions: solutions)
    try self.init(lesson, bodies, solutions: solutions, with: toolchain)
    versions = lesson.exercises.flatMap { exercise in versions.filter { $0.exercise.id == exercise.id }.prefix(count) }
  }

  /// Builds a host of versions of a lesson's exercises.
  init(
    _ lesson: Lesson, _ bodies: [ExerciseID: [EditedBody]], solutions: [Int: String], with toolchain: Toolchain
  ) throws {
    self.lesson = lesson
    versions = []
    for exercise in lesson.exercises {
      for body in bodies[exercise.id] ?? [] {
        versions.append(EditedVersion(exercise: exercise, number: versions.count, body: body))
      }
    }
    try compile(solutions[lesson.number] ?? "", with: toolchain)
  }

  /// Makes random versions of every exercise, no two alike; about half of them are no Swift.
  static func bodies(
    of lesson: Lesson, count: Int, seed: UInt64, solutions: [Int: String]
  ) -> [ExerciseID: [EditedBody]] {
    let source = solutions[lesson.number] ?? ""
    var generator = SeededGenerator(seed: seed &* 1000 &+ UInt64(lesson.number))
    var names = Edit.Names(in: lesson.exercises.compactMap { Bodies.body(of: $0.id, in: source) })
    names.members = Edit.Names(in: solutions.values.sorted()).members
    var bodies: [ExerciseID: [EditedBody]] = [:]
    for exercise in lesson.exercises {
      let body = Self.body(of: exercise, in: source)
      var known: Set<String> = [body]
      for _ in 0..<count {
        let edited = EditedBody.random(of: body, names: names.including(exercise), using: &generator)
        if known.insert(edited.text).inserted { bodies[exercise.id, default: []].append(edited) }
      }
    }
    return bodies
  }

  /// The solution's body; a single expression is what it returns, so that statements can be set beside it.
  private static func body(of exercise: Exercise, in source: String) -> String {
    let body = Bodies.body(of: exercise.id, in: source) ?? ""
    guard exercise.resultType != nil, Statement.all(in: body).count == 1 else { return body }
    return "  return " + body.drop { $0 == " " }
  }

  /// Compiles the lesson without what is no Swift, and links its host.
  private mutating func compile(_ source: String, with toolchain: Toolchain) throws {
    let place = "edited\(lesson.number)"
    var isChecked = false
    while true {
      let file = EditedFile(source, lesson, versions)
      let refused = try toolchain.compile(lesson, file.text, in: place, onlyChecking: !isChecked)
      if refused.isEmpty, isChecked { break }
      if refused.isEmpty { isChecked = true }
      let wrong = Set(refused.compactMap { file.version(atLine: $0.line) })
      if let message = refused.first, wrong.isEmpty { throw ToolchainError("\(lesson.file): \(message.text)") }
      versions.removeAll { wrong.contains($0.number) }
    }
    host = try toolchain.link(lesson, in: place)
  }
}

extension Edit.Names {
  /// The same with the parameters of an exercise's function.
  fileprivate func including(_ exercise: Exercise) -> Edit.Names {
    var names = self
    let parameters = exercise.signature.matches(of: #/([A-Za-z]+): /#).map { String($0.1) }
    names.free.formUnion(parameters)
    return names
  }
}

/// A lesson's solution in which each exercise's body chooses between versions when it runs.
struct EditedFile {
  private(set) var text: String
  private var numbers: [Int: Int] = [:]

  init(_ source: String, _ lesson: Lesson, _ versions: [EditedLesson.EditedVersion]) {
    text = source
    for exercise in lesson.exercises {
      let own = versions.filter { $0.exercise.id == exercise.id }
      let right = Bodies.body(of: exercise.id, in: source) ?? ""
      let result = exercise.resultType.map { " -> \($0)" } ?? ""
      let functions = own.map { "  func edited\($0.number)()\(result) {\n\($0.body.text)\n  }\n" }.joined()
      let cases = own.map { "  case \($0.number): return edited\($0.number)()\n" }.joined()
      let body =
        "\(functions)  func right()\(result) {\n\(right)\n  }\n  switch chosenEdit {\n\(cases)  default: return right()\n  }"
      text = Bodies.replacing(exercise.id, in: text, with: body) ?? text
    }
    var current: Int?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let start = line.firstMatch(of: /^  func edited(\d+)\(\)/) { current = Int(start.1) }
      if line.hasPrefix("  func right()") { current = nil }
      numbers[index + 1] = current
    }
  }

  /// The version that stands on a line.
  func version(atLine line: Int) -> Int? { numbers[line] }
}
