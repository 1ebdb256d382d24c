import CourseKit
import Foundation
import Testing
import Vocabulary

@testable import Figures

extension PlaygroundPageTests {
  /// What the page's pictures and those of the command line have in common.
  @Suite("The playground's pictures and the command line's", .serialized)
  struct PagePictureTests {
    /// What a function of the page's kit answers, as bits.
    private func bits(_ call: String, on page: OpenPage) throws -> [String] {
      let text = try page.browser.text(
        "[...new BigUint64Array(playground.kit(\(call)).buffer)].map(String).join(' ')")
      return text.split(separator: " ").map(String.init)
    }

    private func bits(_ numbers: [Double]) -> [String] { numbers.map { "\($0.bitPattern)" } }

    @Test("have the same numbers at their axes")
    func ticks() throws {
      let page = try OpenPage(.solutions())
      for (lower, upper, isLogarithmic) in [
        (0.0, 1.0, false), (-0.3, 0.3, false), (0, 1200, false), (1e9, 1e9 + 3, false), (-1e20, 1e19, false),
        (1.5e-7, 2.5e-7, false), (-1e-30, 1e-30, false), (0.001, 1, true), (0.2, 0.9, true), (1e-12, 1e5, true),
      ] {
        for count in [2, 5, 9] {
          let scale = Scale(lower...upper, isLogarithmic: isLogarithmic)
          let expected = Ticks.numbers(for: scale, atMost: count).map(\.value)
          let call = "'ticks', [\(lower), \(upper), \(isLogarithmic ? 1 : 0), \(count)]"
          #expect(try bits(call, on: page) == bits(expected), "\(lower)...\(upper), \(count)")
        }
      }
      #expect(try bits("'ticks', [1, 1, 0, 5]", on: page) == bits([1]), "a single number is its own axis")
      #expect(try page.browser.number("playground.kit('ticks', [NaN, 1, 0, 5]).length") == 1)
      page.expectNoComplaints()
    }

    @Test("write a number with the same digits, of any size and between two decimal numbers")
    func digits() throws {
      let page = try OpenPage(.solutions())
      var generator = SeededGenerator(seed: 8)
      let numbers =
        (0..<200).map { _ in Double(bitPattern: generator.next()) }.filter(\.isFinite)
        + (0..<200).map { _ in Double(Int.random(in: -99_999...99_999, using: &generator)) / 16 }
        + [0, -0.0, 1, 0.00005, 0.0001, 999_999.7, 1e6, 1e21, 0.125, -0.00001]
      let list = numbers.map(\.description).joined(separator: ",")
      let written = try page.browser.text(
        "[\(list)].map((number) => playground.numbers.significant(number) + ' ' + playground.numbers.fixed(number)).join()"
      )
      let expected = numbers.map { number in
        [NumberText.general(number, 4, from: 6), NumberText.fixed(number, 4)].joined(separator: " ")
          .replacing("-", with: "−").replacing("e+", with: "e")
      }
      #expect(written.split(separator: ",").map(String.init) == expected)
      page.expectNoComplaints()
    }

    @Test("draw the same lines through a field, at a saddle as well, as XOR has one")
    func contour() throws {
      let page = try OpenPage(.solutions())
      var generator = SeededGenerator(seed: 4)
      var fields = [
        Matrix([[0, 1], [1, 0]]), Matrix([[1, 0.2], [0.1, 0.9]]), Matrix([[0, 1, .nan], [1, 0, 1]]),
      ]
      fields.append(Matrix(rows: 12, columns: 9, elements: (0..<108).map { _ in generator.nextUniform() }))
      for field in fields {
        let pieces = Contour.pieces(of: Field(xRange: 0...1, yRange: 0...1, values: field), level: 0.5)
        let expected = pieces.flatMap { [$0.from.x, $0.from.y, $0.to.x, $0.to.y] }
        let values = field.elements.map { $0.isNaN ? "NaN" : "\($0)" }.joined(separator: ", ")
        #expect(!expected.isEmpty)
        #expect(
          try bits("'contour', [0.5, \(field.rows), \(field.columns)], [\(values)]", on: page) == bits(expected))
      }
      page.expectNoComplaints()
    }

    @Test("leave out the same points of a curve, and keep its gaps")
    func thinned() throws {
      let page = try OpenPage(.solutions())
      var generator = SeededGenerator(seed: 6)
      let points = (0..<500).map { Point(Double($0) / 40, generator.nextUniform()) }
      let expected = Thinning.curve(points, columnWidth: 1).flatMap { [$0.x, $0.y] }
      let numbers = points.flatMap { ["\($0.x)", "\($0.y)"] }.joined(separator: ", ")
      #expect(expected.count < 2 * points.count / 5)
      #expect(try bits("'thinned', [1], [\(numbers)]", on: page) == bits(expected))
      #expect(
        try page.browser.text("playground.kit('thinned', [1], [0, 1, 2, NaN, 3, Infinity, 4, 5]).join()")
          == "0,1,NaN,NaN,NaN,NaN,4,5")
    }
  }
}
