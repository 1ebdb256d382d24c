import Contract
import StudentCode

/// Answers the judge's calls in this process.
final class Desk: Answering {
  private var answers: [String: (inout FrameReader) throws -> [UInt8]] = [:]

  func answer<Result, each Argument>(
    _ function: LessonFunction<Result, repeat each Argument>,
    with body: @escaping (repeat each Argument) throws -> Result
  ) {
    answers[function.name] = { reader in
      let arguments = (repeat try (each Argument)(from: &reader))
      var reply = FrameWriter()
      reply.write(try body(repeat each arguments))
      return reply.bytes
    }
  }

  /// Returns the reply to a request; nil if nothing answers it.
  func reply(to request: [UInt8]) throws -> [UInt8]? {
    var reader = FrameReader(request)
    let name = try String(from: &reader)
    return try answers[name]?(&reader)
  }
}
