import Course
import Engine
import FixtureCourse
import Foundation
import Processes
import Testing
import Vocabulary

@testable import CourseFiles

@Suite("Beginning again")
struct ResetTests {
  private let lesson = Course.fixture.lessons[1]
  private var file: String { "Lessons/\(lesson.file)" }

  private func reset(_ id: ExerciseID?, in checkout: SmallCheckout) throws -> LessonReset.Outcome {
    let exercise = lesson.exercises.first { $0.id == id }
    return try LessonReset(lesson: lesson.outline, exercise: exercise?.outline, root: checkout.root).run()
  }

  private func refusal(_ id: ExerciseID?, in checkout: SmallCheckout) throws -> Refusal {
    try #require(throws: Refusal.self) { try reset(id, in: checkout) }
  }

  /// The student's work: everything solved, and a helper beside the exercises.
  private func work() throws -> String {
    try SmallCheckout.solution(of: lesson) + "\n/// Mine.\nfunc helper() -> Double { 1 }\n"
  }

  @Test("with one exercise changes its lines and not a byte beside them", arguments: ["\n", "\r\n", "\r"])
  func oneExercise(ending: String) throws {
    let checkout = try SmallCheckout()
    let stub = try String(contentsOf: checkout.root.appending(path: file), encoding: .utf8)
    let hole = "  // TODO 2.10: write spread.\n  fatalError(\"TODO: 2.10 spread\")\n"
    #expect(stub.contains(hole))
    let work = "\u{FEFF}" + (try work()).replacing("\n  ", with: "\n\t")
    let parts = try #require(
      work.wholeMatch(
        of: /((?s).*)\/\/\/ 2.10  How far(?s).*?return means\n\t\/\/ END SOLUTION\n\}((?s).*)/))
    let region = try #require(stub.firstMatch(of: /\/\/\/ 2.10  How far(?s).*?\n\}/)).output
    let expected = (parts.1 + region + parts.2).replacing("\n", with: ending)
    try checkout.write(work.replacing("\n", with: ending), to: file)
    guard case .written(let backup?) = try reset("2.10", in: checkout) else {
      Issue.record("nothing was written")
      return
    }
    #expect(try checkout.bytes(of: file) == Data(expected.utf8))
    #expect(try checkout.bytes(of: backup) == Data(work.replacing("\n", with: ending).utf8))
  }

  @Test("resets each exercise of each lesson to just the stub", arguments: Course.neuralNetwork.lessons.map(\.number))
  func every(number: Int) throws {
    let lesson = Course.neuralNetwork.lessons[number - 1]
    let checkout = try SmallCheckout([lesson], from: SmallCheckout.checkout)
    let stub = try checkout.bytes(of: "Lessons/\(lesson.file)")
    try checkout.write(
      try SmallCheckout.solution(of: lesson, from: SmallCheckout.checkout), to: "Lessons/\(lesson.file)")
    for exercise in lesson.exercises {
      _ = try LessonReset(lesson: lesson.outline, exercise: exercise.outline, root: checkout.root).run()
    }
    #expect(try checkout.bytes(of: "Lessons/\(lesson.file)") == stub)
    #expect(checkout.backups.count == lesson.exercises.count)
  }

  @Test("with a lesson makes the whole file a stub, and its backup holds every byte")
  func wholeLesson() throws {
    let checkout = try SmallCheckout()
    let stub = try checkout.bytes(of: file)
    let work = Data(try work().utf8) + [0xFF, 0x00, 0x0D]
    try work.write(to: checkout.root.appending(path: file))
    guard case .written(let backup?) = try reset(nil, in: checkout) else {
      Issue.record("nothing was written")
      return
    }
    #expect(try checkout.bytes(of: file) == stub)
    #expect(try checkout.bytes(of: backup) == work)
  }

  @Test("with what is fresh writes nothing and makes no backup", arguments: ["\n", "\r\n"])
  func fresh(ending: String) throws {
    let checkout = try SmallCheckout()
    let stub = try String(contentsOf: checkout.root.appending(path: file), encoding: .utf8)
    try checkout.write(stub.replacing("\n", with: ending), to: file)
    let before = try checkout.bytes(of: file)
    for id in [nil, "2.1", "2.11"] as [ExerciseID?] { #expect(try reset(id, in: checkout) == .wasFresh) }
    #expect(try checkout.bytes(of: file) == before)
    #expect(checkout.backups == [])
  }

  @Test("with a lesson whose file is gone brings it back")
  func missing() throws {
    let checkout = try SmallCheckout()
    let stub = try checkout.bytes(of: file)
    try FileManager.default.removeItem(at: checkout.root.appending(path: "Lessons/Lesson2-Averages"))
    #expect(
      try refusal("2.10", in: checkout).sentence
        == "The file \(file) is missing. Get it back with: swift run course-check reset lesson2")
    #expect(try reset(nil, in: checkout) == .written(backup: nil))
    #expect(try checkout.bytes(of: file) == stub)
  }

  @Test("leaves the exercise alone when it cannot be told where it is")
  func lost() throws {
    let unpaired =
      "it cannot be seen where `func spread` at \(file):LINE ends: its braces do not pair. Fix them"
    let cases = [
      (
        "func spread(", "func spreads(",
        "there is no `func spread` in \(file) any more. Declare it again"
      ),
      ("  let count = Double(x.rows)\n", "  if true {\n", unpaired),
      ("  return means\n  // END SOLUTION\n}", "  return means\n} func beside() {}", unpaired),
      ("public func spread(", "let x = 1; public func spread(", unpaired),
    ]
    for (text, other, problem) in cases {
      let checkout = try SmallCheckout()
      let work = try work().replacing(text, with: other)
      #expect(work.contains(other))
      try checkout.write(work, to: file)
      let line =
        (work.split(separator: "\n", omittingEmptySubsequences: false)
          .firstIndex { $0.contains("func spread(") } ?? 0) + 1
      let before = try checkout.bytes(of: file)
      #expect(
        try refusal("2.10", in: checkout).sentence
          == "Exercise 2.10 cannot be reset alone, for \(problem.replacing("LINE", with: "\(line)")), or begin the whole lesson again: "
          + "swift run course-check reset lesson2")
      #expect(try checkout.bytes(of: file) == before)
      #expect(checkout.backups == [])
    }
  }

  @Test("takes the exercise and not a helper of the same name, wherever that stands")
  func namesake() throws {
    let checkout = try SmallCheckout()
    let lesson = Course.fixture.lessons[0]
    let helper = "/// One number.\nfunc doubled(_ x: Double) -> Double { 2 * x }\n\n"
    let solution = try SmallCheckout.solution(of: lesson)
    let start = try #require(solution.firstRange(of: "/// 1.1"))
    var work = solution
    work.insert(contentsOf: helper, at: start.lowerBound)
    try checkout.write(work, to: "Lessons/\(lesson.file)")
    _ = try LessonReset(lesson: lesson.outline, exercise: lesson.exercises[0].outline, root: checkout.root).run()
    let text = String(decoding: try checkout.bytes(of: "Lessons/\(lesson.file)"), as: UTF8.self)
    #expect(text.contains(helper))
    #expect(text.matches(of: /TODO: 1\.1 doubled/).count == 1)
    #expect(!text.contains("BEGIN SOLUTION 1.1 "))
  }

  @Test("changes nothing where no backup can be made")
  func noBackup() throws {
    let checkout = try SmallCheckout()
    try checkout.write(try work(), to: file)
    try checkout.write("in the way", to: ".course-check/backups")
    let before = try checkout.bytes(of: file)
    for id in [nil, "2.10"] as [ExerciseID?] {
      let refusal = try refusal(id, in: checkout)
      #expect(
        refusal.sentence.hasPrefix("No backup could be made below .course-check/backups, so nothing was changed: "))
      #expect(refusal.isFaultOfKit)
      #expect(try checkout.bytes(of: file) == before)
    }
  }

  @Test("does not follow a link, does not change a protected file, and takes no folder for one")
  func protectedFiles() throws {
    let checkout = try SmallCheckout()
    let place = checkout.root.appending(path: file)
    let elsewhere = checkout.root.appending(path: "Elsewhere.swift")
    try checkout.write(try work(), to: "Elsewhere.swift")
    let work = try checkout.bytes(of: "Elsewhere.swift")
    try FileManager.default.removeItem(at: place)
    try FileManager.default.createSymbolicLink(at: place, withDestinationURL: elsewhere)
    #expect(try refusal("2.10", in: checkout).sentence.hasPrefix("\(file) is a link to another place, where nothing"))
    #expect(try checkout.bytes(of: "Elsewhere.swift") == work)

    try FileManager.default.removeItem(at: place)
    try work.write(to: place)
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: place.path)
    #expect(
      try refusal(nil, in: checkout).sentence
        == "\(file) is write-protected. Allow changes with `chmod u+w \(file)` and run the same command again.")
    #expect(try checkout.bytes(of: file) == work)

    try FileManager.default.removeItem(at: place)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    #expect(try refusal(nil, in: checkout).sentence.hasPrefix("\(file) is no file. Take it away, then run:"))
    #expect(checkout.backups == [])
  }

  @Test("without the solutions takes the stubs that git knows, and says so where there are none")
  func withoutSolutions() throws {
    let checkout = try SmallCheckout()
    let stub = try checkout.bytes(of: file)
    try FileManager.default.removeItem(at: checkout.root.appending(path: "Solutions"))
    #expect(
      try refusal(nil, in: checkout).sentence
        == "There is no fresh version of \(file): the folder Solutions/ has none, and git knows none. "
        + "Take the file from a new copy of the course.")
    let git = try #require(Program.path(of: "git"))
    let folder = checkout.root.path
    for words in [["init", "-q"], ["add", "."], ["commit", "-qm", "The course"]] {
      try run(git, ["-C", folder, "-c", "user.name=A", "-c", "user.email=a@example.org"] + words)
    }
    try checkout.write(try work(), to: file)
    try run(git, ["-C", folder, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qam", "My work"])
    _ = try reset(nil, in: checkout)
    #expect(try checkout.bytes(of: file) == stub)
  }

  private func run(_ program: String, _ words: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = words
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("keeps the file's permissions")
  func permissions() throws {
    let checkout = try SmallCheckout()
    try checkout.write(try work(), to: file)
    let path = checkout.root.appending(path: file).path
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    _ = try reset("2.10", in: checkout)
    let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
    #expect(permissions?.intValue == 0o640)
  }
}
