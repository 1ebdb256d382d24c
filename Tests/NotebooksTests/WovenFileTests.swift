import Foundation
import Testing

@testable import Notebooks

@Suite("A woven file")
struct WovenFileTests {
  private func inFile(_ contents: String?, _ test: (URL) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "woven-\(UUID().uuidString).md")
    defer { try? FileManager.default.removeItem(at: file) }
    if let contents { try Data(contents.utf8).write(to: file) }
    try test(file)
  }

  @Test("is current for the key that it was woven from, and stale for any other")
  func keys() throws {
    try inFile(WovenFile.contents("# Lesson\n\n- last", from: "1a2b")) { file in
      #expect(WovenFile.state(of: file, for: "1a2b") == .current)
      #expect(WovenFile.state(of: file, for: "1a2c") == .stale)
    }
    try inFile(nil) { #expect(WovenFile.state(of: $0, for: "1a2b") == .missing) }
  }

  @Test("is edited as soon as one letter differs, in the text or in its last line, or if it was never woven")
  func edits() throws {
    let contents = WovenFile.contents("# Lesson 4\n", from: "1a2b")
    let edited = [
      contents.replacing("Lesson 4", with: "Lesson 5"), contents.replacing("1a2b", with: "1a2c"), contents + "more\n",
      "more\n" + contents, "# Notes of mine\n", "", String(contents.dropLast()),
    ]
    for text in edited {
      try inFile(text) { #expect(WovenFile.state(of: $0, for: "1a2b") == .edited, "\(text)") }
    }
  }

  @Test("that holds another one's last line is read by its own")
  func quotation() {
    let inner = WovenFile.contents("inner", from: "1")
    let outer = WovenFile(WovenFile.contents(inner, from: "2"))
    #expect(outer?.key == "2")
    #expect(outer?.text == inner)
    #expect(outer?.isUnedited == true)
  }

  @Test("in JSON has its line among what is said about the notebook, and is read and sealed like any other")
  func json() throws {
    let text = "{\n \"cells\": [\n  \" \\\"metadata\\\": {\"\n ],\n \"metadata\": {\n  \"x\": 1\n }\n}\n"
    let contents = WovenFile.contents(text, from: "1a2b", of: .metadata)
    #expect(contents.contains("\n \"metadata\": {\n  \"course_check\": \"woven from 1a2b · text "))
    #expect((try JSONSerialization.jsonObject(with: Data(contents.utf8)) as? [String: Any])?["metadata"] != nil)
    let woven = WovenFile(contents, .metadata)
    #expect(woven?.text == text && woven?.key == "1a2b" && woven?.isUnedited == true)
    for edit in [("\"x\": 1", "\"x\": 2"), ("1a2b", "1a2c"), ("  \"course_check\"", "  \"course_chek\"")] {
      #expect(WovenFile(contents.replacing(edit.0, with: edit.1), .metadata)?.isUnedited != true)
    }
  }
}
