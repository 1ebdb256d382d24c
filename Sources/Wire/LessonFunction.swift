import Vocabulary

/// One function that a lesson provides: its exercise, its name and the types of its arguments and its result.
///
/// The judge calls it and a host answers it, each with the same types: both sides speak of the function through
/// this one value, so that they cannot disagree about what travels between them.
public struct LessonFunction<Result: Transferable, each Argument: Transferable>: Sendable {
  /// The exercise, for example `4.2`.
  public let exercise: ExerciseID

  /// The declaration that the lesson must provide, without `public func`.
  public let signature: String

  /// The type whose method it is, where its name alone does not say which one is meant.
  public let owner: String?

  /// Creates the description of the function with this declaration.
  ///
  /// - Parameters:
  ///   - exercise: the exercise.
  ///   - signature: the declaration, without `public func`.
  ///   - owner: the type whose method it is, if other types have methods of the same name.
  public init(_ exercise: ExerciseID, _ signature: String, of owner: String? = nil) {
    self.exercise = exercise
    self.signature = signature
    self.owner = owner
  }

  /// The function's name, for example `hiddenDelta` or, with its type, `Dense.forward`.
  public var name: String {
    let baseName = String(signature.prefix { $0 != "(" })
    return owner.map { "\($0).\(baseName)" } ?? baseName
  }

  /// Returns the bytes that ask for this function's value at the arguments.
  public func request(_ argument: repeat each Argument) -> [UInt8] {
    var frame = FrameWriter()
    frame.write(exercise)
    repeat (each argument).write(to: &frame)
    return frame.bytes
  }

  /// Returns the result that a host's reply holds.
  ///
  /// - Throws: `FrameError` if the bytes are not one whole result.
  public func result(from reply: [UInt8]) throws(FrameError) -> Result {
    var reader = FrameReader(reply)
    let result = try Result(from: &reader)
    try reader.expectEnd()
    return result
  }

  /// Returns the reply to a request whose exercise has been read, computed with `body`.
  func reply(
    to reader: inout FrameReader, with body: (repeat each Argument) throws -> Result
  ) throws -> [UInt8] {
    let arguments = try input(from: &reader)
    var frame = FrameWriter()
    try body(repeat each arguments).write(to: &frame)
    return frame.bytes
  }
}
