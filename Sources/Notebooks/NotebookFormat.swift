import Engine

/// What a notebook can be written as.
package enum NotebookFormat: String, CaseIterable, Sendable {
  case markdown, ipynb, html

  /// What its files' names end with.
  var ending: String { self == .markdown ? "md" : rawValue }

  /// Whether pictures are files beside the notebook; otherwise they stand in it.
  var hasPictureFiles: Bool { self == .markdown }

  /// Whether the whole course is one file.
  var isOnePage: Bool { self == .html }

  /// What opens a file of it.
  package var reader: String {
    switch self {
    case .markdown: "in the Markdown preview of your editor, or on GitHub"
    case .ipynb: "in Jupyter or VS Code, or on GitHub"
    case .html: "in a browser; it needs no other file"
    }
  }

  /// The words that ask for it on the command line, with the space before them.
  package var words: String { self == .markdown ? "" : " --format \(rawValue)" }

  /// The text of a page.
  func text(of page: WovenPage) -> String {
    switch self {
    case .markdown: MarkdownNotebook.text(of: page)
    case .ipynb: JupyterNotebook.text(of: page)
    case .html: HTMLNotebook.text(of: page)
    }
  }
}

/// A file of the notebook, and which pages stand in it.
package struct NotebookFile {
  /// Its path, relative to the notebook's folder.
  let name: String
  let lessons: [Lesson]
  /// Whether the page that shows all lessons stands in it, too.
  let isOverview: Bool
}
