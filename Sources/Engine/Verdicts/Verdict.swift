import Vocabulary

/// What the judge says about one check of one exercise.
public struct Verdict: Codable, Sendable {
  /// The exercise, for example `4.3`.
  public let exercise: ExerciseID
  /// What sort of property was checked.
  public let kind: CheckKind
  /// The property in a few words.
  public let summary: String
  /// Whether it holds.
  public let outcome: Outcome

  package init(exercise: ExerciseID, kind: CheckKind, summary: String, outcome: Outcome) {
    self.exercise = exercise
    self.kind = kind
    self.summary = summary
    self.outcome = outcome
  }
}

/// The sorts of properties that checks establish.
public enum CheckKind: String, Codable, Sendable {
  /// The result has the right number of rows and columns.
  case shape
  /// The result is right on an example.
  case value
  /// Derivatives agree with central differences.
  case gradient
  /// A general law holds, for example that the same seed gives the same numbers.
  case property
  /// A network built from the student's parts behaves as it should.
  case behaviour
}

/// Whether a check passed, and if not, what is known about it.
public enum Outcome: Codable, Sendable {
  /// The property holds.
  case passed
  /// The property does not hold.
  case failed(Finding)
  /// The exercise still stops at its TODO, which stands at the location.
  case notStarted(SourceLocation?)
  /// The check cannot say more until something else is fixed; the sentence names it.
  case waiting(String)

  /// Whether the property holds.
  public var isPass: Bool {
    if case .passed = self { true } else { false }
  }
}

/// What a failed check found.
public struct Finding: Codable, Sendable, Equatable {
  /// What was expected and what came, and what the numbers alone show; one line each.
  public var evidence: [String]
  /// The mistake in words, when it explains the student's answers on all inputs that were tried.
  public var diagnosis: String?
  /// What the explanation rests on; nil where the run itself shows the mistake, and where there is no explanation.
  public var basis: Basis?
  /// The line of the lesson that stopped, when one did.
  public var location: SourceLocation?

  /// Creates a finding.
  public init(evidence: [String], diagnosis: String? = nil, location: SourceLocation? = nil) {
    self.evidence = evidence
    self.diagnosis = diagnosis
    self.location = location
  }
}

extension Finding {
  /// The ways to explain a wrong result.
  public enum Basis: String, Codable, Sendable {
    /// Slips of the right answer that give the student's answers.
    case slips
    /// A formula that gives the student's numbers.
    case formula
    /// Nothing but the smallest arguments for which the result is wrong.
    case example
  }
}

extension [Verdict] {
  /// The place of the TODO, if the exercise is not started.
  package var notStarted: SourceLocation? {
    for verdict in self {
      if case .notStarted(let location) = verdict.outcome { return location ?? SourceLocation(file: "?", line: 0) }
    }
    return nil
  }

  /// The checks that failed, each with what it found.
  package var failures: [(verdict: Verdict, finding: Finding)] {
    compactMap { verdict in
      if case .failed(let finding) = verdict.outcome { (verdict, finding) } else { nil }
    }
  }

  /// The failure that says most: the first one with a diagnosis, else the first.
  package var tellingFailure: (index: Int, verdict: Verdict, finding: Finding)? {
    let failures = indices.compactMap { index in
      if case .failed(let finding) = self[index].outcome {
        (index: index, verdict: self[index], finding: finding)
      } else {
        nil
      }
    }
    return failures.first { $0.finding.diagnosis != nil } ?? failures.first
  }

  /// What the waiting checks wait for.
  package var reasons: [String] {
    compactMap { if case .waiting(let reason) = $0.outcome { reason } else { nil } }
  }
}
