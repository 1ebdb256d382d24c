/// For what a program is built, and with it what the compiler and the linker are told.
enum BuildSetting: Equatable {
  /// Hosts: lessons as a debugger would have them, so that every trap keeps its text and its line.
  case host
  /// The Lab: all is optimised for the processor that it runs on.
  case lab(Processor)
  /// The lessons in the page: WebAssembly without Swift's runtime.
  case web
  /// The kit in the page: the same, but small rather than fast.
  case pageKit

  /// A short name for folders.
  var name: String {
    switch self {
    case .host: "host"
    case .lab(let processor): "lab-\(processor.name)"
    case .web: "web"
    case .pageKit: "page-kit"
    }
  }

  /// Whether it runs in a browser.
  var isWeb: Bool { self == .web || self == .pageKit }

  /// What the compiler is told about a module, wherever its files lie.
  func options(for module: CourseModule, on platform: Platform, definitions: [String] = []) -> [String] {
    // Lessons see what is public alone; the kit's own modules form a package.
    let package = module.role == .lesson ? [] : ["-package-name", "course-kit"]
    // A program begins with the first line of its main.swift; the page calls functions.
    let isLibrary = module.role != .program || isWeb
    return [
      "-module-name", module.name, "-swift-version", "6", "-whole-module-optimization",
      // One process makes code and module, which takes half as long as two.
      "-no-emit-module-separately-wmo", "-avoid-emit-module-source-info",
    ]
      + (isLibrary ? ["-parse-as-library"] : []) + package + own(module, platform)
      + definitions.map { "-D\($0)" }
      // The modules that others read must not name the folders in which they were made.
      + ["-Xfrontend", "-no-serialize-debugging-options", "-diagnostic-style", "llvm", "-no-color-diagnostics"]
  }

  /// The runtime's report of a crash names the lines of all functions that were running.
  private static let traceable = ["-gline-tables-only", "-Xcc", "-fno-omit-frame-pointer"]

  /// The modules that a page's time goes to: what stands in loops over all numbers.
  private static let quick: Set = ["Kernels", "CourseKit"]

  private func own(_ module: CourseModule, _ platform: Platform) -> [String] {
    switch self {
    case .host:
      // Training in a check at -Onone would take a hundred times as long.
      return platform.options + Self.traceable + ["-DDEBUG", module.role == .kit ? "-O" : "-Onone"]
    case .lab(let processor):
      // Lesson 5's functions are generic: only across modules can the compiler make them for the Lab's own generator.
      return platform.options + Self.traceable + ["-O", "-cross-module-optimization"] + processor.options
    case .web:
      // What is loaded with the page shall be small.
      return Self.embedded + [Self.quick.contains(module.name) ? "-O" : "-Osize"]
        // What calls the lessons computes nothing itself: it need not be fast, but soon compiled.
        + (module.role == .program ? ["-Xfrontend", "-disable-sil-perf-optzns"] : [])
    case .pageKit:
      // The linker leaves out what only the whole program shows to be unused, a quarter of it. That takes its time, but once.
      return Self.embedded + ["-Osize", "-lto=llvm-full"]
    }
  }

  private static let embedded = [
    "-target", WebToolchain.target, "-enable-experimental-feature", "Embedded",
    // What the page lends, from `exp` to more memory, is declared with @_extern.
    "-enable-experimental-feature", "Extern",
    // Every browser since 2023 adds and multiplies two numbers at a time and copies memory in one instruction.
    "-Xcc", "-msimd128", "-Xcc", "-mbulk-memory", "-suppress-warnings",
  ]

  /// What the linker is told besides the objects and the program's place.
  func linking(on platform: Platform) -> [String] {
    switch self {
    case .host, .lab: platform.options + platform.linking
    case .web, .pageKit:
      [
        // Nothing runs by itself, and what is missing comes from the page.
        "--no-entry", "--allow-undefined", "--gc-sections", "--strip-all",
        // Each call is written with as many bytes as its target needs, not with the five that any may need.
        "--compress-relocations",
        // A stack that overflows must not write over the data; Sources/Playground/WebAssembly/Exchange/Memory.swift frees memory.
        "--stack-first", "-z", "stack-size=1048576", "--wrap=free",
        // As much as a check allows: a loop that collects without end shall not take all that the computer has.
        "--max-memory=1073741824",
      ]
    }
  }
}

/// The system that native programs are built for.
package enum Platform: Equatable {
  /// With whether the toolchain brings its own linker, which takes half as long as the system's.
  case linux(hasOwnLinker: Bool)
  /// With the folder of the SDK, and the processor's name as Apple writes it: arm64 or x86_64.
  case macOS(sdk: String, architecture: String)

  /// What the compiler is told.
  package var options: [String] {
    switch self {
    case .linux: []
    // Synchronization's Mutex and Atomic came with macOS 15, as the manifest says.
    case .macOS(let sdk, let architecture): ["-sdk", sdk, "-target", "\(architecture)-apple-macosx15.0"]
    }
  }

  /// What is told beside that where programs are linked.
  var linking: [String] { self == .linux(hasOwnLinker: true) ? ["-use-ld=lld"] : [] }
}
