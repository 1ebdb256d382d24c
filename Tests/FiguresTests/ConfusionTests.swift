import Testing

@testable import Figures

@Suite
struct ConfusionTests {
  private static func figure(_ size: Int, count: Int = 50, name: String = "class") -> Figure {
    let counts = (0..<size).map { row in (0..<size).map { $0 == row ? count : (row + 2 * $0) % 5 } }
    return .confusion(title: "title", counts: counts, names: (0..<size).map { "\(name) \($0)" })
  }

  private static func text(_ figure: Figure, width: Int = 80, isASCII: Bool = true) -> String {
    figure.terminal(width: width, height: 10, style: TerminalStyle(usesColor: false, isASCII: isASCII))
  }

  @Test("a share is one of its row, and a class without examples has none")
  func shares() throws {
    let panel = Figure.confusion(title: "", counts: [[3, 1], [0, 0], [2, 2]], names: ["a", "b"]).panels[0]
    let table = try #require(ConfusionTable(panel))
    #expect(
      table.texts { "\(table.share($0, $1))" } == [
        ["0.75", "0.25", "0.0"], ["0.0", "0.0", "0.0"], ["0.5", "0.5", "0.0"],
      ])
    let huge = try #require(ConfusionTable(Figure.confusion(title: "", counts: [[.max, .max]], names: []).panels[0]))
    #expect(huge.share(0, 1) == 0.5 && huge.counts == [[.max, .max], [0, 0]])
  }

  @Test("up to twelve classes each count is printed in its cell, up to ten million", arguments: 2...12)
  func counts(size: Int) throws {
    for count in [7, 4321, 10_000_000] {
      let figure = Self.figure(size, count: count)
      let check = XMLCheck(figure.svg)
      let texts = ["\(count)", count == 10_000_000 ? "10⁷" : nil].compactMap(\.self)
      let text = try #require(texts.first { text in check.texts.filter { $0 == text }.count == size })
      let layout = SVGPanelLayout(figure.panels[0], legend: Legend(figure), width: 616, plotHeight: 300)
      #expect(SVGText.width(text, size: 14) + 7 < layout.plotWidth / Double(size))
    }
  }

  @Test("of fifty classes every name stands at its row, and numbers at some columns")
  func manyClasses() {
    let check = XMLCheck(Self.figure(50).svg)
    #expect((0..<50).allSatisfy { number in check.texts.filter { $0 == "class \(number)" }.count == 1 })
    #expect(stride(from: 0, to: 50, by: 5).allSatisfy { check.texts.contains("\($0)") })
    #expect(!check.texts.contains("50"))
  }

  @Test("what is right is framed, and has another colour than what is not")
  func diagonal() throws {
    let check = XMLCheck(Self.figure(4).svg)
    let frames = check.elements.filter { $0.name == "rect" && $0.attributes["stroke"] == SVGLook.ink }
    // One of them stands in the legend.
    #expect(frames.count == 5)
    let fill = SVGLook.shareColour(try #require(SVGLook.shareShade(50.0 / 53, isRight: true)))
    let cells = try #require(check.elements.first { $0.attributes["stroke"] == fill }?.attributes["d"])
    #expect(cells.contains("M1 1h1m1 2h1"))
  }

  @Test("special characters in names come through, odd names are named by their number")
  func names() {
    let check = XMLCheck(
      Figure.confusion(title: "", counts: [[1, 0], [0, 1]], names: ["<b> & \"c\"", "\u{200B} \u{7}"]).svg)
    #expect(check.problem == nil)
    #expect(check.texts.filter { $0 == "<b> & \"c\"" }.count == 2 && check.texts.filter { $0 == "class 1" }.count == 2)
  }

  @Test("names that are too long are shortened and numbered, so that no two look alike")
  func longNames() {
    let name = "a name that is much longer than there is room"
    let figure = Self.figure(3, name: name)
    let texts = XMLCheck(figure.svg).texts.filter { $0.contains("a name") && $0.hasSuffix("…") }
    #expect(texts.count == 6 && Set(texts.map { $0.prefix(8) }) == ["0 a name", "1 a name", "2 a name"])
    #expect(Self.text(figure, width: 40).contains("1 a name"))
  }

  @Test("the terminal shows counts, else percents, else shades, with names if there is room for them")
  func forms() {
    #expect(Self.text(Self.figure(3)).contains("true class  class 0  class 1  class 2"))
    let numbered = Self.text(Self.figure(10))
    #expect(numbered.contains("9 class 9") && numbered.contains("[50]") && numbered.contains("  8   9\n"))
    let percents = Self.text(Self.figure(10, count: 10_000_000))
    #expect(percents.contains("[99]") && percents.contains("Percent of the examples"))
    let shades = Self.text(Self.figure(50))
    #expect(shades.contains("#") && shades.contains("to 100%") && !shades.contains("[50]"))
  }

  @Test("what does not fit beside each other follows below, with its own heads and labels")
  func parts() {
    let text = Self.text(Self.figure(50), width: 24)
    let rows = text.split(separator: "\n").filter { $0.contains(/^42 class/) }
    #expect(rows.count == 4)
    #expect(rows.map { $0.dropFirst(11).count }.reduce(0, +) == 50)
    #expect(rows.joined().filter { $0 == "+" || $0 == "#" || $0 == "*" }.count == 1)
  }

  @Test("no line of any table is wider than asked for, pictures in names included", arguments: [2, 3, 10, 50])
  func widths(size: Int) {
    for name in ["c", "class", "a name that is much longer than there is room", "\u{1F44D}\u{65E5}\u{672C}"] {
      for count in [0, 50, 10_000_000] {
        for width in [24, 25, 31, 80, 100] {
          for isASCII in [false, true] {
            let text = Self.text(Self.figure(size, count: count, name: name), width: width, isASCII: isASCII)
            let lines = text.split(separator: "\n")
            #expect(lines.allSatisfy { $0.cells <= width }, "\(name) \(count) in \(width)")
            #expect(!isASCII || text.allSatisfy { $0.isASCII })
          }
        }
      }
    }
  }

  @Test("columns stand below each other whatever the names are made of")
  func alignment() {
    let text = Figure.confusion(
      title: "", counts: [[5, 0], [0, 5]], names: ["\u{1F44D} \u{65E5}\u{672C}", "\u{202E}plain"]
    ).terminal(width: 60, height: 10, style: TerminalStyle(usesColor: false, isASCII: false))
    let rows = text.split(separator: "\n").filter { $0.contains("[5]") }
    #expect(rows.count == 2)
    let ends = rows.map { $0.prefix { $0 != "]" }.cells }
    #expect(ends[1] - ends[0] == 9)
  }

  @Test("nothing is rounded to none or to all")
  func rounding() {
    let text = Figure.confusion(
      title: "", counts: [[9_999_999, 1, 0], [0, 10_000_000, 0], [0, 0, 0]], names: ["a", "b", "c"]
    ).terminal(width: 30, height: 10, style: TerminalStyle(usesColor: false, isASCII: true))
    #expect(text.contains("a           [99]   0    .\n"))
    #expect(text.contains("b             . [100]   .\n"))
    #expect(text.contains("c             .    .   [.]\n"))
  }
}

extension StringProtocol {
  /// The cells that the text takes on a terminal.
  fileprivate var cells: Int {
    reduce(0) { $0 + ($1 == "\u{200B}" ? 0 : $1.isDoubleWidth ? 2 : 1) }
  }
}
