import Engine
import Foundation
import LabKit

/// What is wrong with a lesson's folder or file before any compiler sees it.
struct LessonFiles {
  let checkout: Checkout

  init(_ checkout: Checkout) {
    self.checkout = checkout
  }

  /// Returns the first problem of the lessons that go into a program; nil if all are there and readable.
  func problem(of product: BuildProduct) -> BuildFailure? {
    for part in product.linkedLessons {
      if let sentence = sentence(about: part) { return BuildFailure(kind: .lesson, sentence: sentence) }
    }
    return nil
  }

  /// What is wrong with one lesson's folder or file; nil if nothing is.
  func sentence(about lesson: Lesson) -> String? {
    let file = checkout.file(of: lesson)
    let folder = "\(checkout.tree(of: lesson).folder)/\(lesson.folder)"
    let location = checkout.root.appending(path: file)
    let manager = FileManager.default
    if !manager.fileExists(atPath: checkout.root.appending(path: folder).path) {
      return "The folder \(folder) is missing. Get it back with: git restore \(folder)"
    }
    guard manager.fileExists(atPath: location.path) else {
      return "The file \(file) is missing. Get it back with: git restore \(file)"
    }
    guard let data = try? Data(contentsOf: location) else {
      return "The file \(file) cannot be read. Look at its permissions: ls -l \(file)"
    }
    if data.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) {
      return "The file \(file) is empty. Get the stubs back with: git restore \(file)"
    }
    if let line = TextFile.firstLineThatIsNotUTF8(in: data) {
      return "\(file):\(line): the text is not UTF-8. Save the file again with the encoding UTF-8."
    }
    return nil
  }

  /// Whether a file must not be changed; an administrator might, and should not all the same.
  static func isWriteProtected(_ file: URL) -> Bool {
    let permissions = try? FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
    return (permissions?.intValue ?? 0o600) & 0o222 == 0 || !FileManager.default.isWritableFile(atPath: file.path)
  }

  /// What is said of a Swift file beside the lesson's own, behind its name.
  static let strayRemark = "is not part of the lesson: a lesson is one file, so move its code there"

  /// What is said of Swift files beside the lesson's own, in lines below a report; nothing if there are none.
  func remark(onStraysOf lesson: Lesson) -> String {
    strayFiles(of: lesson).map { "  \($0) \(Self.strayRemark).\n" }.joined()
  }

  /// Swift files beside the lesson's own, which no build looks at.
  func strayFiles(of lesson: Lesson) -> [String] {
    let folder = "\(checkout.tree(of: lesson).folder)/\(lesson.folder)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: checkout.root.appending(path: folder).path)) ?? []
    return names.filter { $0.hasSuffix(".swift") && !$0.hasPrefix(".") && $0 != "\(lesson.topic).swift" }.sorted().map {
      "\(folder)/\($0)"
    }
  }
}
