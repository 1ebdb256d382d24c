import Engine
import Foundation

/// Builds hosts, and the Lab, with a nested `swift build`.
struct Builder {
  let checkout: Checkout
  /// The folder for build products; each choice of trees has its own, so that switching rebuilds nothing.
  let scratch: URL

  /// Creates a builder.
  ///
  /// - Parameters:
  ///   - checkout: the course.
  ///   - products: the folder in which `swift run` put course-check itself.
  ///   - subfolder: the folder in there for what is built in another way; empty for hosts.
  init(_ checkout: Checkout, products: URL, subfolder: String = "") {
    self.checkout = checkout
    let folder = subfolder.isEmpty ? products : products.appending(path: subfolder)
    scratch =
      checkout.isolatedLesson != nil
      ? folder.appending(path: "isolated")
      : checkout.tree == .lessons ? folder : folder.appending(path: checkout.tree.rawValue)
  }

  /// The folders in which builders of all choices of trees build, the one of `swift run` first.
  static func scratchFolders(in products: URL) -> [URL] {
    let lab = products.appending(path: "lab")
    return [products, lab].flatMap { folder in
      [folder, folder.appending(path: Checkout.Tree.solutions.rawValue), folder.appending(path: "isolated")]
    }
  }

  /// Builds a program and returns its path.
  func build(_ product: BuildProduct) -> Result<String, BuildFailure> {
    if let problem = LessonFiles(checkout).problem(of: product) { return .failure(problem) }
    guard let swift = Toolchain.swift() else {
      return .failure(
        BuildFailure(
          kind: .kit,
          sentence: "There is no `swift` in PATH any more. Install the toolchain again or put its usr/bin into PATH."))
    }
    let sources = BuildSources(of: product, in: checkout, toolchain: swift)
    let whole = BuildStamp(of: executable(of: product), in: notes)
    let quick = QuickBuild(to: executable(of: product), in: notes.appending(path: "quick"), of: checkout)
    if let current = [whole, quick.stamp].first(where: { $0.isCurrent(for: sources) }) {
      return .success(current.executable)
    }
    // What is edited meanwhile may or may not be in the program: then it is built once more.
    let isStill = { sources == BuildSources(of: product, in: checkout, toolchain: swift) }
    let failure = { (run: BuildRun) in
      BuildFailure(run.output, of: product, in: checkout, swift: swift, status: run.status)
    }
    switch quick.build(from: sources, { try? run($0[0], Array($0.dropFirst()), product) }) {
    case .built:
      if isStill() { quick.stamp.write(sources) }
      return .success(quick.stamp.executable)
    case .doesNotCompile(let run): return .failure(failure(run))
    case .impossible: break
    }
    forgetTimes(of: product)
    do {
      let run = try build(product, with: swift)
      guard run.status.exit == 0 else { return .failure(failure(run)) }
      if isStill() {
        whole.write(sources)
        // An optimised module holds the bodies of functions, so every edit would change it.
        if product.configuration == "debug" {
          quick.learn(from: BuildPlan(in: scratch, configuration: product.configuration), sources)
        }
      }
      return .success(whole.executable)
    } catch {
      let reason = (error as? LaunchError)?.reason ?? "\(error)"
      return .failure(
        BuildFailure(
          kind: .kit,
          sentence:
            "The Swift toolchain could not be started (\(swift): \(reason)). Install it again and run the same command."
        ))
    }
  }

  /// A short text that changes with all that goes into a program.
  func fingerprint(of product: BuildProduct) -> String {
    BuildSources(of: product, in: checkout, toolchain: Toolchain.swift() ?? "").fingerprint
  }

  /// The folder for notes on what was built.
  private var notes: URL { scratch.appending(path: "course-check") }

  private func executable(of product: BuildProduct) -> URL {
    scratch.appending(path: "\(product.configuration)/\(product.name)")
  }

  /// Makes the compiler look at the lessons themselves, and not at the time of its last change.
  ///
  /// It knows that time to the second only (Swift 6.3 on Linux), so it would pass over an edit that is made within a
  /// second of the one that it compiled: a formatter's after the student's, for example.
  private func forgetTimes(of product: BuildProduct) {
    for part in product.linkedLessons {
      let notes = scratch.appending(path: "\(product.configuration)/\(part.topic).build/primary.priors")
      try? FileManager.default.removeItem(at: notes)
    }
  }

  /// Where SwiftPM may leave its temporary folders behind, so that they can be taken away.
  ///
  /// It lies beside the system's other temporary folders and not in the checkout, for SwiftPM builds nothing when this
  /// path has letters outside ASCII (Swift 6.3 on Linux). It is the same each time, so that one which an interrupted
  /// build left there goes with the next.
  private var temporaryFolder: URL {
    var fingerprint = Fingerprint()
    fingerprint.add(scratch.path)
    return FileManager.default.temporaryDirectory.appending(path: "course-check-\(fingerprint.text)")
  }

  private func build(_ product: BuildProduct, with swift: String) throws -> BuildRun {
    let arguments = [
      "build", "--package-path", checkout.root.path, "--scratch-path", scratch.path, "--product", product.name,
      "--configuration", product.configuration,
    ]
    return try run(swift, arguments + product.options, product)
  }

  /// Runs a program that takes part in a build.
  private func run(_ program: String, _ arguments: [String], _ product: BuildProduct) throws -> BuildRun {
    var environment = ProcessInfo.processInfo.environment
    environment["COURSE_TREE"] = checkout.tree.rawValue
    environment["COURSE_ISOLATE"] = checkout.isolatedLesson.map(String.init)
    environment.merge(product.environment) { $1 }
    let temporary = temporaryFolder
    try? FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: temporary) }
    environment["TMPDIR"] = temporary.path
    return try BuildRun(program, arguments, environment: environment, building: product.title)
  }
}
