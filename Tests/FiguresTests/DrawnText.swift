import Foundation

@testable import Figures

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The texts of an SVG with the rectangles that they cover, as far as widths are known.
struct DrawnText {
  let text: String
  let size: Double
  let isBold: Bool
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>

  /// By how much two texts overlap, in the direction in which it is less.
  func overlap(_ other: DrawnText) -> Double {
    min(
      min(x.upperBound, other.x.upperBound) - max(x.lowerBound, other.x.lowerBound),
      min(y.upperBound, other.y.upperBound) - max(y.lowerBound, other.y.lowerBound))
  }

  static func all(in svg: String) -> [DrawnText] {
    let reader = Reader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    _ = parser.parse()
    return reader.texts
  }

  /// Follows the places of nested pictures, and quarter turns.
  private final class Reader: NSObject, XMLParserDelegate {
    private(set) var texts: [DrawnText] = []
    private var places: [(x: Double, y: Double, isTurned: Bool)] = [(0, 0, false)]
    private var attributes: [String: String] = [:]
    private var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      text = ""
      var place = places[places.count - 1]
      if name == "svg" {
        place.x += number(attributes["x"])
        place.y += number(attributes["y"])
      }
      if let transform = attributes["transform"],
        let move = transform.firstMatch(of: /translate\(([-.\d]+) ([-.\d]+)\)/)
      {
        place.x += number(String(move.1))
        place.y += number(String(move.2))
        place.isTurned = transform.contains("rotate(-90)")
      }
      places.append(place)
      self.attributes = attributes
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      let place = places.removeLast()
      guard name == "text" else { return }
      let size = number(attributes["font-size"])
      let isBold = attributes["font-weight"] == "bold"
      let width = SVGText.width(text, size: size) * (isBold ? SVGText.boldness : 1)
      let anchor = attributes["text-anchor"]
      let share = anchor == "middle" ? 0.5 : anchor == "end" ? 1 : 0
      let along = number(attributes["x"]) - share * width
      let base = number(attributes["y"])
      let (start, end) = (along, along + width)
      let (top, bottom) = (base - 0.75 * size, base + 0.1 * size)
      texts.append(
        DrawnText(
          text: text, size: size, isBold: isBold,
          x: place.isTurned ? place.x + top...place.x + bottom : place.x + start...place.x + end,
          y: place.isTurned ? place.y - end...place.y - start : place.y + top...place.y + bottom))
      text = ""
    }

    private func number(_ text: String?) -> Double { text.flatMap(Double.init) ?? 0 }
  }
}
