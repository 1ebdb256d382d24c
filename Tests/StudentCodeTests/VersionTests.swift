import Course
import CourseKit
import Engine
import Foundation
import StudentCode
import Testing
import Wire

@Suite("The versions in Tests/StudentCode") struct VersionTests {
  private static let checkout = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

  /// The text of every Swift file below a folder of the checkout.
  private static func text(below folder: String) -> String {
    let root = checkout.appending(path: folder)
    let files = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(".swift") }
      .compactMap { try? String(contentsOf: root.appending(path: $0), encoding: .utf8) }.joined(separator: "\n")
  }

  @Test("are known by their labels to the functions that hold them", arguments: Version.all)
  func call(version: Version) throws {
    let host = LessonHost()
    version.install(in: host)
    let request = try #require(Course.neuralNetwork.exercise(version.exercise).flatMap { Self.request($0.content) })
    do {
      #expect(try !host.reply(to: request).isEmpty)
    } catch is ShapesDoNotFit {
      #expect(version.kind == .mistake || version.kind == .other)
    }
  }

  /// A request for an exercise's function, with arguments of its own.
  private static func request(_ content: some ExerciseContent) -> [UInt8]? {
    var generator = SeededGenerator(seed: 7)
    return content.specification.inputs.map { inputs in
      content.specification.function.request(for: inputs(4, &generator))
    }
  }

  @Test("are found in the text, each one once")
  func labels() {
    let labels = Self.text(below: "Tests/StudentCode").matches(of: /\n *case "([^"]* [^"]*)":\n/).map { String($0.1) }
    #expect(Version.all.map(\.title).sorted() == labels.sorted())
    #expect(Set(labels).count == labels.count)
  }

  @Test("have the evidence beside them if the judge has no sentence for them")
  func evidence() {
    for version in Version.all {
      #expect(version.evidence.isEmpty == [.mistake, .right].contains(version.kind), "\(version)")
    }
  }

  @Test("use helper functions that stand beside the answers of their style")
  func helpers() {
    let styles = Version.all(.right).map { "\($0.exercise.lesson) \($0.name)" }
    #expect(Set(Version.helpers.keys).subtracting(styles) == [])
  }

  @Test("of a style of right answers are there for every exercise of their lesson")
  func styles() {
    for (style, versions) in Dictionary(grouping: Version.all(.right), by: { "\($0.exercise.lesson) \($0.name)" }) {
      let lesson = Course.neuralNetwork.lessons.first { $0.number == versions[0].exercise.lesson }
      #expect(versions.map(\.exercise).sorted() == lesson?.exercises.map(\.id), "lesson \(style)")
    }
  }

  @Test(
    "hold at least ten right answers for each exercise",
    arguments: Course.neuralNetwork.exercises)
  func tenRightAnswers(exercise: Exercise) {
    #expect(Version.all(.right).count { $0.exercise == exercise.id } >= 10, "\(exercise.id)")
  }
}
