import Batteries
import Testing

extension ClassroomTests {
  /// Right answers that look different from the reference solutions.
  @Suite(.serialized)
  struct RightAnswersTests {
    @Test("those that the benchmark times are found, for every lesson in which something can be looped over")
    func timed() {
      #expect(RightAnswers.timed.map(\.lesson.number) == [1, 2, 3, 4, 5, 6, 8, 3, 4])
    }

    @Test(
      "a right answer passes every check, however it is written",
      arguments: Battery.some(of: RightAnswers.all, little: RightAnswers.few, sampleCount: 3))
    func passes(answers: RightAnswers) throws {
      try Classroom.open(.solved) { classroom in
        let solution = try classroom.solution(of: answers.lesson)
        try classroom.write(try answers.text(from: solution), to: answers.lesson)
        let result = try classroom.check("lesson\(answers.lesson.number)")
        #expect(result.status == 0, "\(result.text)")
        #expect(!result.output.contains("✗"), "\(result.text)")
        for exercise in answers.lesson.exercises {
          #expect(result.output.contains("✓ \(exercise.id) \(exercise.name)"), "\(result.text)")
        }
      }
    }
  }
}
