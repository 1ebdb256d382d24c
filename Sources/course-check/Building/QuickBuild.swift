import Engine
import Foundation

/// Builds a program after an edit of its lessons by compiling those and linking, and nothing else.
///
/// `swift build` takes most of its time to find out that there is nothing else to do. So its own commands are kept
/// (`BuildRecipe`), and are run again with other places for what they make. The program that comes out is the one that
/// `swift build` would make of the same sources, because
/// - nothing that these commands read has changed since `swift build` ran them, except for lessons;
/// - each lesson that has changed is compiled anew, and its module comes out byte for byte as it was. The module is all
///   that the compiler sees of a lesson when it compiles another file, so all other files are compiled right as they are.
///
/// Where one of these does not hold, or a command fails, there is no such program, and `swift build` has the word.
/// Nothing that SwiftPM made is replaced, so it finds the files as it left them.
struct QuickBuild {
  /// The program that is built here, which has its own place beside SwiftPM's.
  let stamp: BuildStamp
  private let folder: URL
  private let executable: String
  private let checkout: Checkout
  private var recipeFile: URL { folder.appendingPathExtension("recipe") }

  /// Creates the quick way to a program.
  ///
  /// - Parameters:
  ///   - executable: the program that SwiftPM builds.
  ///   - folder: the folder for what is built here.
  ///   - checkout: the course.
  init(to executable: URL, in folder: URL, of checkout: Checkout) {
    self.executable = executable.path
    self.folder = folder.appending(path: executable.lastPathComponent)
    self.checkout = checkout
    stamp = BuildStamp(of: self.folder.appending(path: executable.lastPathComponent), in: self.folder)
  }

  /// Keeps how SwiftPM has just built the program.
  func learn(from plan: BuildPlan, _ sources: BuildSources) {
    try? FileManager.default.removeItem(at: recipeFile)
    guard let recipe = BuildRecipe(plan, executable: executable, sources: sources, in: checkout) else { return }
    try? FileManager.default.createDirectory(
      at: recipeFile.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? JSONEncoder().encode(recipe).write(to: recipeFile)
  }

  /// How an attempt ended.
  enum Outcome {
    case built
    /// A lesson does not compile, and the compiler says why.
    case doesNotCompile(BuildRun)
    /// It cannot be done in this way.
    case impossible
  }

  /// Builds the program, if that can be done in this way.
  ///
  /// - Parameters:
  ///   - sources: what it is built from.
  ///   - run: runs a program with its arguments.
  func build(from sources: BuildSources, _ run: ([String]) -> BuildRun?) -> Outcome {
    guard let data = try? Data(contentsOf: recipeFile),
      let recipe = try? JSONDecoder().decode(BuildRecipe.self, from: data),
      recipe.holds(for: sources, executable: executable, in: checkout)
    else { return .impossible }
    try? FileManager.default.removeItem(at: folder)
    // A compiler that a killed check has left behind may still write into the place of that one.
    let place = folder.appending(path: UUID().uuidString)
    let changed = recipe.compilations.filter { sources.lessons[$0.key] != recipe.sources.lessons[$0.key] }
    var lessons: [RedirectedCompilation] = []
    for (file, command) in changed {
      guard let lesson = RedirectedCompilation(of: command, into: place), lesson.prepare(),
        let result = run(lesson.arguments)
      else { return .impossible }
      let errors = result.output.errors(relativeTo: checkout.root)
      if result.status.exit == 1, changed.count == 1, !errors.isEmpty, errors.allSatisfy({ $0.file == file }) {
        return .doesNotCompile(result)
      }
      guard result.status.exit == 0, lesson.makesSameModule else { return .impossible }
      lessons.append(lesson)
    }
    // Another build may have gone on in the meantime.
    return link(recipe, with: lessons, in: place, run)
      && recipe.holds(for: sources, executable: executable, in: checkout)
      ? .built : .impossible
  }

  /// Links the program from SwiftPM's object files, with those of the changed lessons in their places.
  private func link(
    _ recipe: BuildRecipe, with lessons: [RedirectedCompilation], in place: URL, _ run: ([String]) -> BuildRun?
  ) -> Bool {
    guard let list = recipe.link.inputs.first(where: { $0.hasSuffix(".LinkFileList") }),
      recipe.link.arguments.contains("@" + list), let text = try? String(contentsOfFile: list, encoding: .utf8)
    else { return false }
    var files = text.components(separatedBy: "\n")
    var ownFiles: [String] = []
    for lesson in lessons {
      // The line may have quotes.
      guard let index = files.firstIndex(where: { $0.contains(lesson.object) }) else { return false }
      ownFiles.append(lesson.redirected(files.remove(at: index)))
    }
    // The driver puts a file of its own beside the first one.
    ownFiles += files
    let ownList = place.appending(path: "Objects.LinkFileList")
    let program = place.appending(path: URL(filePath: executable).lastPathComponent)
    do {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try Data(ownFiles.joined(separator: "\n").utf8).write(to: ownList)
    } catch {
      return false
    }
    var places = ["@" + list: "@" + ownList.path]
    for executable in recipe.link.outputs { places[executable] = program.path }
    return ([recipe.link] + recipe.finish).allSatisfy { command in
      run(command.arguments.map { places[$0] ?? $0 })?.status.exit == 0
    } && (try? FileManager.default.moveItem(at: program, to: URL(filePath: stamp.executable))) != nil
  }
}
