import Batteries
import Course
import CourseFiles
import CourseKit
import Engine
import Foundation
import Synchronization
import Vocabulary

/// A copy of the checkout in which tests play the student: they edit its lessons and run the real command.
///
/// The copy lies below `.build` and is kept between runs with what was built in it, so that only the first one builds
/// everything. The checkout's own `Lessons/*.swift` are never read
/// or written. One test at a time has the classroom.
struct Classroom: ~Copyable {
  let root: URL
  /// What the command has built, beside itself.
  var cache: URL { Self.cache }
  /// The command, which looks for the course around it.
  var command: URL { root.appending(path: "course-check") }

  /// The same whoever has the classroom: pages that tests make are built here, too.
  static let cache = checkout.appending(path: ".build/classroom/lesson-builds")

  /// The checkout that the tests belong to.
  static let checkout = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
  private static let turn = Mutex(())

  /// What the student's lessons are when a test begins.
  enum Beginning {
    /// A fresh clone.
    case stubs
    /// Every lesson is right, so that only what a test plants is wrong.
    case solved
  }

  /// Runs a test in the classroom.
  static func open(_ beginning: Beginning, _ test: (borrowing Classroom) throws -> Void) throws {
    try turn.withLock { _ in
      let classroom = try Classroom()
      // A run that was ended may have left something there, too.
      classroom.rememberBuilds()
      defer { classroom.rememberBuilds() }
      switch beginning {
      case .stubs: try classroom.resetLessons()
      case .solved: try classroom.solveAll()
      }
      try test(classroom)
    }
  }

  private init() throws {
    root = Self.checkout.appending(path: ".build/classroom")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for item in Self.course {
      try Self.synchronize(Self.checkout.appending(path: item), with: root.appending(path: item))
    }
    for made in [".course-check", "figures", "Notebooks", "playground.html"] {
      try? FileManager.default.removeItem(at: root.appending(path: made))
    }
    if !Self.isReady {
      try PlantedProgram.copy(BuiltProducts.folder().appending(path: "course-check"), to: command)
      Self.isReady = true
    }
  }

  /// Guarded by the turn.
  nonisolated(unsafe) private static var isReady = false

  /// Copies what differs and removes what is not in the source; equal files keep their time, so nothing is rebuilt.
  private static func synchronize(_ source: URL, with copy: URL) throws {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: source.path, isDirectory: &isFolder) else { return }
    if isFolder.boolValue {
      try manager.createDirectory(at: copy, withIntermediateDirectories: true)
      let wanted = Set(try manager.contentsOfDirectory(atPath: source.path))
      for name in try manager.contentsOfDirectory(atPath: copy.path) where !wanted.contains(name) {
        try manager.removeItem(at: copy.appending(path: name))
      }
      for name in wanted where !isStudentsFile(source.appending(path: name)) {
        try synchronize(source.appending(path: name), with: copy.appending(path: name))
      }
    } else if !manager.contentsEqual(atPath: source.path, andPath: copy.path) {
      try? manager.removeItem(at: copy)
      try manager.copyItem(at: source, to: copy)
    }
  }

  private static func isStudentsFile(_ file: URL) -> Bool {
    file.pathExtension == "swift" && file.path.hasPrefix(checkout.appending(path: "Lessons/").path)
  }

  // MARK: - The student's files

  func file(of lesson: Lesson) -> URL { root.appending(path: "Lessons/\(lesson.file)") }

  /// The reference solution of a lesson.
  func solution(of lesson: Lesson) throws -> String {
    try String(contentsOf: root.appending(path: "Solutions/\(lesson.file)"), encoding: .utf8)
  }

  /// Makes every lesson a fresh stub.
  func resetLessons() throws {
    for lesson in Course.neuralNetwork.lessons {
      try write(try Stubs.lesson(from: solution(of: lesson), file: lesson.file), to: lesson)
    }
  }

  /// Makes every lesson a copy of its solution.
  func solveAll() throws {
    for lesson in Course.neuralNetwork.lessons { try write(solution(of: lesson), to: lesson) }
  }

  /// Gives one exercise another body; the rest of the file stays.
  func plant(_ body: String, in exercise: ExerciseID) throws {
    guard let lesson = Course.neuralNetwork.lesson(of: exercise) else {
      throw ClassroomError("no exercise \(exercise)")
    }
    guard let planted = Bodies.replacing(exercise, in: try solution(of: lesson), with: body) else {
      throw ClassroomError("no markers of \(exercise)")
    }
    try write(planted, to: lesson)
  }

  /// Replaces a lesson's file; one that is the same already keeps its time.
  func write(_ text: String, to lesson: Lesson) throws {
    let file = file(of: lesson)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    if (try? String(contentsOf: file, encoding: .utf8)) != text {
      try Data(text.utf8).write(to: file, options: .atomic)
    }
  }

  /// What of the course belongs into a copy of it.
  private static let course = ["Package.swift", "Sources", "Solutions", "Tests", "Lessons", "Data"]

  /// Copies the course with the lessons as they are; what lies at that place goes.
  ///
  /// - Parameters:
  ///   - folder: where to.
  ///   - others: what is copied beside the course.
  func copy(to folder: URL, with others: [String] = []) throws {
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for item in Self.course + others {
      try FileManager.default.copyItem(at: root.appending(path: item), to: folder.appending(path: item))
    }
  }

  /// The entries of the command's cache: the names of modules and programs with their keys.
  ///
  /// Without those for a browser, which tests of the page make and use at the same time.
  var made: Set<String> { Self.entries(of: cache.appending(path: "made")) }

  /// Takes away all that the command has built for this computer, until the test is over.
  func forgetBuilds() { Self.move(from: cache.appending(path: "made"), to: forgotten) }

  /// Where builds lie that a test has forgotten.
  private var forgotten: URL { cache.appending(path: "forgotten") }

  /// Brings back what was forgotten, so that the next test need not build it again.
  private func rememberBuilds() {
    Self.move(from: forgotten, to: cache.appending(path: "made"))
    try? FileManager.default.removeItem(at: forgotten)
  }

  /// Moves a folder's entries into another folder; of two with the same name, which are the same, the one there stays.
  private static func move(from folder: URL, to place: URL) {
    let manager = FileManager.default
    try? manager.createDirectory(at: place, withIntermediateDirectories: true)
    for entry in entries(of: folder) {
      let source = folder.appending(path: entry)
      try? manager.moveItem(at: source, to: place.appending(path: entry))
      try? manager.removeItem(at: source)
    }
  }

  private static func entries(of folder: URL) -> Set<String> {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return Set(names.filter { !$0.hasPrefix("web-") && !$0.hasPrefix("page-kit-") })
  }

  /// Runs `course-check` with the words.
  func check(
    _ words: String..., environment: [String: String] = [:], limit seconds: Double = 120
  ) throws -> Command.Outcome {
    try Command(command.path, words, in: root, environment: environment).run(limit: seconds)
  }
}

/// Something that kept a test from being made ready.
struct ClassroomError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
