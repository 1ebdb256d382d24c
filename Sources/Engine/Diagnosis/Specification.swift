import CourseKit
import Vocabulary
import Wire

/// What an exercise's function must return, and what else the judge knows of it.
///
/// `Input` is the tuple of the function's arguments.
package struct Specification<Input: Sendable, Result: Inspectable & Transferable>: Sendable {
  package let function: any Callable<Input, Result>
  /// Which exercises the function's own code calls.
  package let calls: ExerciseCalls
  /// The right answer, computed with whatever answers its parts give.
  package let right: @Sendable (Answers, Input) throws -> Result
  /// What can go wrong in it, as the judge computes it.
  package private(set) var slips: SlipTable<Input, Result>
  /// The wrong versions that show in what a run did.
  private var observedMistakes: [KnownMistake] = []
  /// Parts whose answers are the student's wherever the judge computes: what they draw at random is theirs to choose.
  private(set) var partsTakenAsTheyAre: Set<ExerciseID> = []
  private(set) var known: (@Sendable (Input) -> KnownNumber)?
  private(set) var origin: (@Sendable (any Student, Input, Result) -> String?)?
  /// Arguments of a size, drawn at random: size 1 is the smallest there is, one unit in every layer.
  package private(set) var inputs: (@Sendable (_ size: Int, inout SeededGenerator) -> Input)?
  /// Arguments of a size at which something special happens: the edges that the page names, and extremes.
  package private(set) var edges: (@Sendable (_ size: Int, inout SeededGenerator) -> Input)?
  /// How near to the right result one must come for some arguments.
  package private(set) var tolerance: @Sendable (Input) -> Tolerance = { _ in .value }
  /// What the function's formulas are made of, in the notation of the page.
  package private(set) var formulas: [FormulaSource<Input, Result>] = []
  /// What the arguments are called in a report, where they are not those of the declaration.
  package private(set) var argumentNames: [String]?

  /// Creates a specification from the right answer and what can be done otherwise in it.
  ///
  /// - Parameters:
  ///   - function: the lesson's function.
  ///   - calls: which exercises its code calls.
  ///   - choices: what is right at each choice point.
  ///   - right: the answer with some choices, computed with whatever answers its parts give.
  ///   - slips: what can be done otherwise at the choice points.
  package init<Choices: Sendable, each Argument>(
    _ function: LessonFunction<Result, repeat each Argument>, calls: ExerciseCalls = [], choosing choices: Choices,
    right: @escaping @Sendable (Choices, Answers, repeat each Argument) throws -> Result, slips: [Slip<Choices>]
  ) where Input == (repeat each Argument) {
    self.function = function
    self.calls = calls
    self.right = { answers, input in try right(choices, answers, repeat each input) }
    self.slips = SlipTable(slips, choosing: choices) { choices, answers, input in
      try right(choices, answers, repeat each input)
    }
  }

  /// Creates a specification without slips.
  package init<each Argument>(
    _ function: LessonFunction<Result, repeat each Argument>, calls: ExerciseCalls = [],
    right: @escaping @Sendable (Answers, repeat each Argument) throws -> Result
  ) where Input == (repeat each Argument) {
    self.init(
      function, calls: calls, choosing: NoChoices(),
      right: { (_: NoChoices, answers, argument: repeat each Argument) in try right(answers, repeat each argument) },
      slips: [])
  }

  /// The wrong versions that the judge recognises, by whatever means.
  package var knownMistakes: [KnownMistake] { slips.entries.map(\.mistake) + observedMistakes }

  /// Returns what the student's function answers.
  package func call(_ student: any Student, _ input: Input) throws -> Result {
    try student.call(function, input)
  }
}

/// The choices of an answer in which nothing is chosen.
private struct NoChoices: Sendable {}

// What not every exercise has.
extension Specification {
  /// The same with wrong versions that show in what a run did.
  package func recognising(_ mistakes: [KnownMistake]) -> Specification {
    changed { $0.observedMistakes += mistakes }
  }

  /// The same with slips that are read from replies: for a function that draws at random, so that many answers are right.
  ///
  /// - Parameters:
  ///   - choices: what is right at each choice point.
  ///   - slips: what can be done otherwise at the choice points.
  ///   - read: reads a reply once; what comes back says of any choices whether the reply may come of them.
  package func choosing<Choices: Sendable>(
    _ choices: Choices, slips: [Slip<Choices>],
    reading read: @escaping @Sendable (Input, Reply<Result>) -> @Sendable (Choices) -> Bool
  ) -> Specification {
    changed { $0.slips = SlipTable(slips, choosing: choices, reading: read) }
  }

  /// The same with names for the arguments.
  package func naming(_ names: String...) -> Specification { changed { $0.argumentNames = names } }

  /// The same with a number of the input that a ratio of results may happen to be.
  package func knowing(_ number: @escaping @Sendable (Input) -> KnownNumber) -> Specification {
    changed { $0.known = number }
  }

  /// The same with a way to find out where a result's first number that is not finite comes from.
  package func tracing(_ origin: @escaping @Sendable (any Student, Input, Result) -> String?) -> Specification {
    changed { $0.origin = origin }
  }

  /// The same with parts that the judge takes from the student, because what they draw at random is theirs to choose.
  package func taking(_ parts: ExerciseID...) -> Specification { changed { $0.partsTakenAsTheyAre = Set(parts) } }

  /// The same with a source of arguments, of small sizes and of larger ones.
  package func drawing(
    _ inputs: @escaping @Sendable (_ size: Int, inout SeededGenerator) -> Input
  ) -> Specification {
    changed { $0.inputs = inputs }
  }

  /// The same with a source of arguments at which something special happens.
  package func drawingAtEdges(
    _ edges: @escaping @Sendable (_ size: Int, inout SeededGenerator) -> Input
  ) -> Specification {
    changed { $0.edges = edges }
  }

  /// The same with another idea of how near to the right result one must come.
  package func tolerating(_ tolerance: @escaping @Sendable (Input) -> Tolerance) -> Specification {
    changed { $0.tolerance = tolerance }
  }

  /// The same with what the formula of its result is made of.
  ///
  /// - Parameters:
  ///   - formula: the course's own, as the page writes it.
  ///   - component: which matrix of the result it is for; nil for the only one there is, or for the entries of all of
  ///     them in one row.
  ///   - kind: what the formula may do with its ingredients.
  ///   - deciding: the ingredient by which a formula may be of several parts, `z > 0 ? … : …`; nil if by none.
  ///   - further: arguments at which the parts of such a formula show where one ends and the next begins.
  ///   - ingredients: what it is made of; no name has a space in it.
  package func made(
    as formula: String, for component: String? = nil, _ kind: FormulaKind = .elementary,
    inPartsBy deciding: String? = nil,
    alsoAt further: [Input] = [],
    of ingredients: [Ingredient<Input>]
  ) -> Specification {
    let source = FormulaSource<Input, Result>(
      course: formula, ingredients: ingredients, functions: kind.functions, component: component, deciding: deciding,
      further: further)
    return changed { $0.formulas.append(source) }
  }

  private func changed(_ change: (inout Specification) -> Void) -> Specification {
    var copy = self
    change(&copy)
    return copy
  }
}
