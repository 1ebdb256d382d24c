import CourseKit
import Wire

/// The search for what explains a wrong result: slips, then a formula, then at least the smallest example.
///
/// What is said holds in every case that is tried: the arguments of the exercise's checks, and others of every size.
struct Diagnosis<Input: Sendable, Result: Inspectable & Transferable> {
  private let specification: Specification<Input, Result>
  private let bench: Bench
  private let answers: Answers

  /// - Parameter specification: that of the exercise, of which no part is known to be wrong.
  init(_ specification: Specification<Input, Result>, _ bench: Bench) {
    self.specification = specification
    self.bench = bench
    answers = bench.answers(withStudents: specification.partsTakenAsTheyAre)
  }

  /// Explains why the result for these arguments is wrong; nil if nothing more can be said than how the result looks.
  func explanation(failing input: Input, _ yours: Result, tolerance: Tolerance) -> Explanation? {
    let cases = cases(failing: input, yours, tolerance: tolerance)
    let wrong = cases.filter(\.isWrong)
    let isKnownToBeWrong = wrong.contains { if case .returned = $0.reply { true } else { false } }
    // Many answers together can be wrong although each for itself is one of the right ones.
    guard isKnownToBeWrong || specification.slips.readsReplies else { return nil }
    let search = SlipSearch(
      specification.slips, answers, cases: wrong.sorted { $0.size < $1.size } + cases.filter { !$0.isWrong })
    let isEnough = specification.slips.readsReplies || cases.reduce(0) { $0 + $1.knownNumbers } >= Self.fewestNumbers
    if isEnough {
      let smallest = search.smallestSets()
      if smallest.first?.count != 1, let number = constant(cases) { return .formula(number) }
      let sets = toldApart(smallest, search)
      if sets.count == 1 { return .slips(sentences(of: sets[0])) }
      if sets.count == 2 {
        return .either(
          sentences(of: sets[0]).joined(separator: " "), sentences(of: sets[1]).joined(separator: " "))
      }
      // Of more than two, what they have in common is certain; the rest shows once that is fixed.
      let common = sets.dropFirst().reduce(sets.first ?? []) { common, set in common.filter(set.contains) }
      if !common.isEmpty { return .slips(sentences(of: common)) }
    }
    if let formula = formula(cases) { return .formula(formula) }
    if isRightToSevenDigits(cases) { return .formula(Self.sevenDigits) }
    // Two shapes say all there is to say.
    if let right = right(input), Comparison(yours, to: right, tolerance: tolerance).shapeProblem != nil { return nil }
    return smallestExample(cases).map(Explanation.example)
  }

  /// How many arguments that had no part in the search must be explained as well.
  private static var freshCount: Int { 20 }

  /// How many numbers of the student's must be explained at least.
  private static var fewestNumbers: Int { 12 }

  private func sentences(of set: [Int]) -> [String] { set.map { specification.slips.entries[$0].mistake.sentence } }

  // MARK: What is asked

  private func cases(failing input: Input, _ yours: Result, tolerance: Tolerance) -> [Case<Input, Result>] {
    // The smallest first: what stops a function on the way may spare these.
    let others = innocent(specification.probes(of: bench.course))
      .map { (input: $0, size: ArgumentText.size(of: $0)) }.sorted { $0.size < $1.size }.map(\.input)
    let first = self.case(input, .returned(yours), right: right(input) ?? yours, tolerance)
    return [first] + self.cases(others, after: first)
  }

  /// - Parameter first: what is known already: on what stops a function with the slips that explain it, it is asked last,
  ///   because it is not called again.
  private func cases(_ given: [Input], after first: Case<Input, Result>? = nil) -> [Case<Input, Result>] {
    let replies: [Reply<Result>]
    var inputs = given
    if let all = bench.student.call(specification.function, onEach: inputs) {
      replies = all.map(Reply.returned)
    } else {
      let suspects = first.map(slips) ?? []
      inputs = given.map { (input: $0, stops: stopCount($0, suspects)) }.sorted { $0.stops < $1.stops }.map(\.input)
      replies = inputs.map { input in Reply { try specification.call(bench.student, input) } }
    }
    return zip(inputs, replies).compactMap { input, reply in
      right(input).map { self.case(input, reply, right: $0, specification.tolerance(input)) }
    }
  }

  /// The slips with each of which a case can be explained by itself.
  private func slips(explaining one: Case<Input, Result>) -> [Int] {
    if specification.slips.readsReplies { return [] }
    return specification.slips.entries.indices.filter { one.confirms(prediction($0, one.input)) == true }
  }

  /// With how many of some slips a function would stop on these arguments.
  private func stopCount(_ input: Input, _ slips: [Int]) -> Int {
    slips.count { slip in
      guard case .stopped = prediction(slip, input) else { return false }
      return true
    }
  }

  private func prediction(_ slip: Int, _ input: Input) -> Reply<Result> {
    Reply { try specification.slips.answer(with: [slip], answers, input) }
  }

  private func `case`(
    _ input: Input, _ reply: Reply<Result>, right: Result, _ tolerance: Tolerance
  ) -> Case<Input, Result> {
    Case(
      input: input, reply: reply, right: right, tolerance: tolerance,
      reading: specification.slips.reading(input, reply))
  }

