import Contract
import CourseKit
import Engine
import Testing
import Vocabulary
import Wire

@testable import Course

/// Whoever builds on a broken part is not to blame: the part is.
@Suite("What stands on a broken part") struct WaitingTests {
  /// The sentences of waiting checks by exercise; a check that failed outside `exercises` is an issue.
  private func waits(
    _ examination: Examination, failing exercises: Set<ExerciseID> = [],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) -> [ExerciseID: Set<String>] {
    var waits: [ExerciseID: Set<String>] = [:]
    for verdict in examination.verdicts {
      switch verdict.outcome {
      case .passed: break
      case .waiting(let sentence): waits[verdict.exercise, default: []].insert(sentence)
      case .failed, .notStarted:
        #expect(exercises.contains(verdict.exercise), "\(verdict.line)", sourceLocation: sourceLocation)
      }
    }
    return waits
  }

  @Test("in lesson 4 waits for relu and its slope, when both of lesson 1 are wrong")
  func brokenReLU() {
    let student = TestStudent.reference()
    student.answer(Lesson1.relu) { $0.map { abs($0) } }
    student.answer(Lesson1.reluDerivative) { $0.map { $0 > 0 ? 1 : -1 } }
    let examination = examination(of: 4, by: student)
    let waits = waits(examination)
    #expect(Set(waits.keys) == ["4.2", "4.4"])
    for sentence in waits.values.joined() {
      #expect(sentence.contains("1.3 relu") || sentence.contains("1.6 reluDerivative"), "\(sentence)")
    }
    #expect(examination.prerequisites.map(\.lesson) == [1, 3])
    #expect(examination.prerequisites.map(\.problem) == ["1.3 relu fails", "1.3 relu fails"])
  }

  @Test("in lesson 3 waits for relu alone, and what uses tanh or sigmoid passes")
  func brokenReLUInForward() {
    let student = TestStudent.reference()
    student.answer(Lesson1.relu) { $0.map { abs($0) } }
    let examination = examination(of: 3, by: student)
    #expect(waits(examination) == ["3.2": ["1.3 relu fails"], "3.5": ["1.3 relu fails"]])
    for verdict in examination.verdicts where !verdict.outcome.isPass {
      #expect(verdict.summary.hasSuffix("relu"))
    }
  }

  @Test("waits for several parts together, if none alone explains it")
  func twoBrokenParts() {
    let student = TestStudent.reference()
    student.answer(Lesson4.outputDelta) { $1 - $0 }
    student.answer(Lesson4.layerGradients) { delta, input in
      LayerGradients((matmul(input.transposed, delta), delta.columnSums()))
    }
    let sentences = waits(examination(of: 4, by: student), failing: ["4.1", "4.3"])["4.4"]
    #expect(sentences?.contains("4.1 outputDelta fails, 4.3 layerGradients fails") == true, "\(sentences ?? [])")
  }

  @Test("in 4.4 waits for 4.3, whose own checks fail")
  func brokenLayerGradients() {
    let student = TestStudent.reference()
    student.answer(Lesson4.layerGradients) { delta, input in
      LayerGradients((matmul(input.transposed, delta), delta.columnSums()))
    }
    let waits = waits(examination(of: 4, by: student), failing: ["4.3"])
    #expect(waits == ["4.4": ["4.3 layerGradients fails"]])
  }

  @Test("waits for a part that is not started, and says so")
  func notStartedPart() {
    let student = TestStudent.reference()
    student.answer(Lesson1.relu) { _ in throw CallFailure(.notStarted(exercise: "1.3"), "TODO") }
    #expect(waits(examination(of: 3, by: student))["3.2"] == ["1.3 relu is not started"])
  }

