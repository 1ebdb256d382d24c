import Foundation
import Testing

@testable import Building

/// The list from which notes take their names, held against CourseKit's own sources.
@Suite("What notes say of CourseKit's types")
struct KitTypesTests {
  private static let folder = URL(filePath: #filePath).appending(path: "../../../../Sources/CourseKit")
    .standardizedFileURL

  /// The public members of each type as the sources declare them: `rows(at:)`.
  private static func members() throws -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      // What a browser needs in place of the standard library's own is none of CourseKit's.
      guard file.pathExtension == "swift", file.lastPathComponent != "WholeNumbers.swift" else { continue }
      var type: String?
      let text = try String(contentsOf: file, encoding: .utf8).replacing(/\(\n\s+/, with: "(").replacing(
        /,\n\s+/, with: ", "
      )
      .replacing(/\n\s+\)/, with: ")")
      for line in text.split(separator: "\n") {
        if let head = line.firstMatch(of: /^\s*(?:public struct|open class|public final class|extension) (\w+)/) {
          type = line.contains("CustomStringConvertible") ? nil : String(head.1)
        }
        if line == "}" { type = nil }
        let pattern =
          /^\s*(?:@\w+(?:\([^)]*\))? )*(?:public|open) (?:static |final |consuming |mutating )*(var|let|func) (\w+)(?:<[^>]*>)?(?:\(([^)]*)\))?/
        guard let type, let match = line.firstMatch(of: pattern) else { continue }
        guard match.1 == "func" else {
          found[type, default: []].insert(String(match.2))
          continue
        }
        let labels = (match.3 ?? "").split(separator: ", ").compactMap { parameter -> String? in
          let label = parameter.prefix { $0 != ":" && $0 != " " }
          return parameter.contains(": StaticString") || parameter.contains(": UInt") || !parameter.contains(":")
            ? nil : "\(label):"
        }
        found[type, default: []].insert("\(match.2)(\(labels.joined()))")
      }
    }
    return found
  }

  @Test("is what the sources declare, each member and nothing else")
  func current() throws {
    let members = try Self.members()
    #expect(Set(members.keys) == Set(KitType.all.map(\.name)))
    for type in KitType.all { #expect(Set(type.members.map(\.text)) == members[type.name], "\(type.name)") }
  }

  @Test("gives other words for members that there are")
  func words() {
    for type in KitType.all {
      for word in type.words { #expect(type.members.contains { $0.text == word.value }, "\(type.name).\(word.value)") }
    }
  }

  @Test("lists the functions of one number that CourseKit hands on")
  func functions() throws {
    let text = try String(contentsOf: Self.folder.appending(path: "ElementaryFunctions.swift"), encoding: .utf8)
    #expect(Set(text.matches(of: /import func Glibc\.(\w+)/).map { String($0.1) }) == KitType.elementary)
  }
}
