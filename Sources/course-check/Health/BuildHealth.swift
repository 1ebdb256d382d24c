import Foundation

/// Whether what was built belongs to this folder and this toolchain, and how much room it takes.
struct BuildHealth {
  let root: URL
  /// The folder for build products.
  let products: URL
  /// What the toolchain in PATH says of its version.
  let toolchain: SwiftVersion?

  /// Looks at the folders that hold build products.
  var observations: [Observation] {
    let scratchFolders = Builder.scratchFolders(in: products)
    let moved = scratchFolders.filter { Self.isMoved($0, from: root) }.map { folder in
      let name = Checkout.relative(folder.path, to: root)
      return Observation.bad(
        "\(name) was built when the course lay in another folder, and SwiftPM cannot go on with that",
        remedy: "swift package clean")
    }
    let sizes = sizes
    let own = sizes[products.path].map {
      "build products: \(ByteCount.text($0)) in \(Checkout.relative(products.path, to: root))"
    }
    return (moved.isEmpty ? [.good(own ?? "nothing is built yet")] : moved) + scratchFolders.compactMap(otherToolchain)
      + spareFolders(sizes)
  }

  /// What is said of products that another toolchain made; SwiftPM notices that itself.
  private func otherToolchain(_ scratch: URL) -> Observation? {
    let versions = ["debug", "release"].compactMap { Self.version(of: scratch.appending(path: $0)) }
    guard let toolchain, let other = versions.first(where: { $0 != toolchain }) else { return nil }
    let name = Checkout.relative(scratch.path, to: root)
    return .note("\(name) was built by Swift \(other.text); the next build there begins anew and takes longer")
  }

  /// The version of the toolchain that built a configuration, as SwiftPM notes it.
  private static func version(of folder: URL) -> SwiftVersion? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.resolvingSymlinksInPath().path)) ?? []
    let notes = names.filter { $0.hasPrefix("swift-version-") }
    // After a change of toolchains there may be notes of both.
    guard notes.count == 1 else { return nil }
    let text = try? String(contentsOf: folder.appending(path: notes[0]), encoding: .utf8)
    return text.flatMap(SwiftVersion.init)
  }

  /// Whether SwiftPM's plan of a build names the sources in another folder than the one where they are.
  static func isMoved(_ scratch: URL, from root: URL) -> Bool {
    let plans = ["debug", "release"].compactMap {
      try? String(contentsOf: scratch.appending(path: "\($0).yaml"), encoding: .utf8)
    }
    let source = "/Sources/CourseKit/"
    let homes = Set([root.path, root.resolvingSymlinksInPath().path, "/private" + root.path])
    return plans.contains { plan in
      plan.contains(source) && !homes.contains { plan.contains("\"" + $0 + source) }
    }
  }

  /// Folders of builds that were put elsewhere by hand: nothing is wrong with them, but they take room.
  private func spareFolders(_ sizes: [String: Int]) -> [Observation] {
    sizes.filter { $0.key != products.path }.sorted { $0.key < $1.key }.map { path, bytes in
      let name = Checkout.relative(path, to: root)
      return .note(
        "\(name) takes \(ByteCount.text(bytes)) and is not what this command was built in", remedy: "rm -rf \(name)")
    }
  }

  /// How many bytes each folder of build products takes.
  private var sizes: [String: Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    let others = names.filter { $0 == ".build" || $0.hasPrefix(".build-") }.map { root.appending(path: $0).path }
    guard let tool = Program.path(of: "du") else { return [:] }
    var sizes: [String: Int] = [:]
    for folder in Set(others + [products.path]) {
      let kilobytes = Program.output(of: tool, "-sk", folder)?.prefix { $0.isNumber }
      if let kilobytes, let count = Int(kilobytes) { sizes[folder] = count * 1024 }
    }
    return sizes
  }
}
