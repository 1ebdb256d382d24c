import Foundation
import LabKit
import Notebooks

/// Pictures that the Lab draws for a notebook.
struct LabPictures {
  private let workspace: Workspace

  init(in workspace: Workspace) {
    self.workspace = workspace
  }

  /// Why no pictures were drawn; it has been said already.
  struct Failure: Error {
    let exitCode: ExitCode
  }

  /// Draws pictures, all with one build of the Lab, and returns them as SVG by their names.
  func drawn(_ names: [String]) -> Result<[String: String], Failure> {
    let folder = workspace.cache.appending(path: "figures-\(getpid())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let status = LabWork(.figures(FiguresRequest(names, folder: folder.path)), in: workspace).run()
    guard status == .allPass else { return .failure(Failure(exitCode: status)) }
    let texts = names.compactMap { name in
      let file = folder.appending(path: "\(name).svg")
      return (try? String(contentsOf: file, encoding: .utf8)).map { (name, $0) }
    }
    return .success(Dictionary(texts) { first, _ in first })
  }
}

extension Plot {
  /// The picture as a notebook knows it.
  var picture: NotebookPicture {
    let text = summary.replacing("your gradients", with: "the gradients")
    return NotebookPicture(
      name: name, caption: text.prefix(1).uppercased() + text.dropFirst(), lessons: lessons.map(\.number))
  }
}
