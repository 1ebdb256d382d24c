import Vocabulary
import Wire

/// The code under examination, reached by calls.
///
/// The judge sees no more of it than this: bytes go out, bytes or a failure come back. The real one runs in another
/// process; tests use one that answers in their own.
public protocol Student: AnyObject {
  /// Returns the bytes with which the code answers a request for one of its functions.
  ///
  /// - Throws: `CallFailure` if no answer came.
  func reply(to request: [UInt8], exercise: ExerciseID) throws(CallFailure) -> [UInt8]
}

extension Student {
  /// Returns the value of the student's function at the arguments.
  ///
  /// - Throws: `CallFailure` if the code stopped, hung or answered with what is no such value.
  package func call<Result, each Argument>(
    _ function: LessonFunction<Result, repeat each Argument>, _ argument: repeat each Argument
  ) throws(CallFailure) -> Result {
    try call(function, (repeat each argument))
  }

  /// Returns the value of the student's function at the arguments, which are one value.
  ///
  /// - Throws: `CallFailure` if the code stopped, hung or answered with what is no such value.
  package func call<Input, Result>(
    _ function: any Callable<Input, Result>, _ input: Input
  ) throws(CallFailure) -> Result {
    let request = function.request(for: input)
    let bytes = try reply(to: request, exercise: function.exercise)
    do throws(FrameError) {
      return try function.result(from: bytes)
    } catch {
      throw CallFailure(.fault, "\(function.name) returned \(error.description).")
    }
  }
}
