import Figures
import Foundation

/// Shows figures in the terminal and keeps them as SVG files.
struct Pictures {
  let lab: Lab
  let folder: String

  /// The words by which a picture of the Lab is known again, so that a newer one may take its place.
  private static let mark = "<!-- Drawn by course-check. -->\n"

  /// Prints a picture.
  func show(_ figure: any Picture, height: Int = 16) {
    let display = lab.display
    let style = TerminalStyle(usesColor: display.usesColor, isASCII: display.isASCII)
    lab.output.result("\n" + figure.terminal(width: min(display.width, 100), height: height, style: style))
  }

  /// Writes pictures as `NAME.svg` and says where.
  func keep(_ figures: [(name: String, figure: any Picture)]) throws(DataError) {
    let files = KeptFiles(report: lab.output.result)
    var paths: [String] = []
    for (name, figure) in figures {
      let path = folder + "/" + name + ".svg"
      try files.write(Data((Self.mark + figure.svg).utf8), to: path) { $0.starts(with: Data(Self.mark.utf8)) }
      paths.append(path)
    }
    lab.output.result(
      "\n" + (paths.count == 1 ? "Picture: " + paths.joined() : "Pictures:\n  " + paths.joined(separator: "\n  "))
        + "\n")
  }

  /// Writes the numbers of pictures as `NAME.json` and says where.
  func keepNumbers(_ figures: [(name: String, figure: any Picture)]) throws(DataError) {
    let files = KeptFiles(report: lab.output.result)
    var paths: [String] = []
    for (name, figure) in figures {
      guard let file = PictureFile(figure) else { continue }
      let path = folder + "/" + name + ".json"
      try files.write(file.data, to: path) { PictureFile($0) != nil }
      paths.append(path)
    }
    lab.output.result("Numbers:\n  " + paths.joined(separator: "\n  ") + "\n")
  }
}
