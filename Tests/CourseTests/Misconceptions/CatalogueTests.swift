import Engine
import Testing
import Vocabulary

@testable import Course

@Suite("The list of misconceptions") struct CatalogueTests {
  @Test(
    "has at least four for every exercise of lessons 1 and 2, and six for every other one",
    arguments: Course.neuralNetwork.lessons)
  func minimum(lesson: Lesson) {
    for exercise in lesson.exercises {
      #expect(
        Catalogue.all.count { $0.exercise == exercise.id } >= (lesson.number <= 2 ? 4 : 6), "\(exercise.name)")
    }
  }

  @Test(
    "has a name and a sentence for each that no other of its exercise has",
    arguments: Course.neuralNetwork.exercises.map(\.id))
  func names(exercise: ExerciseID) {
    let mistakes = Catalogue.all.filter { $0.exercise == exercise }
    #expect(Set(mistakes.map(\.name)).count == mistakes.count)
    #expect(Set(mistakes.map(\.sentence)).count == mistakes.count)
  }

  @Test("has whole sentences", arguments: Catalogue.all)
  func sentences(mistake: PlantedMistake) {
    #expect(mistake.sentence.hasSuffix("."))
    #expect(mistake.sentence.count < 160)
  }
}
