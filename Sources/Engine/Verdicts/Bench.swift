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

  package init(course: Course, student: any Student) {
    self.course = course
    self.student = student
    studentsAnswers = course.answers(of: student)
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
        let isPartRight = { (lesson: Int) in rightLessons.contains(lesson) || location.isReference }
        if let owner = course.lesson(at: location), owner.number != check.exercise.lesson,
          failure.caller == nil || !isPartRight(owner.number)
        {
          return .waiting("lesson \(owner.number) stops at \(location): \(failure.sentence)")
        }
      }
      return .failed(Finding(evidence: [failure.sentence], location: failure.location))
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
}

extension [BrokenPart] {
  /// What is wrong with all of them, each reason once.
  package var sentence: String {
    indices.filter { index in !self[..<index].contains { $0.sentence == self[index].sentence } }
      .map { self[$0].sentence }.joined(separator: ", ")
  }
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

  /// Names the broken part, or the parts together, with which a result of an exercise holds nothing that can be compared.
  package func unusableParts(below exercise: ExerciseID, in result: (Answers) throws -> some Inspectable) -> String? {
    let broken = brokenParts.filter { $0.exercise != exercise }
    guard !broken.isEmpty, let right = try? result(course.oracle) else { return nil }
    let unusable = (broken.map { [$0] } + [broken]).first { parts in
      do {
        let mixed = try result(answers(withStudents: Set(parts.map(\.exercise))))
        return !Comparison(mixed, to: right, tolerance: .value).isUsable
      } catch {
        return error is UnusablePart
      }
    }
    return unusable?.sentence
  }
}
