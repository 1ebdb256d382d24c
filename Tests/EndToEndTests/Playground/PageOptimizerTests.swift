import Foundation
import Testing

extension PlaygroundPageTests {
  /// Gradient descent, momentum and Adam in the page.
  @Suite("The optimizers of the page", .serialized)
  struct PageOptimizerTests {
    private func settings(_ page: OpenPage) throws -> [String] {
      try ["optimizer", "momentum", "learningRate"].map {
        try page.browser.text("String(playground.trainer.settings.\($0))")
      }
    }

    private func isShown(_ id: String, on page: OpenPage) throws -> Bool {
      try page.browser.isTrue("!!document.getElementById('\(id)').offsetParent")
    }

    @Test("bring their own number and their usual learning rate, unless another one was chosen")
    func choice() throws {
      let page = try OpenPage(.solutions())
      #expect(try settings(page) == ["sgd", "0.9", "0.03"])
      #expect(try !isShown("momentum", on: page))
      try page.choose("optimizer", "adam")
      #expect(try settings(page) == ["adam", "0.9", "0.003"])
      #expect(try !isShown("momentum", on: page))
      try page.choose("optimizer", "momentum")
      #expect(try settings(page) == ["momentum", "0.9", "0.03"])
      #expect(try isShown("momentum", on: page))
      try page.choose("learningRate", "0.07")
      try page.choose("optimizer", "adam")
      #expect(try settings(page) == ["adam", "0.9", "0.07"])
      page.expectNoComplaints()
    }

    @Test(
      "stand in a link, in which β alone asks for momentum and `none` for no such thing",
      arguments: [
        ("optimizer=adam", "adam", "0.9"), ("momentum=0.8", "momentum", "0.8"), ("momentum=none", "sgd", "0.9"),
        ("optimizer=sgd&momentum=0.7", "sgd", "0.7"),
      ])
    func link(fragment: String, optimizer: String, coefficient: String) throws {
      let page = try OpenPage(.solutions(), fragment: fragment)
      #expect(try settings(page).prefix(2) == [optimizer, coefficient])
      #expect(try !page.text("messages").contains("cannot be used"))
      page.expectNoComplaints()
    }

    @Test("write out Adam's step of one example, and every line gives what the code gave")
    func example() throws {
      let page = try OpenPage(.solutions(), fragment: "hiddenUnits=3&optimizer=adam&learningRate=0.01&lambda=0.1")
      for _ in 0..<3 { try page.press("step-epoch") }
      let before = try page.parameters
      try page.press("step-example")
      let after = try page.parameters
      let steps = try page.browser.number("playground.trainer.example.stepCount")
      #expect(steps == 46, "three epochs of fifteen batches, and this one")
      let lists = try ["memoryBefore[0]", "memoryBefore[1]", "memory[0]", "memory[1]", "gradients"].map {
        try page.numbers("playground.trainer.example.\($0)")
      }
      try #require(lists.allSatisfy { $0.count == before.count })
      // The output's bias, which no penalty pulls.
      let last = before.count - 1
      let (m, v, gradient) = (lists[2][last], lists[3][last], lists[4][last])
      #expect(abs(m - (0.9 * lists[0][last] + 0.1 * gradient)) < 1e-15)
      #expect(abs(v - (0.999 * lists[1][last] + 0.001 * gradient * gradient)) < 1e-15)
      let (mean, square) = (m / (1 - pow(0.9, steps)), v / (1 - pow(0.999, steps)))
      #expect(abs(after[last] - (before[last] - 0.01 * mean / (square.squareRoot() + 1e-8))) < 1e-12)
      let shown = try page.browser.text("document.querySelector('.step-numbers').innerText")
      #expect(shown.contains("m of") && shown.contains("v corrected =") && shown.contains("1e−8"), "\(shown)")
      #expect(try page.browser.isTrue("!document.querySelector('.step-numbers .is-wrong, .step-numbers .problem')"))
      try page.capture("adam-example")
      page.expectNoComplaints()
    }

    @Test("walk through one valley side by side, each by the student's own steps")
    func valley() throws {
      let page = try OpenPage(.solutions(), fragment: "tab=optimizers&descent=40&steepness=50")
      try page.show("optimizers")
      let selector = "#panel-optimizers tbody tr"
      try page.browser.wait(until: "document.querySelectorAll('\(selector)').length === 3")
      for (number, rate) in [(0, 0.01), (1, 0.01), (2, 0.1)] {
        let answer = try page.browser.evaluate(
          "playground.runtime.call('descend', {optimizer: ['sgd', 'momentum', 'adam'][\(number)], number: \(number), "
            + "coefficient: 0.9, learningRate: \(rate), steepness: 50, steps: 40, start: [-1.4, 0.8]})"
            + ".then(({ values }) => [...values])")
        let walk = (answer as? [NSNumber] ?? []).map(\.doubleValue)
        let expected = Self.walk(number, rate: rate, steepness: 50, steps: 40, from: [-1.4, 0.8])
        try #require(walk.count == expected.count)
        for (one, other) in zip(walk, expected) { #expect(abs(one - other) < 1e-12) }
      }
      try page.capture("optimizers")
      try page.choose("rate-sgd", "0.05")
      try page.browser.wait(
        until: "document.getElementById('panel-optimizers').innerText.includes('jumps over the valley')")
      page.expectNoComplaints()
    }

    @Test("say which one is not written, and show the others")
    func unwritten() throws {
      let page = try OpenPage(
        .planting(["11.4": "fatalError(\"TODO 11.4\")"], named: "adam"), fragment: "tab=optimizers")
      try page.show("optimizers")
      try page.browser.wait(
        until: "document.getElementById('panel-optimizers').innerText.includes('11.4 AdamOptimizer.step')")
      #expect(try page.browser.isTrue("document.querySelectorAll('#panel-optimizers tbody tr').length === 3"))
      page.expectNoComplaints()
    }

    /// The three walks in plain loops: 0 is gradient descent, 1 momentum and 2 Adam.
    private static func walk(_ number: Int, rate: Double, steepness: Double, steps: Int, from start: [Double])
      -> [Double]
    {
      var (place, walk) = (start, [Double]())
      var (first, second) = ([0.0, 0.0], [0.0, 0.0])
      for step in 1...steps {
        let slopes = [place[0], steepness * place[1]]
        for (index, slope) in slopes.enumerated() {
          switch number {
          case 0: place[index] -= rate * slope
          case 1:
            first[index] = 0.9 * first[index] + slope
            place[index] -= rate * first[index]
          default:
            first[index] = 0.9 * first[index] + 0.1 * slope
            second[index] = 0.999 * second[index] + 0.001 * slope * slope
            let mean = first[index] / (1 - pow(0.9, Double(step)))
            let square = second[index] / (1 - pow(0.999, Double(step)))
            place[index] -= rate * mean / (square.squareRoot() + 1e-8)
          }
        }
        walk += place
      }
      return walk
    }
  }
}
