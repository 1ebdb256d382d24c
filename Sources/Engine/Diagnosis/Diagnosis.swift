import CourseKit
import Wire

/// The search for the one mistake that explains a wrong result.
struct Diagnosis<Input: Sendable, Result: Inspectable & Transferable> {
  let specification: Specification<Input, Result>
  let bench: Bench
  let tolerance: Tolerance

  /// Says which broken parts explain the result, if the exercise itself is right: it returns just what it must
  /// when those parts are the student's, or nothing can be built on one of them.
  func partsToBlame(for yours: Result, on input: Input) -> String? {
    let broken = bench.brokenParts.filter { $0.exercise != specification.function.exercise }
    for part in broken where explains(yours, [part], on: input) { return part.sentence }
    if broken.count > 1, explains(yours, broken, on: input) { return broken.sentence }
    return unusableParts(on: input) ?? broken.first { isSilent($0, on: input) }?.sentence
  }

  /// Whether a part takes part in the result, but has stopped before and is asked no more: then nothing can be proven.
  private func isSilent(_ part: BrokenPart, on input: Input) -> Bool {
    do {
      _ = try specification.right(bench.answers(withStudents: [part.exercise]), input)
      return false
    } catch {
      return (error as? CallFailure)?.kind == .repeatedFault
    }
  }

  /// Names the broken parts on whose results nothing can be built: then whatever the exercise does proves nothing.
  func unusableParts(on input: Input) -> String? {
    bench.unusableParts(below: specification.function.exercise) { try specification.right($0, input) }
  }

  private func explains(_ yours: Result, _ parts: [BrokenPart], on input: Input) -> Bool {
    let mixed = bench.answers(withStudents: Set(parts.map(\.exercise)))
    // A part that stops explains nothing; its own check has said so.
    guard let expected = try? specification.right(mixed, input) else { return false }
    return Comparison(yours, to: expected, tolerance: tolerance).isEqual
  }

  /// Returns the sentence of the one misconception that explains the result on both inputs.
  ///
  /// - Parameter plain: a third input, on which the misconception may make no difference; what the student returns there
  ///   must be explained as well.
  func mistake(
    explaining yours: Result, on input: Input, and independent: Input, plain: Input?
  ) -> String? {
    let candidates = specification.misconceptions.filter {
      agrees($0, with: yours, on: input) && isWrong($0, on: input)
    }
    guard !candidates.isEmpty, !brokenPartsMatter(on: input) else { return nil }
    guard let again = try? specification.call(bench.student, independent) else { return nil }
    let confirmed = candidates.filter { agrees($0, with: again, on: independent) && isWrong($0, on: independent) }
    guard confirmed.count == 1, holdsOnOtherSizes(confirmed[0]) else { return nil }
    if let plain {
      guard let third = try? specification.call(bench.student, plain), agrees(confirmed[0], with: third, on: plain)
      else { return nil }
    }
    return confirmed[0].sentence
  }

  /// Whether a misconception explains what the student returns for arguments of other sizes, too, where it has an answer:
  /// two inputs of one size have coincidences, such as the one class that all their rows get.
  private func holdsOnOtherSizes(_ misconception: Misconception<Input, Result>) -> Bool {
    guard let draw = specification.inputs else { return true }
    var generator = SeededGenerator(seed: 2)
    // Where the misconception has no answer the student's function may stop, and would not be called again.
    let cases = (0..<24).compactMap { number -> (input: Input, wrong: Result)? in
      let input = draw(1 + number / 4, &generator)
      return (try? misconception.wrong(bench.course.oracle, input)).flatMap { $0 }.map { (input, $0) }
    }
    guard let yours = bench.student.call(specification.function, onEach: cases.map(\.input)) else { return true }
    return zip(cases, yours).allSatisfy { one, yours in
      Comparison(yours, to: one.wrong, tolerance: specification.tolerance(one.input)).isEqual
    }
  }

  /// Returns the sentence of the one misconception that explains the results on all inputs, where each has one.
  func mistake(explainingAll inputs: [Input]) -> String? {
    guard let yours = bench.student.call(specification.function, onEach: inputs),
      let wrong = inputs.indices.first(where: { !isRight(yours[$0], on: inputs[$0]) }),
      !brokenPartsMatter(on: inputs[wrong])
    else { return nil }
    let candidates = specification.misconceptions.filter { misconception in
      isWrong(misconception, on: inputs[wrong])
        && inputs.indices.allSatisfy { agrees(misconception, with: yours[$0], on: inputs[$0]) }
    }
    return candidates.count == 1 ? candidates[0].sentence : nil
  }

  private func isRight(_ yours: Result, on input: Input) -> Bool {
    guard let right = try? specification.right(bench.course.oracle, input) else { return false }
    return Comparison(yours, to: right, tolerance: tolerance).isEqual
  }

  /// Whether parts that are known to be wrong change what a right answer would be: then numbers alone prove nothing.
  private func brokenPartsMatter(on input: Input) -> Bool {
    let broken = bench.brokenParts.filter { $0.exercise != specification.function.exercise }
    guard !broken.isEmpty, let right = try? specification.right(bench.course.oracle, input) else { return false }
    return !explains(right, broken, on: input)
  }

  private func agrees(
    _ misconception: Misconception<Input, Result>, with yours: Result, on input: Input
  ) -> Bool {
    guard let wrong = try? misconception.wrong(bench.course.oracle, input) else { return false }
    return Comparison(yours, to: wrong, tolerance: tolerance).isEqual
  }

  private func isWrong(_ misconception: Misconception<Input, Result>, on input: Input) -> Bool {
    guard let wrong = try? misconception.wrong(bench.course.oracle, input),
      let right = try? specification.right(bench.course.oracle, input)
    else { return false }
    return !Comparison(wrong, to: right, tolerance: tolerance).isEqual
  }
}
