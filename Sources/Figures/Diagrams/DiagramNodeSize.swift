/// How much room a node takes.
extension Diagram.Node {
  func halfWidth(radius: Double) -> Double {
    guard shape == .box else { return shape == .circle ? radius : 0 }
    return max(DiagramText.width(text, isBold: true), lines.map { DiagramText.width($0) }.max() ?? 0) / 2 + 8
  }

  /// Half the height of the circle or box.
  func halfHeight(radius: Double) -> Double {
    switch shape {
    case .circle: radius
    case .box: (DiagramText.lineHeight * Double(lines.count + 1) + 16) / 2
    case .point: 0
    }
  }

  /// Half the width of the node with all its words.
  func extent(radius: Double) -> Double {
    max(halfWidth(radius: radius), wordsWidth / 2, biasWidth / 2)
  }

  /// The width of the words below the node.
  var wordsWidth: Double {
    let words = (shape == .box ? [] : lines) + [slope.map { "∂ " + $0 } ?? ""]
    return words.map { DiagramText.width($0) }.max() ?? 0
  }

  /// How high the node reaches above its middle.
  func above(radius: Double) -> Double {
    halfHeight(radius: radius) + (bias == nil ? 0 : biasHeight + 18)
  }

  /// How low it reaches below its middle.
  func below(radius: Double) -> Double {
    let count = (shape == .box ? 0 : lines.count) + (slope == nil ? 0 : 1)
    return halfHeight(radius: radius) + (count == 0 ? 0 : Double(count) * DiagramText.lineHeight + 5)
  }

  /// The width of a bias with its slope below it.
  var biasWidth: Double {
    guard let bias else { return 0 }
    return max(DiagramText.width(bias.value), bias.slopeText.map { DiagramText.width($0) } ?? 0)
  }

  /// The height of a bias with its slope below it.
  var biasHeight: Double { DiagramText.lineHeight * (bias?.slopeText == nil ? 1 : 2) }
}
