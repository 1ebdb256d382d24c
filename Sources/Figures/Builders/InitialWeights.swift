import Foundation
import Vocabulary

extension Figure {
  /// Returns a histogram of each layer's weights, with the normal curve of the standard deviation they should have.
  ///
  /// Both are densities, so that they lie over each other if the weights were drawn from that curve. All layers share
  /// their axes, so that one sees whose weights are larger.
  public static func initialWeights(
    layers: [(name: String, weights: [Double], standardDeviation: Double)]
  ) -> Figure {
    let layers = layers.map { layer in
      let isDrawable = Drawable.contains(layer.standardDeviation, isLogarithmic: true)
      let deviation = isDrawable ? layer.standardDeviation : 0
      let weights = layer.weights.filter { Drawable.contains($0, isLogarithmic: false) }
      let largest = max(weights.map(abs).max() ?? 0, 3.5 * deviation)
      return (name: layer.name, weights: weights, deviation: deviation, range: Scale(-largest...largest).range)
    }
    let widest = layers.map(\.range).max { $0.upperBound < $1.upperBound } ?? -1...1
    var figure = Figure(
      "Initial weights and their normal curve",
      panels: layers.map { layer in
        let histogram = Histogram(
          layer.weights, range: layer.range, bins: min(Histogram.bins(for: layer.weights.count), 24))
        var marks: [Mark] = [.bars(name: "weights", edges: histogram.edges, heights: histogram.densities)]
        if layer.deviation > 0 {
          marks.append(
            .line(name: "normal curve of deviation σ", points: normalCurve(layer.deviation, over: layer.range)))
        }
        let text = DecimalNumber(layer.deviation, significant: 3).shortened.text()
        return Panel(
          title: "\(layer.name): σ = \(text)", x: Axis("weight", range: widest), y: Axis("density"), marks: marks)
      })
    figure.shareVerticalAxis()
    return figure
  }

  /// Gives all panels the vertical axis on which the highest of them fits.
  private mutating func shareVerticalAxis() {
    guard let highest = panels.map(\.yScale.range.upperBound).max(), highest > 0 else { return }
    for index in panels.indices { panels[index].yAxis.range = 0...highest }
  }

  private static func normalCurve(_ deviation: Double, over range: ClosedRange<Double>) -> [Point] {
    (0...120).map { step in
      let x = range.lowerBound + (range.upperBound - range.lowerBound) * Double(step) / 120
      let ratio = x / deviation
      return Point(x, exp(-ratio * ratio / 2) / (deviation * (2 * Double.pi).squareRoot()))
    }
  }
}
