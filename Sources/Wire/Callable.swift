import Vocabulary

/// A lesson's function whose arguments are one value: what can be said of any function without listing its arguments.
public protocol Callable<Input, Result>: Sendable {
  /// The arguments, a tuple if there are several.
  associatedtype Input
  /// What the function returns.
  associatedtype Result: Transferable

  /// The function's exercise.
  var exercise: ExerciseID { get }
  /// The function's name, with its type where that is needed to tell which one is meant.
  var name: String { get }
  /// The declaration that the lesson must provide, without `public func`.
  var signature: String { get }

  /// Returns the bytes that ask for this function's value.
  func request(for input: Input) -> [UInt8]
  /// Reads the arguments of a request whose exercise has been read.
  ///
  /// - Throws: `FrameError` if the bytes are not just those arguments.
  func input(from reader: inout FrameReader) throws(FrameError) -> Input
  /// Returns the result that a host's reply holds.
  ///
  /// - Throws: `FrameError` if the bytes are not one whole result.
  func result(from reply: [UInt8]) throws(FrameError) -> Result
  /// Lets a table answer calls of this function.
  func answer(in answers: inout Answers, with body: @escaping @Sendable (Answers, Input) throws -> Result)
}

extension LessonFunction: Callable {
  /// The arguments, a tuple if there are several.
  public typealias Input = (repeat each Argument)

  /// Returns the bytes that ask for this function's value.
  public func request(for input: Input) -> [UInt8] { request(repeat each input) }

  /// Reads the arguments of a request whose exercise has been read.
  ///
  /// - Throws: `FrameError` if the bytes are not just those arguments.
  public func input(from reader: inout FrameReader) throws(FrameError) -> Input {
    let arguments = (repeat try (each Argument)(from: &reader))
    try reader.expectEnd()
    return arguments
  }

  /// Lets a table answer calls of this function.
  public func answer(
    in answers: inout Answers, with body: @escaping @Sendable (Answers, Input) throws -> Result
  ) {
    answers.answer(self) { (answers, argument: repeat each Argument) in try body(answers, (repeat each argument)) }
  }
}
