import Engine

extension Verdict {
  /// The mistake that the student reads, if the check names one.
  package var diagnosis: String? {
    if case .failed(let finding) = outcome { finding.diagnosis } else { nil }
  }

  /// What the student reads of a check that failed.
  package var finding: Finding? {
    if case .failed(let finding) = outcome { finding } else { nil }
  }

  /// The verdict on one line.
  package var line: String { "\(exercise) \(kind) '\(summary)': \(outcome)" }
}
