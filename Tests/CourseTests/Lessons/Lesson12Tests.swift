import Contract
import CourseKit
import Engine
import StudentCode
import Testing
import Vocabulary
import Wire

@testable import Course

@Suite("Lesson 12") struct Lesson12Tests {
  /// A student whose masks are drawn in some way, and whose layer is right.
  private func student(
    drawing mask: @escaping (_ rows: Int, _ columns: Int, _ keep: Double, inout SeededGenerator) -> Matrix
  ) -> TestStudent {
    let student = TestStudent.reference()
    student.answer(Lesson12.dropoutMask) { rows, columns, keep, seed, times in
      var generator = SeededGenerator(seed: seed)
      return (0..<times).map { _ in mask(rows, columns, keep, &generator) }
    }
    return student
  }

  @Test("lets right masks pass whatever the seed, and right layers", arguments: Range<UInt64>(1...25))
  func manySeeds(offset: UInt64) {
    let student = TestStudent.reference()
    student.answer(Lesson12.dropoutMask) { rows, columns, keep, seed, times in
      var generator = SeededGenerator(seed: seed &+ 1_000_003 &* offset)
      return (0..<times).map { _ in Oracle.dropoutMask(rows, columns, keep, &generator) }
    }
    student.answer(Lesson12.dropoutLayerForward) { keep, seed, calls in
      try Oracle.dropoutForward(keep, seed: seed &+ 1_000_003 &* offset, calls)
    }
    for verdict in examination(of: 12, by: student).verdicts { #expect(verdict.outcome.isPass, "\(verdict.line)") }
  }

  @Test("says nothing false of a known mistake", arguments: Version.all(.mistake).filter { $0.exercise.lesson == 12 })
  func truth(mistake: Version) throws {
    let student = mistake.student()
    let verdicts = student.verdicts(on: mistake.exercise, in: Lesson.allChecks)
    for suspect in Suspect.all + Suspect.drawing where suspect.exercise == mistake.exercise {
      #expect(try suspect.falseDiagnoses(verdicts, student) == [])
    }
  }

  @Test("counts on Chernoff's bound, which no binomial probability exceeds")
  func chernoff() {
    for (count, share) in [(12, 0.6), (60, 0.05), (200, 0.5), (200, 0.9)] {
      let shares = Chance.binomial(count, share)
      #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
      let refused = shares.indices.filter { !Chance.allows($0, of: count, share) }
      #expect(refused.reduce(0) { $0 + shares[$1] } < 2 * exp(-Chance.limit))
    }
    #expect(Chance.allows(5, of: 5, 1) && !Chance.allows(4, of: 5, 1) && Chance.allows(0, of: 0, 0.3))
  }

  @Test("goes both ways as a calculation by hand does, an evaluation in between")
  func byHand() throws {
    let calls = [
      LayerCall(.evaluation, Matrix([[5, -5]])), LayerCall(.training, Matrix([[1, -2], [0, 3]])),
      LayerCall(.evaluation, Matrix([[7, 7]])), LayerCall(.training, Matrix([[-4, 4]])),
    ]
    let trace = try Answers.right(Lesson12.dropoutLayerForward, 0.5, 3, calls)
    let masks = (0..<4).map { trace.matrix("mask", after: $0) }
    #expect(masks[0] == nil && masks[1] == masks[2] && masks[3]?.shape == "[1, 2]")
    #expect(trace.matrix("returned", after: 2) == Matrix([[7, 7]]))
    #expect(trace.matrix("returned", after: 1) == masks[1].map { calls[1].matrix * $0 })
    let back = try Answers.right(
      Lesson12.dropoutLayerBackward, 0.5, 3,
      [LayerCall(.keeping, Matrix([[2, 0]])), LayerCall(.backward, Matrix([[3, 5]]))])
    #expect(back.matrix("returned") == Matrix([[6, 0]]))
    #expect(back.matrix("mask") == Matrix([[2, 0]]))
  }

  @Test(
    "finds draws that hang together", arguments: ["chequered", "mirrored", "the mask before", "one kept in each row"])
  func dependence(way: String) {
    var last: Matrix?
    let student = student { rows, columns, keep, generator in
      var mask = Oracle.dropoutMask(rows, columns, keep, &generator)
      switch way {
      case "chequered":
        for index in mask.elements.indices { mask.elements[index] = index.isMultiple(of: 2) ? 1 / keep : 0 }
      case "mirrored":
        for index in mask.elements.indices { mask.elements[index] = mask.elements[mask.elements.count - 1 - index] }
      case "the mask before":
        defer { last = mask }
        if let last, last.shape == mask.shape, !last.elements.isEmpty { mask.elements[0] = last.elements[0] }
      default:
        for row in 0..<rows where !(0..<columns).contains(where: { mask[row, $0] > 0 }) { mask[row, 0] = 1 / keep }
      }
      return mask
    }
    let verdicts = student.verdicts(on: "12.1")
    #expect(verdicts.contains { if case .failed = $0.outcome { true } else { false } })
  }

  @Test("lets the layer wait for the mask, and passes a layer that draws for itself")
  func waiting() throws {
    let mistake = try #require(Version.mistake("12.1 not scaled"))
    let unscaled = mistake.student()
    unscaled.answer(Lesson12.dropoutLayerForward) { keep, seed, calls in
      var trace = try Oracle.dropoutForward(keep, seed: seed, calls)
      for step in trace.steps.indices where trace.steps[step].call == "training" {
        trace.steps[step].facts[0].matrices = trace.steps[step].facts[0].matrices.map { $0.map { $0 * keep } }
        trace.steps[step].facts[1].matrices = trace.steps[step].facts[1].matrices.map { $0.map { $0 * keep } }
      }
      return trace
    }
    for verdict in examination(of: 12, by: unscaled).verdicts where verdict.exercise == "12.2" {
      switch verdict.outcome {
      case .passed, .waiting("12.1 dropoutMask fails"): break
      default: Issue.record("\(verdict.line)")
      }
    }
    let drawing = mistake.student()
    drawing.answer(Lesson12.dropoutLayerForward) { try Oracle.dropoutForward($0, seed: $1, $2) }
    let own = examination(of: 12, by: drawing).verdicts.filter { $0.exercise != "12.1" }
    for verdict in own { #expect(verdict.outcome.isPass, "\(verdict.line)") }
  }

  @Test("wants a backward to stop without a forward")
  func stops() throws {
    let checks = try #require(Course.neuralNetwork.exercise("12.3")).checks
    let version = try #require(Version.mistake("12.3 no stop without a mask"))
    let verdicts = version.student().verdicts(on: "12.3")
    #expect(verdicts.filter { !$0.outcome.isPass }.map(\.summary) == [checks.last?.summary])
    #expect(verdicts.last?.diagnosis == version.sentence)
  }
}
