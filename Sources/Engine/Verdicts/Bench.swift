import Vocabulary
import Wire

/// Where one lesson is examined: the student's code, and what is known so far about the parts that it stands on.
package struct Bench {
  package let course: Course
  package let student: any Student
  private let studentsAnswers: Answers
  /// The exercises found not to be right so far, in this lesson and below it, in the order of the course.
  package private(set) var brokenParts: [BrokenPart] = []
  /// The lessons all of whose checks pass.
  var rightLessons: Set<Int> = []
  /// Whether what is wrong is explained; of a lesson below only that it is wrong is of interest.
  package var isExplaining = true

  package init(course: Course, student: any Student) {
    self.course = course
    self.student = student
    studentsAnswers = course.answers(of: RememberedStudent(student))
  }

  /// Runs a check; a failed call becomes its outcome.
  package func verdict(of check: Check) -> Verdict {
    let outcome: Outcome
    do {
      outcome = try check.outcome(self)
    } catch let waiting as Waiting {
      outcome = .waiting(waiting.reason)
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
      return .waiting("\(course.name(of: exercise)) is not started")
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
        let isPartRight = { (lesson: Int) in rightLessons.contains(lesson) }
        if let owner = course.lesson(at: location), owner.number != check.exercise.lesson,
          failure.caller == nil || !isPartRight(owner.number)
        {
          return .waiting("lesson \(owner.number) stops at \(location): \(failure.sentence)")
        }
      }
      // The student's own line first: the one that handed in what no part can take.
      return .failed(Finding(evidence: [failure.sentence], location: failure.caller ?? failure.location))
    }
  }

  /// Takes down what a verdict says about its exercise, for the checks that come after.
  package mutating func note(_ verdict: Verdict) {
    let name = course.name(of: verdict.exercise)
    var part: BrokenPart
    switch verdict.outcome {
    case .passed: return
    case .failed(let finding):
      part = BrokenPart(exercise: verdict.exercise, sentence: "\(name) fails")
      part.faults = finding.location.map { [$0] } ?? []
      part.isExplained = finding.diagnosis != nil
    case .notStarted: part = BrokenPart(exercise: verdict.exercise, sentence: "\(name) is not started")
    case .waiting(let reason):
      part = BrokenPart(exercise: verdict.exercise, sentence: reason)
      part.isWaiting = true
    }
    if let index = brokenParts.firstIndex(where: { $0.exercise == verdict.exercise }) {
      // That it fails says more than that it waits.
      if brokenParts[index].isWaiting, !part.isWaiting {
        part.faults += brokenParts[index].faults
        brokenParts[index] = part
      } else {
        brokenParts[index].faults += part.faults
        if part.isExplained { brokenParts[index].isExplained = true }
      }
    } else {
      brokenParts.append(part)
    }
  }
}

/// An exercise that is not right, so that what is built on it cannot be.
package struct BrokenPart: Sendable {
  package let exercise: ExerciseID
  /// What is wrong in a few words: "1.6 reluDerivative is not started".
  package let sentence: String
  /// Where it stopped.
  var faults: [SourceLocation] = []
  /// Whether nothing is known against it but that it waits for another part.
  var isWaiting = false
  /// Whether the cause has been told.
  var isExplained = false

  /// What is wrong, and what became of a call that stands on it.
  func sentence(with failure: CallFailure) -> String { "\(sentence), and with it \(failure.sentence)" }
}

// What would come if some parts were the student's.
extension Bench {
  /// What is to be said of evidence against something that is put together: it cannot be better than its parts, so that a
  /// part that is known to be wrong is alone to blame.
  ///
  /// - Parameter isPart: which of the exercises known to be wrong take part in it; the exercise itself waits for its own
  ///   checks above.
  package func outcome(
    _ evidence: [String], of exercise: ExerciseID, where isPart: (ExerciseID) -> Bool = { _ in true }
  ) -> Outcome {
    guard let part = brokenParts.first(where: { isPart($0.exercise) }) else {
      return .failed(Finding(evidence: evidence))
    }
    return .waiting(part.exercise == exercise ? Waiting.forTheChecksAbove.reason : part.sentence)
  }

  /// The right answers with those of some exercises replaced by the student's own.
  package func answers(withStudents exercises: Set<ExerciseID>) -> Answers {
    course.oracle.replacing(exercises, from: studentsAnswers)
  }

  /// Says which exercise of a lesson is not right, if one is.
  package func brokenPart(of lesson: Int) -> String? {
    brokenParts.first { $0.exercise.lesson == lesson }?.sentence
  }

  /// Whether a check of the exercise has failed already.
  func hasFailed(_ exercise: ExerciseID) -> Bool {
    brokenParts.contains { $0.exercise == exercise && !$0.isWaiting }
  }

  /// Whether a check of the exercise has told a cause already.
  func isExplained(_ exercise: ExerciseID) -> Bool {
    brokenParts.contains { $0.exercise == exercise && $0.isExplained }
  }

  /// Whether something is known against the exercise, or against a part that it waits for.
  func isBroken(_ exercise: ExerciseID) -> Bool { brokenParts.contains { $0.exercise == exercise } }

  /// The part that is known not to be right and that an exercise calls for these arguments, directly or not: until it is
  /// fixed nothing can be said against the exercise.
  func brokenPart<Input, Result>(below specification: Specification<Input, Result>, _ input: Input) -> BrokenPart? {
    guard !brokenParts.isEmpty else { return nil }
    let parts = course.parts(of: specification.function.exercise, hidden: HiddenActivation(askedForBy: input))
    return brokenParts.first { parts.contains($0.exercise) }
  }
}

extension HiddenActivation {
  /// The activation function that the arguments of a call ask for; nil if they do not.
  fileprivate init?(askedForBy input: Any, depth: Int = 2) {
    if let hidden = input as? HiddenActivation {
      self = hidden
      return
    }
    guard depth > 0 else { return nil }
    for child in Mirror(reflecting: input).children {
      if let hidden = HiddenActivation(askedForBy: child.value, depth: depth - 1) {
        self = hidden
        return
      }
    }
    return nil
  }
}
