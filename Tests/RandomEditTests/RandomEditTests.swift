import Batteries
import Course
import Engine
import FixtureCourse
import Foundation
import Testing

/// Hundreds of versions of the exercises that nobody wrote: random edits of the solutions' own text.
///
/// What differs from the solution must fail a check, and what does not must pass them all. `Scripts/verify --seed N` makes
/// the same versions once more. `COURSE_BODIES` names a file of bodies to take instead, `COURSE_REPORTS` one into which
/// every wrong version is written with what is said of it.
@Suite("A version that nobody wrote", .enabled(if: Battery.isLong))
struct RandomEditTests {
  /// How many versions of each exercise are made: with fewer than all of some 28 exercises about 650.
  private static let countPerExercise = Battery.choice(little: 0, sample: 3, all: 28)
  /// The lessons whose exercises are changed; all of them are compiled.
  private static let lessons =
    WrittenBodies.chosen == nil
    ? Battery.some(of: Course.neuralNetwork.lessons, little: [], sampleCount: 5) : Course.neuralNetwork.lessons
  /// The seeds that were worked against: what is equal there is explained.
  private static let explainedSeeds: ClosedRange<UInt64> = 1...5

  @Test("fails a check if it differs from the solution, and passes all if it does not")
  func verdicts() throws {
    let start = ContinuousClock.now
    let solutions = try solutions()
    let toolchain = try Toolchain(named: "edited-lessons")
    for lesson in Course.neuralNetwork.lessons {
      let errors = try toolchain.compile(lesson, solutions[lesson.number] ?? "")
      try #require(errors.isEmpty, "\(errors.map(\.text))")
    }
    var census = Census()
    for lesson in Self.lessons {
      let edited =
        if let written = WrittenBodies.chosen {
          try EditedLesson(lesson, written.bodies, solutions: solutions, with: toolchain)
        } else {
          try EditedLesson(
            lesson, count: Self.countPerExercise, seed: Battery.seed, solutions: solutions, with: toolchain)
        }
      for version in edited.versions { try census.add(version, edited) }
    }
    if Self.explainedSeeds.contains(Battery.seed) { census.explainEqualVersions() }
    for line in census.explanations.lines { print(line) }
    print(
      "\(census.text), with seed \(Battery.seed) in \((ContinuousClock.now - start).formatted(.units(allowed: [.seconds])))"
    )
  }

  private func solutions() throws -> [Int: String] {
    var texts: [Int: String] = [:]
    for lesson in Course.neuralNetwork.lessons {
      let file = Toolchain.checkout.appending(path: "Solutions/\(lesson.file)")
      texts[lesson.number] = try String(contentsOf: file, encoding: .utf8)
    }
    return texts
  }
}

/// What became of the versions.
private struct Census {
  private var made = 0
  private var equal: [EditedLesson.EditedVersion] = []
  private var unnoticed = 0
  private var accused = 0
  /// How many of the wrong versions were explained.
  private(set) var explanations = ExplanationCensus()

  /// The file into which every wrong version is written with what is said of it, for people to read; none is usual.
  private static let reports = ProcessInfo.processInfo.environment["COURSE_REPORTS"].map { ReportFile(path: $0) }

  /// Judges a version, and holds it against the solution.
  mutating func add(_ version: EditedLesson.EditedVersion, _ lesson: EditedLesson) throws {
    let exercise = version.exercise
    let others = TestStudent.right(in: .neuralNetwork, stoppedBy: Obstacles())
    let code = EditedCode(number: version.number, of: exercise.id, host: lesson.host, others: others)
    let solution = EditedCode(number: -1, of: exercise.id, host: lesson.host, others: others)
    var bench = Bench(course: .neuralNetwork, student: code)
    let verdicts = exercise.checks.map { check in
      let verdict = bench.verdict(of: check)
      bench.note(verdict)
      return verdict
    }
    let passes = verdicts.allSatisfy(\.outcome.isPass)
    let difference = try Behaviour.difference(of: code, from: solution, on: exercise, seed: Battery.seed)
    made += 1
    switch (passes, difference) {
    case (true, nil): equal.append(version)
    case (false, _?):
      explanations.add(verdicts, exercise.id, isSingle: version.body.steps.count == 1)
      if let file = Self.reports {
        let text = verdicts.compactMap(\.finding).first.map { [$0.diagnosis ?? "-"] + $0.evidence } ?? ["waits"]
        try file.append("\(version)\n→ \(text.joined(separator: "\n  "))\n\n")
      }
    case (true, let difference?):
      unnoticed += 1
      Issue.record("passes all checks, although it \(difference)\n\(version)")
    case (false, nil):
      accused += 1
      Issue.record("fails a check, although it does what the solution does\n\(version)")
    }
  }

  /// Prints why each equal version is equal; one of a single edit that nobody has explained is an issue.
  func explainEqualVersions() {
    for version in equal {
      let reason = EqualReason.text(for: version.body, in: version.exercise.id)
      #expect(reason != nil, "Why does this change nothing? Tests/RandomEditTests/EqualReason.swift\n\(version)")
      print("equal: \(version.title): \(reason ?? "?")")
    }
  }

  var text: String {
    "Random edits: \(made) versions, \(equal.count) of them equal to the solution, \(unnoticed) pass although they differ, "
      + "\(accused) fail although they do not"
  }
}

/// A text file that grows.
private struct ReportFile {
  let path: String

  func append(_ text: String) throws {
    let before = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    try (before + text).write(toFile: path, atomically: true, encoding: .utf8)
  }
}

extension EditedLesson.EditedVersion: CustomStringConvertible {
  /// The exercise and the edits.
  var title: String { "\(exercise.title) · \(body.steps.joined(separator: " · "))" }

  var description: String { "\(title)\n\(body.text)" }
}
