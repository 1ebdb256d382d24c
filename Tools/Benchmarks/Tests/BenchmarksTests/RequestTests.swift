import CourseKit
import Foundation
import Testing
import Training

@testable import Benchmarks

@Suite("A request of the benchmark")
struct RequestTests {
  @Test("is read as Scripts/benchmarks/lab.py writes it")
  func python() throws {
    let json = """
      {"training": {"_0": {"setup": {"data": {"generated": {"_0": {"kind": "moons", "samples": 1200, "noise": 0.44}}}, \
      "network": {"binary": {"hidden": "relu"}}, "hiddenUnits": [256, 256], "initialization": {"he": {}}, "epochs": 20, \
      "batchSize": 128, "learningRate": 0.03, "optimizer": {"gradientDescent": {}}, "regularizers": [], "seed": 1}, "checkout": ".", \
      "wide": {"features": 64, "training": 4096, "validation": 1024}, "folder": null}}}
      """
    let read = try JSONDecoder().decode(Request.self, from: Data(json.utf8))
    guard case .training(let training) = read else { throw BenchmarkError("not a training") }
    #expect(training.wide == WideExamples(features: 64, training: 4096, validation: 1024))
    let moons = DataSource.generated(GeneratedData(.moons, noise: 0.44))
    #expect(training.setup == TrainingSetup(data: moons, hiddenUnits: [256, 256], epochs: 20, batchSize: 128))
    #expect(training.folder == nil)
    let products = #"{"products": {"_0": [{"rows": 2, "inner": 3, "columns": 4}]}}"#
    let other = try JSONDecoder().decode(Request.self, from: Data(products.utf8))
    #expect(other == .products([ProductShape(rows: 2, inner: 3, columns: 4)]))
  }

  @Test("for wide examples draws as many as it says, of both classes, which no single feature tells apart")
  func wide() {
    let data = WideExamples(features: 64, training: 4096, validation: 1024).split(seed: 1)
    #expect(data.training.features.shape == "[4096, 64]")
    #expect(data.validation.features.shape == "[1024, 64]")
    #expect(data.validation != data.training)
    let signs = data.training.labels.map { 2 * $0 - 1 }
    let balance = signs.columnSums()[0, 0] / 4096
    #expect(abs(balance) < 0.1)
    // The deviation of such a mean is 1/64.
    let means = matmul(data.training.features.transposed, signs) / 4096
    #expect(means.elements.allSatisfy { abs($0) < 0.08 })
  }

  @Test("for products has a rate for each of them in every round")
  func products() throws {
    let shapes = [ProductShape(rows: 3, inner: 4, columns: 5), ProductShape(rows: 64, inner: 32, columns: 32)]
    let report = try ProductTimes(shapes).report()
    #expect(shapes[0].operations == 120)
    #expect(report.peaks.count == report.rates.count)
    #expect(report.peaks.allSatisfy { $0 > 0 })
    #expect(report.rates.allSatisfy { $0.count == 2 && $0.allSatisfy { $0 > 0 } })
  }
}
