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
    let arguments: Arguments
    do {
      arguments = try Arguments(words, environment: ProcessInfo.processInfo.environment)
    } catch {
      FileHandle.standardError.write(Data((error.sentence + "\n").utf8))
      return .wrongUsage
    }
    let style = Style(isASCII: arguments.isASCII)
    if arguments.command == .help {
      style.write(HelpText.text)
      return .allPass
    }
    let here = URL(filePath: FileManager.default.currentDirectoryPath)
    guard let root = Checkout.root(around: here) else {
      FileHandle.standardError.write(
        Data("This folder does not belong to the course. Change to the folder with Package.swift and run again.\n".utf8)
      )
      return .wrongUsage
    }
    if arguments.command == .hint, let exercise = arguments.exercise {
      return HintCommand(exercise: exercise, step: arguments.step, root: root, style: style).run()
    }
    let checkout = Checkout(
      root: root, tree: arguments.tree, isolatedLesson: arguments.isIsolated ? arguments.lesson : nil)
    return CheckCommand(arguments: arguments, checkout: checkout, products: products(of: root), style: style).run()
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
