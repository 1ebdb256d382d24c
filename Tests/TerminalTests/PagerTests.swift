import Testing

@testable import Terminal

@Suite("The pager")
struct PagerTests {
  @Test("is the one that PAGER names with its words, otherwise less, and none where neither is there")
  func choice() {
    let choose = { (pager: String?, programs: [String]) in
      Pager(environment: pager.map { ["PAGER": $0] } ?? [:], isThere: programs.contains)?.command
    }
    #expect(choose("more -d", ["more", "less"]) == "more -d")
    #expect(choose("gone", ["less"]) == "less")
    #expect(choose("", ["less"]) == "less")
    #expect(choose(nil, ["less"]) == "less")
    #expect(choose("cat", ["cat", "less"]) == nil)
    #expect(choose(nil, []) == nil)
  }
}
