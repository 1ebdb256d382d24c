import CourseKit
import Engine
import FixtureCourse
import Testing
import Vocabulary

/// Whoever builds on a broken part is not to blame: the part is.
@Suite("What stands on a broken part") struct WaitingTests {
  @Test("waits for it, whose own checks fail")
  func brokenPart() {
    let student = TestStudent.fixture()
    student.answer(Fixture.mean) { $0.columnSums() }
    #expect(
      student.examination(of: 2).waits(failing: ["2.1"]) == ["2.2": ["2.1 mean fails"], "2.10": ["2.1 mean fails"]])
  }

  @Test("waits for a part of a lesson below, and what does not use that passes")
  func lessonBelow() {
    let student = TestStudent.fixture()
    student.answer(Fixture.squared) { $0.map { abs($0) } }
    let examination = student.examination(of: 2)
    #expect(examination.waits() == ["2.10": ["1.2 squared fails"]])
    #expect(examination.prerequisites.map(\.lesson) == [1])
    #expect(examination.prerequisites.map(\.problem) == ["1.2 squared fails"])
  }

  @Test("waits for the first of several parts that are wrong")
  func twoBrokenParts() {
    let student = TestStudent.fixture()
    student.answer(Fixture.squared) { 2 * $0 }
    student.answer(Fixture.centred) { [unowned student] x in x.adding(row: try student.call(Fixture.mean, x)) }
    #expect(student.examination(of: 2).waits(failing: ["2.2"])["2.10"] == ["1.2 squared fails"])
  }

  @Test("waits for a part that is not started, and says so")
  func notStartedPart() {
    let student = TestStudent.fixture()
    student.stopAtTODO(of: "1.2")
    #expect(student.examination(of: 2).waits() == ["2.10": ["1.2 squared is not started"]])
  }

  @Test("waits for a part that there is not")
  func missingPart() {
    let student = TestStudent.fixture()
    student.fail("1.2", with: CallFailure(.unavailable, "Lesson 1 does not compile"))
    #expect(student.examination(of: 2).waits() == ["2.10": ["Lesson 1 does not compile"]])
  }

  @Test("waits for a part that stops, found by the line where it stopped", arguments: [false, true])
  func stoppingPart(isIsolated: Bool) {
    let line = SourceLocation(file: "Lessons/Lesson1-Scaling/Scaling.swift", line: 36)
    let student = TestStudent.fixture()
    student.fail("1.2", with: CallFailure(.fault, "Index out of range", at: line))
    // Once 2.10 has stopped in 1.2, it is not called again; that it waits has the same reason still.
    #expect(
      student.examination(of: 2, isIsolated: isIsolated).waits()
        == ["2.10": ["1.2 squared fails, and with it Index out of range"]])
  }

  @Test("waits for a part that gives NaN, whatever it makes of that")
  func notANumber() {
    let student = TestStudent.fixture()
    student.revise(Fixture.centred) { $0 = $0.map { _ in .nan } }
    student.answer(Fixture.spread) { x in x.rows(at: [0]).map { _ in 7 } }
    #expect(student.examination(of: 2).waits(failing: ["2.2"]) == ["2.10": ["2.2 centred fails"]])
  }

  @Test("waits for a part of the wrong shape, whether that stops it or not", arguments: [false, true])
  func wrongShape(stops: Bool) {
    let student = TestStudent.fixture()
    student.revise(Fixture.centred) { $0 = $0.transposed }
    if !stops { student.answer(Fixture.spread) { x in x.rows(at: [0]) } }
    let reason = "2.2 centred fails" + (stops ? ", and with it Shapes do not fit" : "")
    #expect(student.examination(of: 2).waits(failing: ["2.2"]) == ["2.10": [reason]])
  }

  @Test("is to blame if it stops in a part that is right, or in a reference part")
  func stopInRightPart() {
    let own = SourceLocation(file: "Lessons/Lesson2-Averages/Averages.swift", line: 30)
    for (tree, isIsolated) in [("Lessons", false), ("Solutions", true)] {
      let line = SourceLocation(file: "\(tree)/Lesson1-Scaling/Scaling.swift", line: 36)
      let student = TestStudent.fixture()
      student.fail("2.10", with: CallFailure(.fault, "Index out of range", at: line, calledFrom: own))
      let verdicts = student.examination(of: 2, isIsolated: isIsolated).verdicts(on: "2.10")
      #expect(verdicts.compactMap(\.finding).first == Finding(evidence: ["Index out of range"], location: own))
    }
  }

  @Test("is innocent until the part is fixed, whatever it does with it")
  func ownMistake() {
    let student = TestStudent.fixture()
    student.answer(Fixture.squared) { $0.map { abs($0) } }
    student.revise(Fixture.spread) { $0.elements[0] += 0.5 }
    #expect(student.examination(of: 2).waits() == ["2.10": ["1.2 squared fails"]])
    student.answer(Fixture.squared) { $0 * $0 }
    #expect(student.examination(of: 2).waits(failing: ["2.10"]) == [:])
  }

  @Test("waits when it is isolated on reference solutions that are wrong themselves")
  func wrongReference() {
    let student = TestStudent.fixture()
    student.answer(Fixture.squared) { $0.map { abs($0) } }
    let examination = student.examination(of: 2, isIsolated: true)
    #expect(examination.waits() == ["2.10": ["1.2 squared fails"]])
    #expect(examination.prerequisites.map(\.problem) == ["1.2 squared fails"])
  }

  @Test("is judged with the reference parts when it is isolated")
  func isolated() {
    let student = TestStudent.fixture()
    student.answer(Fixture.doubled) { $0 }
    #expect(student.examination(of: 2, isIsolated: true).isPass)
  }
}
