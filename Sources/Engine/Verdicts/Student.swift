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

  /// Returns the bytes with which the code answers each of several requests for one of its functions.
  ///
  /// - Returns: nil if an answer did not come: which one is found out by asking one by one.
  func replies(to requests: [[UInt8]], exercise: ExerciseID) -> [[UInt8]]?

  /// Returns whether the code stops at a request with which a right function can do nothing else; it is called again
  /// afterwards.
  ///
  /// - Throws: `CallFailure` if it is not started, has stopped before or cannot be called.
  func stops(at request: [UInt8], exercise: ExerciseID) throws(CallFailure) -> Bool
}

extension Student {
  /// Asks one by one, for students to whom the way is not long.
  public func replies(to requests: [[UInt8]], exercise: ExerciseID) -> [[UInt8]]? {
    try? requests.map { try reply(to: $0, exercise: exercise) }
  }

  /// Takes any fault for a stop.
  public func stops(at request: [UInt8], exercise: ExerciseID) throws(CallFailure) -> Bool {
    do throws(CallFailure) {
      _ = try reply(to: request, exercise: exercise)
      return false
    } catch {
      guard case .fault = error.kind else { throw error }
      return true
    }
  }

  /// Returns the values of the student's function at several arguments; nil if a call fails.
  package func call<Input, Result>(
    _ function: any Callable<Input, Result>, onEach inputs: [Input]
  ) -> [Result]? {
    let requests = inputs.map { function.request(for: $0) }
    guard let bytes = replies(to: requests, exercise: function.exercise), bytes.count == inputs.count else {
      return nil
    }
    return try? bytes.map { try function.result(from: $0) }
  }

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

/// A student who is asked each thing once: a search that computes with the student's parts asks the same ones thousands of
/// times.
final class RememberedStudent: Student {
  private let student: any Student
  private var known: [Question: Result<[UInt8], CallFailure>] = [:]

  private struct Question: Hashable {
    let exercise: ExerciseID
    let request: [UInt8]
  }

  init(_ student: any Student) { self.student = student }

  func reply(to request: [UInt8], exercise: ExerciseID) throws(CallFailure) -> [UInt8] {
    let question = Question(exercise: exercise, request: request)
    if let answer = known[question] { return try answer.get() }
    let answer = Result { () throws(CallFailure) in try student.reply(to: request, exercise: exercise) }
    known[question] = answer
    return try answer.get()
  }
}
