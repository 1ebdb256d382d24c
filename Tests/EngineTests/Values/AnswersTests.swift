import CourseKit
import Engine
import FixtureCourse
import Testing

@testable import Wire

@Suite("A table of answers") struct AnswersTests {
  private let x = Matrix([[1, 4], [3, 0]])

  @Test("of the course is right for every exercise")
  func oracle() throws {
    let oracle = Course.fixture.oracle
    #expect(oracle.exercises == Set(Course.fixture.exercises.map(\.id)))
    #expect(try oracle(Fixture.mean, x) == Matrix([[2, 2]]))
    #expect(try oracle(Fixture.spread, x) == Matrix([[1, 4]]))
  }

  @Test("of a mixture asks the mixture for the parts, too")
  func mixture() throws {
    let student = TestStudent.fixture()
    student.answer(Fixture.mean) { $0.columnSums() }
    let bench = Bench(course: .fixture, student: student)
    let mixed = bench.answers(withStudents: ["2.1"])
    // The right 2.2 on the student's sums: far from the mean, so that the right 2.10 is larger, too.
    #expect(try mixed(Fixture.centred, x) == Matrix([[-3, 0], [-1, -4]]))
    #expect(try mixed(Fixture.spread, x) == Matrix([[5, 8]]))
    #expect(try bench.answers(withStudents: [])(Fixture.spread, x) == Matrix([[1, 4]]))
  }

  @Test("of a student passes a failure on")
  func failure() throws {
    let student = TestStudent.fixture()
    student.stopAtTODO(of: "2.1")
    #expect(throws: CallFailure.self) {
      try Bench(course: .fixture, student: student).answers(withStudents: ["2.1"])(Fixture.centred, x)
    }
  }

  @Test("has no answer to what nobody has given it, or to a function of other types")
  func noAnswer() {
    #expect(throws: NoAnswer(exercise: "1.1")) { try Answers()(Fixture.doubled, x) }
    #expect(throws: NoAnswer(exercise: "1.1")) {
      try Course.fixture.oracle(LessonFunction<Double, Double>("1.1", "doubled(_ x: Double) -> Double"), 2)
    }
    let without = Course.fixture.oracle.replacing(["2.1"], from: Answers())
    #expect(throws: NoAnswer(exercise: "2.1")) { try without(Fixture.spread, x) }
  }
}
