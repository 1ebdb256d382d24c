import Contract
import CourseKit

/// The search for the one mistake that explains a wrong result.
struct Diagnosis<Input: Sendable, Result: Inspectable & Sendable> {
  let specification: Specification<Input, Result>
  let bench: Bench
  let tolerance: Tolerance

  /// Says which broken parts explain the result, if the exercise itself is right: it returns just what it must
  /// when those parts are the student's.
  func partsToBlame(for yours: Result, on input: Input) -> String? {
    let broken = bench.brokenParts.filter { $0.exercise != specification.exercise }
    for part in broken where explains(yours, [part], on: input) { return part.sentence }
    if broken.count > 1, explains(yours, broken, on: input) {
      return broken.map(\.sentence).joined(separator: ", ")
    }
    return nil
  }

  private func explains(_ yours: Result, _ parts: [BrokenPart], on input: Input) -> Bool {
    let mixed = MixedParts(student: bench.student, fromStudent: Set(parts.map(\.exercise)))
    // A part that stops explains nothing; its own check has said so.
    guard let expected = try? specification.right(mixed, input) else { return false }
    return Comparison(yours, to: expected, tolerance: tolerance).isEqual
  }

  /// Returns the sentence of the one misconception that explains the result on both inputs.
  func mistake(explaining yours: Result, on input: Input, and independent: Input) -> String? {
    let candidates = specification.misconceptions.filter { agrees($0, with: yours, on: input) }
    guard !candidates.isEmpty, !brokenPartsMatter(on: input) else { return nil }
    guard let again = try? specification.call(bench.student, independent) else { return nil }
    let confirmed = candidates.filter { agrees($0, with: again, on: independent) }
    return confirmed.count == 1 ? confirmed[0].sentence : nil
  }

  /// Whether parts that are known to be wrong change what a right answer would be: then numbers alone prove nothing.
  private func brokenPartsMatter(on input: Input) -> Bool {
    let broken = bench.brokenParts.filter { $0.exercise != specification.exercise }
    guard !broken.isEmpty, let right = try? specification.right(Oracle(), input) else { return false }
    return !explains(right, broken, on: input)
  }

  private func agrees(
    _ misconception: Misconception<Input, Result>, with yours: Result, on input: Input
  ) -> Bool {
    guard let wrong = try? misconception.wrong(Oracle(), input),
      let right = try? specification.right(Oracle(), input)
    else { return false }
    return Comparison(yours, to: wrong, tolerance: tolerance).isEqual
      && !Comparison(wrong, to: right, tolerance: tolerance).isEqual
  }
}
