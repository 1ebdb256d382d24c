import Foundation
import Vocabulary

/// What is wrong with a lesson's folder or file before any compiler sees it.
package struct LessonFiles {
  let checkout: Checkout

  package init(_ checkout: Checkout) {
    self.checkout = checkout
  }

  /// What is wrong with one lesson's folder or file; nil if nothing is.
  package func sentence(about lesson: LessonOutline) -> String? {
    let file = checkout.file(of: lesson)
    let folder = "\(checkout.tree(of: lesson).folder)/\(lesson.folder)"
    let location = checkout.root.appending(path: file)
    let manager = FileManager.default
    if !manager.fileExists(atPath: checkout.root.appending(path: folder).path) {
      let work = Backup.newest(of: file, in: checkout.root).map { " && cp \($0) \(file)" } ?? ""
      return "The folder \(folder) is missing. Get it back with: git restore \(folder)\(work)"
    }
    guard manager.fileExists(atPath: location.path) else {
      return "The file \(file) is missing. "
        + Backup.wayBack(to: file, in: checkout.root, "Get it back with", "git restore \(file)")
    }
    guard let data = try? Data(contentsOf: location) else {
      return "The file \(file) cannot be read. Look at its permissions: ls -l \(file)"
    }
    if data.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) {
      return "The file \(file) is empty. "
        + Backup.wayBack(to: file, in: checkout.root, "Get the stubs back with", "git restore \(file)")
    }
    if let line = Self.firstLineThatIsNotUTF8(in: data) {
      return "\(file):\(line): the text is not UTF-8. Save the file again with the encoding UTF-8."
    }
    return nil
  }

  /// The first line, counted from 1, whose bytes are no UTF-8; nil if all are.
  static func firstLineThatIsNotUTF8(in data: Data) -> Int? {
    data.split(separator: 0x0A, omittingEmptySubsequences: false)
      .firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
  }

  /// Whether a file must not be changed; an administrator might, and should not all the same.
  package static func isWriteProtected(_ file: URL) -> Bool {
    let permissions = try? FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
    return (permissions?.intValue ?? 0o600) & 0o222 == 0 || !FileManager.default.isWritableFile(atPath: file.path)
  }

  /// What is said of a Swift file beside the lesson's own, behind its name.
  package static let strayRemark = "is not part of the lesson: a lesson is one file, so move its code there"

  /// What is said of Swift files beside the lesson's own, in lines below a report; nothing if there are none.
  package static func remark(on strayFiles: [String]) -> String {
    strayFiles.map { "  \($0) \(strayRemark).\n" }.joined()
  }

  /// Swift files beside the lesson's own, which no build looks at.
  package func strayFiles(of lesson: LessonOutline) -> [String] {
    let folder = "\(checkout.tree(of: lesson).folder)/\(lesson.folder)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: checkout.root.appending(path: folder).path)) ?? []
    return names.filter { $0.hasSuffix(".swift") && !$0.hasPrefix(".") && $0 != "\(lesson.topic).swift" }.sorted().map {
      "\(folder)/\($0)"
    }
  }
}
