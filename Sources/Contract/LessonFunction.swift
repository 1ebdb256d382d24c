/// One function that a lesson provides: its exercise, its name and the types of its arguments and its result.
///
/// The judge calls it and a host answers it, each with the same types: both sides speak of the function through
/// this one value, so that they cannot disagree about what travels between them.
public struct LessonFunction<Result: Transferable, each Argument: Transferable>: Sendable {
  /// The exercise's number, for example `4.2`.
  public let exercise: String

  /// The declaration that the lesson must provide, without `public func`.
  public let signature: String

  /// Creates the description of the function with this declaration.
  public init(_ exercise: String, _ signature: String) {
    self.exercise = exercise
    self.signature = signature
  }

  /// The function's base name, for example `hiddenDelta`.
  public var name: String { String(signature.prefix { $0 != "(" }) }

  /// Returns the bytes that ask for this function's value at the arguments.
  public func request(_ argument: repeat each Argument) -> [UInt8] {
    var frame = FrameWriter()
    frame.write(name)
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

  /// Returns the reply to a request whose name has been read, computed with `body`.
  func reply(
    to reader: inout FrameReader, with body: (repeat each Argument) -> Result
  ) throws(FrameError) -> [UInt8] {
    let arguments = (repeat try (each Argument)(from: &reader))
    try reader.expectEnd()
    var frame = FrameWriter()
    body(repeat each arguments).write(to: &frame)
    return frame.bytes
  }
}
