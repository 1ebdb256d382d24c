import Foundation
import Vocabulary

extension Figure {
  /// Returns a histogram of each layer's weights, with the normal curve of the standard deviation they should have.
  ///
  /// Both are densities, so that they lie over each other if the weights were drawn from that curve.
  public static func initialWeights(
    layers: [(name: String, weights: [Double], standardDeviation: Double)]
  ) -> Figure {
    Figure(
      "Initial weights and their normal curve",
      panels: layers.map { layer in
        let deviation = Drawable.contains(layer.standardDeviation, isLogarithmic: true) ? layer.standardDeviation : 0
        let finite = layer.weights.filter { Drawable.contains($0, isLogarithmic: false) }
        let largest = max(finite.map(abs).max() ?? 0, 3.5 * deviation)
        let range = Scale(-largest...largest).range
        let histogram = Histogram(finite, range: range, bins: Histogram.bins(for: finite.count))
        var marks: [Mark] = [.bars(name: "weights", edges: histogram.edges, heights: histogram.densities)]
        if deviation > 0 {
          marks.append(.line(name: "normal curve of standard deviation σ", points: normalCurve(deviation, over: range)))
        }
        let text = DecimalNumber(deviation, significant: 3).shortened.text()
        return Panel(
          title: "\(layer.name): σ = \(text)", x: Axis("weight"), y: Axis("density"), marks: marks)
      })
  }

  private static func normalCurve(_ deviation: Double, over range: ClosedRange<Double>) -> [Point] {
    (0...200).map { step in
      let x = range.lowerBound + (range.upperBound - range.lowerBound) * Double(step) / 200
      let ratio = x / deviation
      return Point(x, exp(-ratio * ratio / 2) / (deviation * (2 * Double.pi).squareRoot()))
    }
  }
}
