import Engine

/// How links lead from the notebook's folder to other files of the checkout.
struct NotebookLinks {
  /// The way from the notebook's folder up to the checkout, for example `../`.
  private let up: String
  /// The folder, relative to the checkout, from which the links of a page lead.
  private let pageFolder: String

  init(from notebook: String, page: String) {
    up = String(repeating: "../", count: notebook.split(separator: "/").count)
    pageFolder = page.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// A link to a file of the checkout.
  func target(_ file: String) -> String { up + file }

  /// A link to a line of a file, which names both.
  func link(to location: SourceLocation) -> String {
    let name = location.file.split(separator: "/").last ?? ""
    return "[\(name):\(location.line)](\(target(location.file))#L\(location.line))"
  }

  /// A line of the page, its links leading from the notebook to where they led from the page.
  func rebased(_ line: Substring) -> String {
    String(line).replacing(/\]\(([^)\s]+)\)/) { match in "](\(rebased(target: match.1)))" }
  }

  private func rebased(target: Substring) -> String {
    if target.hasPrefix("#") { return up + pageFolder + "/README.md" + target }
    if target.hasPrefix("/") || target.contains(/^[a-z]+:/) { return String(target) }
    var components = pageFolder.split(separator: "/")
    for component in target.split(separator: "/") {
      if component == ".." { _ = components.popLast() } else if component != "." { components.append(component) }
    }
    return up + components.joined(separator: "/")
  }
}
