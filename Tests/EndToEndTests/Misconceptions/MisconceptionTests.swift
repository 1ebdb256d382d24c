import Batteries
import Course
import Engine
import StudentCode
import Testing

extension ClassroomTests {
  /// Every misconception of the judge, planted as a student would write it and found by the real command.
  @Suite(.serialized)
  struct MisconceptionTests {
    @Test(
      "a planted mistake is named by its own sentence and by no other one",
      arguments: Self.mistakes)
    func diagnosis(mistake: Version) throws {
      let sentence = try #require(KnownMisconception.sentence(for: mistake), "unknown to the judge")
      let lesson = try #require(Course.neuralNetwork.lesson(of: mistake.exercise))
      let round = MistakeRound(lesson, Self.mistakes)
      try Classroom.open(.solved) { classroom in
        try round.plant(in: classroom)
        let result = try classroom.check(mistake.exercise.description, environment: round.environment(for: mistake))
        #expect(result.status == 1, "\(result.text)")
        #expect(result.output.contains(sentence), "\(result.text)")
        let others = KnownMisconception.of(mistake.exercise).filter {
          $0.name != mistake.name && !mistake.trueNames.contains($0.name)
        }
        #expect(others.filter { result.output.contains($0.sentence) }.map(\.name) == [], "\(result.text)")
      }
    }

    /// Every mistake, some of them, or the first one of each exercise of lesson 4.
    private static let mistakes = Battery.some(
      of: Version.all(.mistake),
      little: Course.neuralNetwork.lessons[3].exercises.compactMap { exercise in
        Version.all(.mistake).first { $0.exercise == exercise.id }
      }, sampleCount: 24)

    @Test("every planted mistake is known to the judge under its name")
    func completeness() {
      let known = KnownMisconception.all.map(\.title)
      let planted = Version.all(.mistake).map(\.title)
      #expect(Set(planted).subtracting(known) == [], "not known to the judge")
      #expect(known.count == Set(known).count)
      #expect(planted.count == Set(planted).count)
    }

    @Test("no sentence is a part of another one of its exercise, so that a report shows which one it gives")
    func distinctness() {
      for one in KnownMisconception.all {
        let others = KnownMisconception.of(one.exercise).filter { $0.name != one.name }
        #expect(others.filter { $0.sentence.contains(one.sentence) }.map(\.name) == [], "\(one.title)")
      }
    }
  }
}
