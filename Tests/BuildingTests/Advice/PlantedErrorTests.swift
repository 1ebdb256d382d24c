import Batteries
import Course
import Engine
import Foundation
import Testing

@testable import Building
@testable import CourseFiles

/// Beginners' mistakes planted into solutions, with what the real compiler says of them.
@Suite("The note on a planted mistake")
struct PlantedErrorTests {
  private static let all = plantedFormulas + plantedMembers + plantedCalls + plantedStatements
  /// All of them take the compiler twenty seconds; those of the first lesson, which it reads at one go, two.
  private static let chosen = Battery.choice(
    little: all.filter { $0.lesson == 1 && !$0.isWholeFile }, sample: all, all: all)

  @Test("is the sentence that is true of it, and no other")
  func notes() async throws {
    let compiler = try PlantCompiler(for: Self.chosen)
    defer { compiler.removeFolder() }
    var found = try await compiler.notes(on: Self.chosen)
    for plant in Self.chosen {
      let notes = found.removeValue(forKey: plant.name)
      #expect(notes == [plant.note], "\(plant.name)")
    }
    #expect(found.isEmpty)
  }
}

/// Compiles solutions into which mistakes are planted.
struct PlantCompiler: Sendable {
  private let folder: URL
  private let products: URL
  private static let checkout = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL

