import Engine
import Foundation

/// What was found out about lessons, in a file for each, for as long as nothing changes that it depends on: the
/// lesson's sources, those of the lessons that it is checked with, the kit and the toolchain.
///
/// A file that was edited, or comes from another checkout, does not bear this checkout's seal and is worth nothing. A
/// grade is always examined afresh.
struct ExaminationMemory {
  private let checkout: Checkout
  private let builder: Builder
  private let seal: Seal
  private let folder: URL

  init(_ checkout: Checkout, _ builder: Builder, cache: URL) {
    self.checkout = checkout
    self.builder = builder
    seal = Seal(keptIn: cache.appending(path: "seal-key"))
    let name = checkout.isolatedLesson == nil ? checkout.tree.rawValue : "isolated"
    folder = checkout.root.appending(path: ".course-check/progress/\(name)")
  }

  /// The contents of a file.
  private struct Record: Codable {
    var fingerprint: String
    var examination: Examination
    var seal = ""

    /// What the seal is put on: all but itself.
    var sealedText: Data {
      var record = self
      record.seal = ""
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      return (try? encoder.encode(record)) ?? Data()
    }
  }

  /// A short text that changes with everything that an examination of the lesson depends on.
  func fingerprint(of lesson: Lesson) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(Bundle.main.executableURL.flatMap { FileStatus(of: $0.path)?.text } ?? "")
    for number in [lesson.number] + lesson.prerequisites {
      fingerprint.add(builder.fingerprint(of: .host(of: Course.taught.lessons[number - 1])))
    }
    return fingerprint.text
  }

  /// What was found out about a lesson; nil if nothing is known about it as it is now.
  func examination(of lesson: Lesson) -> Examination? {
    guard let data = try? Data(contentsOf: file(of: lesson)),
      let record = try? JSONDecoder().decode(Record.self, from: data),
      record.seal == seal.text(for: record.sealedText), record.examination.lesson.number == lesson.number,
      record.fingerprint == fingerprint(of: lesson)
    else { return nil }
    return record.examination
  }

  /// Keeps an examination; where nothing can be written, the lesson is examined again the next time.
  func note(_ examination: Examination, _ fingerprint: String) {
    var record = Record(fingerprint: fingerprint, examination: examination)
    record.seal = seal.text(for: record.sealedText)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? encoder.encode(record).write(to: file(of: examination.lesson), options: .atomic)
  }

  private func file(of lesson: Lesson) -> URL { folder.appending(path: "lesson\(lesson.number).json") }
}
