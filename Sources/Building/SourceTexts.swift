import CourseFiles
import Foundation

/// What stands in source files, as short texts: the kit's are read once, lessons each time.
final class SourceTexts {
  private let root: URL
  private var known: [String: String] = [:]

  init(in root: URL) {
    self.root = root
  }

  /// The place of a source file of a module.
  func place(of source: String) -> URL {
    source.hasPrefix("/") ? URL(filePath: source) : root.appending(path: source)
  }

  /// A short text that is the same only for the same files with the same contents.
  func fingerprint(of module: CourseModule) -> String {
    module.role == .lesson ? reread(module) : known[module.name] ?? reread(module)
  }

  /// The same, of what stands there now.
  func reread(_ module: CourseModule) -> String {
    var fingerprint = Fingerprint()
    for source in module.sources {
      fingerprint.add(source)
      fingerprint.add((try? Data(contentsOf: place(of: source))) ?? Data())
    }
    known[module.name] = fingerprint.text
    return fingerprint.text
  }
}
