import Testing

@testable import Terminal

@Suite("Keys")
struct KeyTests {
  @Test("are understood in both cases, and as the control sequences that terminals send")
  func known() {
    #expect(Key.keys(in: Array("nphrqNPHRQ ".utf8)) == Self.letters + Self.letters + [.page])
    #expect(Key.keys(in: [0x04]) == [.quit])
    #expect(Key.keys(in: [0x1A]) == [.suspend])
    #expect(Key.keys(in: Array("\u{1B}[A\u{1B}[B\u{1B}OA\u{1B}OB".utf8)) == [.up, .down, .up, .down])
  }

  @Test("that mean nothing do nothing, even if their control sequences hold letters that do")
  func unknown() {
    #expect(Key.keys(in: Array("x?ä1\n".utf8)) == [])
    // Delete, an arrow with Ctrl, F5 and a click of the mouse.
    #expect(Key.keys(in: Array("\u{1B}[3~\u{1B}[1;5n\u{1B}[15~\u{1B}[<0;3;4M".utf8)) == [])
    #expect(Key.keys(in: Array("\u{1B}[3~q".utf8)) == [.quit])
    #expect(Key.keys(in: [0x1B]) == [])
  }

  private static let letters: [Key] = [.next, .previous, .hint, .again, .quit]
}
