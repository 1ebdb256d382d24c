import Building
import Course
import CourseFiles
import Engine
import Foundation
import LabKit
import Running
import Terminal

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
    Checkout(root: root, tree: tree, isolatedLesson: lesson?.number, lessons: Course.taught.outline)
  }

  /// What builds the lessons of such a checkout, and shows how far it is.
  func builder(isolating lesson: Lesson? = nil) -> Builder {
    Builder(checkout(isolating: lesson), in: cache, show: BuildProgressLine().show)
  }

  /// What examines them.
  func examinations(isolating lesson: Lesson? = nil) -> Examinations {
    Examinations(of: .taught, with: builder(isolating: lesson))
  }

  /// The folder for what this program builds: beside itself, where whatever built it could write, too.
  ///
  /// So it follows `--scratch-path`, goes with `swift package clean`, and needs no knowledge of how folders of builds look.
  private static func cache(of root: URL) -> URL {
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath()
    return (program?.deletingLastPathComponent() ?? root.appending(path: ".build")).appending(path: "lesson-builds")
  }
}

extension Course {
  /// The course that the command speaks of; tests put a small one in its place.
  @TaskLocal static var taught = Course.neuralNetwork
}

extension Display {
  /// What this program writes to at the moment.
  static func current(isASCII: Bool, usesColor: Bool) -> Display {
    Display(
      width: TerminalSize.columnsOrUsual, usesColor: usesColor, isASCII: isASCII,
      isLive: isatty(STDERR_FILENO) != 0)
  }
}

extension Style {
  /// Colour only on a terminal, and not if NO_COLOR is set (no-color.org), unless the options say something else.
  init(_ options: CommonOptions, environment: [String: String] = ProcessInfo.processInfo.environment) {
    let isTerminal = isatty(STDOUT_FILENO) != 0
    let isColoured =
      switch options.color {
      case .always: true
      case .never: false
      case .auto: isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
      }
    self.init(
      isColoured: isColoured, isASCII: options.isASCII,
      width: isTerminal ? TerminalSize.columnsOrUsual : nil,
      isWatched: environment[Self.watchedVariable] != nil)
  }
}
