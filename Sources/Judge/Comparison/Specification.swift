import Contract
import CourseKit

/// A wrong version of a function that students really write, as the judge computes it.
///
/// `Input` is the tuple of the function's arguments.
struct Misconception<Input: Sendable, Result>: Sendable {
  /// A short name for tests and for teachers.
  let name: String
  /// What the student reads.
  let sentence: String
  /// What the wrong version returns; nil where it cannot be computed (its shapes would not fit).
  let wrong: @Sendable (any Parts, Input) throws -> Result?

  init<each Argument>(
    _ name: String, _ sentence: String,
    wrong: @escaping @Sendable (any Parts, repeat each Argument) throws -> Result?
  ) where Input == (repeat each Argument) {
    self.name = name
    self.sentence = sentence
    self.wrong = { parts, input in try wrong(parts, repeat each input) }
  }
}

/// What an exercise's function must return, and the wrong versions that the judge knows.
struct Specification<Input: Sendable, Result: Inspectable & Sendable>: Sendable {
  let exercise: String
  let call: @Sendable (any Student, Input) throws -> Result
  let right: @Sendable (any Parts, Input) throws -> Result
  let misconceptions: [Misconception<Input, Result>]
  private var known: (@Sendable (Input) -> KnownNumber)?
  private var origin: (@Sendable (any Student, Input, Result) -> String?)?

  init<each Argument>(
    _ function: LessonFunction<Result, repeat each Argument>,
    right: @escaping @Sendable (any Parts, repeat each Argument) throws -> Result,
    misconceptions: [Misconception<Input, Result>]
  ) where Input == (repeat each Argument) {
    self.exercise = function.exercise
    self.call = { student, input in try student.call(function, repeat each input) }
    self.right = { parts, input in try right(parts, repeat each input) }
    self.misconceptions = misconceptions
  }

  /// The same with a number of the input that a ratio of results may happen to be.
  func knowing(_ number: @escaping @Sendable (Input) -> KnownNumber) -> Specification {
    var copy = self
    copy.known = number
    return copy
  }

  /// The same with a way to find out where a result's first number that is not finite comes from.
  func tracing(_ origin: @escaping @Sendable (any Student, Input, Result) -> String?) -> Specification {
    var copy = self
    copy.origin = origin
    return copy
  }

  /// Returns a check of the function on one input.
  ///
  /// - Parameters:
  ///   - input: the arguments on which the result must be right.
  ///   - independent: further arguments, on which a diagnosis must hold, too, before it is given.
  ///   - plain: arguments that have nothing special, where the other ones have: what shows only there, as NaN does,
  ///     tells little, so that a diagnosis must explain the result on these as well.
  ///   - expected: what must come; nil for what `right` returns.
  func check(
    _ kind: CheckKind, _ summary: String, tolerance: Tolerance = .value,
    on input: Input, independent: Input, plain: Input? = nil,
    expected: (@Sendable (any Student) throws -> Result)? = nil
  ) -> Check {
    Check(exercise, kind, summary) { bench in
      let diagnosis = Diagnosis(specification: self, bench: bench, tolerance: tolerance)
      let yours: Result
      do {
        yours = try call(bench.student, input)
      } catch let failure as CallFailure where failure.isFault {
        if let parts = diagnosis.unusableParts(on: input) { return .waiting(parts) }
        throw failure
      }
      let target = try expected?(bench.student) ?? right(Oracle(), input)
      let comparison = Comparison(yours, to: target, tolerance: tolerance)
      let isPass = kind == .shape ? comparison.shapeProblem == nil : comparison.isEqual
      if isPass { return .passed }
      if let parts = diagnosis.partsToBlame(for: yours, on: input) { return .waiting(parts) }
      return .failed(
        Finding(
          evidence: Evidence(
            comparison: comparison, known: known?(input), origin: origin?(bench.student, input, yours)
          ).lines,
          diagnosis: diagnosis.mistake(explaining: yours, on: input, and: independent, plain: plain)))
    }
  }
}