  /// Creates one for mistakes, with the lessons on which theirs build.
  init(for plants: [PlantedError]) throws {
    products = try BuiltProducts.folder()
    folder = FileManager.default.temporaryDirectory.appending(path: "planted-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let outlines = Course.neuralNetwork.outline
    let needed = Set(outlines.filter { outline in plants.contains { $0.lesson == outline.number } }.flatMap(\.buildsOn))
    for lesson in Course.neuralNetwork.lessons where needed.contains(lesson.number) {
      let source = Self.checkout.appending(path: "Solutions/\(lesson.file)").path
      _ = try run(
        ["-emit-module", "-emit-module-path", file(lesson.topic + ".swiftmodule"), source], module: lesson.topic)
    }
  }

  func removeFolder() { try? FileManager.default.removeItem(at: folder) }

  /// The notes on each mistake, by its name: no note twice, and without the numbers of lines.
  func notes(on plants: [PlantedError]) async throws -> [String: [String]] {
    let files =
      Dictionary(grouping: plants.filter { !$0.isWholeFile }) { "\($0.lesson) \($0.isFound)" }.values
      .map { PlantedFile($0) } + plants.filter(\.isWholeFile).map { PlantedFile([$0]) }
    return try await withThrowingTaskGroup(of: [String: [String]].self) { group in
      for (number, file) in files.enumerated() { group.addTask { try notes(in: file, number: number) } }
      return try await group.reduce(into: [:]) { all, found in all.merge(found) { $0 + $1 } }
    }
  }

  private func notes(in planted: PlantedFile, number: Int) throws -> [String: [String]] {
    let path = file("Planted\(number).swift")
    try planted.text.write(toFile: path, atomically: true, encoding: .utf8)
    let output = try run(
      planted.plants[0].isFound == "flow" ? ["-emit-sil", "-o", "/dev/null", path] : ["-typecheck", path],
      module: planted.lesson.topic)
    let lines = planted.text.split(separator: "\n", omittingEmptySubsequences: false)
    let source = SourceFile(lines, lesson: planted.lesson.outline, lessons: Course.neuralNetwork.outline)
    var notes = Dictionary(uniqueKeysWithValues: planted.plants.map { ($0.name, [String]()) })
    let errors = output.matches(of: /(?m)^\/.*\.swift:(\d+):(\d+): error: (.*)$/)
      .map { (line: Int($0.1) ?? 0, column: Int($0.2) ?? 0, message: String($0.3)) }.sorted { $0.line < $1.line }
    let advice = CompilerAdvice()
    for error in errors {
      let place = ErrorPlace(error.message, line: error.line, column: error.column, in: source)
      guard let plant = planted.plant(atLine: error.line), let note = advice.note(on: place) else {
        continue
      }
      let text = note.replacing(/\b([lL]ine) \d+/) { "\($0.1) N" }.replacing(/\b([a-z]\w*)Planted\d+/) { String($0.1) }
        // Copies of one function count as one.
        .replacing(/\b(\w+)(?: and \1\b)+/) { String($0.1) }
      if !(notes[plant] ?? []).contains(text) { notes[plant, default: []].append(text) }
    }
    return notes
  }

  private func file(_ name: String) -> String { folder.appending(path: name).path }

  private func run(_ arguments: [String], module: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [
        "swiftc", "-swift-version", "6", "-Onone", "-suppress-warnings", "-parse-as-library", "-module-name", module,
        "-Xfrontend",
        // Over what is too much for it the compiler need not brood for seconds.
        "-solver-scope-threshold=50000",
        "-I", products.appending(path: "Modules").path, "-I", folder.path,
      ] + arguments
    let messages = file("messages-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: messages, contents: nil)
    process.standardError = FileHandle(forWritingAtPath: messages)
    try process.run()
    process.waitUntilExit()
    return try String(contentsOfFile: messages, encoding: .utf8)
  }
}

/// A lesson's solution with planted mistakes.
private struct PlantedFile {
  let lesson: Lesson
  let plants: [PlantedError]
  private(set) var text: String
  private var owners: [Int: String] = [:]

  /// Puts a copy of the exercise's function for each mistake below it.
  init(_ plants: [PlantedError]) {
    self.plants = plants
    lesson = Course.neuralNetwork.lessons.first { $0.number == plants[0].lesson } ?? Course.neuralNetwork.lessons[0]
    let path = URL(filePath: #filePath).appending(path: "../../../../Solutions/\(lesson.file)").standardizedFileURL.path
    var source = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    text = source
    if case .file(let old, let new) = plants[0].edit {
      text = source.replacing(old, with: new, maxReplacements: 1)
      return
    }
    for (number, plant) in plants.enumerated() {
      guard let exercise = lesson.exercises.first(where: { $0.id.description == plant.exercise }), let body = plant.body
      else {
        continue
      }
      var lines = source.split(separator: "\n", omittingEmptySubsequences: false)
      guard let begin = lines.firstIndex(where: { $0.contains("// BEGIN SOLUTION \(plant.exercise) ") }),
        let start = lines[..<begin].lastIndex(where: {
          $0.contains("func \(exercise.name.split(separator: ".").last ?? "")(")
        }),
        let end = lines[begin...].firstIndex(where: {
          $0.drop { $0 == " " } == "}" && $0.count <= lines[start].prefix { $0 == " " }.count + 1
        })
      else { continue }
      var copy = Array(lines[start..<begin]) + body.split(separator: "\n") + [lines[end]]
      copy[0] = Substring(copy[0].replacing(/func (\w+)\(/) { "func \($0.1)Planted\(number)(" })
      copy[0] += " // \(plant.name)"
      lines.insert(contentsOf: copy, at: end + 1)
      source = lines.joined(separator: "\n")
    }
    text = source
    var owner: String?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.contains("func ") { owner = plants.first { line.hasSuffix(" // \($0.name)") }?.name }
      owners[index + 1] = owner
    }
  }

  /// The mistake that an error in a line is of.
  func plant(atLine line: Int) -> String? { plants[0].isWholeFile ? plants[0].name : owners[line] }
}

extension PlantedError {
  /// Whether the whole file must be compiled for it alone.
  fileprivate var isWholeFile: Bool {
    if case .file = edit { true } else { false }
  }

  /// When the compiler finds it.
  fileprivate var isFound: String {
    if case .flow = edit { "flow" } else { "types" }
  }

  fileprivate var body: String? {
    switch edit {
    case .body(let body), .flow(let body): body
    case .file: nil
    }
  }
}
