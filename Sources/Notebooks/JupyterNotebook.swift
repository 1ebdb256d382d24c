import Engine
import Markup

/// A page as a notebook of Jupyter's format 4.5.
enum JupyterNotebook {
  /// The text of the file.
  static func text(of page: WovenPage) -> String {
    var names = CellNames()
    var cells: [JSON] = []
    for block in page.sections.flatMap(\.blocks) {
      let name = names.name(of: block)
      cells += self.cells(of: block, name, command: cells.isEmpty ? page.command : nil)
    }
    // There is no kernel that could run the cells: what they gave stands below them, and Jupyter offers none.
    let language: JSON = .object([
      "file_extension": .text(".swift"), "mimetype": .text("text/x-swift"), "name": .text("swift"),
    ])
    return JSON.object([
      "cells": .list(cells), "metadata": .object(["language_info": language]), "nbformat": .number(4),
      "nbformat_minor": .number(5),
    ]).file
  }

  /// The cells of a block; the first one of a notebook says how it is made.
  private static func cells(of block: WovenBlock, _ name: String, command: String?) -> [JSON] {
    switch block {
    case .prose(let text, _):
      // Jupyter shows what could run something, and to it a picture in SVG could, only of notebooks that are trusted.
      let remark = command.map {
        "\n\n*`\($0)` makes this notebook anew; it needs no kernel to be read. Where you see words instead of pictures, "
          + "choose Trust Notebook in Jupyter's command palette.*"
      }
      return [markdown(name, text + (remark ?? ""))]
    case .folded: return [markdown(name, MarkdownNotebook.text(of: block))]
    case .output(let text, _, let command): return [outputs(name, of: command, [stream(text)])]
    case .picture(let picture):
      return [outputs(name, of: picture.origin, [display(picture)])] + remark(on: picture, name)
    case .exercise(let code): return cells(of: code, name)
    }
  }

  /// The code with what it gives.
  ///
  /// The line on which it stands in its file is left out: it would change whenever something above it does.
  private static func cells(of code: WovenCode, _ name: String) -> [JSON] {
    var given = [stream(code.checks ?? "Checks: \(WovenCode.unchecked)\n")]
    if !code.numbers.isEmpty { given.append(display(code.numbers)) }
    guard let text = code.code else {
      return [markdown("\(name)-place", "**Code** · \(code.place)"), outputs(name, of: code.command, given)]
    }
    return [cell(name, source: text, given)]
  }

  private static func remark(on picture: WovenPicture, _ name: String) -> [JSON] {
    picture.remark.map { [markdown("\(name)-remark", "*\($0)*")] } ?? []
  }

  // MARK: - Cells

  private static func markdown(_ name: String, _ text: String) -> JSON {
    .object(["cell_type": .text("markdown"), "id": .text(name), "metadata": .object([:]), "source": .lines(text)])
  }

  private static func cell(_ name: String, source: String, _ outputs: [JSON]) -> JSON {
    .object([
      "cell_type": .text("code"), "execution_count": .null, "id": .text(name),
      "metadata": .object([:]),
      "outputs": .list(outputs), "source": .lines(source),
    ])
  }

  /// Something to look at that no code of the notebook gives, below a comment that says where it comes from.
  ///
  /// A picture in a cell of text would be a link to a file that GitHub and nbviewer do not follow, and as an attachment
  /// Jupyter knows no SVG. As an output of a cell all of them show it, and VS Code, too.
  private static func outputs(_ name: String, of origin: String, _ outputs: [JSON]) -> JSON {
    cell(name, source: "// \(origin)", outputs)
  }

  // MARK: - Outputs

  private static func stream(_ text: String) -> JSON {
    .object(["name": .text("stdout"), "output_type": .text("stream"), "text": .lines(text)])
  }

  private static func display(_ picture: WovenPicture) -> JSON {
    var data = ["text/plain": JSON.lines(picture.words)]
    if let svg = picture.svg { data["image/svg+xml"] = .lines(svg) }
    return display(data)
  }

  private static func display(_ numbers: [DemonstratedCall]) -> JSON {
    let table = HTMLWriter().table([["call", "result"]] + numbers.map { [$0.call, $0.result] })
    let text = numbers.map { "\(Inline.plain($0.call)) → \(Inline.plain($0.result))" }.joined(separator: "\n")
    return display(["text/html": .lines(table), "text/plain": .lines(text)])
  }

  private static func display(_ data: [String: JSON]) -> JSON {
    .object(["data": .object(data), "metadata": .object([:]), "output_type": .text("display_data")])
  }
}

/// Gives each cell a name that it keeps while others change.
private struct CellNames {
  private var taken: Set<String> = []
  /// The part of the page before, which is there whatever the student has written.
  private var last = "top"

  /// The name of a block's cell: 1 to 64 letters, digits and hyphens, as the format wants it.
  mutating func name(of block: WovenBlock) -> String {
    let name: String
    switch block {
    case .prose(let text, nil):
      let heading = text.prefixMatch(of: /#+ ([^\n]*)/).map { HTML.slug($0.1) } ?? ""
      name = heading.isEmpty ? "after-\(last)" : heading
      if !heading.isEmpty { last = heading }
    case .prose(_, let given?): name = given
    case .output(_, let given, _): name = given
    case .picture(let picture): name = "picture-\(HTML.slug(picture.name))"
    case .exercise(let code): name = "code-\(HTML.slug(code.exercise.description))"
    case .folded: name = "rest"
    }
    switch block {
    case .picture, .exercise, .output(_, "report", _): last = name
    default: break
    }
    // Room is left for what is put behind it.
    let short = String(name.prefix(48))
    var free = short
    var count = 2
    while !taken.insert(free).inserted {
      free = "\(short)-\(count)"
      count += 1
    }
    return free
  }
}
