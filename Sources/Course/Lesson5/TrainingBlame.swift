import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

/// Which parts below an epoch, or below training, are to blame for what it did.
struct TrainingBlame {
  private let bench: Bench

  init(_ bench: Bench) { self.bench = bench }

  /// The parts that are known to be wrong; the descent step is none, because the host has its own.
  private var broken: [BrokenPart] {
    let others = [Lesson5.gradientDescentStep.exercise, Lesson5.trainEpoch.exercise, Lesson5.train.exercise]
    return bench.brokenParts.filter { !others.contains($0.exercise) }
  }

  /// 5.1, if it is broken: then the order of the examples proves nothing.
  var brokenBatches: BrokenPart? { broken.first { $0.exercise == Lesson5.miniBatches.exercise } }

  /// Names the batches of 5.1 if a call has stopped because they cannot be used.
  func part(stopping failure: CallFailure, _ request: BatchRequest) -> String? {
    guard case .fault = failure.kind else { return nil }
    return unusableBatches(request)
  }

  /// Names 5.1 if it is broken and its batches cannot be used, or are others each time: then what is built on it proves
  /// nothing.
  func unusableBatches(_ request: BatchRequest) -> String? {
    guard let brokenBatches, let batches = try? request.answer(of: bench.student) else { return nil }
    let isUsable = request.canBeUsed(batches) && (try? request.answer(of: bench.student)) == batches
    return isUsable ? nil : brokenBatches.sentence
  }

  /// Names 5.3 if it is broken and does something else each time.
  func unrepeatableEpochs(_ request: EpochRequest) -> String? {
    let broken = bench.brokenParts.first { $0.exercise == Lesson5.trainEpoch.exercise }
    guard let broken, let traces = try? request.answer(of: bench.student) else { return nil }
    return (try? request.answer(of: bench.student))?.bytes == traces.bytes ? nil : broken.sentence
  }

  /// Names any part that training stands on and that is known to be wrong.
  func anyPart(of request: EpochRequest) -> String? {
    let epochs = bench.brokenParts.first { $0.exercise == Lesson5.trainEpoch.exercise }
    return brokenMeasures ?? brokenGradients(of: request) ?? brokenBatches?.sentence ?? epochs?.sentence
  }

  /// Names 3.3 or 3.4 if they are broken.
  private var brokenMeasures: String? {
    broken.first { [Lesson3.binaryCrossEntropy.exercise, Lesson3.accuracy.exercise].contains($0.exercise) }?.sentence
  }

  /// Says which broken parts explain what came, if 5.3 itself is right; or that with them nothing can be said.
  func part(explaining traces: [EpochTrace], of request: EpochRequest) -> String? {
    guard !broken.isEmpty else { return nil }
    for part in broken where explains(traces, [part], of: request) { return part.sentence }
    if broken.count > 1, explains(traces, broken, of: request) { return broken.sentence }
    if let batches = unusableBatches(request.batches) { return batches }
    let unusable = bench.unusableParts(below: Lesson5.trainEpoch.exercise) { answers in
      try Oracle.trainedEpochs(request, with: answers).last?.parameters ?? request.parameters
    }
    if let unusable { return unusable }
    // What one batch of all shows can be told from what the parts do, as long as they do anything that fits.
    return brokenGradients(of: request, evenIfTheyFit: request.batches.expectedSizes.count > 1)
  }

  private func explains(_ traces: [EpochTrace], _ parts: [BrokenPart], of request: EpochRequest) -> Bool {
    // The order of the batches is the student's in any case.
    let exercises = Set(parts.map(\.exercise)).union([Lesson5.miniBatches.exercise])
    let mixed = bench.answers(withStudents: exercises)
    guard let expected = try? Oracle.trainedEpochs(request, with: mixed), expected.count == traces.count else {
      return false
    }
    return zip(traces, expected).allSatisfy { yours, right in
      yours.batches.map(\.rows) == right.batches.map(\.rows)
        && zip(yours.batches, right.batches).allSatisfy { areEqual($0.gradients, $1.gradients) }
        && areEqual(yours.parameters, right.parameters)
    }
  }

  /// Names the part with which the gradient of all examples is wrong: then the examples of a batch cannot be found.
  private func brokenGradients(of request: EpochRequest, evenIfTheyFit: Bool = true) -> String? {
    func gradients(_ answers: Answers) throws -> Gradients {
      try Oracle.gradients(of: request.data, at: request.parameters, request.hidden, with: answers)
    }
    guard let right = try? gradients(.right) else { return nil }
    return broken.first { part in
      let mixed = bench.answers(withStudents: [part.exercise])
      guard let yours = try? gradients(mixed) else { return true }
      return evenIfTheyFit && !areEqual(yours, right)
    }?.sentence
  }

  private func areEqual(_ one: some Inspectable, _ other: some Inspectable) -> Bool {
    Comparison(one, to: other, tolerance: .value).isEqual
  }
}
