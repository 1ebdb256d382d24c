import Contract
import Foundation
import Judge

/// The student's code, reached through the hosts of its lessons.
///
/// A host is built and started when its first call comes, and started again after a call that ended it.
final class StudentCode: Student {
  private let checkout: Checkout
  private let build: (Lesson) -> Result<String, BuildFailure>
  private var connections: [Int: HostConnection] = [:]
  private var builds: [Int: Result<String, BuildFailure>] = [:]
  /// The functions that stopped or hung once, which are not called again.
  private var faults: Set<String> = []
  private var hasHung = false
  /// What the code printed during calls, by lesson.
  private(set) var prints: [Int: PrintedText] = [:]

  /// Creates the student's side of an examination.
  ///
  /// - Parameters:
  ///   - checkout: where the code lies.
  ///   - build: builds the host of a lesson and returns its path.
  init(_ checkout: Checkout, build: @escaping (Lesson) -> Result<String, BuildFailure>) {
    self.checkout = checkout
    self.build = build
  }

  /// Builds a lesson's host, if that has not been done yet.
  @discardableResult
  func prepare(_ lesson: Lesson) -> Result<String, BuildFailure> {
    if let known = builds[lesson.number] { return known }
    let result = build(lesson)
    builds[lesson.number] = result
    return result
  }

  /// Ends every host.
  func close() {
    for number in connections.keys.sorted() { disconnect(number) }
  }

  func reply(to request: [UInt8], exercise: String) throws(CallFailure) -> [UInt8] {
    guard let lesson = Course.lesson(of: exercise) else {
      throw CallFailure(.unavailable, "there is no lesson with an exercise \(exercise)")
    }
    if faults.contains(exercise) {
      throw CallFailure(.repeatedFault, "\(Course.name(of: exercise)) stopped before and is not called again")
    }
    let answer = try connection(to: lesson).call(request, limit: hasHung ? 2 : 5)
    if case .reply(let bytes) = answer { return bytes }
    disconnect(lesson.number)
    let failure = CallFailure(answer, of: exercise, in: lesson, checkout)
    if case .hung = answer { hasHung = true }
    if case .fault = failure.kind { faults.insert(exercise) }
    throw failure
  }

  private func connection(to lesson: Lesson) throws(CallFailure) -> HostConnection {
    if let open = connections[lesson.number] { return open }
    switch prepare(lesson) {
    case .failure:
      throw CallFailure(.unavailable, "lesson \(lesson.number) does not compile")
    case .success(let executable):
      guard let connection = try? HostConnection(executable: executable) else {
        throw CallFailure(.unavailable, "the host of lesson \(lesson.number) could not be started")
      }
      connections[lesson.number] = connection
      return connection
    }
  }

  private func disconnect(_ number: Int) {
    guard let connection = connections.removeValue(forKey: number) else { return }
    connection.close()
    let report = CrashReport(connection.output.text, in: checkout)
    prints[number, default: PrintedText()].append(report.printed, byteCount: connection.output.byteCount)
  }
}

/// What a lesson's code printed, at a size that a person can read.
struct PrintedText {
  private static let shownLines = 6
  private static let shownCharacters = 400
  private(set) var lines: [String] = []
  private(set) var byteCount = 0

  mutating func append(_ text: String, byteCount count: Int) {
    guard !text.allSatisfy(\.isWhitespace) else { return }
    byteCount += max(count, text.utf8.count)
    let room = PrintedText.shownLines - lines.count
    lines += text.split(separator: "\n").prefix(max(room, 0)).map { String($0.prefix(PrintedText.shownCharacters)) }
  }
}
