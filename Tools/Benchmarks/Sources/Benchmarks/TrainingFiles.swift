import CourseKit
import Foundation
import LabKit
import Training

/// Writes what another program needs to do the same training: examples, initial parameters, the order of the first epochs.
///
/// Numbers are little-endian, eight bytes each, row after row; `problem.json` says what else there is to know.
struct TrainingFiles {
  /// Where to; the folder is made if it is missing.
  let folder: String

  /// What `problem.json` says.
  struct Problem: Codable, Equatable {
    let layerSizes: [Int]
    /// `sigmoid` or `softmax`; labels are the numbers of classes in both cases.
    let output: String
    /// The optimizer's name as `train` takes it.
    let optimizer: String
    let epochs: Int
    let batchSize: Int
    let learningRate: Double
    let trainingCount: Int
    let validationCount: Int
  }

  func write(_ data: SplitData<ClassDataset>, _ setup: TrainingSetup, initial: Parameters) throws(BenchmarkError) {
    let count = data.training.count
    let problem = Problem(
      layerSizes: setup.layerSizes(features: data.training.features.columns, classes: data.training.classCount),
      output: setup.network.kind == .layers ? "softmax" : "sigmoid", optimizer: setup.optimizer.kind.rawValue,
      epochs: setup.epochs,
      batchSize: setup.batchSize > 0 ? setup.batchSize : count, learningRate: setup.learningRate, trainingCount: count,
      validationCount: data.validation.count)
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try JSONEncoder().encode(problem).write(to: place("problem.json"))
      for (name, set) in [("training", data.training), ("validation", data.validation)] {
        try write(set.features.elements.map(\.bitPattern), to: "\(name)-features.f64")
        try write(Matrix(labels: set.classes).elements.map(\.bitPattern), to: "\(name)-labels.f64")
      }
      for layer in initial.weights.indices {
        try write(initial.weights[layer].elements.map(\.bitPattern), to: "weights-\(layer).f64")
        try write(initial.biases[layer].elements.map(\.bitPattern), to: "biases-\(layer).f64")
      }
      try write(firstOrders(count: count, seed: setup.seed), to: "orders.i64")
    } catch {
      throw BenchmarkError("\(folder) cannot be written to: \(error.localizedDescription).")
    }
  }

  /// Of how many epochs the order is written: losses are compared after the first and after the last of these.
  static let comparedEpochs = 10

  /// The order in which lesson 5 shows the examples in the first epochs, drawn as the reference solution draws it.
  private func firstOrders(count: Int, seed: UInt64) -> [Int] {
    var generator = RunRandomness.batches(seed: seed)
    return (0..<Self.comparedEpochs).flatMap { _ in Array(0..<count).shuffled(using: &generator) }
  }

  private func write(_ numbers: [some FixedWidthInteger], to name: String) throws {
    try numbers.map(\.littleEndian).withUnsafeBytes { Data($0) }.write(to: place(name))
  }

  private func place(_ name: String) -> URL { URL(filePath: folder).appending(path: name) }
}
