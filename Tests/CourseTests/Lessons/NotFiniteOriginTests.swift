import Contract
import Engine
import Testing
import Vocabulary
import Wire

@testable import Course

@Suite("Where the first number that is not finite comes from") struct NotFiniteOriginTests {
  /// The evidence of an exercise's first check that fails.
  private func evidence(_ student: TestStudent, on exercise: ExerciseID) -> [String] {
    for verdict in student.verdicts(on: exercise) {
      if case .failed(let finding) = verdict.outcome, verdict.kind != .shape { return finding.evidence }
    }
    return []
  }

  @Test("is the call that returned it for finite numbers, in a forward pass")
  func call() {
    let student = TestStudent.reference()
    student.answer(Lesson1.relu) { z in z.map { $0 > 0 ? $0 : 0 / 0.0 } }
    #expect(
      evidence(student, on: "3.2").contains(
        "The first in the order of computation is in activations[1]: relu returns it for the finite preActivations[0].")
    )
  }

  @Test("is the forward pass itself, if the call returns finite numbers")
  func itself() {
    let student = TestStudent.reference()
    student.revise(Lesson3.forward) { cache in
      if cache.preActivations.count > 1, cache.preActivations[1].columns > 2 {
        cache.preActivations[1].elements[2] = .nan
      }
    }
    let evidence = evidence(student, on: "3.2")
    #expect(evidence.contains("1 entry of yours is not a finite number: preActivations[1][0, 2]."))
    #expect(
      evidence.contains(
        "The first in the order of computation is in preActivations[1]; for activations[1] linear returns finite numbers."
      ))
  }

  @Test("is the first call on the way back that returned it")
  func backward() {
    let student = TestStudent.reference()
    student.revise(Lesson4.hiddenDelta) { delta in delta = delta.map { $0 / 0 } }
    #expect(
      evidence(student, on: "4.4").contains {
        $0.hasPrefix("The first comes from hiddenDelta, for a finite delta and the finite preActivations[")
      })
  }

  @Test("is none of the calls, if the backward pass itself brings it in")
  func backwardItself() {
    let student = TestStudent.reference()
    student.revise(Lesson4.backward) { $0.weights[0].elements[0] = .infinity }
    #expect(
      evidence(student, on: "4.4").contains {
        $0.hasSuffix("return finite numbers on the way back through this network.")
      }
    )
  }
}
