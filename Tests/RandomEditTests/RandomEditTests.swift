import Authoring
import Course
import CourseKit
import Engine
import FixtureCourse
import Foundation
import Testing
import Vocabulary

@Suite("A version that nobody wrote", .serialized)
struct RandomEditTests {
  private static let seed = ProcessInfo.processInfo.environment["COURSE_SEED"].flatMap(UInt64.init) ?? 1
  private static let count = ProcessInfo.processInfo.environment["COURSE_EDITS"].flatMap(Int.init) ?? 24

  @Test("fails a check if it differs from the solution, and passes all if it does not")
  func verdicts() throws {
    let start = ContinuousClock.now
    let toolchain = try Toolchain()
    var solutions: [Int: String] = [:]
    for lesson in Course.neuralNetwork.lessons {
      let file = Toolchain.checkout.appending(path: "Solutions/\(lesson.file)")
      let text = try String(contentsOf: file, encoding: .utf8)
      solutions[lesson.number] = text
      let errors = try toolchain.compile(lesson, text)
      #expect(errors.isEmpty)
    }
    var census = Census()
    for lesson in Course.neuralNetwork.lessons {
      let edited = try EditedLesson(lesson, count: Self.count, seed: Self.seed, solutions: solutions, with: toolchain)
      print("lesson \(lesson.number): \(edited.versions.count) \(ContinuousClock.now - start)")
      for version in edited.versions {
        let verdict = try judge(version, in: edited)
        census.count(version, verdict)
      }
      print("lesson \(lesson.number): \(ContinuousClock.now - start)")
    }
    print(census.text(seed: Self.seed, duration: ContinuousClock.now - start))
  }

  private func judge(_ version: EditedLesson.EditedVersion, in lesson: EditedLesson) throws -> Census.Verdict {
    let others = TestStudent.right(in: .neuralNetwork, stoppedBy: Obstacles())
    let exercise = version.exercise
    let code = EditedCode(number: version.number, of: exercise.id, host: lesson.host, others: others)
    let solution = EditedCode(number: -1, of: exercise.id, host: lesson.host, others: others)
    let bench = Bench(course: .neuralNetwork, student: code)
    let passes = exercise.checks.allSatisfy { bench.verdict(of: $0).outcome.isPass }
    let difference = try Behaviour.difference(of: code, from: solution, on: exercise, seed: Self.seed)
    return Census.Verdict(passes: passes, difference: difference)
  }
}

struct Census {
  struct Verdict {
    let passes: Bool
    let difference: String?
  }
  var made = 0
  var equal: [String] = []
  var unnoticed: [String] = []
  var accused: [String] = []

  mutating func count(_ version: EditedLesson.EditedVersion, _ verdict: Verdict) {
    made += 1
    let name = "\(version.exercise.title) · \(version.body.steps.joined(separator: " · "))"
    switch (verdict.passes, verdict.difference) {
    case (true, nil): equal.append(name)
    case (true, let difference?): unnoticed.append(name + "\n   " + difference.prefix(600))
    case (false, nil): accused.append(name)
    case (false, _?): break
    }
  }

  func text(seed: UInt64, duration: Duration) -> String {
    """
    EQUAL
    \(equal.joined(separator: "\n"))
    ACCUSED
    \(accused.joined(separator: "\n"))
    UNNOTICED
    \(unnoticed.joined(separator: "\n"))
    Random edits with seed \(seed): \(made) versions, \(equal.count) equal, \(unnoticed.count) unnoticed, \(accused.count) accused, \(duration)
    """
  }
}
