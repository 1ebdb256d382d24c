import Course
import Engine
import Foundation
import Testing

@testable import CourseFiles
@testable import make_lessons

@Suite("What follows from course and solutions") struct DerivedFilesTests {
  private static let checkout = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

  /// A folder with copies of the files, in which a test may change one.
  private func inCopy(_ test: (URL) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "derived-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let solutions = Course.neuralNetwork.lessons.map { "Solutions/\($0.file)" }
    for path in try DerivedFiles(of: .neuralNetwork, in: Self.checkout).files().map(\.path) + solutions {
      let copy = root.appending(path: path)
      try FileManager.default.createDirectory(at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: Self.checkout.appending(path: path), to: copy)
    }
    try test(root)
  }

  private func change(_ path: String, in root: URL, _ change: (String) -> String) throws {
    let file = root.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(change(text) != text)
    try Data(change(text).utf8).write(to: file)
  }

  /// The files that are not what they should be.
  private func stale(in root: URL) throws -> [String] {
    try DerivedFiles(of: .neuralNetwork, in: root).files().filter { $0.present != $0.fresh }.map(\.path)
  }

  @Test("stands in this checkout as it should")
  func fresh() throws { #expect(try stale(in: Self.checkout) == []) }

  @Test(
    "is missed where a row, an exercise or a case is gone",
    arguments: [
      ("README.md", "| 6 | [L2"), ("Lessons/README.md", "| [4 · Backward pass]"),
      ("Tests/StudentCode/Installing/Answering.swift", "    case 3: "),
    ])
  func row(file: String, beginning: String) throws {
    try inCopy { root in
      try change(file, in: root) { text in
        text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix(beginning) }
          .joined(separator: "\n")
      }
      #expect(try stale(in: root) == [file])
    }
  }

  @Test("follows the marks of a solution, in their order")
  func exercises() throws {
    try inCopy { root in
      let solution = "Solutions/\(Course.neuralNetwork.lessons[0].file)"
      try change(solution, in: root) { $0.replacing("SOLUTION 1.2 tanh", with: "SOLUTION 1.2 hyperbolicTangent") }
      let files = try DerivedFiles(of: .neuralNetwork, in: root).files().filter { $0.present != $0.fresh }
      #expect(files.map(\.path) == ["Sources/Course/NeuralNetwork.swift"])
      #expect(files.first?.fresh.contains("exercises: [.sigmoid, .hyperbolicTangent, .relu,") == true)
    }
  }

  @Test("cannot be written where its place is lost, which is said with the file")
  func markers() throws {
    try inCopy { root in
      try change("README.md", in: root) { $0.replacing("<!-- table: lessons -->", with: "") }
      let error = #expect(throws: MarkerError.self) { try stale(in: root) }
      #expect(error?.description == "README.md:1: error: the line '<!-- table: lessons -->' is missing")
    }
  }

  @Test("names a method's exercise by its type, and breaks a list that fits on no line")
  func lists() {
    #expect(DerivedFiles.property("softmax") == "softmax")
    #expect(DerivedFiles.property("Dense.forward") == "denseForward")
    let names = (1...11).map { ".anExerciseWithALongName\($0)" }
    #expect(DerivedFiles.list([".one", ".two"]) == "exercises: [.one, .two]")
    #expect(DerivedFiles.list(names).split(separator: "\n").count == 13)
  }
}
