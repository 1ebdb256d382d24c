import Foundation
import Testing
import Vocabulary

extension PlaygroundPageTests {
  /// The page in a real browser: lessons that are wrong, endless or not written.
  @Suite("The playground with a lesson that is not right", .serialized)
  struct PageMistakeTests {
    @Test("names an exercise that is not written where it is missing, and goes on with the rest")
    func unwritten() throws {
      let page = try OpenPage(
        .planting(["4.2": "fatalError(\"TODO: 4.2 hiddenDelta\")"], named: "unwritten", isOpen: true))
      #expect(try page.text("messages").contains("Not written yet, and needed for training: 4.2 hiddenDelta."))
      try page.press("step-epoch")
      #expect(try page.text("messages").contains("Training needs 4.2 hiddenDelta, which is not written yet"))
      try page.show("activations")
      #expect(try page.browser.isTrue("!document.querySelector('#panel-activations .notice')"))
      try page.show("gradient-check")
      try page.browser.wait(
        until: "document.getElementById('panel-gradient-check').innerText.includes('4.2 hiddenDelta')")
      try page.capture("unwritten")
      page.expectNoComplaints()
    }

    @Test("shows what a wrong step does, and flags it")
    func wrong() throws {
      let page = try OpenPage(
        .planting(
          [
            "5.2": """
            for layer in parameters.weights.indices {
              parameters.weights[layer] = parameters.weights[layer] + learningRate * gradients.weights[layer]
              parameters.biases[layer] = parameters.biases[layer] + learningRate * gradients.biases[layer]
            }
            """
          ], named: "uphill"))
      #expect(try page.text("messages").contains("Your 5.2 gradientDescentStep does not pass its checks"))
      let before = try page.latest("trainingLoss")
      for _ in 0..<5 { try page.press("step-epoch") }
      #expect(try page.latest("trainingLoss") > 2 * before, "uphill")
      try page.capture("uphill")
      page.expectNoComplaints()
    }

    @Test("the gradient check finds a derivative that is wrong, and agrees with the right ones")
    func gradientCheck() throws {
      let fragment = "tab=gradient-check&hiddenUnits=4&activation=tanh"
      let page = try OpenPage(.planting(["1.5": "z.map { _ in 1 }"], named: "slope"), fragment: fragment)
      try page.show("gradient-check")
      #expect(try disagreements(on: page) > 0)
      try page.open(.solutions(), fragment: fragment)
      try page.show("gradient-check")
      #expect(try disagreements(on: page) == 0)
      page.expectNoComplaints()
    }

    /// Checks all parameters by the panel's own commands and counts those that disagree by the course's rule.
    private func disagreements(on page: OpenPage) throws -> Double {
      try page.browser.number(
        """
        (async () => {
          const { trainer, runtime } = playground;
          const { gradients } = await runtime.call("gradients", { examples: 16 });
          let count = 0;
          for (let place = 0; place < gradients.length; place += 1) {
            const { losses } = await runtime.call("lossAlong", { examples: 16, place, changes: [1e-5, -1e-5] });
            const numeric = (losses[0] - losses[1]) / 2e-5;
            const error = Math.abs(gradients[place] - numeric);
            const relative = error / Math.max(1e-8, Math.abs(gradients[place]) + Math.abs(numeric));
            if (!(relative <= 1e-6 || error <= 1e-9)) count += 1;
          }
          return count;
        })()
        """)
    }

    @Test("ends a loop without end, names its exercise, and stays usable")
    func endless() throws {
      let page = try OpenPage(
        .planting(
          [
            ChosenMistake.id:
              "var rounds = delta\nwhile rounds.rows > 0 { rounds = rounds * 0.5 }\nreturn (rounds, delta)"
          ],
          named: "endless"))
      try page.press("play")
      try page.browser.wait(until: "!!playground.trainer.failure", seconds: 90)
      #expect(try page.text("messages").contains("\(ChosenMistake.title) did not come to an end within three seconds"))
      try page.show("activations")
      #expect(try page.browser.isTrue("!document.querySelector('#panel-activations .notice')"))
      page.expectNoComplaints()
    }

    @Test("says that code stopped in the middle, and names its exercise")
    func trap() throws {
      let page = try OpenPage(.planting(Self.trap, named: "trap"))
      #expect(try page.text("messages").contains("3.1 linear stopped in the middle"))
      page.expectNoComplaints()
    }

