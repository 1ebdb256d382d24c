import Foundation
import Judge

/// The command line of the course.
@main
enum CourseCheck {
  static func main() {
    Interruption.watch()
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  private static func run(_ words: [String]) -> ExitCode {
    do throws(UsageError) {
      let environment = ProcessInfo.processInfo.environment
      return LabArguments.commands.contains(words.first ?? "")
        ? try run(LabArguments(words, environment: environment))
        : try run(Arguments(words, environment: environment))
    } catch {
      Message.write(error.sentence + "\n")
      return .wrongUsage
    }
  }

  private static func run(_ arguments: LabArguments) throws(UsageError) -> ExitCode {
    let style = Style(isASCII: arguments.isASCII)
    switch arguments.task {
    case .show(let text):
      style.write(text)
      return .allPass
    case .work(let command):
      let root = try courseFolder()
      let checkout = Checkout(root: root, tree: arguments.tree, isolatedLesson: nil)
      return LabCommand(command: command, checkout: checkout, products: products(of: root), style: style).run()
    }
  }

  private static func run(_ arguments: Arguments) throws(UsageError) -> ExitCode {
    let style = Style(isASCII: arguments.isASCII)
    if arguments.command == .help {
      style.write(HelpText.text)
      return .allPass
    }
    let root = try courseFolder()
    if arguments.command == .hint, let exercise = arguments.exercise {
      return HintCommand(exercise: exercise, step: arguments.step, root: root, style: style).run()
    }
    let checkout = Checkout(
      root: root, tree: arguments.tree, isolatedLesson: arguments.isIsolated ? arguments.lesson : nil)
    return CheckCommand(arguments: arguments, checkout: checkout, products: products(of: root), style: style).run()
  }

  /// The course's folder, which is the current one or above it.
  private static func courseFolder() throws(UsageError) -> URL {
    let here = URL(filePath: FileManager.default.currentDirectoryPath)
    guard let root = Checkout.root(around: here) else {
      throw UsageError(
        "This folder does not belong to the course. Change to the folder with Package.swift and run again.")
    }
    return root
  }

  /// The folder in which `swift run` built this program, so that hosts are built beside it.
  private static func products(of root: URL) -> URL {
    let standard = root.appending(path: ".build")
    guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return standard }
    // <products>/<platform>/<configuration>/course-check
    let folder = program.appending(path: "../../..").standardizedFileURL
    let isBuildFolder = FileManager.default.fileExists(atPath: folder.appending(path: "workspace-state.json").path)
    return isBuildFolder ? folder : standard
  }
}
