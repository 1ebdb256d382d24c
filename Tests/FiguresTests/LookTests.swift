import Foundation
import Testing

@testable import Figures

@Suite
struct LookTests {
  private static let looks = 0..<50

  @Test("each of 50 classes has another colour and symbol in the SVG")
  func svg() {
    let looks = Self.looks.map { SVGLook.colour($0) + SVGLook.symbol($0, size: 5) }
    #expect(Set(looks).count == 50)
  }

  @Test("each of 50 classes has another symbol in the terminal, whatever it can show", arguments: [false, true])
  func terminal(isASCII: Bool) {
    let style = TerminalStyle(usesColor: false, isASCII: isASCII)
    let symbols = Set(Self.looks.map(style.symbol))
    #expect(symbols.count == 50)
    #expect(!isASCII || symbols.allSatisfy { $0.isASCII })
  }

  @Test("regions differ without colour up to nine classes, with colour up to 50, and from all symbols")
  func backgrounds() {
    for isASCII in [false, true] {
      let style = TerminalStyle(usesColor: true, isASCII: isASCII)
      let coloured = Self.looks.map { look in
        var canvas = TerminalCanvas(width: 1, height: 1)
        canvas.put(style.background(look), column: 0, row: 0, .look(look))
        return canvas.lines(usesColor: true)
      }
      #expect(Set(coloured).count == 50)
      #expect(Set((0..<9).map(style.background)).count == 9)
      #expect(Set(Self.looks.map(style.background)).isDisjoint(with: Self.looks.map(style.symbol)))
    }
  }

  @Test("a number can be read on every shade of a confusion matrix, and a symbol's edge on every region")
  func contrast() throws {
    for isRight in [false, true] {
      for share in [0.001, 0.3, 0.7, 1] {
        let shade = try #require(SVGLook.shareShade(share, isRight: isRight))
        #expect(contrast(SVGLook.shareColour(shade), SVGLook.ink) > 4.5)
      }
    }
    for look in Self.looks {
      let strongest = SVGLook.regionColour(look, strength: SVGLook.strengthCount - 1)
      #expect(contrast(strongest, SVGLook.colour(look)) > 1.3 && contrast(strongest, SVGLook.background) > 1.2)
    }
  }

  @Test("a larger share has a stronger shade, and none has none")
  func shares() {
    #expect(SVGLook.shareShade(0, isRight: true) == nil)
    let shades = [1e-9, 0.2, 0.5, 1].compactMap { SVGLook.shareShade($0, isRight: false) }
    #expect(shades.count == 4 && shades == shades.sorted() && Set(shades.map(SVGLook.shareColour)).count == 4)
  }

  /// The contrast of two colours as the Web Content Accessibility Guidelines count it, from 1 to 21.
  private func contrast(_ first: String, _ second: String) -> Double {
    let lights = [first, second].map { colour in
      zip(colour.channels, [0.2126, 0.7152, 0.0722]).map { channel, weight in
        let share = channel / 255
        return weight * (share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4))
      }.reduce(0, +) + 0.05
    }
    return max(lights[0], lights[1]) / min(lights[0], lights[1])
  }
}

extension String {
  /// Red, green and blue of a colour like `#0072b2`, each up to 255.
  var channels: [Double] {
    let number = Int(dropFirst(), radix: 16) ?? 0
    return [16, 8, 0].map { Double(number >> $0 & 0xFF) }
  }
}
