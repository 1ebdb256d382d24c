import CourseKit
import Foundation
import LabKit
import Synchronization
import Testing
import Training

@testable import Benchmarks

/// With the lessons that `COURSE_TREE` names, which must be right.
@Suite("A training that is timed")
final class TimedTrainingTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "timed-\(UUID().uuidString)")
  private let examples = GeneratedData(.linear, samples: 100)

  private var setup: TrainingSetup {
    TrainingSetup(
      data: .generated(examples), hiddenUnits: [3], epochs: 5, batchSize: 32, learningRate: 0.5, seed: 3)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func report() throws(BenchmarkError) -> TimedTraining.Report {
    try TimedTraining(setup: setup, folder: folder.path).report(with: studentsFunctions())
  }

  @Test(
    "is the one that `train` does: the losses after the first and the tenth epoch, or the last of fewer, are the history's"
  )
  func losses() throws {
    let report = try report()
    let history = TrainingRun(setup, with: studentsFunctions()).result(on: examples.split(seed: 3).ofClasses).history
    #expect(report.firstLosses == [history.trainingLoss[0], history.validationLoss[0]])
    #expect(report.tenthLosses == [history.trainingLoss[4], history.validationLoss[4]])
    #expect(report.epochs == 5)
    #expect(report.parameters == 13)
    #expect(report.seconds > 0)
  }

  @Test("is written down number for number, so that another program can do the same work")
  func files() throws {
    _ = try report()
    let data = examples.split(seed: 3)
    let result = TrainingRun(setup, with: studentsFunctions()).result(on: data.ofClasses)
    #expect(try numbers("training-features.f64") == data.training.features.elements)
    #expect(try numbers("training-labels.f64") == data.training.labels.elements)
    #expect(try numbers("validation-features.f64") == data.validation.features.elements)
    #expect(try numbers("validation-labels.f64") == data.validation.labels.elements)
    #expect(try numbers("weights-0.f64") == result.initial.weights[0].elements)
    #expect(try numbers("biases-1.f64") == result.initial.biases[1].elements)
    let problem = try JSONDecoder().decode(
      TrainingFiles.Problem.self, from: Data(contentsOf: folder.appending(path: "problem.json")))
    #expect(
      problem
        == TrainingFiles.Problem(
          layerSizes: [2, 3, 1], output: "sigmoid", optimizer: "sgd", epochs: 5, batchSize: 32, learningRate: 0.5,
          trainingCount: 80, validationCount: 20))
  }

  @Test("shows the examples in the order that is written down, as lesson 5 draws it from what it is given")
  func order() throws {
    _ = try report()
    let bytes = try Data(contentsOf: folder.appending(path: "orders.i64"))
    let order = bytes.withUnsafeBytes { Array($0.bindMemory(to: Int.self)).map(Int.init(littleEndian:)) }
    var functions = studentsFunctions()
    let train = functions.train
    let drawn = Mutex<[Int]>([])
    functions.train = { parameters, data, setup, generator, update, afterEpoch in
      // What lesson 5 draws in ten epochs.
      var twin = generator
      drawn.withLock { drawn in
        drawn = (0..<10).flatMap { _ in Array(0..<data.training.count).shuffled(using: &twin) }
      }
      return train(&parameters, data, setup, &generator, update, afterEpoch)
    }
    _ = TrainingRun(setup, with: functions).result(on: examples.split(seed: 3).ofClasses)
    #expect(order == drawn.withLock { $0 })
  }

  @Test("of digits learns what the checkout holds, and is written down with its classes and its optimizer")
  func digits() throws {
    var setup = TrainingSetup(suiting: .digits)
    (setup.network, setup.epochs) = (.layers(), 2)
    let checkout = URL(filePath: #filePath).appending(path: "../../../../..").standardizedFileURL.path
    let training = TimedTraining(setup: setup, checkout: checkout, folder: folder.path)
    let report = try training.report(with: studentsFunctions())
    let data = try setup.examples(in: checkout)
    #expect(report.parameters == 64 * 64 + 64 + 64 * 10 + 10 && report.epochs == 2)
    #expect(try numbers("training-labels.f64") == data.training.classes.map(Double.init))
    let problem = try JSONDecoder().decode(
      TrainingFiles.Problem.self, from: Data(contentsOf: folder.appending(path: "problem.json")))
    #expect(problem.layerSizes == [64, 64, 10] && problem.output == "softmax" && problem.optimizer == "adam")
    let error = try #require(throws: BenchmarkError.self) {
      try TimedTraining(setup: setup, checkout: folder.path).report(with: studentsFunctions())
    }
    #expect(error.sentence.contains("Data/Digits/digits.bin"))
  }

  @Test("that cannot be written down says so")
  func unwritable() throws {
    try Data().write(to: folder)
    let error = try #require(throws: BenchmarkError.self) { try report() }
    #expect(error.sentence.hasPrefix("\(folder.path) cannot be written to: "))
  }

  private func numbers(_ name: String) throws -> [Double] {
    try Data(contentsOf: folder.appending(path: name)).withUnsafeBytes { Array($0.bindMemory(to: UInt64.self)) }
      .map { Double(bitPattern: UInt64(littleEndian: $0)) }
  }
}
