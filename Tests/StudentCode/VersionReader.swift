import Foundation
import Vocabulary

/// The versions that one file of this folder holds, as its text says.
///
/// In a `switch` over `mistake`, `other` or `right` the line `case "4.3 mean missing":` begins a version, and the next case
/// ends it. Notes below that line are no part of its body: what a report must say, and when it would stop the program.
package struct VersionReader {
  /// The versions in the order of the file.
  package private(set) var versions: [Version] = []
  /// The functions that answers in a style need, by lesson and style.
  package private(set) var helpers: [String: String] = [:]

  /// Every file that holds versions.
  package static let files: [VersionReader] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasPrefix("Lesson") && $0.hasSuffix(".swift") }.sorted().map { path in
      VersionReader((try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? "")
    }
  }()

  /// Reads a file's text.
  package init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let importsFoundation = lines.contains("import Foundation")
    var kind: Version.Kind?
    var indentation: Substring = ""
    for (index, line) in lines.enumerated() {
      if let found = line.firstMatch(of: /^( *)switch (mistake|other|right) {$/) {
        kind = found.2 == "mistake" ? .mistake : found.2 == "other" ? .other : .right
        indentation = found.1
      } else if let found = line.firstMatch(of: /^\/\/ BEGIN HELPERS (.*)$/) {
        helpers[String(found.1)] = lines[(index + 1)...].prefix { $0 != "// END HELPERS" }.joined(separator: "\n")
      } else if line == "\(indentation)default:" {
        kind = nil
      } else if let kind, let found = line.firstMatch(of: /^( *)case "(\d+\.\d+) (.*)":$/),
        found.1 == indentation, let exercise = ExerciseID(found.2)
      {
        versions.append(
          Version(
            kind: kind, exercise: exercise, name: String(found.3), importsFoundation: importsFoundation))
      } else if kind != nil, !versions.isEmpty {
        versions[versions.count - 1].read(line)
      }
    }
  }
}

extension Version {
  /// Takes in the next line of its case.
  fileprivate mutating func read(_ line: Substring) {
    if let note = line.firstMatch(of: /^ *\/\/ (Double|Unknown), evidence: "(.*)"$/) {
      kind = note.1 == "Double" ? .double : .other
      evidence = String(note.2)
    } else if let note = line.firstMatch(of: /^ *\/\/ Also true: "(.*)"$/) {
      trueNames.append(String(note.1))
    } else if !line.contains("try stop(unless: ") {
      // In a switch the lines stand one step further right than in a lesson's file.
      body += (body.isEmpty ? "" : "\n") + line.dropFirst(2)
    }
  }
}
