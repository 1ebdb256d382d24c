import CourseKit
import LabKit
import Training

/// What `Scripts/benchmark` asks for: work whose time is of interest, and no picture or table of it.
enum Request: Codable, Equatable {
  /// A training, as `train` does it.
  case training(TimedTraining)
  /// Matrix products of some shapes, and the rate at which this machine could compute at most.
  case products([ProductShape])
}

/// Normal features, as many as a table may have, and labels that no straight cut tells apart.
struct WideExamples: Codable, Equatable, Sendable {
  let features: Int
  let training: Int
  let validation: Int

  /// The examples; the same seed draws the same ones.
  func split(seed: UInt64) -> SplitData<Dataset> {
    var generator = RunRandomness.data(seed: seed)
    return SplitData(
      training: drawn(training, using: &generator), validation: drawn(validation, using: &generator))
  }

  /// Labelled 1 where the products of neighbouring features, of the first eight, add up to more than 0.
  private func drawn(_ count: Int, using generator: inout SeededGenerator) -> Dataset {
    let inputs = Matrix(
      rows: count, columns: features, elements: (0..<count * features).map { _ in generator.nextGaussian() })
    let labels = (0..<count).map { row in
      let pairs = stride(from: 0, to: min(features, 8) - 1, by: 2)
      return pairs.reduce(0) { $0 + inputs[row, $1] * inputs[row, $1 + 1] } > 0 ? 1.0 : 0.0
    }
    return Dataset(features: inputs, labels: Matrix(rows: count, columns: 1, elements: labels))
  }
}

/// Why nothing can be measured.
struct BenchmarkError: Error {
  let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }
}
