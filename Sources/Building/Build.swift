import CourseFiles
import Foundation
import Processes

/// One build of a program: as many modules at once as there are processors, each after those that it imports.
final class Build {
  private let product: BuildProduct
  private let checkout: Checkout
  private let compiler: Compiler
  private let cache: BuildCache
  private let texts: SourceTexts
  private let modules: [CourseModule]
  private let show: (BuildProgress?) -> Void
  private let start = ContinuousClock.now
  /// How to start what the driver would start; nil once something went wrong with what was known before.
  private var driver: DriverJobs?
  /// The modules that are compiled, by name.
  private var made: [String: Made] = [:]

  private struct Made {
    let key: String
    /// What stood in its files.
    let text: String
    let entry: CacheEntry
  }

  /// A compiler at work on a module.
  private struct Compilation {
    let module: CourseModule
    let key: String
    let text: String
    let workplace: URL
    let run: ToolRun
  }

  /// Prepares a build; nothing is compiled yet.
  ///
  /// - Parameters:
  ///   - product: the program.
  ///   - checkout: the course.
  ///   - compiler: what compiles it.
  ///   - cache: what has been built before.
  ///   - texts: what stands in the sources.
  ///   - show: shows how far it is; nil when it is over.
  init(
    of product: BuildProduct, in checkout: Checkout, with compiler: Compiler, _ cache: BuildCache, _ texts: SourceTexts,
    show: @escaping (BuildProgress?) -> Void
  ) {
    self.product = product
    self.checkout = checkout
    self.compiler = compiler
    self.cache = cache
    self.texts = texts
    self.show = show
    modules = product.modules(in: checkout)
    driver = DriverJobs(of: compiler, cache)
  }

  /// Builds the program.
  func program() throws(BuildFailure) -> BuiltProgram {
    defer { show(nil) }
    // Whether there is one is known before anything is compiled.
    let linker = product.setting.isWeb ? try WebToolchain(of: compiler, cache).linker : compiler.path
    try compile()
    let key = programKey
    let entry: CacheEntry
    if let known = cache.entry(programName, key) {
      entry = known
    } else {
      entry = try link(key, with: linker)
    }
    let lessons = modules.filter { $0.role == .lesson }
    return BuiltProgram(
      executable: entry.file(product.name).path,
      warnings: lessons.flatMap { made[$0.name]?.entry.messages ?? [] }.filter { $0.severity == .warning },
      fingerprint: fingerprint)
  }

  /// Takes all that went into the program out of the cache.
  func discardAll() {
    for module in modules { if let known = made[module.name] { cache.discard(name(of: module), known.key) } }
    cache.discard(programName, programKey)
    cache.forgetNotes()
    forgetEntries()
    driver = nil
  }

  /// Whether something that was found, or made, is gone or was changed.
  var hasLostEntries: Bool { made.values.contains { CacheEntry(at: $0.entry.folder)?.mark != $0.entry.mark } }

  /// Looks for everything anew.
  func forgetEntries() { made = [:] }

  /// A short text that changes with all that goes into the program: with what it was built from, or would be built from.
  var fingerprint: String {
    var fingerprint = Fingerprint()
    fingerprint.add(compiler.version)
    for module in modules {
      options(for: module).forEach { fingerprint.add($0) }
      fingerprint.add(made[module.name]?.text ?? texts.fingerprint(of: module))
    }
    return fingerprint.text
  }

  private func showProgress(_ step: String) {
    show(BuildProgress(title: product.title, step: step, elapsed: .now - start))
  }

  // MARK: - Names and keys

  private func name(of module: CourseModule) -> String { "\(product.setting.name)-\(module.name)" }
  private var programName: String { "\(product.setting.name)-\(product.name).program" }

  private func options(for module: CourseModule) -> [String] {
    product.setting.options(
      for: module, on: compiler.platform, definitions: module.role == .program ? product.definitions : [])
  }

  /// The modules that a module sees: those that it imports, and those that these import.
  private func seen(by module: CourseModule) -> [CourseModule] {
    var names = Set(module.imports)
    for other in modules.reversed() where names.contains(other.name) { names.formUnion(other.imports) }
    return modules.filter { names.contains($0.name) }
  }

