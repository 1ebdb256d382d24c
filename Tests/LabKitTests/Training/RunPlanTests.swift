import CourseKit
import Testing

@testable import LabKit

@Suite("The plan of a run")
struct RunPlanTests {
  @Test("needs the lessons that it uses and no other")
  func lessons() {
    #expect(RunPlan().lessons == [1, 2, 3, 4, 5])
    #expect(RunPlan(lambda: 0.2).lessons == [1, 2, 3, 4, 5, 6])
    #expect(RunPlan(patience: 0).lessons == [1, 2, 3, 4, 5, 7])
    #expect(RunPlan(momentum: 0).lessons == [1, 2, 3, 4, 5, 8])
    #expect(RunPlan(lambda: 1, momentum: 0.9, patience: 3).lessons == Set(1...8))
  }

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

@Suite("What a command asks the Lab for")
struct LabRequestTests {
  @Test("links the lessons that it calls")
  func lessons() {
    var train = TrainRequest()
    train.plan.momentum = 0.9
    #expect(LabRequest.Command.train(train).lessons == [1, 2, 3, 4, 5, 8])
    #expect(LabRequest.Command.predict(PredictRequest()).lessons == [1, 3])
    #expect(LabRequest.Command.experiment(ExperimentRequest(name: "l2")).lessons == [1, 2, 3, 4, 5, 6])
    #expect(LabRequest.Command.plot(PlotRequest(name: .activations)).lessons == [1])
  }
}
