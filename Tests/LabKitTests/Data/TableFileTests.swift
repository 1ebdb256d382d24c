import CourseKit
import Foundation
import Testing
import Training

@testable import LabKit
@testable import Tables

@Suite("A table's file")
struct TableFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("can come through a pipe, which nobody can read twice")
  func pipe() throws {
    let path = folder.path("pipe")
    try #require(mkfifo(path, 0o600) == 0)
    let rows = (0..<50_000).map { "\($0),\($0 % 2)\n" }
    Thread.detachNewThread { try? Data(("x,class\n" + rows.joined()).utf8).write(to: URL(filePath: path)) }
    let file = try Table(path: path, ColumnChoice(label: .named("class")))
    #expect(file.values.elements == (0..<50_000).map(Double.init))
  }

  @Test("that is not there, or is a folder, gets a sentence")
  func noFile() throws {
    let missing = try #require(throws: DataError.self) { try Table(path: "no/table.csv", ColumnChoice(label: .none)) }
    #expect(
      missing.sentence == "There is no file no/table.csv. Look at its name and at the folder that you are in.")
    let path = folder.location.path
    let directory = try #require(throws: DataError.self) { try Table(path: path, ColumnChoice(label: .none)) }
    #expect(directory.sentence == "\(path) cannot be read. Is it a file, and may you read it?")
  }

  @Test("is split by the seed, and its features are scaled")
  func labelled() throws {
    let path = try folder.file("table.csv", "x,class\n" + (0..<50).map { "\($0),\($0 % 2)\n" }.joined())
    let first = try LabelledTable(TableSource(path: path, label: "class"), seed: 1)
    #expect(try LabelledTable(TableSource(path: path, label: "class"), seed: 1).data.training == first.data.training)
    #expect(try LabelledTable(TableSource(path: path, label: "class"), seed: 2).data.training != first.data.training)
    #expect(abs(first.data.training.features.columnSums()[0, 0]) < 1e-9)
  }
}
