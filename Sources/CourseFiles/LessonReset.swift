import Foundation
import Processes
import Vocabulary

/// Makes a lesson, or one exercise of it, a stub again, and keeps the file that was there.
package struct LessonReset {
  let lesson: LessonOutline
  /// The one exercise; nil for the whole file.
  let exercise: ExerciseOutline?
  let root: URL

  package init(lesson: LessonOutline, exercise: ExerciseOutline?, root: URL) {
    self.lesson = lesson
    self.exercise = exercise
    self.root = root
  }

  /// The lesson's file, relative to the checkout.
  package var file: String { "Lessons/\(lesson.file)" }

  /// What was done.
  package enum Outcome: Equatable {
    /// Nothing: what was asked for is a stub already.
    case wasFresh
    /// The file was written; the one that was there before, if there was one, is now the backup.
    case written(backup: String?)
  }

  /// Does the work, whole or not at all.
  ///
  /// - Throws: `Refusal`, and then the file is as it was.
  package func run() throws(Refusal) -> Outcome {
    let fresh = LessonText(Data(try FreshLesson(of: lesson, in: root).text.utf8))
    guard let present = try presentBytes() else {
      try write(fresh.data)
      return .written(backup: nil)
    }
    let old = LessonText(present)
    let new = try reset(old, to: fresh)
    if new.saysTheSame(as: old) { return .wasFresh }
    let backup = try backup(of: present)
    try write(new.data, after: backup)
    return .written(backup: backup)
  }

  /// What the file holds; nil if there is none and none is needed.
  private func presentBytes() throws(Refusal) -> Data? {
    let place = root.appending(path: file)
    // This looks at a link itself and not at what it leads to.
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: place.path) else {
      if exercise == nil { return nil }
      let command = "swift run course-check reset lesson\(lesson.number)"
      throw Refusal("The file \(file) is missing. " + Backup.wayBack(to: file, in: root, "Get it back with", command))
    }
    switch attributes[.type] as? FileAttributeType {
    case .typeRegular: break
    case .typeSymbolicLink:
      throw Refusal(
        "\(file) is a link to another place, where nothing may be replaced. Put the file itself here, then run the same "
          + "command again.")
    default:
      throw Refusal("\(file) is no file. Take it away, then run: swift run course-check reset lesson\(lesson.number)")
    }
    guard !LessonFiles.isWriteProtected(place) else {
      throw Refusal(
        "\(file) is write-protected. Allow changes with `chmod u+w \(file)` and run the same command again.")
    }
    guard let bytes = try? Data(contentsOf: place) else {
      throw Refusal("\(file) cannot be read. Look at its permissions: ls -l \(file)")
    }
    return bytes
  }

  private func reset(_ old: LessonText, to fresh: LessonText) throws(Refusal) -> LessonText {
    guard let exercise else { return fresh }
    if let new = old.taking(exercise, in: lesson, from: fresh) { return new }
    let place = LessonSource(old.texts, file: file, of: lesson).declaration(of: exercise.name)
    let problem =
      place.map { "it cannot be seen where `func \(exercise.name)` at \($0) ends: its braces do not pair. Fix them" }
      ?? "there is no `func \(exercise.name)` in \(file) any more. Declare it again"
    throw Refusal(
      "Exercise \(exercise.id) cannot be reset alone, for \(problem), or begin the whole lesson again: "
        + "swift run course-check reset lesson\(lesson.number)")
  }

  private func backup(of present: Data) throws(Refusal) -> String {
    let copy: String
    do {
      copy = try Backup.copy(file, in: root)
    } catch {
      throw Refusal(
        "No backup could be made below .course-check/backups, so nothing was changed: \(error.localizedDescription) "
          + "`swift run course-check doctor` looks for the cause.", isFaultOfKit: true)
    }
    guard (try? Data(contentsOf: root.appending(path: copy))) == present else {
      throw Refusal("\(file) was changed at this very moment, so it was left alone. Run the same command again.")
    }
    return copy
  }

  private func write(_ bytes: Data, after backup: String? = nil) throws(Refusal) {
    let place = root.appending(path: file)
    do {
      let permissions = try? FileManager.default.attributesOfItem(atPath: place.path)[.posixPermissions]
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: place, options: .atomic)
      if let permissions {
        try? FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: place.path)
      }
    } catch {
      throw Refusal("\(file) could not be written and is as it was: \(error.localizedDescription)", isFaultOfKit: true)
    }
  }
}

/// A lesson's file as it was before anything was written into it.
struct FreshLesson {
  let text: String

  /// Makes it from the lesson's solution; without one it comes from git.
  ///
  /// - Throws: `Refusal` if neither has it.
  init(of lesson: LessonOutline, in root: URL) throws(Refusal) {
    let solution = "Solutions/\(lesson.file)"
    if let source = try? String(contentsOf: root.appending(path: solution), encoding: .utf8) {
      do {
        text = try Stubs.lesson(from: source, file: solution)
      } catch {
        throw Refusal("The stubs cannot be made from the solution. \(error)", isFaultOfKit: true)
      }
    } else if let text = Self.committed(lesson, in: root) {
      self.text = text
    } else {
      throw Refusal(
        "There is no fresh version of Lessons/\(lesson.file): the folder Solutions/ has none, and git knows none. "
          + "Take the file from a new copy of the course.", isFaultOfKit: true)
    }
  }

  /// The stubs that git knows: those of the last commit, or of the first one that had the file.
  private static func committed(_ lesson: LessonOutline, in root: URL) -> String? {
    guard let git = Program.path(of: "git") else { return nil }
    let file = "./Lessons/\(lesson.file)"
    let history = Program.output(of: git, "-C", root.path, "rev-list", "HEAD", "--", file) ?? ""
    let commits = ["HEAD"] + history.split(separator: "\n").suffix(1).map(String.init)
    return commits.lazy.compactMap { Program.output(of: git, "-C", root.path, "show", "\($0):\(file)") }
      .first { text in lesson.exercises.allSatisfy { text.contains("fatalError(\"TODO: \($0.id) ") } }
  }
}

/// Why a command does not do what it was asked for.
package struct Refusal: Error {
  /// What is wrong and what to do next.
  package let sentence: String
  /// Whether nothing that the student wrote is to blame.
  package let isFaultOfKit: Bool

  init(_ sentence: String, isFaultOfKit: Bool = false) {
    self.sentence = sentence
    self.isFaultOfKit = isFaultOfKit
  }
}
