import Engine
import Foundation

/// Compiles the lessons to WebAssembly: module after module, as many at once as there are processors, and only what has
/// changed since the last time.
struct WebBuild {
  let checkout: Checkout
  let toolchain: WebToolchain
  /// The folder for the compiled modules.
  let folder: URL

  init(_ checkout: Checkout, with toolchain: WebToolchain, products: URL) {
    self.checkout = checkout
    self.toolchain = toolchain
    folder = products.appending(path: "playground/\(checkout.tree.rawValue)")
  }

  /// The program that the page runs.
  ///
  /// - Throws: `BuildFailure` if a lesson does not compile for WebAssembly.
  var program: Data {
    get throws(BuildFailure) {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let lock = CheckLock(in: folder)
        defer { lock.release() }
        let modules = WebModule.all(of: checkout)
        if let failure = try compile(modules) { throw failure }
        return try link(modules)
      } catch let failure as BuildFailure {
        throw failure
      } catch {
        throw BuildFailure(
          kind: .kit,
          sentence: "The playground could not be built in \(folder.path): "
            + ((error as? LaunchError)?.reason ?? error.systemReason) + ".")
      }
    }
  }

  // MARK: - Compiling

  /// A compiler at work on a module.
  private final class Compilation {
    let module: WebModule
    let child: ChildProcess
    var open: Set<Int32>
    private var bytes: [Int32: [UInt8]] = [:]

    init(_ module: WebModule, _ child: ChildProcess) {
      self.module = module
      self.child = child
      open = [child.output, child.messages]
    }

    /// Reads what can be read; the end of a stream closes it.
    func read(_ stream: Int32) {
      let piece = Stream.read(stream)
      if piece.isEmpty { open.remove(stream) }
      bytes[stream, default: []] += piece
    }

    var output: BuildOutput {
      var output = BuildOutput()
      for text in bytes.values {
        String(decoding: text, as: UTF8.self).split(separator: "\n").forEach { output.append(String($0)) }
      }
      return output
    }
  }

  /// Compiles the modules that have changed, and those that import them; returns what was wrong with one of them.
  private func compile(_ modules: [WebModule]) throws -> BuildFailure? {
    let keys = keys(of: modules)
    var waiting = modules.filter { !isCurrent($0, keys) }
    var running: [Compilation] = []
    var progress = BuildProgress(of: "the playground")
    defer { progress.finish() }
    while !waiting.isEmpty || !running.isEmpty {
      let missing = Set((waiting + running.map(\.module)).map(\.name))
      while running.count < ProcessInfo.processInfo.activeProcessorCount,
        let index = waiting.firstIndex(where: { missing.isDisjoint(with: $0.dependencies) })
      {
        let module = waiting.remove(at: index)
        try? FileManager.default.removeItem(at: stamp(of: module))
        let child = try ChildProcess(
          toolchain.compiler, module.arguments(in: folder, of: checkout),
          environment: ProcessInfo.processInfo.environment)
        running.append(Compilation(module, child))
      }
      let ready = Stream.ready(reading: running.flatMap(\.open), until: .now + .milliseconds(200))
      progress.update("[\(modules.count - missing.count)/\(modules.count)] " + (running.first?.module.name ?? ""))
      for compilation in running { compilation.open.intersection(ready).forEach(compilation.read) }
      for compilation in running where compilation.open.isEmpty {
        let status = compilation.child.wait()
        guard status.exit == 0 else {
          running.forEach { $0.child.end() }
          return failure(of: compilation.module, compilation.output)
        }
        // What was edited meanwhile may or may not be in it: then it is compiled once more.
        let key = self.keys(of: modules)[compilation.module.name] ?? ""
        if key == keys[compilation.module.name] { try Data(key.utf8).write(to: stamp(of: compilation.module)) }
      }
      running.removeAll { $0.open.isEmpty }
    }
    return nil
  }

  /// For each module a short text that changes with all that it is made from.
  private func keys(of modules: [WebModule]) -> [String: String] {
    var keys: [String: String] = [:]
    for module in modules {
      var key = Fingerprint()
      key.add(BuildStamp.state(of: toolchain.compiler))
      for option in module.options { key.add(option) }
      for source in module.sources { key.add((try? Data(contentsOf: checkout.root.appending(path: source))) ?? Data()) }
      for dependency in module.dependencies { key.add(keys[dependency] ?? "") }
      keys[module.name] = key.text
    }
    return keys
  }

  private func stamp(of module: WebModule) -> URL { folder.appending(path: "\(module.name).stamp") }

  private func isCurrent(_ module: WebModule, _ keys: [String: String]) -> Bool {
    ["swiftmodule", "o"].allSatisfy {
      FileManager.default.fileExists(atPath: folder.appending(path: "\(module.name).\($0)").path)
    } && (try? String(contentsOf: stamp(of: module), encoding: .utf8)) == keys[module.name]
  }

  private func failure(of module: WebModule, _ output: BuildOutput) -> BuildFailure {
    let errors = output.errors(relativeTo: checkout.root)
    guard let lesson = Course.taught.lessons.first(where: { $0.topic == module.name }), !errors.isEmpty else {
      return BuildFailure(
        kind: .kit, sentence: "Compiling \(module.name) for WebAssembly failed. The compiler said:\n\(output.tail)")
    }
    return BuildFailure(
      kind: .lesson,
      sentence: "Lesson \(lesson.number) compiles for this computer, but not for a browser, where Swift is smaller: "
        + "it has no `any`, and `print` takes one text, as in print(\"z is \\(z[0, 0])\").",
      errors: errors)
  }

  // MARK: - Linking

  private func link(_ modules: [WebModule]) throws -> Data {
    let program = folder.appending(path: "playground.wasm")
    let options = [
      // Nothing runs by itself, and what is missing comes from the page.
      "--no-entry", "--allow-undefined", "--gc-sections", "--strip-all",
      // A stack that overflows must not write over the data; Sources/Playground/WebAssembly/Memory.swift frees memory.
      "--stack-first", "-z", "stack-size=1048576", "--wrap=free",
      // As much as a check allows: a loop that collects without end shall not take all that the computer has.
      "--max-memory=1073741824", "-o", program.path,
    ]
    let objects = modules.map { folder.appending(path: "\($0.name).o").path }
    let run = try BuildRun(
      toolchain.linker, options + objects, environment: ProcessInfo.processInfo.environment, building: "the playground")
    guard run.status.exit == 0 else {
      throw BuildFailure(kind: .kit, sentence: "Linking the playground failed. The linker said:\n\(run.output.tail)")
    }
    return try Data(contentsOf: program)
  }
}
