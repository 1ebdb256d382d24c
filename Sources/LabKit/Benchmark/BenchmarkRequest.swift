import CourseKit
import Vocabulary

/// What `Scripts/benchmark` asks for: work whose time is of interest, and no picture or table of it.
public enum BenchmarkRequest: Codable, Equatable, Sendable {
  /// A training, as `train` does it.
  case training(TrainingBenchmark)
  /// Matrix products of some shapes, and the rate at which this machine could compute at most.
  case products([ProductShape])

  /// The exercises that it calls itself.
  var exercises: Set<ExerciseID> {
    switch self {
    case .training(let training): training.plan.exercises
    case .products: []
    }
  }
}

/// A training to be timed.
public struct TrainingBenchmark: Codable, Equatable, Sendable {
  /// What it learns from.
  public var examples: BenchmarkExamples
  /// The network and its training.
  public var plan: RunPlan
  /// Where to put what another program needs to do the same work; nil for nowhere.
  public var folder: String?

  /// Creates a training to be timed.
  public init(examples: BenchmarkExamples, plan: RunPlan, folder: String? = nil) {
    self.examples = examples
    self.plan = plan
    self.folder = folder
  }
}

/// The shapes [rows, inner] · [inner, columns] of a matrix product.
public struct ProductShape: Codable, Equatable, Sendable {
  /// The rows of the left matrix.
  public var rows: Int
  /// The columns of the left matrix, which are the rows of the right one.
  public var inner: Int
  /// The columns of the right matrix.
  public var columns: Int

  /// Creates the shapes of a product.
  public init(rows: Int, inner: Int, columns: Int) {
    self.rows = rows
    self.inner = inner
    self.columns = columns
  }

  /// A multiplication and an addition for each entry of the product and each inner index.
  var operations: Double { 2 * Double(rows) * Double(inner) * Double(columns) }
}

/// Examples for a training to be timed.
public enum BenchmarkExamples: Codable, Equatable, Sendable {
  /// Data that the course draws itself, a fifth of them for validation.
  case generated(GeneratedData)
  /// Normal features, as many as a table may have, and labels that no straight cut tells apart.
  case wide(features: Int, training: Int, validation: Int)

  /// The examples; the same seed draws the same ones.
  func split(seed: UInt64) -> SplitData {
    switch self {
    case .generated(let data):
      return data.split(seed: seed)
    case .wide(let features, let training, let validation):
      var generator = RunRandomness.data(seed: seed)
      return SplitData(
        training: Self.wide(features: features, count: training, using: &generator),
        validation: Self.wide(features: features, count: validation, using: &generator))
    }
  }

  /// Labelled 1 where the products of neighbouring features, of the first eight, add up to more than 0.
  private static func wide(features: Int, count: Int, using generator: inout SeededGenerator) -> Dataset {
    let inputs = Matrix(
      rows: count, columns: features, elements: (0..<count * features).map { _ in generator.nextGaussian() })
    let labels = (0..<count).map { row in
      let pairs = stride(from: 0, to: min(features, 8) - 1, by: 2)
      return pairs.reduce(0) { $0 + inputs[row, $1] * inputs[row, $1 + 1] } > 0 ? 1.0 : 0.0
    }
    return Dataset(features: inputs, labels: Matrix(rows: count, columns: 1, elements: labels))
  }
}
