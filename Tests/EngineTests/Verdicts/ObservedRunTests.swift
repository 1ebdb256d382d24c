import CourseKit
import Engine
import FixtureCourse
import Testing
import Vocabulary

@Suite("A run that is judged by what it does") struct ObservedRunTests {
  private func verdicts(_ order: @escaping (_ rows: Int, _ seed: UInt64) -> [Int]) -> [Verdict] {
    let student = TestStudent.fixture()
    student.answer(Fixture.shuffled) { x, seed in x.rows(at: order(x.rows, seed)) }
    return student.verdicts(on: "2.11")
  }

  @Test("passes whatever it draws")
  func anyOrder() {
    for verdict in verdicts({ rows, seed in [Int](0..<rows).rotated(by: 1 + Int(seed)) }) {
      #expect(verdict.outcome.isPass, "\(verdict.line)")
    }
  }

  @Test("is told the one mistake that explains two runs")
  func diagnosis() {
    #expect(
      verdicts { rows, _ in Array(0..<rows) }[1].finding
        == Finding(
          evidence: ["the rows of x, in your order: 0, 1, 2, 3, 4, 5, 6, 7"],
          diagnosis: "The rows are in the order in which they came: draw another one."))
    #expect(
      verdicts { rows, _ in (0..<rows).map { $0 / 2 } }[1].diagnosis
        == "Some rows come twice and others never: draw an order, not row after row.")
  }

  @Test("is told no mistake that explains the first run alone")
  func independentRun() {
    let finding = verdicts { rows, seed in seed == 1 ? Array(0..<rows) : [Int](0..<rows).rotated(by: 1) }[1].finding
    #expect(finding?.evidence.isEmpty == false && finding?.diagnosis == nil)
  }

  @Test("has checks that mean nothing before another one passes: they wait for it")
  func waiting() {
    guard
      case .waiting("the checks above must pass first") = verdicts({ rows, _ in (0..<rows).map { _ in 0 } })[2].outcome
    else {
      Issue.record("it does not wait")
      return
    }
  }

  @Test("shows evidence without a diagnosis once, if a check above has failed already")
  func repeatedEvidence() {
    // The rows as they came: every row once, but the same order for every seed.
    let student = TestStudent.fixture()
    student.answer(Fixture.shuffled) { x, _ in x }
    let examination = student.examination(of: 2).verdicts(on: "2.11")
    #expect(examination[1].finding != nil)
    guard case .waiting = examination[2].outcome else {
      Issue.record("\(examination[2].line)")
      return
    }
    #expect(student.verdictsAlone(on: "2.11")[2].finding?.evidence == ["Another seed gives the same order."])
  }

  @Test("that stops is told so")
  func stop() {
    let student = TestStudent.fixture()
    student.fail("2.11", with: CallFailure(.fault, "Index out of range"))
    let run = Course.fixture.lessons[1].checks.first { $0.exercise == "2.11" && $0.kind == .property }
    #expect(
      run.map { Bench(course: .fixture, student: student).verdict(of: $0) }?.finding?.evidence == ["Index out of range"]
    )
  }
}

extension Array {
  fileprivate func rotated(by count: Int) -> [Element] {
    Array(self[(count % self.count)...] + self[..<(count % self.count)])
  }
}
