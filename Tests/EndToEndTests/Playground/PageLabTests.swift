import Batteries
import CourseKit
import Foundation
import Testing

extension PlaygroundPageTests {
  /// The page beside the Lab: the same functions, compiled for the browser and for this computer.
  @Suite(
    "The playground and the Lab", .serialized,
    .enabled(if: Battery.isLong, "the Lab is built first"))
  struct LabComparison {
    @Test(
      "have the same loss and the same weights after 100 steps from the same seed",
      arguments: [
        // 640 examples to learn from make ten batches of 64.
        (words: ["--samples", "800", "--epochs", "10"], fragment: "samples=800", epochs: 10),
        (
          words: ["--samples", "800", "--epochs", "10", "--l2", "0.2", "--momentum", "0.9", "--activation", "tanh"],
          fragment: "samples=800&lambda=0.2&momentum=0.9&activation=tanh", epochs: 10
        ),
        (
          words: ["--data", "xor", "--epochs", "100", "--hidden", "8", "--rate", "0.5", "--batch", "0"],
          fragment: "data=xor&hiddenUnits=8&learningRate=0.5&batchSize=0", epochs: 100
        ),
        (
          words: ["--samples", "800", "--epochs", "10", "--network", "layers", "--decay", "0.001"],
          fragment: "samples=800&network=layers&weightDecay=0.001", epochs: 10
        ),
        (
          words: ["--samples", "800", "--epochs", "10", "--network", "layers", "--momentum", "0.9", "--decay", "0.01"],
          fragment: "samples=800&network=layers&momentum=0.9&weightDecay=0.01", epochs: 10
        ),
        (
          words: ["--samples", "800", "--epochs", "10", "--optimizer", "adam", "--rate", "0.003"],
          fragment: "samples=800&optimizer=adam&learningRate=0.003", epochs: 10
        ),
        (
          words: [
            "--samples", "800", "--epochs", "10", "--network", "layers", "--dropout", "0.3", "--optimizer", "adam",
          ],
          fragment: "samples=800&network=layers&dropout=0.3&optimizer=adam&learningRate=0.003", epochs: 10
        ),
      ])
    func sameLoss(words: [String], fragment: String, epochs: Int) throws {
      let page = try OpenPage(.solutions(), fragment: fragment + "&dataSeed=3&weightSeed=3")
      for _ in 0..<epochs { try page.press("step-epoch") }
      #expect(try page.text("step") == "100")
      let features = try page.numbers("playground.trainer.data.training.features")
      let labels = try page.numbers("playground.trainer.data.training.labels")
      let ofPage = try network(
        JSONDecoder().decode(SavedModel.self, from: Data(page.browser.text("playground.trainer.modelText()").utf8)))

      try Classroom.open(.stubs) { classroom in
        let work = try LabWork(in: classroom)
        let result = try classroom.lab(["train", "--seed", "3", "--save", "lab-work/m.json"] + words)
        #expect(result.status == 0, "\(result.text)")
        let ofLab = try network(JSONDecoder().decode(SavedModel.self, from: work.data("m.json")))
        let isTanh = words.contains("tanh")
        let lossOfPage = loss(of: ofPage, features, labels, isTanh: isTanh)
        let lossOfLab = loss(of: ofLab, features, labels, isTanh: isTanh)
        let shown = try page.latest("trainingLoss")
        print("loss after 100 steps: page \(lossOfPage), Lab \(lossOfLab)")
        #expect(abs(lossOfPage - lossOfLab) <= 1e-9)
        #expect(abs(shown - lossOfLab) <= 1e-9)
        for (a, b) in zip(ofPage.numbers, ofLab.numbers) { #expect(abs(a - b) <= 1e-9) }
        #expect(ofPage.numbers.count == ofLab.numbers.count)
      }
    }

    @Test("read each other's weights", arguments: [("binary", 1), ("layers", 2)])
    func weights(network: String, outputs: Int) throws {
      let page = try OpenPage(.solutions(), fragment: "hiddenUnits=8-4&network=\(network)")
      for _ in 0..<30 { try page.press("step-epoch") }
      let text = try page.browser.text("playground.trainer.modelText()")
      try Classroom.open(.stubs) { classroom in
        let work = try LabWork(in: classroom)
        try Data(text.utf8).write(to: work.folder.appending(path: "page.json"))
        try Data("x1,x2\n0,1\n1,-0.5\n".utf8).write(to: work.folder.appending(path: "points.csv"))
        let result = try classroom.lab(["predict", "--model", "lab-work/page.json", "--csv", "lab-work/points.csv"])
        #expect(result.status == 0, "\(result.text)")
        let words = ["train", "--network", network, "--epochs", "3", "--hidden", "5", "--save", "lab-work/lab.json"]
        #expect(try classroom.lab(words).status == 0)
        let model = try String(decoding: work.data("lab.json"), as: UTF8.self)
        try page.load(model, named: "lab.json")
        #expect(try page.browser.text("playground.trainer.sizes.join('-')") == "2-5-\(outputs)")
        #expect(try page.browser.text("playground.trainer.modelText()") == model, "byte for byte")
      }
      page.expectNoComplaints()
    }

    /// What stands in a saved network.
    private struct SavedModel: Decodable {
      let weights: [[[Double]]]
      let biases: [[Double]]
    }

    /// The parameters of a saved network, layer by layer.
    private struct Network {
      let weights: [[[Double]]]
      let biases: [[Double]]
      var numbers: [Double] { weights.flatMap { $0.flatMap(\.self) } + biases.flatMap(\.self) }
    }

    private func network(_ model: SavedModel) throws -> Network {
      Network(weights: model.weights, biases: model.biases)
    }

    /// The mean cross-entropy, in plain loops.
    private func loss(of network: Network, _ features: [Double], _ labels: [Double], isTanh: Bool) -> Double {
      var sum = 0.0
      for row in labels.indices {
        var values = [features[2 * row], features[2 * row + 1]]
        for layer in network.weights.indices {
          let isLast = layer == network.weights.count - 1
          values = network.biases[layer].indices.map { unit in
            let z = values.indices.reduce(network.biases[layer][unit]) {
              $0 + values[$1] * network.weights[layer][$1][unit]
            }
            return isLast ? z : isTanh ? tanh(z) : max(0, z)
          }
        }
        if values.count > 1 {
          sum += log(values.reduce(0) { $0 + exp($1) }) - values[Int(labels[row])]
          continue
        }
        let p = min(max(1 / (1 + exp(-values[0])), 1e-8), 1 - 1e-8)
        sum -= labels[row] * log(p) + (1 - labels[row]) * log(1 - p)
      }
      return sum / Double(labels.count)
    }
  }
}
