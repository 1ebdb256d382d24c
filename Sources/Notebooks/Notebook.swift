import CourseFiles
import Engine
import Foundation
import Vocabulary

/// The folder of the notebook: where its files lie, how they stand, and how they are written.
package struct Notebook {
  let checkout: Checkout
  /// The pictures that there are.
  let pictures: [NotebookPicture]
  /// What its files are written as.
  package let format: NotebookFormat
  private let course: Course
  private let key: NotebookKey
  /// The folder, relative to the checkout; the reference has one of its own.
  let folder: String

  /// Finds the notebook of a checkout.
  package init(
    of course: Course, in checkout: Checkout, pictures: [NotebookPicture], format: NotebookFormat = .markdown
  ) {
    self.course = course
    self.checkout = checkout
    self.pictures = pictures
    self.format = format
    key = NotebookKey(of: course, in: checkout, pictures)
    folder = checkout.tree == .lessons ? "Notebooks" : "Notebooks/\(checkout.tree.rawValue)"
  }

  /// The files of one lesson, or for nil those of all lessons that count, and of the overview.
  package func files(of lesson: Lesson?) -> [NotebookFile] {
    if let lesson { return [NotebookFile(name: name(of: lesson), lessons: [lesson], isOverview: false)] }
    let lessons = course.lessons(countedIn: checkout)
    if format.isOnePage { return [NotebookFile(name: overview, lessons: lessons, isOverview: true)] }
    return lessons.flatMap { files(of: $0) } + [NotebookFile(name: overview, lessons: [], isOverview: true)]
  }

  /// The way from the overview to a lesson's page.
  func target(_ lesson: Lesson) -> String { format.isOnePage ? "#lesson\(lesson.number)" : name(of: lesson) }

  private func name(of lesson: Lesson) -> String { "\(lesson.folder).\(format.ending)" }
  private var overview: String { "README.\(format.ending)" }

  /// The path of a file, relative to the checkout.
  package func path(_ file: String) -> String { "\(folder)/\(file)" }

  /// What a file is woven from.
  func key(of file: NotebookFile) -> String {
    file.isOverview ? key.textForCourse : file.lessons.map(key.text).joined()
  }

  /// The words of the command line that weaves a lesson, or all of them for nil.
  package func command(for lesson: Lesson?) -> String {
    checkout.command("notebook" + (lesson.map { " lesson\($0.number)" } ?? "") + format.words)
  }

  // MARK: - How files stand

  /// A file and the pictures that it shows, as far as they are not as they would be woven now.
  package func problems(of file: NotebookFile) -> [(file: String, state: WovenFile.State)] {
    let key = key(of: file)
    let state = state(of: file.name, for: key)
    guard state == .current else { return [(file.name, state)] }
    // The overview shows a lesson's picture.
    guard format.hasPictureFiles, !file.isOverview else { return [] }
    return shownPictures(in: file.name).map { ($0, self.state(of: $0, for: key)) }.filter { $0.1 != .current }
  }

  func state(of file: String, for key: String) -> WovenFile.State { WovenFile.state(of: location(file), for: key) }

  private func shownPictures(in file: String) -> [String] {
    let text = (try? String(contentsOf: location(file), encoding: .utf8)) ?? ""
    return text.matches(of: /\]\((figures\/[a-z-]+\.svg)\)/).map { String($0.1) }
  }

  private func location(_ file: String) -> URL { checkout.root.appending(path: path(file)) }

  // MARK: - Writing

  /// Writes a file; one that somebody has edited is kept elsewhere, and the sentence that says where is returned.
  func write(_ text: String, to file: String, from key: String) throws(NotebookFailure) -> String? {
    let location = location(file)
    let contents = Data(WovenFile.contents(text, from: key, of: WovenFile.Seal(file)).utf8)
    if (try? Data(contentsOf: location)) == contents { return nil }
    let note = state(of: file, for: key) == .edited ? try keep(file) : nil
    do {
      try FileManager.default.createDirectory(
        at: location.deletingLastPathComponent(), withIntermediateDirectories: true)
      try contents.write(to: location, options: .atomic)
      return note
    } catch {
      throw Self.failure(path(file), error.systemReason)
    }
  }

  /// Makes the folder, so that nobody waits for figures that cannot be kept.
  func prepare() throws(NotebookFailure) {
    for folder in [folder] + (format.hasPictureFiles ? ["\(folder)/figures"] : []) {
      let location = checkout.root.appending(path: folder)
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: location.path, isDirectory: &isFolder), !isFolder.boolValue {
        throw Self.failure(folder, "it is a file and no folder")
      }
      do {
        try FileManager.default.createDirectory(at: location, withIntermediateDirectories: true)
      } catch {
        throw Self.failure(folder, error.systemReason)
      }
      guard FileManager.default.isWritableFile(atPath: location.path) else {
        throw Self.failure(folder, String(cString: strerror(EACCES)))
      }
    }
  }

  private func keep(_ file: String) throws(NotebookFailure) -> String {
    do {
      let copy = try Backup.copy(path(file), in: checkout.root)
      return "\(path(file)) was edited after it was woven: what it held is kept as \(copy)"
    } catch {
      throw NotebookFailure(
        "\(path(file)) was edited after it was woven, and no copy can be kept in .course-check/backups: "
          + "\(error.systemReason). It stays as it is; move it away, and run the same command again.")
    }
  }

  private static func failure(_ path: String, _ reason: String) -> NotebookFailure {
    NotebookFailure("\(path) cannot be written: \(reason). Fix that, and run the same command again.")
  }

  /// Takes away a picture that the notebook no longer shows, unless somebody has edited it.
  func remove(_ file: String) {
    if state(of: file, for: "") == .stale { try? FileManager.default.removeItem(at: location(file)) }
  }
}

extension Checkout {
  /// The command line that does something with the lessons that are woven.
  func command(_ words: String) -> String {
    "swift run course-check \(words)" + (tree == .lessons ? "" : " --tree \(tree.rawValue)")
  }
}

/// Why a part of the notebook could not be woven.
package struct NotebookFailure: Error {
  package let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }
}
