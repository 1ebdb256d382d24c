import Engine
import Foundation
import Vocabulary
import Wire

@testable import Running

/// A student whose one exercise is answered by a version of an edited lesson, the lesson's others by its solution, and
/// all other lessons by someone else.
///
/// The version runs in a process of its own, as a student's code does.
final class EditedCode: Student {
  /// The variable of the environment that chooses the version.
  static let variable = "COURSE_EDIT"
  /// Nothing that a check asks for takes longer.
  private static let patienceInSeconds = 3

  private let host: String
  private let exercise: ExerciseID
  private let number: Int
  private let others: any Student
  private var connection: HostConnection?

  /// Takes a version.
  ///
  /// - Parameters:
  ///   - number: that of the version; −1 for the solution.
  ///   - exercise: the exercise that it answers.
  ///   - host: the program of the edited lesson.
  ///   - others: whoever answers the other exercises.
  init(number: Int, of exercise: ExerciseID, host: String, others: any Student) {
    self.number = number
    self.exercise = exercise
    self.host = host
    self.others = others
  }

  deinit { connection?.close() }

  func reply(to request: [UInt8], exercise id: ExerciseID) throws(CallFailure) -> [UInt8] {
    // What the exercise calls of its own lesson, it calls in the host's program: what draws at random draws the same there.
    if id.lesson != exercise.lesson { return try others.reply(to: request, exercise: id) }
    var environment = ProcessInfo.processInfo.environment
    environment[Self.variable] = "\(number)"
    // Where it stops is of no interest, and to find that out takes time.
    environment["SWIFT_BACKTRACE"] = "enable=no"
    guard let open = try? connection ?? HostConnection(executable: host, Launch(environment: environment)) else {
      throw CallFailure(.unavailable, "the host of \(id) could not be started")
    }
    connection = open
    if case .reply(let bytes) = open.call(request, limit: Self.patienceInSeconds) { return bytes }
    open.close()
    connection = nil
    throw CallFailure(.fault, "\(id) stopped")
  }
}
