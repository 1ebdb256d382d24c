import Testing

@testable import course_check

@Suite("A suggestion")
struct SuggestionTests {
  @Test(
    "counts letters that are put in, left out, changed or exchanged",
    arguments: [("hint", "hint", 0), ("hnit", "hint", 1), ("hin", "hint", 1), ("hints", "hint", 1), ("", "abc", 3)])
  func distances(first: String, second: String, distance: Int) {
    #expect(Suggestion.distance(Array(first), Array(second)) == distance)
    #expect(Suggestion.distance(Array(second), Array(first)) == distance)
  }

  @Test("is the nearest word, and none if nothing is near")
  func nearest() {
    let words = ["train", "plot", "predict", "4.3"]
    #expect(Suggestion(for: "pridict", among: words).word == "predict")
    #expect(Suggestion(for: "PLOTT", among: words).word == "plot")
    #expect(Suggestion(for: "xyz", among: words).word == nil)
    #expect(Suggestion(for: "x", among: words).word == nil)
    #expect(Suggestion(for: "", among: words).word == nil)
    #expect(Suggestion(for: "4.4", among: words).word == nil)
    #expect(Suggestion(for: "4.33", among: words).question == " Did you mean '4.3'?")
  }
}
