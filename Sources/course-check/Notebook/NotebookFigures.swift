import Engine
import Foundation
import LabKit

/// The pictures of the notebook: each stands in the lesson that declares it.
struct NotebookFigures {
  private let workspace: Workspace
  /// The drawn pictures as SVG.
  private(set) var drawn: [PlotName: String] = [:]

  init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  /// The pictures of a lesson.
  static func names(of lesson: Lesson) -> [PlotName] {
    lesson.figures.compactMap(PlotName.init)
  }

  /// All lessons on whose code the notebook of a lesson depends.
  static func lessons(of lesson: Lesson) -> Set<Int> {
    Set([lesson.number] + lesson.prerequisites).union(names(of: lesson).flatMap(\.lessons).map(\.number))
  }

  /// Draws pictures, all with one build of the Lab; false if that failed, which has been said then.
  mutating func draw(_ names: [PlotName]) -> ExitCode {
    guard !names.isEmpty else { return .allPass }
    let folder = workspace.cache.appending(path: "figures-\(getpid())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let status = LabWork(.figures(FiguresRequest(names, folder: folder.path)), in: workspace).run()
    guard status == .allPass else { return status }
    for name in names {
      drawn[name] = try? String(contentsOf: folder.appending(path: "\(name.rawValue).svg"), encoding: .utf8)
    }
    return .allPass
  }
}

extension PlotName {
  /// The file of the picture, relative to the notebook's folder.
  var notebookFile: String { "figures/\(rawValue).svg" }

  /// What is to be seen, as a title.
  var caption: String {
    let text = summary.replacing("your gradients", with: "the gradients")
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
