import CourseKit
import Engine
import FixtureCourse
import Testing
import Vocabulary

@testable import Wire

@Suite("A check") struct VerdictTests {
  @Test("passes if the exercise is right", arguments: Course.fixture.lessons.map(\.number), [true, false])
  func right(lesson: Int, isIsolated: Bool) {
    let examination = TestStudent.fixture().examination(of: lesson, isIsolated: isIsolated)
    #expect(examination.isPass && !examination.verdicts.isEmpty)
    #expect(examination.verdicts.map(\.summary) == Course.fixture.lessons[lesson - 1].checks.map(\.summary))
    #expect(examination.prerequisites.allSatisfy { $0.problem == nil })
  }

  @Test("that fails shows the evidence, and the known mistake that explains it")
  func failure() throws {
    let student = TestStudent.fixture()
    student.answer(Fixture.mean) { $0.columnSums() }
    let verdicts = student.verdicts(on: "2.1")
    #expect(verdicts.map(\.outcome.isPass) == [true, false, false])
    let finding = verdicts[1].finding
    #expect(finding?.evidence == ["yours  -0.5  1.5   expected  -0.1667  0.5"])
    #expect(finding?.diagnosis == "These are the sums of the columns: divide them by the number of rows.")
    #expect(finding?.basis == .slips)
  }

  @Test("that fails for a reason that nobody knows shows the evidence, and the first one the smallest example")
  func evidenceOnly() {
    let student = TestStudent.fixture()
    student.answer(Fixture.doubled) { x in x.map { $0 > 2 ? 7 : 2 * $0 } }
    let findings = student.verdicts(on: "1.1").compactMap(\.finding)
    #expect(findings.count == 2)
    for finding in findings { #expect(finding.evidence.isEmpty == false && finding.diagnosis == nil) }
    #expect(findings.map { $0.evidence.contains("The smallest example found:") } == [true, false])
  }

  @Test("of a shape passes whatever the numbers are, and says what the shape should be")
  func shape() {
    let student = TestStudent.fixture()
    student.answer(Fixture.doubled) { $0.map { _ in 0 } }
    #expect(student.verdicts(on: "1.1")[0].outcome.isPass)
    student.answer(Fixture.doubled) { (2 * $0).transposed }
    #expect(
      student.verdicts(on: "1.1")[0].finding?.evidence
        == ["yours [2, 3]   expected [3, 2]: rows and columns are exchanged"])
  }

  @Test("of a function that stops says how and where, and does not call it again")
  func stop() {
    let line = SourceLocation(file: "Lessons/Lesson1-Scaling/Scaling.swift", line: 12)
    let student = TestStudent.fixture()
    student.fail("1.1", with: CallFailure(.fault, "Index out of range", at: line))
    let verdicts = student.verdicts(on: "1.1")
    #expect(verdicts.count == 3)
    #expect(verdicts[0].finding == Finding(evidence: ["Index out of range"], location: line))
    for verdict in verdicts.dropFirst() {
      guard
        case .waiting("1.1 doubled is not run again, because of what happened: Index out of range") = verdict.outcome
      else {
        Issue.record("\(verdict.line)")
        continue
      }
    }
  }

  @Test("of a function whose bytes are no result says so")
  func noResult() {
    let student = TestStudent.fixture()
    let liar = LessonFunction<Int, Matrix>("1.1", "doubled(_ x: Matrix) -> Int")
    student.answer(liar) { _ in 7 }
    #expect(student.verdicts(on: "1.1")[0].finding?.evidence.first?.hasPrefix("doubled returned ") == true)
  }

  @Test("waits where the function's lesson cannot be called")
  func unavailable() {
    for verdict in TestStudent(of: .fixture).verdicts(on: "1.1") {
      guard case .waiting("There is no 1.1.") = verdict.outcome else {
        Issue.record("\(verdict.line)")
        continue
      }
    }
  }

  @Test("that goes wrong itself says so and is no pass")
  func ownFault() {
    let check = Check("1.1", .value, "an example") { _ in throw NoAnswer(exercise: "7.7") }
    let verdict = Bench(course: .fixture, student: TestStudent.fixture()).verdict(of: check)
    #expect(verdict.finding?.evidence.first?.hasPrefix("The check itself failed: NoAnswer") == true)
  }
}

@Suite("A known mistake of the fixture") struct KnownMistakeTests {
  /// A wrong version of an exercise, planted in a student of the fixture.
  struct Planted: Sendable, CustomTestStringConvertible {
    let exercise: ExerciseID
    let mistake: KnownMistake
    let plant: @Sendable (TestStudent) -> Void

    var testDescription: String { "\(exercise) \(mistake.name)" }

    static let all = Course.fixture.exercises.flatMap { all(of: $0.content) }

    private static func all(of content: some ExerciseContent) -> [Planted] {
      let function = content.specification.function
      let specification = content.specification
      return specification.slips.entries.enumerated().map { index, slip in
        Planted(exercise: function.exercise, mistake: slip.mistake) { student in
          let parts = student.ownAnswers(inside: function.exercise)
          student.answer(function) { input in
            guard let wrong = try specification.slips.answer(with: [index], parts, input) else {
              throw CallFailure.shapesDoNotFit(in: function.exercise, of: .fixture)
            }
            return wrong
          }
        }
      }
    }
  }

  @Test("is told to whoever makes it, and no other one", arguments: Planted.all)
  func diagnosis(planted: Planted) {
    let student = TestStudent.fixture()
    planted.plant(student)
    let verdicts = student.verdicts(on: planted.exercise)
    #expect(verdicts.compactMap(\.diagnosis).first == planted.mistake.sentence)
    #expect(verdicts.compactMap(\.diagnosis).allSatisfy { $0 == planted.mistake.sentence })
  }

  @Test("belongs to its exercise, computed or observed")
  func all() {
    #expect(Planted.all.count == 12)
    #expect(Course.fixture.exercises.map(\.knownMistakes.count) == [3, 2, 3, 2, 2, 2])
  }
}
