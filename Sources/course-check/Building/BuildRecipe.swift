import Engine
import Foundation

/// How SwiftPM built a program: its own commands, and the state in which they left the files.
struct BuildRecipe: Codable {
  /// What the program was built from.
  let sources: BuildSources
  /// What compiles each lesson, by the lesson's file.
  let compilations: [String: BuildCommand]
  /// What makes the program of the compiled files.
  let link: BuildCommand
  /// What is done with the program then: on macOS it is signed.
  let finish: [BuildCommand]
  /// The files that these commands read and make, but for the lessons, as they were after the build.
  private let states: [String: String]

  /// Takes the commands from SwiftPM's plan; nil if it has not just one for each step.
  ///
  /// - Parameters:
  ///   - plan: the plan of the build that has just made the program.
  ///   - executable: the program.
  ///   - sources: what it was built from.
  ///   - checkout: the course.
  init?(_ plan: BuildPlan, executable: String, sources: BuildSources, in checkout: Checkout) {
    let executable = URL(filePath: executable)
    let links = plan.commands.filter { Self.names(executable, in: $0.outputs) }
    guard links.count == 1 else { return nil }
    var compilations: [String: BuildCommand] = [:]
    for file in sources.lessons.keys {
      let source = checkout.root.appending(path: file)
      let found = plan.commands.filter { Self.names(source, in: $0.inputs) }
      guard found.count == 1 else { return nil }
      compilations[file] = found[0]
    }
    self.sources = sources
    self.compilations = compilations
    link = links[0]
    finish = plan.commands.filter { Self.names(executable, in: $0.inputs) }
    let lessons = Set(compilations.values.flatMap(\.inputs).filter { $0.hasSuffix(".swift") })
    let files = Set(([link] + finish + compilations.values).flatMap { $0.inputs + $0.outputs })
    let kept = files.subtracting(lessons).filter { $0.hasPrefix("/") }
    states = Dictionary(uniqueKeysWithValues: kept.map { ($0, BuildStamp.state(of: $0)) })
  }

  /// Whether all is as it was after the build, except for what the lessons say.
  func holds(for sources: BuildSources, executable: String, in checkout: Checkout) -> Bool {
    sources.surroundings == self.sources.surroundings && sources.lessons.keys == self.sources.lessons.keys
      // The folder may have been moved or copied.
      && Self.names(URL(filePath: executable), in: link.outputs)
      && compilations.allSatisfy { Self.names(checkout.root.appending(path: $0.key), in: $0.value.inputs) }
      && states.allSatisfy { BuildStamp.state(of: $0.key) == $0.value }
  }

  /// Whether a list of paths has a file, by whatever links they lead to it.
  private static func names(_ file: URL, in paths: [String]) -> Bool {
    let wanted = file.resolvingSymlinksInPath().path
    return paths.contains {
      $0.hasSuffix("/" + file.lastPathComponent) && URL(filePath: $0).resolvingSymlinksInPath().path == wanted
    }
  }
}