  @Test("waits for a part that stops, found by the line where it stopped", arguments: [false, true])
  func stoppingPart(isIsolated: Bool) {
    let line = SourceLocation(file: "Lessons/Lesson1-Activations/Activations.swift", line: 36)
    let student = TestStudent.reference()
    student.answer(Lesson1.relu) { _ in throw CallFailure(.fault, "Index out of range", at: line) }
    let reason = isIsolated ? "lesson 1 stops at \(line): Index out of range" : "1.3 relu fails"
    // Once 3.2 has stopped in relu, it is not called again; that it waits has the same reason still.
    #expect(waits(examination(of: 3, by: student, isIsolated: isIsolated))["3.2"] == [reason])
  }

  @Test("in 3.5 waits for a forward pass that gives NaN, of which each right comparison makes another class")
  func notANumber() {
    let student = TestStudent.reference()
    student.revise(Lesson3.forward) { cache in
      cache.activations[cache.activations.count - 1] = cache.probabilities.map { _ in .nan }
    }
    student.answer(Lesson3.predict) { [unowned student] input, parameters, hidden in
      try student.call(Lesson3.forward, input, parameters, hidden).probabilities.map { $0 < 0.5 ? 0 : 1 }
    }
    #expect(waits(examination(of: 3, by: student), failing: ["3.2"])["3.5"] == ["3.2 forward fails"])
  }

  @Test("waits for a part of the wrong shape, whether that stops it or not", arguments: [false, true])
  func wrongShape(stops: Bool) {
    let student = TestStudent.reference()
    student.revise(Lesson4.layerGradients) { $0.biases = $0.biases.transposed }
    if stops {
      student.answer(Lesson4.backward) { cache, labels, parameters, hidden in
        guard parameters.biases[0].columns == 1 else { throw CallFailure.shapesDoNotFit(in: "4.4") }
        return try Oracle.backward(cache, labels, parameters, hidden)
      }
    }
    #expect(waits(examination(of: 4, by: student), failing: ["4.3"]) == ["4.4": ["4.3 layerGradients fails"]])
  }

  @Test("is to blame if it stops in a part that is right, or in a reference part")
  func stopInRightPart() {
    let own = SourceLocation(file: "Lessons/Lesson3-Forward/Forward.swift", line: 30)
    for (tree, isIsolated) in [("Lessons", false), ("Solutions", true)] {
      let line = SourceLocation(file: "\(tree)/Lesson1-Activations/Activations.swift", line: 36)
      let failure = CallFailure(.fault, "Index out of range", at: line, calledFrom: own)
      let student = TestStudent.reference()
      student.answer(Lesson3.forward) { _, _, _ in throw failure }
      let verdicts = examination(of: 3, by: student, isIsolated: isIsolated).verdicts.filter { $0.exercise == "3.2" }
      let finding = Finding(evidence: ["Index out of range"], location: line)
      #expect(verdicts.contains { if case .failed(finding) = $0.outcome { true } else { false } })
    }
  }

  @Test("is to blame for a mistake of its own, even if a part is broken as well")
  func ownMistake() {
    let student = TestStudent.reference()
    student.answer(Lesson1.relu) { $0.map { abs($0) } }
    student.answer(Lesson3.forward) { input, parameters, hidden in
      var cache = try Oracle.forward(input, parameters, hidden, with: student.ownAnswers(inside: "3.2"))
      cache.activations[2].elements[1] += 0.5
      return cache
    }
    let outcomes = examination(of: 3, by: student).verdicts.filter { $0.exercise == "3.2" && $0.kind == .value }
    #expect(outcomes.count == 3)
    for verdict in outcomes {
      guard case .failed = verdict.outcome else {
        Issue.record("\(verdict.line)")
        continue
      }
    }
  }

  @Test("is judged with the reference parts when it is isolated: the lessons below are not looked at")
  func isolated() {
    let student = TestStudent.reference()
    student.answer(Lesson1.relu) { $0.map { abs($0) } }
    let examination = examination(of: 3, by: student, isIsolated: true)
    #expect(examination.prerequisites.isEmpty)
    #expect(student.requests.allSatisfy { $0.exercise.lesson == 3 })
  }
}
