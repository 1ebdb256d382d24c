import CourseKit
import Vocabulary
import Wire

/// One exercise: a function that the student writes, and all that is known of it.
public struct Exercise: Sendable {
  /// The function's identifier, name and declaration.
  public let outline: ExerciseOutline
  /// Which exercises the function's own code calls.
  public let calls: ExerciseCalls
  /// The wrong versions that the judge recognises.
  public let knownMistakes: [KnownMistake]
  /// The page's example, on which a student's function shows its numbers.
  public let demonstration: Demonstration?
  /// Which of the state that the function keeps is promised to others, by the names of the properties.
  public let promisedState: [String]
  /// What the lesson's page says in numbers about the exercise, made anew each time.
  public var claims: [PageClaim] { makeClaims() }
  private let makeClaims: @Sendable () -> [PageClaim]
  /// The checks in the order of the report.
  package let checks: [Check]
  /// The specification, of whatever types the function's arguments and result are.
  package let content: any ExerciseContent

  /// Creates an exercise.
  ///
  /// - Parameters:
  ///   - specification: what the function must return, and what is known of it.
  ///   - promisedState: the properties that others may rely on, if the function keeps state.
  ///   - demonstration: the example of the lesson's page.
  ///   - claims: what the page says in numbers; made when it is asked for, so that it may ask the whole course.
  ///   - checks: the checks in the order of the report.
  package init<Input, Result>(
    _ specification: Specification<Input, Result>, promisedState: [String] = [], demonstration: Demonstration?,
    claims: @autoclosure @escaping @Sendable () -> [PageClaim] = [],
    checks: (Specification<Input, Result>) -> [Check]
  ) {
    outline = ExerciseOutline(
      id: specification.function.exercise, name: specification.function.name,
      signature: specification.function.signature)
    calls = specification.calls
    knownMistakes = specification.knownMistakes
    self.promisedState = promisedState
    self.demonstration = demonstration
    makeClaims = claims
    self.checks = checks(specification)
    guard !self.checks.isEmpty else { fatalError("\(outline) has no check: what it returns would never be judged") }
    content = specification
  }

  /// What stubs, pages, hints and reports call it, for example `4.2`.
  public var id: ExerciseID { outline.id }
  /// The function's name.
  public var name: String { outline.name }
  /// The declaration that the lesson must provide.
  public var signature: String { outline.signature }
  /// The number and the function's name, for example `1.3 relu`.
  public var title: String { outline.title }

  /// The type of the function's result; nil if it has none.
  package var resultType: String? { signature.firstMatch(of: /-> ([^()]+|\([a-z].*\))$/).map { String($0.1) } }
}

extension Exercise: CustomStringConvertible {
  /// The title.
  public var description: String { title }
}

/// A wrong version that the judge recognises.
public struct KnownMistake: Hashable, Sendable {
  /// A short name for tests and for teachers.
  public let name: String
  /// What the student reads.
  public let sentence: String

  /// Creates a mistake of this name.
  public init(_ name: String, _ sentence: String) {
    self.name = name
    self.sentence = sentence
  }
}

/// Which exercises the code of an exercise calls.
public struct ExerciseCalls: Sendable {
  /// Those that it always calls.
  public let always: [ExerciseID]
  /// The one that it calls for each activation function of the hidden layers; none if it does not depend on that.
  public let ofActivation: [HiddenActivation: ExerciseID]

  /// Creates a list of calls.
  public init(_ always: [ExerciseID] = [], ofActivation: [HiddenActivation: ExerciseID] = [:]) {
    self.always = always
    self.ofActivation = ofActivation
  }

  /// All that it may call.
  public var all: [ExerciseID] { Set(always).union(ofActivation.values).sorted() }

  /// What it calls with one activation function of the hidden layers; with nil all that it may call.
  func called(with hidden: HiddenActivation?) -> [ExerciseID] {
    hidden.map { always + [ofActivation[$0]].compactMap { $0 } } ?? all
  }
}

extension ExerciseCalls: ExpressibleByArrayLiteral {
  /// Takes a list of exercises that are always called.
  public init(arrayLiteral exercises: ExerciseID...) { self.init(exercises) }
}
