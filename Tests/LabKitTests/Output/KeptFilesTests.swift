import Foundation
import Testing

@testable import LabKit

@Suite("Files that are kept")
struct KeptFilesTests {
  private let folder: TemporaryFolder
  private let recorded = RecordedOutput()

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String, to name: String, replacing isOwn: (Data) -> Bool = { _ in false }) throws {
    try KeptFiles(report: recorded.output.result).write(Data(text.utf8), to: folder.path(name), replacing: isOwn)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.location.appending(path: name), encoding: .utf8)
  }

  @Test("are written together with their folders")
  func folders() throws {
    try write("new", to: "a/b/picture.svg")
    #expect(try text("a/b/picture.svg") == "new")
    #expect(recorded.messages.isEmpty)
  }

  @Test("take the place of older ones of their own")
  func own() throws {
    try write("mine 1", to: "picture.svg")
    try write("mine 2", to: "picture.svg") { $0.starts(with: Data("mine".utf8)) }
    #expect(try text("picture.svg") == "mine 2")
    #expect(folder.names == ["picture.svg"])
    #expect(recorded.messages.isEmpty)
  }

  @Test("move others aside and say where to", arguments: ["model.json", "model", "more.than.one.json"])
  func foreign(name: String) throws {
    for number in 1...3 { try write("version \(number)", to: name) }
    #expect(try text(name) == "version 3")
    #expect(folder.names.count == 3)
    let lines = recorded.text(.result).split(separator: "\n").map(String.init)
    #expect(lines.count == 2)
    for (number, line) in lines.enumerated() {
      let start = "\(folder.path(name)) was there before: it is kept as "
      try #require(line.hasPrefix(start), "\(line)")
      let path = String(line.dropFirst(start.count))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "version \(number + 1)")
      #expect(URL(filePath: path).pathExtension == URL(filePath: name).pathExtension)
      #expect(!path.hasSuffix("."))
    }
  }

  @Test("that are the same already are left alone")
  func same() throws {
    try write("same", to: "model.json")
    try write("same", to: "model.json")
    #expect(folder.names == ["model.json"])
    #expect(recorded.messages.isEmpty)
  }

  @Test("name their older versions in the way in which their path was written")
  func relativePath() throws {
    let name = "course-kit-test-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: name) }
    for text in ["1", "2"] {
      try KeptFiles(report: recorded.output.result).write(Data(text.utf8), to: "\(name)/m.json") { _ in false }
    }
    #expect(recorded.text(.result).hasPrefix("\(name)/m.json was there before: it is kept as \(name)/m-2"))
  }

  @Test("that cannot be written get a sentence before any work is done")
  func unwritable() throws {
    let file = try folder.file("file", "text")
    for path in ["\(file)/x.svg", "\(file)/more/x.svg"] {
      let error = try #require(throws: DataError.self) { try KeptFiles.check(path) }
      #expect(
        error.sentence
          == "\(path) cannot be written: file is a file and no folder. Choose another place for it.")
    }
    let inFile = try #require(throws: DataError.self) { try KeptFiles.check(folder: file) }
    #expect(
      inFile.sentence == "\(file) cannot be written: file is a file and no folder. Choose another place for it.")
    let path = folder.location.path
    let onFolder = try #require(throws: DataError.self) { try write("text", to: "") }
    #expect(onFolder.sentence.hasSuffix("is a folder: name a file in it."))
    #expect(FileManager.default.fileExists(atPath: path), "a folder is never moved aside")
    #expect(folder.names == ["file"])
  }

  @Test("that may not be written get a sentence", .enabled(if: getuid() != 0, "an administrator may write anywhere"))
  func forbidden() throws {
    let closed = folder.path("closed")
    try FileManager.default.createDirectory(atPath: closed, withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: closed)
    let error = try #require(throws: DataError.self) { try write("text", to: "closed/x.svg") }
    #expect(error.sentence.contains("cannot be written: you may not write to the folder \(closed)"))
  }

  @Test("pass the check of places that can be written, and the check leaves nothing behind")
  func check() throws {
    try KeptFiles.check(folder.path("new/model.json"))
    try KeptFiles.check(folder: folder.path("new/pictures"))
    #expect(folder.names.isEmpty)
  }
}
