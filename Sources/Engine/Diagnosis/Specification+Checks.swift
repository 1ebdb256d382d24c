import Wire

extension Specification {
  /// Returns a check of the function on one input.
  ///
  /// - Parameters:
  ///   - input: the arguments on which the result must be right.
  ///   - independent: further arguments, on which a diagnosis must hold, too, before it is given.
  ///   - plain: arguments that have nothing special, where the other ones have: what shows only there, as NaN does,
  ///     tells little, so that a diagnosis must explain the result on these as well.
  ///   - expected: what must come; nil for what `right` returns.
  package func check(
    _ kind: CheckKind, _ summary: String, tolerance: Tolerance = .value,
    on input: @autoclosure @escaping @Sendable () -> Input,
    independent: @autoclosure @escaping @Sendable () -> Input,
    plain: @autoclosure @escaping @Sendable () -> Input? = nil,
    expected: (@Sendable () throws -> Result)? = nil
  ) -> Check {
    Check(function.exercise, kind, summary) { bench in
      let input = input()
      return try outcome(
        bench, of: input, expected: try expected?() ?? right(bench.course.oracle, input), tolerance: tolerance,
        onlyShape: kind == .shape
      ) { diagnosis, yours in
        diagnosis.mistake(explaining: yours, on: input, and: independent(), plain: plain())
      }
    }
  }

  /// What one input shows, to which the answer may have come already: whether the function is right there, and if not,
  /// who is to blame and for what.
  func outcome(
    _ bench: Bench, of input: Input, expected target: @autoclosure () throws -> Result, tolerance: Tolerance,
    answer: Result? = nil, onlyShape: Bool = false, place: @autoclosure () -> [String] = [],
    diagnosing diagnose: (Diagnosis<Input, Result>, Result) -> String?
  ) throws -> Outcome {
    let diagnosis = Diagnosis(specification: self, bench: bench, tolerance: tolerance)
    let yours: Result
    do {
      yours = try answer ?? call(bench.student, input)
    } catch let failure as CallFailure where failure.isFault {
      let part = diagnosis.unusableParts(on: input) ?? blame?(bench, input, .stopped(failure))
      guard let part else { throw failure }
      return .waiting(part)
    }
    let target = try target()
    // Most right answers are the same to the last bit; to name their parts takes longer than to compute them.
    if yours.bytes == target.bytes { return .passed }
    let comparison = Comparison(yours, to: target, tolerance: tolerance)
    let isPass = onlyShape ? comparison.shapeProblem == nil : comparison.isEqual
    if isPass { return .passed }
    let part = diagnosis.partsToBlame(for: yours, on: input) ?? blame?(bench, input, .returned(yours))
    if let part { return .waiting(part) }
    let evidence = Evidence(comparison: comparison, known: known?(input), origin: origin?(bench.student, input, yours))
    return .failed(Finding(evidence: place() + evidence.lines, diagnosis: diagnose(diagnosis, yours)))
  }

  /// Asks the student's function about other arguments.
  package typealias Asking = (Input) throws -> Result

  /// Returns a check of what a run of the function shows, whatever numbers it draws and whatever it keeps.
  ///
  /// - Parameters:
  ///   - inputs: the arguments of one run or of several; what is found in the first of them that is wrong is told.
  ///   - blame: finds the part below that is to blame; nil for the specification's own way.
  ///   - repeatsEvidence: whether evidence without a diagnosis is given even if a check above has failed already.
  ///   - diagnose: names the mistake where evidence is left that no part is to blame for; it may ask again.
  ///   - observe: says what speaks against the function, which may be asked again; nil if nothing does. Without any
  ///     evidence the check waits for those above it.
  package func check(
    _ kind: CheckKind, _ summary: String, on inputs: @escaping @Sendable () -> [Input],
    blaming blame: Blame? = nil, repeatsEvidence: Bool = true,
    diagnosing diagnose: (@Sendable (Input, Result, Asking) throws -> String?)? = nil,
    observing observe: @escaping @Sendable (Input, Result, Asking) throws -> Finding?
  ) -> Check {
    let blame = blame ?? self.blame
    return Check(function.exercise, kind, summary) { bench in
      let inputs = inputs()
      let answers = inputs.count > 1 ? bench.student.call(function, onEach: inputs) : nil
      for (index, input) in inputs.enumerated() {
        do {
          let yours = try answers?[index] ?? call(bench.student, input)
          let ask: Asking = { try call(bench.student, $0) }
          guard var finding = try observe(input, yours, ask) else { continue }
          if let part = blame?(bench, input, .returned(yours)) { return .waiting(part) }
          if let diagnose, !finding.evidence.isEmpty { finding.diagnosis = try diagnose(input, yours, ask) }
          let isRepeated = bench.brokenParts.contains { $0.exercise == function.exercise }
          if !repeatsEvidence, isRepeated, finding.diagnosis == nil { throw Waiting.forTheChecksAbove }
          if finding.evidence.isEmpty { throw Waiting.forTheChecksAbove }
          return .failed(finding)
        } catch let failure as CallFailure where failure.isFault {
          guard let part = blame?(bench, input, .stopped(failure)) else { throw failure }
          return .waiting(part)
        }
      }
      return .passed
    }
  }

  /// The same for one run.
  package func check(
    _ kind: CheckKind, _ summary: String, on input: @autoclosure @escaping @Sendable () -> Input,
    blaming blame: Blame? = nil, repeatsEvidence: Bool = true,
    diagnosing diagnose: (@Sendable (Input, Result, Asking) throws -> String?)? = nil,
    observing observe: @escaping @Sendable (Input, Result, Asking) throws -> Finding?
  ) -> Check {
    check(
      kind, summary, on: { [input()] }, blaming: blame, repeatsEvidence: repeatsEvidence, diagnosing: diagnose,
      observing: observe)
  }
}
