import Engine
import StudentCode
import Testing
import Vocabulary

@testable import Course

@Suite("The list of known mistakes") struct CatalogueTests {
  @Test(
    "has at least four for every exercise of lessons 1 and 2, and six for every other one",
    arguments: Course.neuralNetwork.lessons)
  func minimum(lesson: Lesson) {
    for exercise in lesson.exercises {
      #expect(
        Version.all(.mistake).count { $0.exercise == exercise.id } >= (lesson.number <= 2 ? 4 : 6), "\(exercise.name)")
    }
  }

  @Test("knows every version that is said to be known", arguments: Course.neuralNetwork.exercises)
  func versions(exercise: Exercise) {
    let names = Version.all(.mistake).filter { $0.exercise == exercise.id }.map(\.name)
    #expect(Set(names).subtracting(exercise.knownMistakes.map(\.name)) == [])
  }

  @Test(
    "has a name and a sentence for each that no other of its exercise has", arguments: Course.neuralNetwork.exercises)
  func names(exercise: Exercise) {
    let mistakes = exercise.knownMistakes
    #expect(Set(mistakes.map(\.name)).count == mistakes.count)
    #expect(Set(mistakes.map(\.sentence)).count == mistakes.count)
  }

  @Test("has whole sentences", arguments: Course.neuralNetwork.exercises)
  func sentences(exercise: Exercise) {
    for mistake in exercise.knownMistakes {
      #expect(mistake.sentence.hasSuffix("."), "\(mistake.name)")
      #expect(mistake.sentence.count < 170, "\(mistake.name)")
    }
  }
}
