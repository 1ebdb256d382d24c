import Course
import CourseFiles
import Engine
import Figures
import Foundation

/// The files in which something follows from the course and its solutions, so that nobody types it in again.
///
/// - `README.md` and `Lessons/README.md`: the tables of lessons, between `<!-- table: lessons -->` and
///   `<!-- end of table -->`.
/// - `Package.swift`: a row a lesson, with the lessons that it builds on.
/// - `Sources/Course/NeuralNetwork.swift`: each lesson's list of exercises, which are those that its solution marks.
/// - `Tests/StudentCode/Copies`: what each solution holds, for the versions that call it.
/// - `Lessons/…/pictures/NAME.svg`: the pictures of the pages, drawn from the numbers beside them.
/// - `Tests/StudentCode/Installing/Answering.swift`: one line a lesson between `// BEGIN LESSONS` and `// END LESSONS`.
struct DerivedFiles {
  let course: Course
  let root: URL

  /// Takes the course and the checkout in which it is taught.
  init(of course: Course, in root: URL) {
    self.course = course
    self.root = root
  }

  /// Returns every such file as it is, and as it should be.
  ///
  /// - Throws: `MarkerError` for a line that is missing, or the error of a file that cannot be read.
  func files() throws -> [LessonTree.LessonFile] {
    let tableMarkers = ("<!-- table: lessons -->", "<!-- end of table -->")
    return try [
      file("README.md", between: tableMarkers, overview),
      file("Lessons/README.md", between: tableMarkers, contents),
      file("Package.swift", between: ("let lessons = [", "]"), manifestRows),
      listing("Sources/Course/NeuralNetwork.swift"),
      file(
        "Tests/StudentCode/Installing/Answering.swift", between: ("    // BEGIN LESSONS", "    // END LESSONS"),
        installers),
    ] + copies() + drawings()
  }

  /// The table of the kit's own page: what is to be written, in a few words.
  private var overview: [String] {
    ["| lesson | page | you write |", "|---|---|---|"]
      + course.lessons.map { lesson in
        "| \(lesson.number) | [\(lesson.title)](Lessons/\(lesson.folder)/README.md) | \(lesson.summary) |"
      }
  }

  /// The table of the lessons' page: with the exercises and what they need.
  private var contents: [String] {
    ["| lesson | what you write | exercises | needs |", "|---|---|---|---|"]
      + course.lessons.map { lesson in
        let title = "[\(lesson.number) · \(lesson.title)](\(lesson.folder)/README.md)"
        let needed = lesson.prerequisites.sorted().map(String.init).joined(separator: ", ")
        return "| \(title) | \(lesson.contents) | \(range(of: lesson)) | \(needed.isEmpty ? "–" : needed) |"
      }
  }

  private func range(of lesson: Lesson) -> String {
    let ids = [lesson.exercises.first?.id, lesson.exercises.last?.id].compactMap { $0?.description }
    return ids.first == ids.last ? ids.first ?? "–" : ids.joined(separator: "–")
  }

  /// The rows of the manifest's table.
  private var manifestRows: [String] {
    course.lessons.map { lesson in
      let topics = lesson.buildsOn.compactMap { course.lesson($0) }.map { "\"\($0.topic)\"" }
      let parts = topics.isEmpty ? "" : ", buildsOn: [\(topics.joined(separator: ", "))]"
      return "  Lesson(number: \(lesson.number), topic: \"\(lesson.topic)\"\(parts)),"
    }
  }

  /// The cases of the switch that lets versions of a lesson answer calls.
  private var installers: [String] {
    course.lessons.map { "    case \($0.number): installLesson\($0.number)(in: answerer)" }
  }

  private func copies() throws -> [LessonTree.LessonFile] {
    try course.lessons.map { lesson in
      let path = SolutionCopy.path(of: lesson.number)
      let copy = SolutionCopy.text(
        of: try solution(of: lesson), lesson: lesson.number, topics: course.lessons.map(\.topic))
      return LessonTree.LessonFile(path: path, fresh: copy, present: try? text(of: path))
    }
  }

  /// The pictures of the pages; their numbers come from `COURSE_UPDATE=figures swift test --filter DrawnPageTests`.
  private func drawings() throws -> [LessonTree.LessonFile] {
    try course.lessons.flatMap { lesson in
      let folder = "Lessons/\(lesson.folder)/pictures"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
      return try names.sorted().filter { $0.hasSuffix(".json") }.map { name in
        let path = "\(folder)/\(name)"
        guard let file = PictureFile(try Data(contentsOf: root.appending(path: path))) else {
          throw MarkerError(path, 1, "these are not the numbers of a picture")
        }
        let drawing = path.dropLast("json".count) + "svg"
        return LessonTree.LessonFile(
          path: String(drawing), fresh: file.picture.svg, present: try? text(of: String(drawing)))
      }
    }
  }

  private func file(
    _ path: String, between markers: (begin: String, end: String), _ lines: [String]
  ) throws -> LessonTree.LessonFile {
    let text = try text(of: path)
    var all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let begin = all.firstIndex(of: markers.begin), let end = all[begin...].firstIndex(of: markers.end) else {
      let missing = all.contains(markers.begin) ? markers.end : markers.begin
      throw MarkerError(path, 1, "the line '\(missing.trimmingCharacters(in: .whitespaces))' is missing")
    }
    all.replaceSubrange((begin + 1)..<end, with: lines)
    return LessonTree.LessonFile(path: path, fresh: all.joined(separator: "\n"), present: text)
  }

  /// The course's file with the exercises of each lesson in the order of the marks in its solution.
  private func listing(_ path: String) throws -> LessonTree.LessonFile {
    let text = try text(of: path)
    var fresh = text
    for lesson in course.lessons {
      let marks = try Stubs.marks(in: solution(of: lesson), file: "Solutions/\(lesson.file)")
      let names = marks.map { ".\(Self.property($0.name))" }
      guard let entry = fresh.firstRange(of: "\n      \(lesson.number), \"\(lesson.topic)\","),
        let list = fresh[entry.upperBound...].firstRange(of: /exercises: \[[^\]]*\]/)
      else { throw MarkerError(path, 1, "lesson \(lesson.number), \"\(lesson.topic)\", has no list of exercises") }
      fresh.replaceSubrange(list, with: Self.list(names))
    }
    return LessonTree.LessonFile(path: path, fresh: fresh, present: text)
  }

  private func solution(of lesson: Lesson) throws -> String { try text(of: "Solutions/\(lesson.file)") }

  private func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The list as the formatter leaves it: in one line where it fits, otherwise one exercise a line.
  static func list(_ names: [String]) -> String {
    let short = "exercises: [\(names.joined(separator: ", "))]"
    if "      \(short)),".count <= 120 { return short }
    return "exercises: [\n" + names.map { "        \($0),\n" }.joined() + "      ]"
  }

  /// The property that holds an exercise: `softmax`, or `denseForward` for the method `Dense.forward`.
  static func property(_ name: String) -> String {
    let words = name.split(separator: ".").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    let joined = words.joined()
    return joined.prefix(1).lowercased() + joined.dropFirst()
  }
}
