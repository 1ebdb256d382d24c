import Foundation
import Testing

@Suite("An optimizer in the sources")
struct OptimizerPlacesTests {
  @Test("stands in few files beside its lesson's own", arguments: ["momentum", "adam"])
  func places(name: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let sources = root.appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap { $0 as? String }
      .filter { $0.hasSuffix(".swift") || $0.hasSuffix(".js") }
    let places = try files.filter { file in
      let isOfLesson = file.split(separator: "/").contains { $0.hasPrefix("Lesson") }
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      return !isOfLesson && text.localizedCaseInsensitiveContains(name)
    }
    #expect(places.count <= 12, "\(places.sorted().joined(separator: "\n"))")
    #expect(places.contains("Training/Optimizer.swift"), "otherwise this looks in the wrong place")
  }
}
