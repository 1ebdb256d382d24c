import Contract
import CourseKit
import Engine
import StudentCode
import Testing
import Vocabulary
import Wire

@testable import Course

@Suite("Lesson 7") struct Lesson7Tests {
  @Test("lets a right monitor wait that asks the student's own wrong 7.1, and passes one that does not ask it")
  func builtOnImprovement() throws {
    let title = "7.2 by the number of the best epoch, 7.2 without 7.1"
    let version = try #require(Version.all(.right).first { $0.title == title })
    for (student, isBuiltOn) in [(TestStudent.reference(), true), (version.student(), false)] {
      student.answer(Lesson7.isImprovement) { minimum, best, losses in
        var trace = ImprovementTrace()
        trace.losses = losses
        trace.answers = losses.map { $0 <= best + minimum }
        return trace
      }
      for verdict in examination(of: 7, by: student).verdicts where verdict.exercise == "7.2" {
        if case .waiting("7.1 isImprovement fails") = verdict.outcome, isBuiltOn { continue }
        #expect(verdict.outcome.isPass, "\(verdict.line)")
      }
    }
  }

  @Test("shows the first epoch in which a monitor goes wrong, in words and not in 0 and 1")
  func evidence() throws {
    let mistake = try #require(Version.mistake("7.2 counter not reset"))
    guard case .failed(let finding) = mistake.student().verdicts(on: "7.2")[0].outcome else {
      Issue.record("passes")
      return
    }
    #expect(finding.evidence == ["patience 2, epoch 4, loss 0.875: stop  yours true   expected false"])
  }

  @Test("shows nil where nothing has been kept, and whose parameters were kept")
  func words() {
    var yours = MonitorTrace()
    yours.epochs = [
      MonitorEpoch(
        patience: 1, epoch: 1, loss: 2, bestEpoch: 0, bestLoss: 2, bestParametersEpoch: 0, hasStopped: false)
    ]
    var expected = yours
    expected.epochs[0].bestEpoch = 1
    #expect(evidence(yours, expected)[0].contains("bestEpoch  yours nil   expected 1"))
    expected = yours
    expected.epochs[0].bestParametersEpoch = 1
    #expect(evidence(yours, expected)[0].contains("bestParameters  yours nil   expected of epoch 1"))
    yours.epochs[0].bestParametersEpoch = -1
    #expect(evidence(yours, expected)[0].contains("bestParameters  yours of no epoch   expected of epoch 1"))
  }

  @Test("shows the first epoch that goes wrong, also if a number that is not finite comes later")
  func notFinite() {
    func epoch(_ number: Int, _ bestLoss: Double, _ hasStopped: Bool) -> MonitorEpoch {
      MonitorEpoch(
        patience: 3, epoch: number, loss: 1, bestEpoch: 1, bestLoss: bestLoss, bestParametersEpoch: 1,
        hasStopped: hasStopped)
    }
    var (yours, expected) = (MonitorTrace(), MonitorTrace())
    yours.epochs = [epoch(1, 1, false), epoch(2, 1, true), epoch(3, .infinity, true)]
    expected.epochs = [epoch(1, 1, false), epoch(2, 1, false), epoch(3, 0.5, false)]
    #expect(
      evidence(yours, expected) == [
        "patience 3, epoch 2, loss 1: stop  yours true   expected false", "What was compared before this is right.",
      ])
  }

  private func evidence(_ yours: MonitorTrace, _ expected: MonitorTrace) -> [String] {
    Evidence(comparison: Comparison(yours, to: expected, tolerance: .value)).lines
  }

  @Test("stops where a count by hand stops")
  func byHand() throws {
    let curves: [(patience: Int, minimum: Double, losses: [Double], best: Int, stop: Int?)] = [
      (2, 0, [3, 2, 2.5, 1, 1.5, 1.25, 0.5], 4, 6), (1, 0, [3, 2, 1], 3, nil), (3, 0, [1, 1, 1, 1, 1], 1, 4),
      (2, 0, [.nan, .nan, 1], 0, 2), (0, 0, [3, 2, 2.5, 1], 2, 3), (2, 0.5, [3, 2.5, 2.25, 1.75, 1.5, 1.25, 1], 5, 7),
    ]
    for curve in curves {
      let trace = try JudgedMonitor.trace(
        [curve.patience], curve.minimum, [curve.losses], 1, with: .right, rule: JudgedMonitor.right)
      #expect(trace.epochs.last?.bestEpoch == curve.best)
      #expect(trace.epochs.last?.bestParametersEpoch == curve.best)
      #expect(trace.epochs.last?.bestLoss == (curve.best == 0 ? .infinity : curve.losses[curve.best - 1]))
      #expect(trace.epochs.firstIndex(where: \.hasStopped).map { $0 + 1 } == curve.stop)
    }
  }

  @Test("asks about losses that halves make up, so that no way of comparing them rounds")
  func exactNumbers() {
    let asked = Lesson7.isImprovement.checkInputs().flatMap { [$0.0, $0.1] + $0.2 }
    let watched = Lesson7.shouldStop.checkInputs().flatMap { [$0.1] + $0.2.joined() }
    #expect(asked.count > 20 && watched.count > 20)
    for number in asked + watched where number.isFinite { #expect(number * 16 == (number * 16).rounded()) }
  }
}
