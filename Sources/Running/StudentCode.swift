import Building
import CourseFiles
import Engine
import Foundation
import Vocabulary
import Wire

/// The student's code, reached through the hosts of its lessons.
///
/// A host is built and started when its first call comes, and started again after a call that ended it.
final class StudentCode: Student {
  private let checkout: Checkout
  private let build: (LessonOutline) -> Result<BuiltProgram, BuildFailure>
  private var connections: [Int: HostConnection] = [:]
  private var builds: [Int: Result<BuiltProgram, BuildFailure>] = [:]
  /// What became of the functions that stopped or hung once; they are not called again.
  private var faults: [ExerciseID: CallFailure] = [:]
  /// What became of functions that hung when they were asked for several answers at once; the next call tells it.
  private var unsaid: [ExerciseID: CallFailure] = [:]
  private var hangs = 0
  private var kitFailure: BuildFailure?
  /// What the code printed during calls, by lesson.
  private(set) var prints: [Int: PrintedText] = [:]

  /// Creates the student's side of an examination.
  ///
  /// - Parameters:
  ///   - checkout: where the code lies.
  ///   - build: builds the host of a lesson.
  init(_ checkout: Checkout, build: @escaping (LessonOutline) -> Result<BuiltProgram, BuildFailure>) {
    self.checkout = checkout
    self.build = build
  }

  /// Builds a lesson's host, if that has not been done yet.
  @discardableResult
  func prepare(_ lesson: LessonOutline) -> Result<BuiltProgram, BuildFailure> {
    if let known = builds[lesson.number] { return known }
    let result = build(lesson)
    builds[lesson.number] = result
    return result
  }

  /// Builds and starts a lesson's host, without calling anything; returns why that cannot be done.
  func obstacle(to lesson: LessonOutline) -> BuildFailure? {
    if case .failure(let failure) = prepare(lesson) { return failure }
    _ = try? connection(to: lesson)
    close()
    return takeKitFailure()
  }

  /// Why the host of some lesson could not be built or started since this was last asked, if that is no fault of the
  /// student's: then there is no verdict.
  func takeKitFailure() -> BuildFailure? {
    defer { kitFailure = nil }
    return kitFailure
  }

  /// The programs that answered, by their lessons' numbers.
  var programs: [Int: BuiltProgram] { builds.compactMapValues { try? $0.get() } }

  /// What the compiler warns of in a lesson's own file.
  func warnings(in lesson: LessonOutline) -> [CompilerMessage] {
    guard case .success(let program) = builds[lesson.number] else { return [] }
    return program.warnings.filter { $0.file == checkout.file(of: lesson) }
  }

  /// Ends every host.
  func close() {
    for number in connections.keys.sorted() { disconnect(number) }
  }

  func reply(to request: [UInt8], exercise id: ExerciseID) throws(CallFailure) -> [UInt8] {
    guard let (exercise, lesson) = exercise(id) else {
      throw CallFailure(.unavailable, "there is no exercise \(id)")
    }
    if let failure = unsaid.removeValue(forKey: id) { throw failure }
    if let fault = faults[id] { throw fault }
    let connection = try connection(to: lesson)
    let answer = connection.call(request, limit: patience)
    if case .reply(let bytes) = answer { return bytes }
    throw failure(answer, of: exercise, in: lesson)
  }

  /// Takes down how a call ended without a reply; unless it is not started, the function is not called again.
  private func failure(_ answer: HostConnection.Answer, of exercise: ExerciseOutline, in lesson: LessonOutline)
    -> CallFailure
  {
    let report = disconnect(lesson.number) ?? CrashReport("", in: checkout)
    if case .stopped(.time) = answer { hangs += 1 }
    let failure = CallFailure(answer, report, of: exercise, in: lesson, checkout)
    guard case .fault = failure.kind else { return failure }
    if let culprit = culprit(report, in: exercise, of: lesson) {
      let waiting = CallFailure(.repeatedFault, "\(culprit.title) fails")
      faults[exercise.id] = waiting
      return waiting
    }
    let place = (failure.caller ?? failure.location).map { " at \($0)" } ?? ""
    faults[exercise.id] = CallFailure(
      .repeatedFault, "\(exercise.title) is not run again, because of what happened\(place): \(failure.sentence)")
    return failure
  }

