import Testing

@testable import Judge

@Suite("The list of misconceptions") struct CatalogueTests {
  @Test(
    "has at least four for every exercise of lessons 1 and 2, and six for every other one", arguments: Course.lessons)
  func minimum(lesson: Lesson) {
    for exercise in lesson.exercises {
      #expect(
        Catalogue.all.count { $0.exercise == exercise.number } >= (lesson.number <= 2 ? 4 : 6), "\(exercise.name)")
    }
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
