import CourseKit
import Foundation
import Synchronization
import Testing

@testable import LabKit

@Suite("A training that is timed")
struct BenchmarkCommandTests {
  private let folder: TemporaryFolder
  private let recorded = RecordedOutput()

  init() throws { folder = try TemporaryFolder() }

  private let plan = RunPlan(hiddenUnits: [], epochs: 5, learningRate: 0.5, batchSize: 32, seed: 3)
  private let examples = BenchmarkExamples.generated(GeneratedData(.linear, samples: 100))

  private func report(_ functions: LessonFunctions = LogisticRegression.functions) throws -> TrainingReport {
    let training = TrainingBenchmark(examples: examples, plan: plan, folder: folder.path("problem"))
    let lab = Lab(functions: functions, display: Display(), output: recorded.output)
    try BenchmarkCommand(request: .training(training), lab: lab).run()
    return try JSONDecoder().decode(TrainingReport.self, from: Data(recorded.text(.result).utf8))
  }

  @Test(
    "is the one that `train` does: the losses after the first and the tenth epoch, or the last of fewer, are the history's"
  )
  func losses() throws {
    let report = try report()
    let history = TrainingRun(plan, with: LogisticRegression.functions).result(on: examples.split(seed: 3)).history
    #expect(report.firstLosses == [history.trainingLoss[0], history.validationLoss[0]])
    #expect(report.tenthLosses == [history.trainingLoss[4], history.validationLoss[4]])
    #expect(report.epochs == 5)
    #expect(report.parameters == 3)
    #expect(report.seconds > 0)
  }

  @Test("is written down number for number, so that another program can do the same work")
  func files() throws {
    _ = try report()
    let data = examples.split(seed: 3)
    #expect(try numbers("training-features.f64") == data.training.features.elements)
    #expect(try numbers("training-labels.f64") == data.training.labels.elements)
    #expect(try numbers("validation-features.f64") == data.validation.features.elements)
    #expect(try numbers("validation-labels.f64") == data.validation.labels.elements)
    #expect(try numbers("weights-0.f64") == [0, 0])
    #expect(try numbers("biases-0.f64") == [0])
    let problem = try JSONDecoder().decode(
      BenchmarkFiles.Problem.self, from: Data(contentsOf: URL(filePath: folder.path("problem/problem.json"))))
    #expect(
      problem
        == BenchmarkFiles.Problem(
          layerSizes: [2, 1], epochs: 5, batchSize: 32, learningRate: 0.5, trainingCount: 80, validationCount: 20))
  }

  @Test("shows the examples in the order that is written down, as lesson 5 draws it from what it is given")
  func order() throws {
    // What lesson 5 draws in ten epochs.
    let drawn = Mutex<[Int]>([])
    var functions = LogisticRegression.functions
    let train = functions.train
    functions.train = { parameters, task, generator, update, afterEpoch in
      drawn.withLock { drawn in
        drawn = (0..<10).flatMap { _ in Array(0..<task.training.count).shuffled(using: &generator) }
      }
      return train(&parameters, task, &generator, update, afterEpoch)
    }
    _ = try report(functions)
    let bytes = try Data(contentsOf: URL(filePath: folder.path("problem/orders.i64")))
    let order = bytes.withUnsafeBytes { Array($0.bindMemory(to: Int.self)).map(Int.init(littleEndian:)) }
    #expect(order == drawn.withLock { $0 })
  }

  @Test("that cannot be written down says so")
  func unwritable() throws {
    _ = try folder.file("problem", "a file")
    let error = try #require(throws: DataError.self) { try report() }
    #expect(error.sentence.hasPrefix("\(folder.path("problem")) cannot be written to: "))
  }

  private func numbers(_ name: String) throws -> [Double] {
    let bytes = try Data(contentsOf: URL(filePath: folder.path("problem/\(name)")))
    return bytes.withUnsafeBytes { Array($0.bindMemory(to: UInt64.self)) }
      .map { Double(bitPattern: UInt64(littleEndian: $0)) }
  }
}
