/// Colours and symbols.
///
/// The colours are Okabe and Ito's, which colour-blind readers tell apart; the symbols say the same without any colour.
enum SVGLook {
  static let ink = "#222222"
  static let faintInk = "#555555"
  static let contour = "#b0b0b0"
  static let grid = "#e6e6e6"
  static let background = "#ffffff"
  /// The picture's own edge.
  static let edge = "#d0d7de"
  static let fontFamily = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"

  static func colour(_ look: Int) -> String { cyclic(colours, look) }

  static func ruleDashes(_ look: Int) -> String { cyclic(["2 4", "8 3 2 3", "10 5"], look) }

  /// A symbol around the current place, as relative path commands; `size` is about its radius.
  static func symbol(_ look: Int, size: Double) -> String {
    func path(_ commands: [(String, [Double])]) -> String {
      commands.map { $0.0 + $0.1.map { ($0 * size).coordinate }.joined(separator: " ") }.joined()
    }
    switch look % symbolCount {
    case 0:
      let radius = size.coordinate
      let width = (2 * size).coordinate
      return "m-\(radius) 0a\(radius) \(radius) 0 1 0 \(width) 0a\(radius) \(radius) 0 1 0-\(width) 0z"
    case 1: return path([("m", [0, -1.25]), ("l", [1.2, 2.1]), ("h", [-2.4]), ("z", [])])
    case 2: return path([("m", [-0.9, -0.9]), ("h", [1.8]), ("v", [1.8]), ("h", [-1.8]), ("z", [])])
    case 3: return path([("m", [0, -1.3]), ("l", [1.3, 1.3]), ("l", [-1.3, 1.3]), ("l", [-1.3, -1.3]), ("z", [])])
    case 4: return path([("m", [0, 1.25]), ("l", [1.2, -2.1]), ("h", [-2.4]), ("z", [])])
    case 5:
      return path([
        ("m", [-0.4, -1.2]), ("h", [0.8]), ("v", [0.8]), ("h", [0.8]), ("v", [0.8]), ("h", [-0.8]), ("v", [0.8]),
        ("h", [-0.8]), ("v", [-0.8]), ("h", [-0.8]), ("v", [-0.8]), ("h", [0.8]), ("z", []),
      ])
    case 6: return path([("m", [-1.1, -1.1]), ("h", [2.2]), ("l", [-2.2, 2.2]), ("h", [2.2]), ("z", [])])
    default:
      return path([
        ("m", [0, -0.55]), ("l", [0.6, -0.6]), ("l", [0.55, 0.55]), ("l", [-0.6, 0.6]), ("l", [0.6, 0.6]),
        ("l", [-0.55, 0.55]), ("l", [-0.6, -0.6]), ("l", [-0.6, 0.6]), ("l", [-0.55, -0.55]), ("l", [0.6, -0.6]),
        ("l", [-0.6, -0.6]), ("l", [0.55, -0.55]), ("z", []),
      ])
    }
  }

  /// Whether a look's symbol is a circle.
  static func isRound(_ look: Int) -> Bool { look % symbolCount == 0 }

  /// Shares no factor with the number of colours, so that each of 56 looks is another colour and symbol.
  private static let symbolCount = 8

  /// A look's colour between white, at strength 0, and itself, at strength 1.
  static func tint(_ look: Int, strength: Double) -> String {
    let colour = Int(colour(look).dropFirst(), radix: 16) ?? 0
    return mixed([16, 8, 0].map { Double(colour >> $0 & 0xFF) }, strength: strength)
  }

  /// How many strengths of its colour a region has.
  static let strengthCount = 16

  /// The step of a certainty from 0 to 1 among the strengths of a region.
  static func strength(of certainty: Double) -> Int {
    Int(min(certainty * Double(strengthCount), Double(strengthCount - 1)))
  }

  /// The colour of a region: pale enough for the symbols on it, even where it is strongest.
  static func regionColour(_ look: Int, strength: Int) -> String {
    regionColour(look, certainty: Double(strength) / Double(strengthCount - 1))
  }

  static func regionColour(_ look: Int, certainty: Double) -> String { tint(look, strength: 0.08 + 0.34 * certainty) }

  private static let shareSteps = 20

  /// The shade of a share of the examples of one class, taken for this or for another; nil if there are none.
  static func shareShade(_ share: Double, isRight: Bool) -> Int? {
    let step = Int((share * Double(shareSteps)).rounded(.up))
    return step == 0 ? nil : step + (isRight ? 0 : shareSteps)
  }

  /// The colour of a shade: blue where the class is right, orange where it is not, and never too dark for a number.
  static func shareColour(_ shade: Int) -> String {
    let (look, step) = (shade - 1).quotientAndRemainder(dividingBy: shareSteps)
    return tint(look, strength: 0.1 + 0.65 * Double(step + 1) / Double(shareSteps))
  }

  /// How many shades a field has; an even number, so that 0.5 lies between two of them.
  static let shadeCount = 32

  /// The shade of a probability, from 0 for class 0 to `shadeCount` − 1 for class 1; nil if it is not a number.
  static func shade(of probability: Double) -> Int? {
    guard probability.isFinite else { return nil }
    return Int(min(max(probability, 0) * Double(shadeCount), Double(shadeCount - 1)))
  }

  /// The colour of a shade.
  static func shadeColour(_ shade: Int) -> String { shadeColour(of: (Double(shade) + 0.5) / Double(shadeCount)) }

  /// The colour of a probability: blue for class 0, white between, orange for class 1.
  static func shadeColour(of probability: Double) -> String {
    let place = probability * 2 - 1
    let end: [Double] = place < 0 ? [122, 182, 222] : [247, 172, 108]
    return mixed(end, strength: abs(place))
  }

  /// A colour of three channels up to 255, mixed with white.
  private static func mixed(_ channels: [Double], strength: Double) -> String {
    let mixed = channels.map { Int((255 + ($0 - 255) * strength).rounded()) }
    return "#" + mixed.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static let colours = [
    "#0072b2", "#d55e00", "#000000", "#009e73", "#cc79a7", "#e69f00", "#56b4e9",
  ]

  private static func cyclic<Element>(_ elements: [Element], _ index: Int) -> Element {
    elements[index % elements.count]
  }
}
