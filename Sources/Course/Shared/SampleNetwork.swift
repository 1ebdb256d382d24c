import CourseKit
import Vocabulary

/// A network with an input and labels, away from ReLU's kink.
struct SampleNetwork {
  let input: Matrix
  let labels: Matrix
  let parameters: Parameters
  let cache: ForwardCache
}

extension Samples {
  /// How near to 0 no pre-activation may lie where slopes are measured: a thousand times the step.
  static let reachOfKink = 1e-2

  /// A matrix without entries near 0.
  static func awayFromKink(rows: Int, columns: Int, seed: UInt64) -> Matrix {
    matrix(rows, columns, seed: seed).map { $0 < 0 ? $0 - reachOfKink : $0 + reachOfKink }
  }

  /// A network on six rows, none of whose pre-activations lies near ReLU's kink.
  ///
  /// Stops the program, which tests would notice, if no seed in reach gives one.
  static func network(_ layerSizes: [Int], _ hidden: HiddenActivation, seed: UInt64) -> SampleNetwork {
    for attempt in 0..<200 as Range<UInt64> {
      let ownSeed = seed &+ 1000 &* attempt
      let parameters = parameters(layerSizes, seed: ownSeed)
      let input = matrix(6, layerSizes[0], seed: ownSeed &+ 5)
      guard let cache = try? Oracle.forward(input, parameters, hidden) else { break }
      let nearest = cache.preActivations.flatMap(\.elements).map(abs).min() ?? 0
      if nearest > reachOfKink {
        return SampleNetwork(
          input: input, labels: labels(6, seed: ownSeed), parameters: parameters, cache: cache)
      }
    }
    fatalError("No network \(layerSizes) away from ReLU's kink near seed \(seed)")
  }
}
