import Foundation

/// The commands that `swiftc` would start for its arguments, asked for once with its option `-###`.
///
/// `swiftc` is a driver, which takes as long to find out what to start as that takes for one short file. Where these commands
/// cannot be had, `swiftc` itself does the work; it would do the same.
struct DriverJobs {
  private let compiler: Compiler
  private let cache: BuildCache

  /// What stands for the folder in which something is made, which is another one each time.
  private static let place = "@WORKPLACE@"

  init(of compiler: Compiler, _ cache: BuildCache) {
    self.compiler = compiler
    self.cache = cache
  }

  /// The programs with their arguments, in the order in which they must run; nil if they are not to be had.
  ///
  /// - Parameters:
  ///   - arguments: what `swiftc` would be told.
  ///   - workplace: the folder for what is made.
  func commands(for arguments: [String], in workplace: URL) -> [[String]]? {
    // The driver quotes what a shell would take apart; then it had better do the work itself.
    let isPlain = { (text: String) in
      text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-./@+=:,#".contains($0)) }
    }
    guard arguments.allSatisfy(isPlain) else { return nil }
    let question =
      [compiler.path, compiler.version, FileManager.default.currentDirectoryPath] + Compiler.choice + arguments
    let answer = try? cache.note(
      on: question.joined(separator: "\n").replacing(workplace.path, with: Self.place)
    ) { () throws(BuildFailure) in
      let outcome = try ToolRun(compiler.path, ["-###"] + arguments, temporary: workplace).outcome()
      guard outcome.isSuccess else { throw BuildFailure(outcome, building: "") }
      return outcome.result.replacing(workplace.path, with: Self.place)
    }
    let lines = (answer ?? "").split(separator: "\n")
    let commands: [[String]] = lines.map { line in
      line.split(separator: " ").map { String($0).replacing(Self.place, with: workplace.path) }
    }
    guard !commands.isEmpty, commands.joined().allSatisfy(isPlain),
      commands.allSatisfy({ $0[0].hasPrefix("/") && Program.path(of: $0[0]) != nil })
    else { return nil }
    return commands
  }
}
