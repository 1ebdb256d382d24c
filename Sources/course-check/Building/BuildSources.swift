import Engine
import Foundation

/// All that goes into a program, as short texts that are the same only for the same contents.
struct BuildSources: Codable, Equatable {
  /// The toolchain, the choice of trees, the package's manifest and the kit's own sources.
  let surroundings: String
  /// The lessons, by their files.
  let lessons: [String: String]
}

extension BuildSources {
  /// Reads the present state of all that goes into a program.
  init(of product: BuildProduct, in checkout: Checkout, toolchain: String) {
    let read = { (file: String) in (try? Data(contentsOf: checkout.root.appending(path: file))) ?? Data() }
    var surroundings = Fingerprint()
    surroundings.add(toolchain)
    surroundings.add(BuildStamp.state(of: toolchain))
    for (name, value) in product.environment.sorted(by: { $0.key < $1.key }) { surroundings.add(name + value) }
    for option in product.options { surroundings.add(option) }
    for source in ["Package.swift"] + product.folders.flatMap({ Self.files(in: $0, of: checkout) }) {
      surroundings.add(source)
      surroundings.add(read(source))
    }
    self.surroundings = surroundings.text
    let files = product.linkedLessons.map { checkout.file(of: $0) }
    lessons = Dictionary(uniqueKeysWithValues: files.map { ($0, Fingerprint(of: read($0)).text) })
  }

  /// A short text that is the same only for the same sources, toolchain and choice of trees.
  var fingerprint: String {
    var fingerprint = Fingerprint()
    fingerprint.add(surroundings)
    for (file, text) in lessons.sorted(by: { $0.key < $1.key }) {
      fingerprint.add(file)
      fingerprint.add(text)
    }
    return fingerprint.text
  }

  private static func files(in folder: String, of checkout: Checkout) -> [String] {
    let names =
      (try? FileManager.default.subpathsOfDirectory(atPath: checkout.root.appending(path: folder).path)) ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
  }
}
