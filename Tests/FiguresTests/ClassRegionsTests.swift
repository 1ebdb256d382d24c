import CourseKit
import Testing

@testable import Figures

@Suite
struct ClassRegionsTests {
  @Test("the likeliest class is the first of equals, and there is none where a probability is no number")
  func likeliest() throws {
    let regions = ClassRegions(xRange: 0...1, yRange: 0...1, rows: 2, columns: 2) { points in
      #expect(points == Matrix([[0, 0], [1, 0], [0, 1], [1, 1]]))
      return Matrix([[0.2, 0.5, 0.3], [0.4, 0.2, 0.4], [0.1, .nan, 0.8], [0.1, 0.45, 0.45]])
    }
    #expect(regions.classCount == 3)
    let first = try #require(regions.likeliest(row: 0, column: 0))
    #expect(first == (1, 0.5))
    #expect(try #require(regions.likeliest(row: 0, column: 1)) == (0, 0.4))
    #expect(regions.likeliest(row: 1, column: 0) == nil)
    #expect(try #require(regions.likeliest(row: 1, column: 1)) == (1, 0.45))
    #expect(regions.certainty(of: 1.0 / 3) == 0 && regions.certainty(of: 1) == 1 && regions.certainty(of: 2) == 1)
  }

  @Test("of two classes the line is that of the field")
  func twoClasses() {
    let field = FigureSamples.moonField
    let regions = ClassRegions(
      grid: field.grid, probabilities: Matrix(field.values.elements.map { [1 - $0, $0] }))
    let pieces = Contour.pieces(of: regions.margin(of: 0), level: 0)
    let expected = Contour.pieces(of: field, level: 0.5)
    #expect(pieces.count == expected.count && pieces.count > 50)
    #expect(
      zip(pieces, expected).allSatisfy { ours, theirs in
        abs(ours.from.x - theirs.from.x) < 1e-9 && abs(ours.to.y - theirs.to.y) < 1e-9
      })
  }

  /// Three upright stripes with edges at x = 1 and x = 2, between the grid's points, and a class that is nowhere.
  private static func stripes(rows: Int = 5, columns: Int = 8) -> ClassRegions {
    ClassRegions(xRange: 0...3, yRange: 0...1, rows: rows, columns: columns) { points in
      FigureSamples.softmax(points, logits: [{ x, _ in 0 }, { x, _ in x - 1 }, { x, _ in 2 * x - 3 }, { _, _ in -9 }])
    }
  }

  private static func figure(_ regions: ClassRegions, names: [String] = ["a", "b", "c", "d"]) -> Figure {
    let data = ClassDataset(
      features: Matrix([[0.5, 0.5], [1.5, 0.5], [2.5, 0.5]]), classes: [0, 1, 2], classCount: 4)
    return .boundary(title: "", data: data, names: names, regions: regions)
  }

  @Test("where the likeliest class changes there is one straight line, drawn once")
  func lines() throws {
    let svg = Self.figure(Self.stripes()).svg
    let line = try #require(
      XMLCheck(svg).elements.compactMap { $0.attributes["d"] }.first {
        $0.contains(/^(M[\d.]+ [\d.]+(L[\d.]+ [\d.]+)+)+$/)
      })
    let pieces = line.split(separator: "M").map { $0.split { " L".contains($0) }.compactMap { Double($0) } }
    #expect(pieces.count == 2)
    // Where two probabilities cross they are no straight lines: it is off by less than a twentieth of a square.
    for piece in pieces {
      let places = stride(from: 0, to: piece.count, by: 2).map { piece[$0] }
      #expect(places.count == 5 && places.allSatisfy { abs($0 - places[0]) < 0.1 })
    }
  }

  @Test("a region has the colour of its class's scatter, stronger where the class is surer")
  func colours() throws {
    for look in 0..<50 {
      let colour = SVGLook.colour(look).channels
      let tints = (0..<SVGLook.strengthCount).map { SVGLook.regionColour(look, strength: $0).channels }
      var last = 0.0
      for tint in tints {
        // White is mixed with the colour, in the same proportion in all channels.
        let (most, strong) = try #require(zip(colour, tint).min { $0.0 < $1.0 })
        let strength = (255 - strong) / (255 - most)
        #expect(strength > last)
        #expect(zip(tint, colour).allSatisfy { abs(255 + ($1 - 255) * strength - $0) <= 1.1 })
        last = strength
      }
    }
  }

  @Test("each square is filled in the look of its class, which is that of the class's name")
  func fills() {
    let figure = Self.figure(Self.stripes())
    let legend = Legend(figure)
    #expect(figure.panels[0].marks.dropFirst().map(legend.look) == [0, 1, 2, 3])
    #expect((0..<4).map { legend.look(ofClass: $0, names: ["a", "b", "c", "d"]) } == [0, 1, 2, 3])
    let tints = (0..<4).map { look in (0..<SVGLook.strengthCount).map { SVGLook.regionColour(look, strength: $0) } }
    let fills = XMLCheck(figure.svg).elements.filter { $0.name == "path" && $0.attributes["fill"] == nil }
      .compactMap { $0.attributes["stroke"] }.filter { $0 != SVGLook.grid }
    let looks = fills.compactMap { fill in tints.firstIndex { $0.contains(fill) } }
    #expect(Set(looks) == [0, 1, 2] && looks == looks.sorted())
  }

  @Test("what is no number is left blank, in the SVG and in the terminal")
  func blank() {
    let regions = ClassRegions(xRange: 0...1, yRange: 0...1, rows: 3, columns: 3) { _ in
      Matrix((0..<9).map { $0 % 3 == 2 ? [.nan, 0] : [0.9, 0.1] })
    }
    let marks = [Mark.regions(regions, names: ["a", "b"])]
    let figure = Figure("", panels: [Panel(title: "", x: Axis(""), y: Axis(""), marks: marks)])
    let colour = SVGLook.regionColour(0, strength: SVGLook.strength(of: 0.8))
    // Two of three columns, and two more cells beyond each edge but the right one.
    let cells = "M0 0h4" + String(repeating: "m-4 1h4", count: 6)
    #expect(figure.svg.contains(#"<path d="\#(cells)" stroke="\#(colour)"/>"#))
    let text = figure.terminal(width: 43, height: 7, style: TerminalStyle(usesColor: false, isASCII: true))
    #expect(text.contains("|" + String(repeating: ".", count: 30) + "\n"))
  }

  @Test("in the terminal each region has a character of its own, and the symbols lie on it")
  func terminal() {
    let figure = Self.figure(Self.stripes(rows: 40, columns: 40))
    let text = figure.terminal(width: 62, height: 14, style: TerminalStyle(usesColor: false, isASCII: true))
    let rows = text.split(separator: "\n").filter { $0.contains("|") || $0.contains("+.") }
    #expect(rows.filter { $0.contains(/^ *[0-9.]*[|+]\.{19,21}-{19,21}:{18,21}$/) }.count >= 8)
    #expect(rows.contains { $0.contains(/\.o\.+-+x-+:+\*:/) })
    #expect(text.contains("o. a   x- b   *: c   += d"))
  }

  @Test("the legend has one line for the background, however many classes there are")
  func legend() {
    let count = 50
    let regions = ClassRegions(xRange: 0...1, yRange: 0...1, rows: 3, columns: 3) { points in
      FigureSamples.softmax(points, logits: (0..<count).map { number in { x, y in Double(number) * (x - y) } })
    }
    let data = ClassDataset(features: .zeros(rows: 0, columns: 2), classes: [], classCount: count)
    let figure = Figure.boundary(title: "", data: data, validation: data, names: [], regions: regions)
    let entries = Legend(figure).entriesInOrder
    #expect(entries.map(\.name) == (0..<count).map { "class \($0)" } + ["background: the likeliest class"])
    #expect(entries.prefix(count).allSatisfy(\.hasRegion) && entries.prefix(count).map(\.look) == Array(0..<count))
  }

  @Test("class k has look k, whatever the classes are called and whether there are examples of them")
  func oddNames() throws {
    let names = ["same", "same", "", "\u{1B}[2J<b>&", String(repeating: "long ", count: 12), "\u{1F44D}", "same (1)"]
    let data = ClassDataset(features: Matrix([[0, 0], [1, 1]]), classes: [6, 3], classCount: 7)
    let regions = ClassRegions(xRange: 0...1, yRange: 0...1, rows: 2, columns: 2) { _ in
      Matrix(rows: 4, columns: 7, repeating: 1.0 / 7)
    }
    let figure = Figure.boundary(title: "", data: data, names: names, regions: regions)
    let legend = Legend(figure)
    let scatters = figure.panels[0].marks.dropFirst()
    #expect(scatters.map(legend.look) == Array(0..<7))
    #expect(Set(scatters.compactMap(\.kindAndName?.name)).count == 7)
    #expect(scatters.dropFirst(2).first?.kindAndName?.name == "class 2")
    let check = XMLCheck(figure.svg)
    #expect(check.problem == nil && check.texts.contains(" [2J<b>&"))
  }

  @Test("of a great many examples a sample is drawn, each of its own class")
  func sample() throws {
    let features = Matrix((0..<3000).map { [Double($0), Double($0 % 3)] })
    let data = ClassDataset(features: features, classes: (0..<3000).map { $0 % 3 }, classCount: 3)
    let figure = Figure.boundary(title: "", data: data, names: ["a", "b", "c"], regions: Self.stripes())
    #expect(figure.panels[0].title == "1000 of 3000 examples")
    var count = 0
    for (number, mark) in figure.panels[0].marks.dropFirst().enumerated() {
      guard case .points(_, let points) = mark else { continue }
      #expect(points.allSatisfy { $0.y == Double(number) })
      count += points.count
    }
    #expect(count == 1000)
  }

  @Test("regions of 50 classes stay under 60 KB")
  func size() {
    let regions = ClassRegions(xRange: 0...7, yRange: 0...7) { points in
      let centres = (0..<50).map { (x: Double($0 % 7), y: Double($0 / 7)) }
      return FigureSamples.softmax(points, logits: centres.map { FigureSamples.hill(at: $0, steepness: 9) })
    }
    #expect(Self.figure(regions, names: []).svg.utf8.count < 60_000)
  }
}
