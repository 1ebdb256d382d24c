import Testing

@testable import Judge

@Suite("The list of misconceptions") struct CatalogueTests {
  @Test("has at least three for every exercise", arguments: Course.lessons.flatMap(\.exercises).map(\.number))
  func atLeastThree(exercise: String) {
    #expect(Catalogue.all.count { $0.exercise == exercise } >= 3)
  }

  @Test("has at least six for every exercise of lessons 6 to 8", arguments: Course.lessons[5...].flatMap(\.exercises))
  func atLeastSix(exercise: Exercise) {
    #expect(Catalogue.all.count { $0.exercise == exercise.number } >= 6)
  }

  @Test(
    "has a name and a sentence for each that no other of its exercise has",
    arguments: Course.lessons.flatMap(\.exercises).map(\.number))
  func names(exercise: String) {
    let mistakes = Catalogue.all.filter { $0.exercise == exercise }
    #expect(Set(mistakes.map(\.name)).count == mistakes.count)
    #expect(Set(mistakes.map(\.sentence)).count == mistakes.count)
  }

  @Test("has whole sentences", arguments: Catalogue.all)
  func sentences(mistake: KnownMistake) {
    #expect(mistake.sentence.hasSuffix("."))
    #expect(mistake.sentence.count < 160)
  }
}
