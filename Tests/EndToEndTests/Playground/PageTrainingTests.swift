import Foundation
import Testing

extension PlaygroundPageTests {
  /// The page in a real browser: training.
  @Suite("The playground's training", .serialized)
  struct PageTrainingTests {
    @Test(
      "brings every kind of data to its accuracy",
      arguments: [
        ("moons", "validationAccuracy", 0.94), ("circles", "validationAccuracy", 0.97), ("xor", "trainingAccuracy", 1),
        ("quadrants", "validationAccuracy", 0.96), ("linear", "validationAccuracy", 0.97),
      ])
    func data(kind: String, measurement: String, goal: Double) throws {
      let page = try OpenPage(.solutions())
      try page.choose("data", kind)
      #expect(try page.train(until: measurement, reaches: goal) >= goal)
      #expect(try page.latest("trainingLoss") < 0.4)
      try page.capture("trained-\(kind)")
      page.expectNoComplaints()
    }

    @Test(
      "of layers brings data of two classes to their accuracy, with weight decay, momentum and early stopping, too",
      arguments: [
        ("data=moons", 0.94), ("data=quadrants&weightDecay=0.0001&momentum=0.9", 0.96),
        ("data=linear&hiddenUnits=none&patience=500", 0.97),
      ])
    func layers(fragment: String, goal: Double) throws {
      let page = try OpenPage(.solutions(), fragment: "network=layers&\(fragment)")
      #expect(try page.browser.number("playground.trainer.sizes.at(-1)") == 2)
      #expect(try page.browser.text("document.getElementById('activation').value") == "relu")
      #expect(try page.train(until: "validationAccuracy", reaches: goal) >= goal)
      #expect(try page.latest("trainingLoss") < 0.4)
      try page.capture("layers-\(fragment.prefix { $0 != "&" }.dropFirst(5))")
      page.expectNoComplaints()
    }

    @Test("is the same again after Reset, and another one with new weights")
    func repeats() throws {
      let page = try OpenPage(.solutions())
      let first = try page.parameters
      for _ in 0..<3 { try page.press("step-batch") }
      try page.press("step-epoch")
      let trained = try page.parameters
      #expect(trained != first)
      try page.press("reset")
      #expect(try page.parameters == first)
      for _ in 0..<3 { try page.press("step-batch") }
      try page.press("step-epoch")
      #expect(try page.parameters == trained, "bit for bit")
      try page.press("new-weights")
      #expect(try page.parameters != first)
      page.expectNoComplaints()
    }

    @Test("by batches comes to the same as by whole epochs")
    func batches() throws {
      let page = try OpenPage(.solutions(), fragment: "samples=200&batchSize=32")
      try page.press("step-epoch")
      let whole = try page.parameters
      #expect(try page.text("step") == "5", "160 examples in batches of 32")
      try page.press("reset")
      for _ in 0..<5 { try page.press("step-batch") }
      #expect(try page.parameters == whole)
      #expect(try page.text("epoch") == "1")
    }

    @Test("step by example shows the numbers of forward pass, gradient and update, which fit together")
    func example() throws {
      let page = try OpenPage(.solutions(), fragment: "hiddenUnits=3")
      let before = try page.parameters
      try page.press("step-example")
      let after = try page.parameters
      let gradients = try page.numbers("playground.trainer.example.gradients")
      try #require(gradients.count == before.count)
      for index in before.indices {
        #expect(
          abs(after[index] - (before[index] - 0.03 * gradients[index])) < 1e-15, "the update of parameter \(index)")
      }
      #expect(try page.text("step") == "1")
      try page.capture("example")
      page.expectNoComplaints()
    }

    @Test("with early stopping ends by itself, marks its best epoch and brings its weights back")
    func stopping() throws {
      let page = try OpenPage(.solutions(), fragment: "samples=60&noise=0.4&learningRate=0.3&patience=5")
      try page.press("play")
      try page.browser.wait(until: "!!playground.trainer.stopped", seconds: 60)
      try page.settle()
      let best = try page.browser.number("playground.trainer.stopped.bestEpoch")
      let last = try page.browser.number("playground.trainer.stopped.epoch")
      #expect(last == best + 5)
      #expect(try page.text("messages").contains("Early stopping ended the training after epoch \(Int(last))."))
      #expect(try page.text("messages").contains("The weights of epoch \(Int(best))"))
      let lowest = try page.browser.number(
        "Math.min(...playground.trainer.entries.filter((entry) => entry.epoch > 0).map((entry) => entry.validationLoss))"
      )
      #expect(abs(try page.latest("validationLoss") - lowest) < 1e-12)
      try page.capture("stopped")
      page.expectNoComplaints()
    }

    @Test("pauses at numbers that are not finite, names the layer, and keeps the last good weights")
    func notFinite() throws {
      let page = try OpenPage(
        .planting(
          [
            "5.2": """
            for layer in parameters.weights.indices {
              parameters.weights[layer] = parameters.weights[layer] - (layer == 1 ? 1e300 : 1) * gradients.weights[layer]
            }
            """
          ], named: "explosion"))
      let before = try page.parameters
      try page.press("play")
      try page.browser.wait(until: "!playground.trainer.isPlaying")
      try page.settle()
      let message = try page.text("messages")
      #expect(
        message.contains(
          /Step \d+: the (pre-activations|gradients|weights) of layer [123] are no finite numbers any more/))
      #expect(try page.parameters.allSatisfy { $0.isFinite })
      #expect(before.count == (try page.parameters.count))
      page.expectNoComplaints()
    }
  }
}
