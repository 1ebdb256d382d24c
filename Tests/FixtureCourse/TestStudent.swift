import Engine
import Vocabulary
import Wire

/// A student of a course whose functions are closures in this process: what the judge sees are bytes, as from a real
/// host.
///
/// As in course-check, a function that has stopped once is not called again.
package final class TestStudent: Student {
  /// The course whose functions the student writes.
  package let course: Course
  let obstacles: Obstacles
  private var answers: [ExerciseID: (inout FrameReader) throws -> [UInt8]] = [:]
  private var depth = 0
  private var stopped: [ExerciseID: CallFailure] = [:]
  /// What the judge itself has asked for, in order; calls from one of the student's functions to another not included.
  package private(set) var requests: [(exercise: ExerciseID, bytes: [UInt8])] = []

  /// The exercises that were changed since the student had everything right.
  package private(set) var changed: Set<ExerciseID> = []

  /// Creates a student who has written nothing.
  package init(of course: Course, stoppedBy obstacles: Obstacles = Obstacles()) {
    self.course = course
    self.obstacles = obstacles
  }

  /// Takes what the student answers by now for right.
  package func isRight() { changed = [] }

  /// Answers calls of `function` with `body`, from now on.
  package func answer<Result, each Argument>(
    _ function: LessonFunction<Result, repeat each Argument>,
    with body: @escaping (repeat each Argument) throws -> Result
  ) {
    answer(function as any Callable<(repeat each Argument), Result>) { input in try body(repeat each input) }
  }

  /// Answers calls of `function`, whose arguments are one value, with `body`, from now on.
  package func answer<Input, Result: Transferable>(
    _ function: any Callable<Input, Result>, with body: @escaping (Input) throws -> Result
  ) {
    changed.insert(function.exercise)
    answers[function.exercise] = { reader in
      var reply = FrameWriter()
      reply.write(try body(function.input(from: &reader)))
      return reply.bytes
    }
  }

  /// Lets every call of an exercise fail, from now on.
  package func fail(_ exercise: ExerciseID, with failure: CallFailure) {
    changed.insert(exercise)
    answers[exercise] = { _ in throw failure }
  }

  /// Lets every call of an exercise stop at its TODO, from now on.
  package func stopAtTODO(of exercise: ExerciseID, at location: SourceLocation? = nil) {
    fail(exercise, with: CallFailure(.notStarted(exercise: exercise), "TODO: \(exercise)", at: location))
  }

  /// Changes what the student answers to calls of `function` so far.
  package func revise<Input, Result: Transferable>(
    _ function: any Callable<Input, Result>, _ change: @escaping (inout Result) -> Void
  ) {
    guard let before = answers[function.exercise] else { return }
    changed.insert(function.exercise)
    answers[function.exercise] = { reader in
      var result = try function.result(from: try before(&reader))
      change(&result)
      var reply = FrameWriter()
      reply.write(result)
      return reply.bytes
    }
  }

  /// Changes what the student's function is given, so far as it goes on as before; each argument keeps its type.
  package func reviseArguments<Result, each Argument: Transferable>(
    of function: LessonFunction<Result, repeat each Argument>, _ change: @escaping (inout [any Transferable]) -> Void
  ) {
    guard let before = answers[function.exercise] else { return }
    changed.insert(function.exercise)
    answers[function.exercise] = { reader in
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
  package func restart() { stopped = [:] }

  package func reply(to request: [UInt8], exercise: ExerciseID) throws(CallFailure) -> [UInt8] {
    // Below that are calls from one of the student's functions to another.
    guard depth == 0 else { return try run(request) }
    requests.append((exercise, request))
    if let before = stopped[exercise] {
      throw CallFailure(
        .repeatedFault,
        "\(course.name(of: exercise)) is not run again, because of what happened: \(before.sentence)")
    }
    do throws(CallFailure) {
      return try run(request)
    } catch {
      if case .fault = error.kind { stopped[exercise] = error }
      throw error
    }
  }

  package func replies(to requests: [[UInt8]], exercise: ExerciseID) -> [[UInt8]]? {
    let before = stopped
    if let answers = try? requests.map({ try reply(to: $0, exercise: exercise) }) { return answers }
    // As in course-check: what stopped among many calls is found out by asking one by one.
    stopped = before
    return nil
  }

  package func stops(at request: [UInt8], exercise: ExerciseID) throws(CallFailure) -> Bool {
    let before = stopped
    defer { stopped = before }
    do throws(CallFailure) {
      _ = try reply(to: request, exercise: exercise)
      return false
    } catch {
      guard case .fault = error.kind else { throw error }
      return true
    }
  }

  private func run(_ request: [UInt8]) throws(CallFailure) -> [UInt8] {
    depth += 1
    defer { depth -= 1 }
    var reader = FrameReader(request)
    do {
      let exercise = try ExerciseID(from: &reader)
      guard let answer = answers[exercise] else { throw CallFailure(.unavailable, "There is no \(exercise).") }
      return try answer(&reader)
    } catch let failure as CallFailure {
      throw failure
    } catch {
      throw CallFailure(.fault, "stopped: \(error)")
    }
  }
}

extension Callable {
  /// Returns the arguments that a request for this function holds.
  package func arguments(of request: [UInt8]) throws -> Input {
    var reader = FrameReader(request)
    _ = try ExerciseID(from: &reader)
    return try input(from: &reader)
  }
}
