import Course
import CourseFiles
import Engine
import Foundation
import Vocabulary

/// The files of a new lesson, with everything that is to be thought of marked `FILL IN`.
///
/// What is written builds and runs as it stands: each function returns its argument, and one mistake is known, which
/// doubles it.
struct Scaffold {
  /// The lesson's number.
  let number: Int
  /// The name of its module and of its Swift file.
  let topic: String
  /// The names of its functions.
  let names: [String]

  /// Describes a new lesson.
  ///
  /// - Parameters:
  ///   - number: the lesson's number, the next one in the course.
  ///   - topic: the topic as a name of a module, for example `Softmax`.
  ///   - names: the names of its functions, in the order of the exercises.
  init(number: Int, topic: String, exercises names: [String]) {
    self.number = number
    self.topic = topic
    self.names = names
  }

  /// The functions with their identifiers.
  var exercises: [(id: ExerciseID, name: String)] {
    names.enumerated().map { (ExerciseID(lesson: number, number: $0 + 1), $1) }
  }

  var folder: String { "Lesson\(number)-\(topic)" }

  /// Writes the lesson into a checkout.
  ///
  /// - Returns: the files that were written or changed, those first in which something is to be filled in.
  /// - Throws: `ScaffoldError` before anything is written if the lesson cannot be the next one there.
  func write(to root: URL) throws -> [String] {
    let manifest = try text("Package.swift", in: root)
    let topics = manifest.matches(of: /\n  Lesson\(number: [0-9]+, topic: "([A-Za-z0-9]+)"/).map { String($0.1) }
    try check(topics, manifest, in: root)
    for file in files where FileManager.default.fileExists(atPath: root.appending(path: file.path).path) {
      throw ScaffoldError("\(file.path) is there already: move it away, or choose other names.")
    }
    let stub = try Stubs.lesson(from: solution, file: "Solutions/\(folder)/\(topic).swift")
    let changes = [
      ("Sources/Course/NeuralNetwork.swift", /exercises: \[[^\]]*\]\),(?=\n  \]\))/, entry),
      ("Package.swift", /\n  Lesson\(number: .*\),(?=\n\])/, "\n  Lesson(number: \(number), topic: \"\(topic)\"),"),
      (
        "Tests/StudentCode/Installing/Answering.swift", /\n    case [0-9]+: .*(?=\n    \/\/ END LESSONS)/,
        "\n    case \(number): installLesson\(number)(in: answerer)"
      ),
    ]
    let all =
      files
      + (try changes.map { path, place, addition in (path, try extended(path, after: place, by: addition, in: root)) })
      + [
        ("Lessons/\(folder)/\(topic).swift", stub),
        (
          SolutionCopy.path(of: number),
          SolutionCopy.text(of: solution, lesson: number, topics: topics + [topic])
        ),
      ]
    for file in all { try write(file.1, to: file.0, in: root) }
    return all.map(\.0)
  }

  /// A file's text with something added behind the last place of a form.
  private func extended(_ path: String, after place: Regex<Substring>, by addition: String, in root: URL) throws
    -> String
  {
    let text = try text(path, in: root)
    guard let last = text.ranges(of: place).last else {
      throw ScaffoldError("\(path) has lost the place where lessons are listed: compare it with an older version.")
    }
    return text[..<last.upperBound] + addition + text[last.upperBound...]
  }

  /// The part of the course that it continues.
  private var part: Int { Course.neuralNetwork.lessons.last?.part ?? 1 }

  /// The lesson in the course; `DerivedFiles` keeps its list of exercises.
  private var entry: String {
    let list = DerivedFiles.list(names.map { ".\(DerivedFiles.property($0))" })
    return """

          Lesson(
            \(number), "\(topic)", "\(topic)", part: \(part),
            summary: "FILL IN: what the student writes",
            contents: "FILL IN: the same in other words, for the lessons' page",
            \(list)),
      """
  }

  private func text(_ path: String, in root: URL) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private func write(_ text: String, to path: String, in root: URL) throws {
    let place = root.appending(path: path)
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place, options: .atomic)
  }
}

/// Why a lesson cannot be begun.
struct ScaffoldError: Error, CustomStringConvertible, Equatable {
  /// What is wrong and what to do, in a sentence.
  let description: String

  init(_ sentence: String) { description = sentence }
}

// What must hold before anything is written.
extension Scaffold {
  private func check(_ topics: [String], _ manifest: String, in root: URL) throws {
    let next = topics.count + 1
    guard number == next else {
      throw ScaffoldError("The next lesson is \(next), not \(number): Package.swift lists \(topics.count).")
    }
    guard topic.wholeMatch(of: /[A-Z][A-Za-z0-9]*/) != nil else {
      throw ScaffoldError("'\(topic)' cannot name a module: write the topic with a capital letter, as in Softmax.")
    }
    guard !manifest.contains("\"\(topic)\"") else {
      throw ScaffoldError("Package.swift has a target named \(topic) already: choose another topic.")
    }
    guard !names.isEmpty else {
      throw ScaffoldError("A lesson needs an exercise: --exercises softmax,crossEntropy")
    }
    for name in names where name.wholeMatch(of: /([A-Z][A-Za-z0-9]*\.)?[a-z][A-Za-z0-9]*/) == nil {
      throw ScaffoldError(
        "'\(name)' cannot name a function: begin with a small letter, as in crossEntropy, or in Dense.forward for a method."
      )
    }
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      throw ScaffoldError("\(name) is named twice: each exercise is a function of its own.")
    }
    try checkNames(in: root)
  }

  /// A module cannot have two files of one name, nor the course two exercises.
  private func checkNames(in root: URL) throws {
    let course = root.appending(path: "Sources/Course")
    let taken = FileManager.default.enumerator(atPath: course.path)?.compactMap { $0 as? String } ?? []
    for name in names {
      let file = "\(fileName(of: name)).swift"
      if let other = taken.first(where: { $0.split(separator: "/").last.map(String.init) == file }) {
        throw ScaffoldError(
          "\(name) cannot be an exercise: Sources/Course/\(other) has its file's name already. A method can have its type before its name, as in Dense.forward."
        )
      }
    }
  }

  /// The name of an exercise's file, without the ending.
  func fileName(of name: String) -> String {
    let property = DerivedFiles.property(name)
    return property.prefix(1).uppercased() + property.dropFirst()
  }
}
