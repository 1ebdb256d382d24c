import Contract

@testable import Judge

/// A student whose functions are closures in this process: what the judge sees are bytes, as from a real host.
///
/// As in course-check, a function that has stopped once is not called again.
final class TestStudent: Student {
  private var answers: [String: (inout FrameReader) throws -> [UInt8]] = [:]
  private var depth = 0
  private var stopped: Set<String> = []
  /// What the judge itself has asked for, in order; calls from one of the student's functions to another not included.
  private(set) var requests: [(exercise: String, bytes: [UInt8])] = []

  /// The exercises that were changed since the student had everything right.
  private(set) var changed: Set<String> = []

  /// Takes what the student answers by now for right.
  func isRight() { changed = [] }

  /// Answers calls of `function` with `body`, from now on.
  func answer<Result, each Argument>(
    _ function: LessonFunction<Result, repeat each Argument>,
    with body: @escaping (repeat each Argument) throws -> Result
  ) {
    changed.insert(function.exercise)
    answers[function.name] = { reader in
      let arguments = (repeat try (each Argument)(from: &reader))
      try reader.expectEnd()
      var reply = FrameWriter()
      reply.write(try body(repeat each arguments))
      return reply.bytes
    }
  }

  /// Changes what the student answers to calls of `function` so far.
  func revise<Result, each Argument>(
    _ function: LessonFunction<Result, repeat each Argument>, _ change: @escaping (inout Result) -> Void
  ) {
    guard let before = answers[function.name] else { return }
    changed.insert(function.exercise)
    answers[function.name] = { reader in
      var result = try function.result(from: try before(&reader))
      change(&result)
      var reply = FrameWriter()
      reply.write(result)
      return reply.bytes
    }
  }

  /// Changes what the student's function is given, so far as it goes on as before; each argument keeps its type.
  func reviseArguments<Result, each Argument: Transferable>(
    of function: LessonFunction<Result, repeat each Argument>, _ change: @escaping (inout [any Transferable]) -> Void
  ) {
    guard let before = answers[function.name] else { return }
    changed.insert(function.exercise)
    answers[function.name] = { reader in
      var values: [any Transferable] = []
      repeat values.append(try (each Argument)(from: &reader))
      change(&values)
      var frame = FrameWriter()
      for value in values { value.write(to: &frame) }
      var changed = FrameReader(frame.bytes)
      return try before(&changed)
    }
  }

  /// Lets functions that have stopped be called again.
  func restart() { stopped = [] }

  func reply(to request: [UInt8], exercise: String) throws(CallFailure) -> [UInt8] {
    // Below that are calls from one of the student's functions to another.
    guard depth == 0 else { return try run(request) }
    requests.append((exercise, request))
    if stopped.contains(exercise) {
      throw CallFailure(.repeatedFault, "\(Course.name(of: exercise)) stopped before and is not called again")
    }
    do throws(CallFailure) {
      return try run(request)
    } catch {
      if case .fault = error.kind { stopped.insert(exercise) }
      throw error
    }
  }

  private func run(_ request: [UInt8]) throws(CallFailure) -> [UInt8] {
    depth += 1
    defer { depth -= 1 }
    var reader = FrameReader(request)
    do {
      let name = try String(from: &reader)
      guard let answer = answers[name] else { throw CallFailure(.unavailable, "There is no \(name).") }
      return try answer(&reader)
    } catch let failure as CallFailure {
      throw failure
    } catch {
      throw CallFailure(.fault, "stopped: \(error)")
    }
  }
}

extension LessonFunction {
  /// Returns the arguments that a request for this function holds.
  func arguments(of request: [UInt8]) throws -> (repeat each Argument) {
    var reader = FrameReader(request)
    _ = try String(from: &reader)
    return (repeat try (each Argument)(from: &reader))
  }
}
