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
  /// The wrong versions that the judge can compute.
  package let misconceptions: [Misconception<Input, Result>]
  /// The wrong versions that show in what a run did.
  private var observedMistakes: [KnownMistake] = []
  private(set) var blame: Blame?
  private(set) var known: (@Sendable (Input) -> KnownNumber)?
  private(set) var origin: (@Sendable (any Student, Input, Result) -> String?)?
  private(set) var isUsable: @Sendable (_ input: Input, _ yours: Result, _ right: () throws -> Result) throws -> Bool
  /// Arguments of a size, drawn at random: size 1 is the smallest there is, one unit in every layer.
  package private(set) var inputs: (@Sendable (_ size: Int, inout SeededGenerator) -> Input)?
  /// Arguments of a size at which something special happens: the edges that the page names, and extremes.
  package private(set) var edges: (@Sendable (_ size: Int, inout SeededGenerator) -> Input)?
  /// How near to the right result one must come for some arguments.
  package private(set) var tolerance: @Sendable (Input) -> Tolerance = { _ in .value }
  /// What the function's formula is made of, in the notation of the page.
  package private(set) var ingredients: [Ingredient<Input>] = []

  /// What the arguments are called in a report, where they are not those of the declaration.
  package private(set) var argumentNames: [String]?

  /// Says which part below is to blame for how a call ended, if the exercise itself may be right.
  package typealias Blame = @Sendable (Bench, Input, Ending<Result>) -> String?

  package init<each Argument>(
    _ function: LessonFunction<Result, repeat each Argument>, calls: ExerciseCalls = [],
    right: @escaping @Sendable (Answers, repeat each Argument) throws -> Result,
    misconceptions: [Misconception<Input, Result>] = []
  ) where Input == (repeat each Argument) {
    self.function = function
    self.calls = calls
    self.right = { answers, input in try right(answers, repeat each input) }
    self.misconceptions = misconceptions
    isUsable = { _, yours, right in Comparison(yours, to: try right(), tolerance: .value).isUsable }
  }

  /// The wrong versions that the judge recognises, by whatever means.
  package var knownMistakes: [KnownMistake] {
    misconceptions.map { KnownMistake($0.name, $0.sentence) } + observedMistakes
  }

  /// Returns what the student's function answers.
  package func call(_ student: any Student, _ input: Input) throws -> Result {
    try student.call(function, input)
  }
}

/// How a call of a student's function ended.
package enum Ending<Result> {
  case returned(Result)
  case stopped(CallFailure)
}

/// A number or a matrix that a formula can be made of: `z`, `σ(z)`, `N`.
package struct Ingredient<Input>: Sendable {
  /// What the page calls it.
  package let name: String
  package let value: @Sendable (Answers, Input) throws -> Matrix

  package init(_ name: String, _ value: @escaping @Sendable (Answers, Input) throws -> Matrix) {
    self.name = name
    self.value = value
  }
}

// What not every exercise has.
extension Specification {
  /// The same with wrong versions that show in what a run did.
  package func recognising(_ mistakes: [KnownMistake]) -> Specification {
    changed { $0.observedMistakes += mistakes }
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

  /// The same with a way of its own to find the part that is to blame.
  package func blaming(_ blame: @escaping Blame) -> Specification { changed { $0.blame = blame } }

  /// The same with another idea of which results something can be built on.
  package func usable(
    where isUsable:
      @escaping @Sendable (_ input: Input, _ yours: Result, _ right: () throws -> Result) throws -> Bool
  ) -> Specification {
    changed { $0.isUsable = isUsable }
  }

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

  /// The same with what its formula is made of.
  package func made(of ingredients: [Ingredient<Input>]) -> Specification { changed { $0.ingredients = ingredients } }

  private func changed(_ change: (inout Specification) -> Void) -> Specification {
    var copy = self
    change(&copy)
    return copy
  }
}
