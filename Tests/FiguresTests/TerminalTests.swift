import Foundation
import Testing

@testable import Figures

@Suite
struct TerminalTests {
  @Test("no line is wider than asked for", arguments: FigureSamples.all.map(\.name))
  func widths(name: String) throws {
    let figure = try #require(FigureSamples.all.first { $0.name == name }).figure
    for width in Array(24...120) + [200] {
      for isASCII in [false, true] {
        let text = figure.terminal(width: width, height: 16, style: TerminalStyle(usesColor: false, isASCII: isASCII))
        let longest = text.split(separator: "\n").map(\.count).max() ?? 0
        #expect(longest <= width, "\(width) columns")
        #expect(text.hasSuffix("\n"))
      }
    }
  }

  @Test("without colour there is no escape sequence, and colour changes nothing else")
  func colour() {
    for (_, figure) in FigureSamples.all {
      let plain = figure.terminal(width: 80, height: 18, style: TerminalStyle(usesColor: false, isASCII: false))
      let coloured = figure.terminal(width: 80, height: 18, style: TerminalStyle(usesColor: true, isASCII: false))
      #expect(!plain.contains("\u{1B}"))
      #expect(coloured.contains("\u{1B}["))
      #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
      #expect(
        coloured.split(separator: "\n").allSatisfy {
          !$0.contains("\u{1B}") || $0.hasSuffix("\u{1B}[0m") || $0.contains("\u{1B}[0m")
        })
    }
  }

  @Test("plain ASCII is plain ASCII, whatever the words")
  func ascii() {
    for (_, figure) in FigureSamples.all {
      let text = figure.terminal(width: 80, height: 18, style: TerminalStyle(usesColor: false, isASCII: true))
      #expect(text.allSatisfy { $0.isASCII })
    }
  }

  @Test("words cannot move the cursor")
  func controlCharacters() {
    let figure = Figure(
      "a\u{1B}[2Jb\r\nc",
      panels: [Panel(title: "\t", x: Axis("\u{7}"), y: Axis("\u{9B}"), marks: [.rule(name: "\u{8}", x: 1)])])
    let text = figure.terminal(width: 60, height: 12, style: TerminalStyle(usesColor: false, isASCII: false))
    let isControl = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory == .control && scalar != "\n" }
    #expect(!text.unicodeScalars.contains(where: isControl))
    #expect(text.hasPrefix("a [2Jb c\n"))
  }

  @Test("a long title goes on in the next line, and no label is cut where two could look alike")
  func longWords() {
    let style = TerminalStyle(usesColor: false, isASCII: true)
    #expect(style.wrapped("one two  three", to: 8) == ["one two", "three"])
    #expect(style.wrapped("extraordinary", to: 8) == ["extrao.."])
    let text = FigureSamples.comparison.terminal(width: 40, height: 12, style: style)
    #expect(text.contains("[2, 32, 32, 1]\n") && text.contains("[2, 32, 32, 32, 1]\n"))
  }

  @Test("a row of panels is as high as asked for")
  func heights() {
    for height in [10, 16, 30] {
      let text = FigureSamples.weightNorms.terminal(
        width: 60, height: height, style: TerminalStyle(usesColor: false, isASCII: true))
      // Title and blank line above, blank line and legend below.
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().count == height + 4)
    }
  }

  @Test("each curve shows its symbol, in colour or not")
  func symbols() {
    for isASCII in [false, true] {
      let style = TerminalStyle(usesColor: false, isASCII: isASCII)
      for width in [40, 80] {
        let text = FigureSamples.activations.terminal(width: width, height: 18, style: style)
        let plots = text.split(separator: "\n").dropLast(width == 40 ? 2 : 1).joined()
        for look in 0..<3 {
          #expect(plots.contains(style.symbol(look)))
        }
      }
    }
  }

  @Test("in a cell with points of both classes the larger number wins")
  func majority() {
    let many = [Point](repeating: Point(0.5, 0.5), count: 3)
    let few = [Point(0.5, 0.5), Point(0, 0), Point(1, 1)]
    let figure = Figure(
      "",
      panels: [
        Panel(
          title: "", x: Axis("", range: 0...1), y: Axis("", range: 0...1),
          marks: [.points(name: "many", points: many), .points(name: "few", points: few)])
      ])
    let text = figure.terminal(width: 40, height: 12, style: TerminalStyle(usesColor: false, isASCII: true))
    // One cell for all of the first class and two for the second, and each once in the legend.
    #expect(text.filter { $0 == "x" }.count == 3)
    #expect(text.components(separatedBy: "\n").dropLast(2).joined().filter { $0 == "o" }.count == 1)
  }
}