  /// What a module is compiled from, as a short text.
  private func key(of module: CourseModule, _ text: String) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(compiler.version)
    // Reports of crashes name files by their whole paths; a page has none.
    if !product.setting.isWeb { fingerprint.add(checkout.root.path) }
    options(for: module).forEach { fingerprint.add($0) }
    fingerprint.add(text)
    for other in seen(by: module) {
      fingerprint.add(other.name)
      fingerprint.add(made[other.name]?.entry.interface ?? "")
    }
    return fingerprint.text
  }

  /// What the program is linked from, as a short text.
  private var programKey: String {
    var fingerprint = Fingerprint()
    fingerprint.add(compiler.version)
    product.setting.linking(on: compiler.platform).forEach { fingerprint.add($0) }
    for module in modules { fingerprint.add(made[module.name]?.key ?? "") }
    return fingerprint.text
  }

  // MARK: - Compiling

  private func compile() throws(BuildFailure) {
    var waiting = modules
    var running: [Compilation] = []
    // Whatever ends this: no compiler goes on, and nobody waits for one before an error is shown.
    defer { running.forEach { $0.run.end() } }
    while true {
      try start(&waiting, &running)
      guard !running.isEmpty else { return }
      let ready = Descriptors.ready(reading: running.flatMap { Array($0.run.open) }, until: .now + .milliseconds(200))
      showProgress("[\(made.count)/\(modules.count)] " + running[0].module.name)
      for compilation in running { compilation.run.read(ready) }
      for compilation in running where compilation.run.open.isEmpty {
        let outcome = compilation.run.outcome()
        // What was edited meanwhile may or may not be in it: then it is compiled once more.
        if key(of: compilation.module, texts.reread(compilation.module)) != compilation.key {
          try? FileManager.default.removeItem(at: compilation.workplace)
          waiting.insert(compilation.module, at: 0)
        } else if outcome.isSuccess {
          made[compilation.module.name] = try finished(compilation, outcome)
        } else {
          throw failure(outcome, in: compilation.workplace)
        }
      }
      running.removeAll { $0.run.open.isEmpty }
    }
  }

  /// Takes modules that are there, and starts compilers for others as long as there are processors.
  private func start(_ waiting: inout [CourseModule], _ running: inout [Compilation]) throws(BuildFailure) {
    var still: [CourseModule] = []
    for module in waiting {
      guard module.imports.allSatisfy({ made[$0] != nil }) else {
        still.append(module)
        continue
      }
      let text = texts.fingerprint(of: module)
      let key = key(of: module, text)
      if let entry = cache.entry(name(of: module), key) {
        made[module.name] = Made(key: key, text: text, entry: entry)
      } else if running.count < ProcessInfo.processInfo.activeProcessorCount {
        let workplace = try cache.workplace()
        let arguments = arguments(for: module, in: workplace)
        let commands = driver?.commands(for: arguments, in: workplace) ?? []
        let command = commands.count == 1 ? commands[0] : [compiler.path] + arguments
        let run = try ToolRun(command[0], Array(command.dropFirst()), temporary: workplace)
        running.append(Compilation(module: module, key: key, text: text, workplace: workplace, run: run))
      } else {
        still.append(module)
      }
    }
    waiting = still
  }

  private func arguments(for module: CourseModule, in workplace: URL) -> [String] {
    let file = { (ending: String) in workplace.appending(path: "\(module.name).\(ending)").path }
    return options(for: module) + ["-module-cache-path", cache.clangModules.path]
      + seen(by: module).flatMap { ["-I", made[$0.name]?.entry.folder.path ?? ""] }
      + ["-emit-module", "-emit-module-path", file("swiftmodule"), "-emit-object", "-o", file("o")]
      + module.sources.map { texts.place(of: $0).path }
  }

  private func finished(_ compilation: Compilation, _ outcome: ToolRun.Outcome) throws(BuildFailure) -> Made {
    let (module, workplace) = (compilation.module, compilation.workplace)
    let (code, interface) = ("\(module.name).o", "\(module.name).swiftmodule")
    guard let shown = try? Data(contentsOf: workplace.appending(path: interface)),
      FileManager.default.fileExists(atPath: workplace.appending(path: code).path)
    else { throw failure(outcome, in: workplace) }
    try CacheEntry.complete(
      workplace, keeping: [code, interface], interface: Fingerprint(of: shown).text,
      messages: outcome.messages(relativeTo: checkout.root))
    return Made(
      key: compilation.key, text: compilation.text,
      entry: try cache.adopt(workplace, as: name(of: module), compilation.key))
  }

  /// What a compiler or a linker tells of that failed; the place where it worked goes.
  private func failure(_ outcome: ToolRun.Outcome, in workplace: URL) -> BuildFailure {
    try? FileManager.default.removeItem(at: workplace)
    return BuildFailure(outcome, of: product, in: checkout)
  }

  // MARK: - Linking

  private func link(_ key: String, with linker: String) throws(BuildFailure) -> CacheEntry {
    let step = "[\(modules.count)/\(modules.count)] \(product.name)"
    showProgress(step)
    let workplace = try cache.workplace()
    let arguments =
      product.setting.linking(on: compiler.platform) + objects(in: workplace)
      + ["-o", workplace.appending(path: product.name).path]
    // Elsewhere the objects have other names after each edit, so that no linking is like another.
    var known: [[String]]?
    if case .linux = compiler.platform, linker == compiler.path {
      known = driver?.commands(for: arguments, in: workplace)
    }
    for command in known ?? [[linker] + arguments] {
      let run = try ToolRun(command[0], Array(command.dropFirst()), temporary: workplace)
      let outcome = run.outcome { showProgress(step) }
      guard outcome.isSuccess else { throw failure(outcome, in: workplace) }
    }
    try CacheEntry.complete(workplace, keeping: [product.name])
    return try cache.adopt(workplace, as: programName, key)
  }

  /// The compiled modules: on Linux under names that are the same each time, so that the linking is the same, too.
  ///
  /// On macOS a program names the files that it was linked from, and a report of a crash looks for them there.
  private func objects(in workplace: URL) -> [String] {
    modules.compactMap { module in
      guard let object = made[module.name]?.entry.file("\(module.name).o") else { return nil }
      let place = workplace.appending(path: object.lastPathComponent)
      guard case .linux = compiler.platform, (try? FileManager.default.linkItem(at: object, to: place)) != nil else {
        return object.path
      }
      return place.path
    }
  }
}
