import CourseKit
import Testing

@testable import LabKit

@Suite("The plan of a run")
struct RunPlanTests {
  @Test("knows its layers and how many parameters they have")
  func layers() {
    let sizes = RunPlan(hiddenUnits: [32, 32]).layerSizes(features: 2)
    #expect(sizes == [2, 32, 32, 1])
    #expect(sizes.architecture == "2-32-32-1")
    #expect(sizes.parameterCount == 1185)
    #expect(RunPlan(hiddenUnits: []).layerSizes(features: 4).parameterCount == 5)
  }

  @Test("draws data, weights and batches from sources of their own", arguments: [0, 1, UInt64.max])
  func randomness(seed: UInt64) {
    var sources = [
      RunRandomness.data(seed: seed), RunRandomness.weights(seed: seed), RunRandomness.batches(seed: seed),
    ]
    #expect(Set(sources.indices.map { sources[$0].next() }).count == 3)
  }
}
