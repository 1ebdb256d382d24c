/// What tells a noisy curve from a smooth one, and what is left of it without the noise.
///
/// All heights are shares of the axis, from 0 at its lower end to 1 at its upper end.
enum Noise {
  /// Fewer points than this are shown as they are: each is seen.
  static let leastCount = 160

  /// Whether a curve goes up and down so often, and so far, that its course is hard to see.
  ///
  /// It turns where a step has another direction than the step before; steps of zero do not count. The shorter of both
  /// steps is how far it turns back. A curve is noisy if it turns at a quarter of its points or more, and if it turns back
  /// by a five-hundredth of the axis or more in the mean over all points: that is half a pixel of a plot.
  static func isNoisy(_ heights: [Double]) -> Bool {
    guard heights.count >= leastCount else { return false }
    let steps = zip(heights, heights.dropFirst()).map { $1 - $0 }.filter { $0 != 0 }
    let turns = zip(steps, steps.dropFirst()).filter { ($0 > 0) != ($1 > 0) }.map { min(abs($0), abs($1)) }
    return turns.count * 4 >= heights.count && turns.reduce(0, +) >= 0.002 * Double(heights.count)
  }

  /// Returns the running mean over a fortieth of the points, each in the middle of those that its mean is of.
  ///
  /// Towards both ends there are fewer of them, so that the curve begins and ends where it does.
  static func smoothed(_ heights: [Double]) -> [Double] {
    let reach = max(heights.count / 80, 1)
    var sums = [0.0]
    for height in heights { sums.append(sums[sums.count - 1] + height) }
    return heights.indices.map { index in
      let side = min(reach, index, heights.count - 1 - index)
      return (sums[index + side + 1] - sums[index - side]) / Double(2 * side + 1)
    }
  }
}
