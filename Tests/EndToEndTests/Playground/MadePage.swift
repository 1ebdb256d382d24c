import Course
import CourseFiles
import Engine
import Foundation
import LabKit
import Synchronization
import Testing
import Vocabulary

@testable import Building
@testable import course_check

/// A playground made from the solutions, or from solutions in which something was planted.
///
/// It is made as the command makes it, but for the checks: what the page is told of an exercise is what the test says.
struct MadePage {
  let file: URL
  /// The compiled lessons.
  let lessons: Data
  /// The compiled kit.
  let kit: Data
  private static let turn = Mutex<[String: MadePage]>([:])

  /// The page of the solutions as they are.
  static func solutions() throws -> MadePage { try planting([:], named: "solutions") }

  /// The page of solutions in which some exercises have other bodies.
  ///
  /// - Parameters:
  ///   - bodies: the bodies by exercise.
  ///   - name: names the folder in which it is compiled; what has not changed there is not compiled again.
  ///   - isOpen: whether the page is told that these exercises are not written yet, and not that they are wrong.
  ///   - isNew: whether it is made even if there is a page of that name.
  static func planting(
    _ bodies: [ExerciseID: String], named name: String, isOpen: Bool = false, isNew: Bool = false
  ) throws -> MadePage {
    try turn.withLock { made in
      if !isNew, let page = made[name] { return page }
      let root = Classroom.checkout.appending(path: ".build/playgrounds/\(name)")
      try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
      let sources = root.appending(path: "Sources")
      try? FileManager.default.removeItem(at: sources)
      try FileManager.default.createSymbolicLink(
        at: sources, withDestinationURL: Classroom.checkout.appending(path: "Sources"))
      for lesson in Course.neuralNetwork.lessons { try write(lesson, bodies, to: root) }
      let checkout = Checkout(root: root, tree: .solutions, lessons: Course.neuralNetwork.outline)
      // All pages share what is not planted, with one another and with those that the command makes.
      let builder = Builder(checkout, in: Classroom.cache)
      let kit = try Data(contentsOf: URL(filePath: builder.build(.pageKit).get().executable))
      let built = try builder.build(.playground(of: checkout.lessons)).get()
      let lessons = try Data(contentsOf: URL(filePath: built.executable))
      var course = PlaygroundCourse(checkout, [:])
      course.mark { exercise in bodies[exercise] == nil ? .right : isOpen ? .open : .wrong }
      let page = MadePage(file: root.appending(path: "playground.html"), lessons: lessons, kit: kit)
      try Data(
        PlaygroundPage(of: checkout).text(
          course: course, lessons: lessons, kit: kit, digits: DigitsFile.contents(in: Classroom.checkout.path)
        ).utf8
      ).write(to: page.file)
      made[name] = page
      return page
    }
  }

  private static func write(_ lesson: Lesson, _ bodies: [ExerciseID: String], to root: URL) throws {
    var text = try String(contentsOf: Classroom.checkout.appending(path: "Solutions/\(lesson.file)"), encoding: .utf8)
    for (exercise, body) in bodies {
      if let planted = Bodies.replacing(exercise, in: text, with: body) { text = planted }
    }
    let file = root.appending(path: "Solutions/\(lesson.file)")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    if (try? String(contentsOf: file, encoding: .utf8)) != text { try Data(text.utf8).write(to: file) }
  }
}

extension PlaygroundCourse {
  /// Says how exercises stand.
  fileprivate mutating func mark(_ state: (ExerciseID) -> State) {
    lessons = lessons.map { lesson in
      var lesson = lesson
      lesson.exercises = lesson.exercises.map { exercise in
        var exercise = exercise
        exercise.state = state(exercise.id)
        exercise.report = exercise.state == .right ? "" : "value: what the page is told in this test"
        return exercise
      }
      return lesson
    }
  }
}
