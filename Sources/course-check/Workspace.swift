import Engine
import Foundation

/// Where a command works and how it speaks.
struct Workspace {
  /// The course's folder: the one with `Package.swift`.
  let root: URL
  /// Whose code it is about.
  let tree: Checkout.Tree
  /// The folder in which `swift run` put course-check itself; what it builds goes there, too.
  let products: URL
  var style: Style

  init(root: URL, tree: Checkout.Tree, products: URL, style: Style) {
    self.root = root
    self.tree = tree
    self.products = products
    self.style = style
  }

  /// The workspace around the current folder.
  init(_ options: CommonOptions) throws(UsageError) {
    let here = URL(filePath: FileManager.default.currentDirectoryPath)
    guard let root = Checkout.root(around: here) else {
      throw UsageError(
        "This folder does not belong to the course. Change to the folder with Package.swift and run again.")
    }
    self.init(root: root, tree: options.tree, products: Self.products(of: root), style: Style(options))
  }

  /// The lessons of the selected tree, or one of them on the reference solutions of all others.
  func checkout(isolating lesson: Lesson? = nil) -> Checkout {
    Checkout(root: root, tree: tree, isolatedLesson: lesson?.number)
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
