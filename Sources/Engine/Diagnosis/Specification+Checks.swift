import Wire

extension Specification {
  /// Returns a check of the function on one input.
  ///
  /// - Parameters:
  ///   - input: the arguments on which the result must be right.
  ///   - expected: what must come; nil for what `right` returns.
  package func check(
    _ kind: CheckKind, _ summary: String, tolerance: Tolerance = .value,
    on input: @autoclosure @escaping @Sendable () -> Input,
    expected: (@Sendable () throws -> Result)? = nil
  ) -> Check {
    Check(function.exercise, kind, summary, inputs: { [input()] }) { bench in
      let input = input()
      return try outcome(
        bench, of: input, expected: try expected?() ?? right(bench.course.oracle, input), tolerance: tolerance,
        onlyShape: kind == .shape)
    }
  }

  /// What one input shows, to which the answer may have come already: whether the function is right there, and if not,
  /// why.
  ///
  /// An exercise that calls another one which is wrong is innocent until that one is fixed.
  func outcome(
    _ bench: Bench, of input: Input, expected target: @autoclosure () throws -> Result, tolerance: Tolerance,
    answer: Result? = nil, onlyShape: Bool = false, place: @autoclosure () -> [String] = []
  ) throws -> Outcome {
    let yours: Result
    do {
      yours = try answer ?? call(bench.student, input)
    } catch let failure as CallFailure where failure.kind == .fault {
      guard let part = bench.brokenPart(below: self, input) else { throw failure }
      return .waiting(part.sentence(with: failure))
    }
    let target = try target()
    // Most right answers are the same to the last bit; to name their parts takes longer than to compute them.
    if yours.bytes == target.bytes { return .passed }
    let comparison = Comparison(yours, to: target, tolerance: tolerance)
    let isPass = onlyShape ? comparison.shapeProblem == nil : comparison.isEqual
    if isPass { return .passed }
    if let part = bench.brokenPart(below: self, input) { return .waiting(part.sentence) }
    let evidence = Evidence(comparison: comparison, known: known?(input), origin: origin?(bench.student, input, yours))
    var finding = Finding(evidence: place() + evidence.lines)
    explain(&finding, bench, input, yours, tolerance)
    // What the numbers have in common is of no use to whoever knows the cause.
    if finding.diagnosis != nil { finding.evidence = place() + evidence.numbers }
    return .failed(finding)
  }

  /// Adds the explanation to what was found: the first check of an exercise that fails bears it.
  private func explain(
    _ finding: inout Finding, _ bench: Bench, _ input: Input, _ yours: Result, _ tolerance: Tolerance
  ) {
    let explanation = explanation(bench, input, yours, tolerance)
    finding.diagnosis = explanation?.diagnosis
    finding.basis = explanation?.basis
    finding.evidence += explanation?.evidence ?? []
  }

  private func explanation(_ bench: Bench, _ input: Input, _ yours: Result, _ tolerance: Tolerance) -> Explanation? {
    bench.hasFailed(function.exercise) || !bench.isExplaining
      ? nil : Diagnosis(self, bench).explanation(failing: input, yours, tolerance: tolerance)
  }

  /// Adds the cause to what a run has shown: that which the slips tell; otherwise what the run tells itself.
  private func explain(
    observed finding: inout Finding, _ bench: Bench, _ input: Input, _ yours: Result,
    otherwise diagnose: () throws -> String?
  ) rethrows {
    if finding.evidence.isEmpty || finding.diagnosis != nil && !slips.readsReplies { return }
    let explanation = slips.entries.isEmpty ? nil : explanation(bench, input, yours, tolerance(input))
    if let cause = explanation?.diagnosis {
      // A run shows one mistake more exactly than slips that are read from it, and several mistakes not at all.
      if finding.diagnosis == nil || explanation?.isOfSeveral == true { finding.diagnosis = cause }
    } else if finding.diagnosis == nil {
      // The cause that a check above has told is that of all that fails.
      finding.diagnosis = bench.isExplained(function.exercise) ? nil : try diagnose()
      if finding.diagnosis == nil { finding.evidence += explanation?.evidence ?? [] }
    }
  }

  /// Asks the student's function about other arguments.
  package typealias Asking = (Input) throws -> Result

  /// Returns a check of what a run of the function shows, whatever numbers it draws and whatever it keeps.
  ///
  /// - Parameters:
  ///   - inputs: the arguments of one run or of several; what is found in the first of them that is wrong is told.
  ///   - repeatsEvidence: whether evidence without a diagnosis is given even if a check above has failed already.
  ///   - diagnose: names the mistake where evidence is left that no part is to blame for and that no slips explain; it
  ///     may ask again.
  ///   - observe: says what speaks against the function, which may be asked again; nil if nothing does. Without any
  ///     evidence the check waits for those above it.
  package func check(
    _ kind: CheckKind, _ summary: String, on inputs: @escaping @Sendable () -> [Input],
    repeatsEvidence: Bool = true,
    diagnosing diagnose: (@Sendable (Input, Result, Asking) throws -> String?)? = nil,
    observing observe: @escaping @Sendable (Input, Result, Asking) throws -> Finding?
  ) -> Check {
    Check(function.exercise, kind, summary) { bench in
      let inputs = inputs()
      let answers = inputs.count > 1 ? bench.student.call(function, onEach: inputs) : nil
      for (index, input) in inputs.enumerated() {
        do {
          let yours = try answers?[index] ?? call(bench.student, input)
          let ask: Asking = { try call(bench.student, $0) }
          guard var finding = try observe(input, yours, ask) else { continue }
          if let part = bench.brokenPart(below: self, input) { return .waiting(part.sentence) }
          try explain(observed: &finding, bench, input, yours) { try diagnose?(input, yours, ask) }
          if !repeatsEvidence, bench.isBroken(function.exercise), finding.diagnosis == nil {
            throw Waiting.forTheChecksAbove
          }
          if finding.evidence.isEmpty { throw Waiting.forTheChecksAbove }
          return .failed(finding)
        } catch let failure as CallFailure where failure.kind == .fault {
          guard let part = bench.brokenPart(below: self, input) else { throw failure }
          return .waiting(part.sentence(with: failure))
        }
      }
      return .passed
    }
  }

  /// The same for one run.
  package func check(
    _ kind: CheckKind, _ summary: String, on input: @autoclosure @escaping @Sendable () -> Input,
    repeatsEvidence: Bool = true,
    diagnosing diagnose: (@Sendable (Input, Result, Asking) throws -> String?)? = nil,
    observing observe: @escaping @Sendable (Input, Result, Asking) throws -> Finding?
  ) -> Check {
    check(
      kind, summary, on: { [input()] }, repeatsEvidence: repeatsEvidence, diagnosing: diagnose,
      observing: observe)
  }
}