    private static let trap: [ExerciseID: String] = [
      "3.1": "return matmul(input, weights).adding(row: Matrix.zeros(rows: 1, columns: 99))"
    ]

    @Test("does not take 3.1 for 3.10 or 31.1, when it looks for the exercise at fault")
    func twoDigits() throws {
      let page = try OpenPage(.planting(Self.trap, named: "trap"))
      let runs = try ["3.1", "3.10", "31.1", "3.3"].filter { exercise in
        try page.browser.isTrue(
          "playground.runtime.call('callExercise', { exercise: '\(exercise)' }).then(() => true, () => false)")
      }
      #expect(runs == ["3.10", "31.1", "3.3"])
    }

    @Test("names exercises by lesson, then by number, and those that the activation function calls for")
    func order() throws {
      let page = try OpenPage(.solutions())
      let reached = { (hidden: String) in
        try page.browser.text(
          """
          (() => {
            const exercise = (id, calls, callsOfActivation) => ({ id, name: "", calls, callsOfActivation });
            const exercises = [
              exercise("10.11", ["10.2", "9.1"]), exercise("10.2", ["4.9", "4.10"]), exercise("9.1", ["4.10"], null),
              exercise("4.10", [], { relu: "1.2", tanh: "1.12" }),
            ];
            const course = new playground.course.constructor({ lessons: [{ exercises }] });
            return course.reachedFrom(["10.11"], "\(hidden)").join(" ");
          })()
          """)
      }
      #expect(try reached("tanh") == "1.12 4.9 4.10 9.1 10.2 10.11")
      #expect(try reached("relu") == "1.2 4.9 4.10 9.1 10.2 10.11")
      #expect(
        try page.browser.text(
          """
          (() => {
            const { course } = playground;
            const called = course.reached("activationCurve", { hidden: "tanh", isSlope: true });
            return called.map((exercise) => course.exercises.get(exercise).name).join();
          })()
          """) == "tanh,tanhDerivative")
    }

    @Test("a trap in one panel leaves the training in another as it was, its velocity and batches, too")
    func trapElsewhere() throws {
      let page = try OpenPage(
        .planting(["2.1": "return [Int]()[layerSizes.count]"], named: "elsewhere"),
        fragment: "momentum=0.9&hiddenUnits=4&samples=100")
      for _ in 0..<2 { try page.press("step-epoch") }
      try page.show("architecture")
      try page.browser.wait(
        until: "document.getElementById('panel-architecture').innerText.includes('2.1 parameterCount')")
      try page.press("step-epoch")
      let interrupted = try page.parameters
      try page.press("reset")
      for _ in 0..<3 { try page.press("step-epoch") }
      #expect(try page.parameters == interrupted)
      page.expectNoComplaints()
    }

    @Test("endless recursion and a hunger for memory end the call, and the page goes on")
    func hunger() throws {
      let page = try OpenPage(
        .planting(
          [
            "1.2": "return tanh(tanh(z))",
            "1.1":
              "var much: [Matrix] = []\nwhile much.count < 1_000_000 { much.append(Matrix.zeros(rows: 1000 + much.count, columns: 1000)) }\nreturn much[0]",
          ], named: "hunger"), fragment: "tab=activations")
      try page.show("activations")
      try page.browser.wait(
        until: "document.getElementById('panel-activations').innerText.includes('1.1 sigmoid stopped')", seconds: 90)
      let said = try page.browser.text("document.getElementById('panel-activations').innerText")
      #expect(said.contains("1.2 tanh stopped in the middle (it called itself without end)"))
      #expect(said.contains("1.1 sigmoid stopped in the middle (it wanted more memory than a browser gives)"))
      #expect(said.contains("ReLU"))
      page.expectNoComplaints()
    }

    @Test("shows what the code prints")
    func prints() throws {
      let page = try OpenPage(
        .planting(["5.1": "print(\"batches of \\(batchSize)\")\nreturn [Array(0..<count)]"], named: "prints"))
      try page.press("step-epoch")
      try page.browser.wait(until: "!document.getElementById('printed').closest('details').hidden")
      try page.browser.evaluate("document.getElementById('printed').closest('details').open = true")
      try page.browser.wait(until: "document.getElementById('printed').textContent.includes('batches of 64')")
      page.expectNoComplaints()
    }
  }
}
