import Engine
import Foundation

/// Where a command works and how it speaks.
struct Workspace {
  /// The course's folder: the one with `Package.swift`.
  let root: URL
  /// Whose code it is about.
  let tree: Checkout.Tree
  /// The folder for what this program builds.
  let cache: URL
  var style: Style

  init(root: URL, tree: Checkout.Tree, cache: URL, style: Style) {
    self.root = root
    self.tree = tree
    self.cache = cache
    self.style = style
  }

  /// The workspace around the current folder.
  init(_ options: CommonOptions) throws(UsageError) {
    let here = URL(filePath: FileManager.default.currentDirectoryPath)
    guard let root = Checkout.root(around: here) else {
      throw UsageError(
        "This folder does not belong to the course. Change to the folder with Package.swift and run again.")
    }
    self.init(root: root, tree: options.tree, cache: Self.cache(of: root), style: Style(options))
  }

  /// The lessons of the selected tree, or one of them on the reference solutions of all others.
  func checkout(isolating lesson: Lesson? = nil) -> Checkout {
    Checkout(root: root, tree: tree, isolatedLesson: lesson?.number)
  }

  /// The folder for what this program builds: beside itself, where whatever built it could write, too.
  ///
  /// So it follows `--scratch-path`, goes with `swift package clean`, and needs no knowledge of how folders of builds look.
  private static func cache(of root: URL) -> URL {
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath()
    return (program?.deletingLastPathComponent() ?? root.appending(path: ".build")).appending(path: "lesson-builds")
  }
}
