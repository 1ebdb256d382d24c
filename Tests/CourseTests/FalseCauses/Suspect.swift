import Contract
import CourseKit
import Engine
import Testing
import Vocabulary
import Wire

@testable import Course

/// An exercise with what it takes to find out whether a diagnosis is true.
struct Suspect: Sendable, CustomTestStringConvertible {
  let exercise: ExerciseID
  /// Changes the student's results of this exercise.
  let spoil: @Sendable (TestStudent, _ spoiling: @escaping (inout [Matrix]) -> Void) -> Void
  /// The types of the function's arguments.
  let argumentTypes: [any Transferable.Type]
  /// Changes what the student's function is given.
  let reviseArguments: @Sendable (TestStudent, _ change: @escaping (inout [any Transferable]) -> Void) -> Void
  /// Whether the student's function is wrong on one of ten fresh inputs.
  let isWrong: @Sendable (TestStudent) throws -> Bool
  /// Which of the verdicts' diagnoses of this exercise are not true of the student.
  let falseDiagnoses: @Sendable ([Verdict], TestStudent) throws -> Set<String>

  var testDescription: String { Course.neuralNetwork.name(of: exercise) }

  /// Every exercise whose wrong versions the judge computes.
  static let all = SeparationTests.exercises.map { Suspect($0.content) }

  /// The exercises that draw at random, whose slips are read from what they return.
  static let drawing = ["2.2", "2.3", "5.1", "12.1", "12.2"].compactMap { (id: ExerciseID) in
    Course.neuralNetwork.exercise(id).map { Suspect($0.content) }
  }

  /// The size of the inputs on which a diagnosis must hold as well to be true.
  private static let size = 6

  private init(_ content: some ExerciseContent) {
    let specification = content.specification
    let function = specification.function
    let arguments = function as? any ArgumentList
    exercise = function.exercise
    argumentTypes = arguments?.argumentTypes ?? []
    reviseArguments = { student, change in arguments?.revise(in: student, change) }
    isWrong = { student in
      try Self.freshInputs(of: specification, seed: 815).contains { input in
        guard let yours = try? specification.call(student, input) else { return true }
        return !Comparison(yours, to: try specification.right(.right, input), tolerance: .gradient).isEqual
      }
    }
    spoil = { student, spoiling in student.revise(function) { Self.change(&$0, spoiling) } }
    falseDiagnoses = { verdicts, student in
      let diagnoses = verdicts.filter { $0.exercise == function.exercise }.compactMap(\.diagnosis)
      return try Set(diagnoses).filter { try !Self.isTrue($0, of: student, specification) }
    }
  }

  /// Whether a student's function does on ten fresh inputs what the slips do that a diagnosis names.
  ///
  /// A formula says nothing of the code, and the search for it has held it against every number.
  private static func isTrue<Input, Result>(
    _ diagnosis: String, of student: TestStudent, _ specification: Specification<Input, Result>
  ) throws -> Bool {
    if diagnosis.contains("the course has") || diagnosis.contains("about 7 digits")
      || diagnosis.hasPrefix("Whatever the arguments are")
    {
      return true
    }
    // What a run has shown is true of that run.
    if observedSentences.contains(diagnosis) { return true }
    let slips = Set(specification.slips.entries.map(\.mistake))
    if specification.knownMistakes.contains(where: { !slips.contains($0) && $0.sentence == diagnosis }) { return true }
    let texts = diagnosis.split(separator: "Either: ").last.map { $0.split(separator: " Or: ") } ?? []
    return try texts.contains { text in
      let named = specification.slips.entries.indices.filter {
        text.contains(specification.slips.entries[$0].mistake.sentence)
      }
      if named.isEmpty { return false }
      // Where several sets are left, what they have in common is said: it is true if something else is wrong as well.
      return try holds(named, of: student, specification)
        || specification.slips.entries.indices.contains { further in
          try !named.contains(further) && named.allSatisfy { specification.slips.areCompatible($0, further) }
            && holds(named + [further], of: student, specification)
        }
    }
  }

  /// What is said where a run has shown it, although there are slips of these names, too.
  private static let observedSentences: Set<String> = {
    let initializers = [Initializer.he, Initializer.xavier].flatMap { judge in
      InitializerMistake.allCases.map { $0.sentence(formula: judge.formula) }
    }
    return Set(
      initializers + EpochMistakes.all.map(\.sentence) + BatchMistakes.all.map(\.sentence)
        + TrainingMistake.allCases.map(\.sentence))
  }()

  /// Changes the numbers of a result.
  private static func change<Result>(_ result: inout Result, _ spoiling: (inout [Matrix]) -> Void) {
    guard var changeable = result as? any Changeable else { return }
    spoiling(&changeable.matrices)
    if let changed = changeable as? Result { result = changed }
  }

  /// Ten inputs of various shapes that no check has.
  private static func freshInputs<Input, Result>(of specification: Specification<Input, Result>, seed: UInt64)
    -> [Input]
  {
    var generator = SeededGenerator(seed: seed)
    return (0..<10).compactMap { _ in specification.inputs?(size, &generator) }
  }

  /// Whether a student's function does on ten fresh inputs what these slips do.
  private static func holds<Input, Result: Inspectable>(
    _ slips: [Int], of student: TestStudent, _ specification: Specification<Input, Result>
  ) throws -> Bool {
    for input in freshInputs(of: specification, seed: 4711) {
      student.restart()
      let yours = try? specification.call(student, input)
      if let yours, let reading = specification.slips.reading(input, .returned(yours)) {
        if !reading(slips) { return false }
        continue
      }
      do {
        guard let wrong = try specification.slips.answer(with: slips, .right, input) else { continue }
        guard let yours, Comparison(yours, to: wrong, tolerance: .gradient).isEqual else { return false }
      } catch is PredictedStop {
        if yours != nil { return false }
      }
    }
    return true
  }
}

/// A function whose arguments can be changed one by one.
private protocol ArgumentList: Sendable {
  var argumentTypes: [any Transferable.Type] { get }
  func revise(in student: TestStudent, _ change: @escaping (inout [any Transferable]) -> Void)
}

extension LessonFunction: ArgumentList {
  fileprivate var argumentTypes: [any Transferable.Type] {
    var types: [any Transferable.Type] = []
    repeat types.append((each Argument).self)
    return types
  }

  fileprivate func revise(in student: TestStudent, _ change: @escaping (inout [any Transferable]) -> Void) {
    student.reviseArguments(of: self, change)
  }
}
