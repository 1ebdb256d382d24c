import Vocabulary

/// Answers the judge's calls with a lesson's functions: the whole of a host but for the list of those functions.
///
/// A request holds the function's exercise and its arguments, a reply its result. What the lesson's code does wrong ends
/// this process and no other.
public final class LessonHost {
  private var answers: [ExerciseID: (inout FrameReader) throws -> [UInt8]] = [:]

  /// Creates a host that answers nothing yet.
  public init() {}

  /// Answers calls of `function` with `body`.
  public func answer<Result, each Argument>(
    _ function: LessonFunction<Result, repeat each Argument>,
    with body: @escaping (repeat each Argument) throws -> Result
  ) {
    answers[function.exercise] = { reader in try function.reply(to: &reader, with: body) }
  }

  /// Returns the reply to a request.
  ///
  /// - Throws: `FrameError` if it is not one of the contract's, and whatever the function throws.
  package func reply(to request: [UInt8]) throws -> [UInt8] {
    var reader = FrameReader(request)
    let exercise = try ExerciseID(from: &reader)
    if exercise == RequestBatch.mark {
      return try RequestBatch.reply(to: &reader) { request in try reply(to: request) }
    }
    guard let answer = answers[exercise] else { throw FrameError.malformed("a call of \(exercise)") }
    return try answer(&reader)
  }

  /// Answers requests from standard input on standard output until there are no more.
  ///
  /// Ends the process with a message if a request is not one of the contract's.
  public func serve() {
    Keeper.keepIfAsked()
    let pipe = JudgePipe.takingStandardStreams()
    while let (ticket, request) = pipe.nextRequest() {
      do {
        pipe.send(try reply(to: request), ticket: ticket)
      } catch {
        fatalError("course-check and its host disagree: \(error). Run 'swift package clean' and try again")
      }
    }
  }
}