  func replies(to requests: [[UInt8]], exercise id: ExerciseID) -> [[UInt8]]? {
    guard let (exercise, lesson) = exercise(id), faults[id] == nil, let connection = try? connection(to: lesson)
    else { return nil }
    let answer = connection.call(RequestBatch.message(requests), limit: patience)
    if case .reply(let bytes) = answer { return try? RequestBatch.replies(in: bytes) }
    if case .stopped(.time) = answer {
      // After the first time-out it is asked nothing more.
      unsaid[id] = failure(answer, of: exercise, in: lesson)
      return nil
    }
    // What it printed and where it stopped is told when the calls are made again, one by one.
    connections.removeValue(forKey: lesson.number)?.close()
    return nil
  }

  func stops(at request: [UInt8], exercise id: ExerciseID) throws(CallFailure) -> Bool {
    // It is right to stop here, and no reason not to call it again.
    let before = faults[id]
    defer { faults[id] = before }
    do throws(CallFailure) {
      _ = try reply(to: request, exercise: id)
      return false
    } catch {
      guard case .fault = error.kind else { throw error }
      return true
    }
  }

  /// An exercise and its lesson; nil if there is none of that number.
  private func exercise(_ id: ExerciseID) -> (ExerciseOutline, LessonOutline)? {
    guard let exercise = checkout.lessons.exercise(id) else { return nil }
    return (exercise, checkout.lessons[id.lesson - 1])
  }

  /// How many seconds a call may take: less and less, so that a check ends soon even if every function hangs.
  private var patience: Int {
    switch hangs {
    case 0: 5
    case 1, 2: 2
    default: 1
    }
  }

  /// The other exercise in which a call stopped, if that one is known to stop.
  private func culprit(_ report: CrashReport, in exercise: ExerciseOutline, of lesson: LessonOutline)
    -> ExerciseOutline?
  {
    let others = checkout.lessons.flatMap(\.exercises)
      .filter { faults[$0.id] != nil && $0.id != exercise.id }
    let inside = report.frames.prefix { !$0.isOf(exercise.name) }
    if let running = others.first(where: { other in inside.contains { $0.isOf(other.name) } }) { return running }
    // The C library's functions break the backtrace: then the text says whether a function that stops is called.
    let source = LessonSource(lesson, in: checkout)
    return others.first { source.calls($0.name, in: exercise.name, at: report.frames.first?.location) }
  }

  private func connection(to lesson: LessonOutline) throws(CallFailure) -> HostConnection {
    if let open = connections[lesson.number] { return open }
    switch prepare(lesson) {
    case .failure(let failure):
      if failure.kind == .kit { kitFailure = failure }
      throw CallFailure(.unavailable, "lesson \(lesson.number) does not compile")
    case .success(let program):
      guard let connection = try? HostConnection(executable: program.executable) else {
        kitFailure = BuildFailure(
          kind: .kit,
          sentence: "The host of lesson \(lesson.number) could not be started (\(program.executable)). "
            + "Run `swift package clean` and try again.")
        throw CallFailure(.unavailable, "the host of lesson \(lesson.number) could not be started")
      }
      connections[lesson.number] = connection
      return connection
    }
  }

  /// Ends a lesson's host and returns what its last words say.
  @discardableResult
  private func disconnect(_ number: Int) -> CrashReport? {
    guard let connection = connections.removeValue(forKey: number) else { return nil }
    connection.close()
    let output = connection.output
    let report = CrashReport(output.text, in: checkout)
    prints[number, default: PrintedText()]
      .append(report.printed, byteCount: output.isWhole ? report.printed.utf8.count : output.byteCount)
    return report
  }
}

/// What a lesson's code printed, at a size that a person can read.
package struct PrintedText {
  private static let shownLines = 6
  private static let shownCharacters = 400
  package private(set) var lines: [String] = []
  package private(set) var byteCount = 0

  package init() {}

  package mutating func append(_ text: String, byteCount count: Int) {
    guard !text.allSatisfy(\.isWhitespace) else { return }
    byteCount += count
    let room = PrintedText.shownLines - lines.count
    lines += text.split(separator: "\n").prefix(max(room, 0)).map { line in
      line.count > PrintedText.shownCharacters ? line.prefix(PrintedText.shownCharacters) + "…" : String(line)
    }
  }
}
