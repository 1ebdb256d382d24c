import Building
import CourseFiles
import Engine
import Foundation

/// What was found out about lessons, in a file for each, for as long as nothing changes that it depends on: the
/// lesson's sources, those of the lessons that it is checked with, the kit and the toolchain.
///
/// A file that cannot be read, or is about something else, is worth nothing: the lesson is examined afresh. So is what is
/// asked for by name, always.
struct ExaminationMemory {
  private let course: Course
  private let builder: Builder
  private let folder: URL

  init(of course: Course, with builder: Builder) {
    self.course = course
    self.builder = builder
    let checkout = builder.checkout
    let name = checkout.isolatedLesson == nil ? checkout.tree.rawValue : "isolated"
    folder = checkout.root.appending(path: ".course-check/progress/\(name)")
  }

  /// The contents of a file.
  private struct Record: Codable {
    let fingerprint: String
    let examination: Examination
  }

  /// A short text that changes with everything that an examination of the lesson depends on.
  func fingerprint(of lesson: Lesson) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(Bundle.main.executableURL.flatMap { FileStatus(of: $0.path)?.text } ?? "")
    for other in [lesson] + course.prerequisites(of: lesson) {
      fingerprint.add(builder.fingerprint(of: .host(of: other.outline)))
    }
    return fingerprint.text
  }

  /// What was found out about a lesson; nil if nothing is known about it as it is now.
  func examination(of lesson: Lesson) -> Examination? {
    guard let data = try? Data(contentsOf: file(of: lesson.number)),
      let record = try? JSONDecoder().decode(Record.self, from: data),
      record.examination.lessonNumber == lesson.number, record.fingerprint == fingerprint(of: lesson)
    else { return nil }
    return record.examination
  }

  /// Keeps an examination; where nothing can be written, the lesson is examined again the next time.
  func note(_ examination: Examination, _ fingerprint: String) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? encoder.encode(Record(fingerprint: fingerprint, examination: examination))
      .write(to: file(of: examination.lessonNumber), options: .atomic)
  }

  private func file(of lesson: Int) -> URL { folder.appending(path: "lesson\(lesson).json") }
}
