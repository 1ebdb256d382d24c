import Foundation
import Judge

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
    let executable = executable(of: product)
    let stamp = stamp(of: product, swift)
    if stamp.isCurrent { return .success(executable) }
    forgetTimes(of: product)
    let result = run(swift, product)
    switch result {
    case .failure(let failure):
      return .failure(failure)
    case .success(let (status, output)):
      if status.exit == 0 {
        stamp.write()
        return .success(executable)
      }
      return .failure(BuildFailure(output, of: product, in: checkout, swift: swift, status: status))
    }
  }

  /// A short text that changes with all that goes into a program.
  func fingerprint(of product: BuildProduct) -> String {
    stamp(of: product, Toolchain.swift() ?? "").fingerprint
  }

  private func stamp(of product: BuildProduct, _ swift: String) -> BuildStamp {
    BuildStamp(
      product, in: checkout, scratch: scratch, toolchain: swift, executable: executable(of: product))
  }

  private func executable(of product: BuildProduct) -> String {
    scratch.appending(path: "\(product.configuration)/\(product.name)").path
  }

  /// Makes the compiler look at the lessons themselves, and not at the time of its last change.
  ///
  /// It knows that time to the second only (Swift 6.3 on Linux), so it would pass over an edit that is made within a
  /// second of the one that it compiled: a formatter's after the student's, for example.
  private func forgetTimes(of product: BuildProduct) {
    for part in product.parts {
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

  private func run(
    _ swift: String, _ product: BuildProduct
  ) -> Result<(ExitStatus, BuildOutput), BuildFailure> {
    var environment = ProcessInfo.processInfo.environment
    environment["COURSE_TREE"] = checkout.tree.rawValue
    environment["COURSE_ISOLATE"] = checkout.isolatedLesson.map(String.init)
    environment.merge(product.environment) { $1 }
    let temporary = temporaryFolder
    try? FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: temporary) }
    environment["TMPDIR"] = temporary.path
    let child: ChildProcess
    do {
      child = try ChildProcess(
        swift,
        [
          "build", "--package-path", checkout.root.path, "--scratch-path", scratch.path, "--product", product.name,
          "--configuration", product.configuration,
        ] + product.options, environment: environment)
    } catch {
      let reason = (error as? LaunchError)?.reason ?? "\(error)"
      return .failure(
        BuildFailure(
          kind: .kit,
          sentence:
            "The Swift toolchain could not be started (\(swift): \(reason)). Install it again and run the same command."
        ))
    }
    var output = BuildOutput()
    var progress = BuildProgress(of: product.title)
    var unfinished: [Int32: [UInt8]] = [child.output: [], child.messages: []]
    while !unfinished.isEmpty {
      let ready = Stream.ready(reading: Array(unfinished.keys), until: .now + .milliseconds(200))
      progress.update()
      for stream in ready {
        let bytes = Stream.read(stream)
        var pieces = (unfinished[stream, default: []] + bytes)
          .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        unfinished[stream] = bytes.isEmpty ? nil : pieces.popLast().map(Array.init)
        for piece in pieces {
          let line = String(decoding: piece, as: UTF8.self)
          output.append(line)
          progress.update(line)
        }
      }
    }
    progress.finish()
    return .success((child.wait(), output))
  }
}
