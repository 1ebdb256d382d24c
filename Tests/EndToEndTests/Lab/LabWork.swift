import Engine
import Foundation

/// A folder in the classroom for what the Lab writes, empty at the beginning.
struct LabWork {
  let folder: URL

  init(in classroom: borrowing Classroom) throws {
    folder = classroom.root.appending(path: "lab-work")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// The names of all files in it, in order.
  var files: [String] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.filter { $0.contains(".") }.sorted()
  }

  func data(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  func write(_ data: Data, to name: String) throws { try data.write(to: folder.appending(path: name)) }

  /// A table with two classes that a small network can tell apart.
  func writeFlowers() throws {
    let rows = (0..<60).map { "\($0 % 9).5,\(($0 * 7) % 11)0,\(($0 % 9) * 2 > ($0 * 7) % 11 ? "rose" : "lily")\n" }
    try write(Data(("width,height,flower\n" + rows.joined()).utf8), to: "flowers.csv")
  }

  static let flowers = ["--csv", "lab-work/flowers.csv", "--label", "flower", "--hidden", "8", "--epochs", "60"]
}

extension Classroom {
  /// Runs a command of the Lab with the reference solutions; the first time, that builds the Lab.
  func lab(_ words: [String], tree: String = "solutions", limit seconds: Double = 600) throws -> Command.Outcome {
    try labCommand(words, tree: tree).run(limit: seconds)
  }

  /// The same command, not started yet.
  func labCommand(_ words: [String], tree: String = "solutions") -> Command {
    Command(command.path, words + ["--tree", tree], in: root)
  }
}