  /// The arguments for which the function calls nothing that is known to be wrong.
  private func innocent(_ inputs: [Input]) -> [Input] {
    inputs.filter { bench.brokenPart(below: specification, $0) == nil }
  }

  private func right(_ input: Input) -> Result? { try? specification.right(answers, input) }

  // MARK: Telling apart

  /// Of sets that explain every case so far, those that explain others as well: some that nobody has looked at yet, and
  /// then those on which they differ.
  private func toldApart(_ sets: [[Int]], _ search: SlipSearch<Input, Result>) -> [[Int]] {
    if sets.isEmpty { return [] }
    let further = innocent(specification.furtherInputs)
    let fresh = cases(Array(further.prefix(Self.freshCount)))
    var left = sets.filter { set in fresh.allSatisfy { search.confirms(set, $0) ?? true } }
    for input in further.dropFirst(Self.freshCount) where left.count > 1 {
      if specification.slips.readsReplies {
        let asked = cases([input])
        left = left.filter { set in asked.allSatisfy { search.confirms(set, $0) ?? true } }
        continue
      }
      let predictions = left.map { search.prediction($0, input) }
      guard let right = right(input) else { continue }
      let blank = Case(input: input, reply: predictions[0], right: right, tolerance: specification.tolerance(input))
      guard predictions.contains(where: { blank.confirms($0) == false }), let asked = cases([input]).first else {
        continue
      }
      left = zip(left, predictions).filter { asked.confirms($1) ?? true }.map(\.0)
    }
    // Two ways to say the same are one.
    return left.indices.filter { index in
      !left[..<index].contains { sentences(of: $0) == sentences(of: left[index]) }
    }.map { left[$0] }
  }

  // MARK: Formula

  /// What is said if the student's numbers are one wrong number, whatever the arguments are; nil if they are several.
  private func constant(_ cases: [Case<Input, Result>]) -> String? {
    let replies = cases.compactMap { if case .returned(let yours) = $0.reply { yours } else { nil } }
    let numbers = replies.flatMap { $0.components.flatMap(\.matrix.elements) }
    guard replies.count == cases.count, numbers.count >= Self.fewestNumbers, let first = numbers.first,
      numbers.allSatisfy({ $0 == first }) || numbers.allSatisfy(\.isNaN),
      // Where the right numbers are one number as well, something else is wrong.
      cases.contains(where: { $0.right.components.contains { $0.matrix.elements.contains { $0 != first } } })
    else { return nil }
    return "Whatever the arguments are, every number of yours is \(first.formulaText)."
  }

  /// Whether the student's numbers would be right in single precision.
  private func isRightToSevenDigits(_ cases: [Case<Input, Result>]) -> Bool {
    cases.allSatisfy { one in
      guard case .returned(let yours) = one.reply else { return !one.isWrong }
      return Comparison(yours, to: one.right, tolerance: Tolerance(relative: 2e-6, absolute: 1e-7)).isEqual
    }
  }

  private static var sevenDigits: String {
    "Your numbers are right to about 7 digits: a Float on the way, or a number that is rounded or a little off, takes the "
      + "rest. Keep everything a Double, with all its digits."
  }

  private func formula(_ cases: [Case<Input, Result>]) -> String? {
    guard !specification.formulas.isEmpty else { return nil }
    let ordinary = self.cases(innocent(specification.ordinaryInputs))
    let sentences = specification.formulas.compactMap { source in
      source.sentence(from: ordinary, explaining: cases, answers) { self.cases($0) }
    }
    // Each matrix of the result that is wrong must have its formula.
    let found = sentences.compactMap { $0 }
    return found.count == sentences.count && !found.isEmpty ? found.joined(separator: " ") : nil
  }

  // MARK: The smallest example

  /// The smallest arguments on which the result is wrong, whole, with both results.
  private func smallestExample(_ cases: [Case<Input, Result>]) -> [String]? {
    // Beside what is drawn at random no other numbers are the right ones.
    if specification.slips.readsReplies || !specification.partsTakenAsTheyAre.isEmpty { return nil }
    let further = self.cases(innocent(specification.smallInputs))
    let wrong = (further + cases).filter { if case .returned = $0.reply { $0.isWrong } else { false } }
    guard let smallest = wrong.min(by: { $0.size < $1.size }), case .returned(let yours) = smallest.reply else {
      return nil
    }
    let arguments = ArgumentText(specification.function, smallest.input, names: specification.argumentNames)
    guard let lines = arguments.wholeLines else { return nil }
    let comparison = Comparison(yours, to: smallest.right, tolerance: smallest.tolerance)
    return ["The smallest example found:"] + lines + Evidence(comparison: comparison).numbers
  }
}

extension Case {
  /// How much there is to follow: the bytes of the arguments' numbers and of the result.
  var size: Int { right.bytes.count + ArgumentText.size(of: input) }

  /// How much there is to explain: the student's numbers, and that there are none, or that the function stops just here.
  var knownNumbers: Int {
    switch reply {
    case .returned(let yours): max(1, yours.components.reduce(0) { $0 + $1.matrix.elements.count })
    case .stopped: 8
    case .unknown: 0
    }
  }
}
