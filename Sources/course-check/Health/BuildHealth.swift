import Foundation

/// Whether lessons can be built, and how much room takes what was built.
struct BuildHealth {
  let root: URL
  /// The folder for what this program builds.
  let cache: URL

  /// Builds a program of one line, and looks at the folders with build products.
  var observations: [Observation] { [building] + products }

  private var building: Observation {
    // What keeps it from writing is not mended by looking at the toolchain.
    var remedy = "df -h ."
    do {
      let cache = try BuildCache(in: cache)
      let place = try cache.workplace()
      remedy = "swift --version"
      let compiler = try Compiler(cache: cache, for: "a program of one line")
      defer { try? FileManager.default.removeItem(at: place) }
      let (source, program) = (place.appending(path: "main.swift"), place.appending(path: "program"))
      try Data("print(6 * 7)\n".utf8).write(to: source)
      let outcome = try ToolRun(
        compiler.path, compiler.platform.options + ["-o", program.path, source.path], temporary: place
      ).outcome()
      guard outcome.isSuccess else { throw BuildFailure(outcome, building: "a program of one line") }
      guard Program.output(of: program.path) == "42\n" else {
        return .bad("\(compiler.path) builds programs that do not run", remedy: "swift --version")
      }
      return .good("programs can be built with \(compiler.path)")
    } catch let failure as BuildFailure {
      return .bad(failure.sentence, remedy: remedy)
    } catch {
      return .bad("A program cannot be built in \(cache.path): \(error.systemReason)", remedy: "df -h .")
    }
  }

  private var products: [Observation] {
    let sizes = sizes
    let spare = sizes.filter { !cache.path.hasPrefix($0.key + "/") }.sorted { $0.key < $1.key }
    let own = sizes.first { cache.path.hasPrefix($0.key + "/") }
    let lessons = Self.size(of: cache).map { ", \(ByteCount.text($0)) of them for lessons" } ?? ""
    return [
      .good(
        own.map {
          "build products: \(ByteCount.text($0.value)) in \(Checkout.relative($0.key, to: root))\(lessons)"
        } ?? "build products of lessons: \(Self.size(of: cache).map(ByteCount.text) ?? "none yet") in \(cache.path)")
    ]
      + spare.map { path, bytes in
        let name = Checkout.relative(path, to: root)
        return .note(
          "\(name) takes \(ByteCount.text(bytes)) and is not what this command was built in", remedy: "rm -rf \(name)")
      }
  }

  /// How many bytes each folder of build products takes; folders of builds that were put elsewhere by hand are among them.
  private var sizes: [String: Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    let folders = names.filter { $0 == ".build" || $0.hasPrefix(".build-") }.map { root.appending(path: $0) }
    return Dictionary(
      uniqueKeysWithValues: folders.compactMap { folder in Self.size(of: folder).map { (folder.path, $0) } })
  }

  private static func size(of folder: URL) -> Int? {
    guard let tool = Program.path(of: "du"), let text = Program.output(of: tool, "-sk", folder.path) else { return nil }
    return Int(text.prefix { $0.isNumber }).map { $0 * 1024 }
  }
}
