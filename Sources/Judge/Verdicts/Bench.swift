/// Where one lesson is examined: the student's code, and what is known so far about the parts that it stands on.
struct Bench {
  let student: any Student
  /// The exercises found not to be right so far, in this lesson and below it, in the order of the course.
  var brokenParts: [BrokenPart] = []
  /// The lessons all of whose checks pass.
  var rightLessons: Set<Int> = []

  /// Runs a check; a failed call becomes its outcome.
  func verdict(of check: Check) -> Verdict {
    let outcome: Outcome
    do {
      outcome = try check.outcome(self)
    } catch let failure as CallFailure {
      outcome = self.outcome(of: failure, in: check)
    } catch {
      outcome = .failed(Finding(evidence: ["The check itself failed: \(error)."]))
    }
    return Verdict(exercise: check.exercise, kind: check.kind, summary: check.summary, outcome: outcome)
  }

  private func outcome(of failure: CallFailure, in check: Check) -> Outcome {
    switch failure.kind {
    case .notStarted(let exercise) where exercise == check.exercise:
      return .notStarted(failure.location)
    case .notStarted(let exercise):
      return .waiting("\(Course.name(of: exercise)) is not started")
    case .unavailable:
      return .waiting(failure.sentence)
    case .repeatedFault:
      // What stopped it the first time was perhaps a part below, which has been named.
      let own = brokenParts.first { $0.exercise == check.exercise && $0.isWaiting }
      return .waiting(own?.sentence ?? failure.sentence)
    case .fault:
      if let location = failure.location {
        if let known = brokenParts.first(where: { $0.faults.contains(location) && $0.exercise != check.exercise }) {
          return .waiting(known.sentence)
        }
        // A part that is right stops only if what calls it hands in what no part can take.
        let isPartRight = { (lesson: Int) in rightLessons.contains(lesson) || location.isReference }
        if let owner = Course.lesson(at: location), owner.number != Course.lesson(of: check.exercise)?.number,
          failure.caller == nil || !isPartRight(owner.number)
        {
          return .waiting("lesson \(owner.number) stops at \(location): \(failure.sentence)")
        }
      }
      return .failed(Finding(evidence: [failure.sentence], location: failure.location))
    }
  }

  /// Takes down what a verdict says about its exercise, for the checks that come after.
  mutating func note(_ verdict: Verdict) {
    let name = Course.name(of: verdict.exercise)
    var part: BrokenPart
    switch verdict.outcome {
    case .passed: return
    case .failed(let finding):
      part = BrokenPart(exercise: verdict.exercise, sentence: "\(name) fails")
      part.faults = finding.location.map { [$0] } ?? []
    case .notStarted: part = BrokenPart(exercise: verdict.exercise, sentence: "\(name) is not started")
    case .waiting(let reason):
      part = BrokenPart(exercise: verdict.exercise, sentence: reason)
      part.isWaiting = true
    }
    if let index = brokenParts.firstIndex(where: { $0.exercise == verdict.exercise }) {
      brokenParts[index].faults += part.faults
    } else {
      brokenParts.append(part)
    }
  }
}

/// An exercise that is not right, so that what is built on it cannot be.
struct BrokenPart: Sendable {
  let exercise: String
  /// What is wrong in a few words: "1.6 reluDerivative is not started".
  let sentence: String
  /// Where it stopped.
  var faults: [SourceLocation] = []
  /// Whether nothing is known against it but that it waits for another part.
  var isWaiting = false
}

extension [BrokenPart] {
  /// What is wrong with all of them, each reason once.
  var sentence: String {
    indices.filter { index in !self[..<index].contains { $0.sentence == self[index].sentence } }
      .map { self[$0].sentence }.joined(separator: ", ")
  }
}
