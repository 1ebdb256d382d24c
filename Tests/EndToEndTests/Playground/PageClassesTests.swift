import CourseKit
import Foundation
import Testing

extension PlaygroundPageTests {
  /// The page in a real browser: a table of three classes, which makes the network one of layers.
  @Suite("The playground with three classes", .serialized)
  struct PageClassesTests {
    /// Three clouds of points around the corners of a triangle, in units of their own.
    private static var table: String {
      var generator = SeededGenerator(seed: 5)
      let rows = (0..<90).map { row in
        let angle = 2 * Double.pi * Double(row % 3) / 3
        let x = 10 + 5 * cos(angle) + generator.nextGaussian()
        let y = 200 + 50 * sin(angle) + 10 * generator.nextGaussian()
        return "\(x),\(y),\(["oak", "elm", "ash"][row % 3])"
      }
      return "width,height,tree\n" + rows.joined(separator: "\n")
    }

    @Test("trains layers at once and says so, names the classes everywhere, and does not offer a binary network")
    func table() throws {
      let page = try OpenPage(.solutions())
      try page.useTable(Self.table)
      #expect(try page.text("file-said").contains("It has 3 classes: the network is one of layers."))
      #expect(try page.browser.text("playground.trainer.sizes.join('-')") == "2-32-32-3")
      #expect(try page.text("why-layers") == "A binary network tells 2 classes apart, and these data have 3.")
      #expect(try page.browser.isTrue("document.querySelector('#network option[value=binary]').disabled"))
      #expect(try page.text("class-legend") == "● ash, ■ elm, ▲ oak; hollow: validation; edged: wrong.")
      let names = "[...document.querySelectorAll('.diagram-class')].map((name) => name.innerText).join()"
      try page.browser.wait(until: "\(names) === 'ash,elm,oak'")
      #expect(try page.train(until: "validationAccuracy", reaches: 1) == 1)
      try page.capture("three-classes")
      try page.choose("data", "moons")
      #expect(try page.browser.text("playground.trainer.sizes.join('-')") == "2-32-32-2")
      try page.choose("network", "binary")
      try page.choose("data", "table")
      #expect(try page.browser.text("playground.trainer.sizes.join('-')") == "2-32-32-3")
      page.expectNoComplaints()
    }

    @Test("colours the plane by the likeliest class, and by one class where its output is chosen")
    func plane() throws {
      let page = try OpenPage(.solutions(), fragment: "hiddenUnits=8&learningRate=0.3")
      try page.useTable(Self.table)
      for _ in 0..<60 { try page.press("step-epoch") }
      let (sure, right) = try colours(on: page, layer: 0)
      #expect(sure > 500 && right > 0.8 * sure, "\(right) of \(sure) places")
      try page.browser.evaluate("playground.trainer.showUnit({ layer: 2, unit: 1 })")
      #expect(try page.browser.text("document.getElementById('shown-unit').selectedOptions[0].text") == "elm")
      let ofOne = try colours(on: page, layer: 2)
      #expect(ofOne.sure > 100 && ofOne.right > 0.8 * ofOne.sure, "\(ofOne.right) of \(ofOne.sure) places")
      page.expectNoComplaints()
    }

    /// At how many places of the plane the network is sure of a class, or of the second one, and at how many of those the picture has that
    /// class's colour; marks and lines may lie over the others.
    private func colours(on page: OpenPage, layer: Int) throws -> (sure: Double, right: Double) {
      usleep(500_000)
      try page.settle()
      let found = try page.browser.evaluate(
        """
        (async () => {
          const { trainer, runtime } = playground;
          const points = trainer.fieldPoints.slice(0, 2 * 50 * 50);
          const { values } = await runtime.call("field", { layer: 0, unit: 0, points });
          const canvas = document.getElementById("boundary");
          const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
          copy.drawImage(canvas, 0, 0);
          const image = copy.getImageData(0, 0, canvas.width, canvas.height);
          const style = getComputedStyle(document.documentElement);
          const channels = (label) => {
            const hex = style.getPropertyValue(`--class${label}`).trim();
            return [1, 3, 5].map((place) => parseInt(hex.slice(place, place + 2), 16));
          };
          let [sure, right] = [0, 0];
          for (let place = 0; place < 2500; place += 1) {
            const row = [...values.slice(3 * place, 3 * place + 3)];
            const label = row.findIndex((p) => p > 0.98);
            if (label < 0 || \(layer) > 0 && label !== 1) continue;
            const scale = canvas.width / canvas.clientWidth;
            const x = (44 + (canvas.clientWidth - 52) * (place % 50) / 49) * scale;
            const y = (20 + (canvas.clientHeight - 62) * Math.floor(place / 50) / 49) * scale;
            const start = 4 * (Math.floor(y) * image.width + Math.floor(x));
            const pixel = image.data.slice(start, start + 3);
            sure += 1;
            if (channels(label).every((channel, index) => Math.abs(pixel[index] - (255 + 0.6 * (channel - 255))) < 8)) right += 1;
          }
          return [sure, right];
        })()
        """)
      let numbers = (found as? [NSNumber] ?? []).map(\.doubleValue)
      try #require(numbers.count == 2)
      return (numbers[0], numbers[1])
    }

    @Test("shows the numbers of one example's step, which are those of softmax and ReLU by their formulas")
    func example() throws {
      let page = try OpenPage(.solutions(), fragment: "hiddenUnits=4&learningRate=0.1&weightDecay=0.01")
      try page.useTable(Self.table)
      for _ in 0..<3 { try page.press("step-epoch") }
      let before = try page.parameters
      try page.press("step-example")
      let example = { (name: String) in try page.numbers("playground.trainer.example.\(name)") }
      let (features, label) = (
        try example("features"), Int(try page.browser.number("playground.trainer.example.label"))
      )
      try #require(before.count == 27 && features.count == 2)
      let part = { (start: Int, rows: Int, columns: Int) in
        Matrix(rows: rows, columns: columns, elements: Array(before[start..<start + rows * columns]))
      }
      let (w1, b1, w2, b2) = (part(0, 2, 4), part(8, 1, 4), part(12, 4, 3), part(24, 1, 3))
      let x = Matrix([features])
      let z1 = matmul(x, w1).adding(row: b1)
      let a1 = z1.map { max(0, $0) }
      let z2 = matmul(a1, w2).adding(row: b2)
      let powers: [Double] = z2.elements.map { exp($0) }
      let sum: Double = powers.reduce(0, +)
      let p: [Double] = powers.map { $0 / sum }
      var delta2 = Matrix([p])
      delta2[0, label] -= 1
      let delta1 = matmul(delta2, w2.transposed) * z1.map { $0 > 0 ? 1 : 0 }
      let gradients: [Double] = [
        matmul(x.transposed, delta1), delta1, matmul(a1.transposed, delta2), delta2,
      ].flatMap(\.elements)
      let after: [Double] = zip(before, gradients).map { parameter, gradient in
        parameter - 0.1 * (gradient + 0.01 * parameter)
      }
      let loss = try page.browser.number("playground.trainer.example.loss")
      #expect(abs(loss + log(p[label])) < 1e-12)
      try expectSame(example("preActivations.flatMap((values) => [...values])"), z1.elements + z2.elements)
      try expectSame(example("activations.flatMap((values) => [...values])"), a1.elements + p)
      try expectSame(example("gradients"), gradients)
      try expectSame(page.parameters, after)
      let shown = try page.browser.text("document.querySelector('.step-numbers').innerText")
      #expect(shown.contains("of \(["ash", "elm", "oak"][label]). The network said p = "))
      #expect(shown.contains("loss = −ln p[\(label)] = −ln ") && !shown.contains("but your code gave"))
      try page.capture("three-classes-example")
      page.expectNoComplaints()
    }

    private func expectSame(
      _ found: [Double], _ expected: [Double], sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) {
      #expect(found.count == expected.count, sourceLocation: sourceLocation)
      for (a, b) in zip(found, expected) { #expect(abs(a - b) < 1e-12, sourceLocation: sourceLocation) }
    }

    @Test("saves a model of layers and goes on from it; to data of other classes it does not come, and both are named")
    func model() throws {
      let page = try OpenPage(.solutions(), fragment: "hiddenUnits=4")
      try page.useTable(Self.table)
      for _ in 0..<3 { try page.press("step-epoch") }
      let trained = try page.parameters
      let text = try page.browser.text("playground.trainer.modelText()")
      #expect(text.contains(#""classes":["ash","elm","oak"]"#) && text.contains(#""output":"softmax""#))
      try page.choose("units-1", "7")
      try page.load(text, named: "trees.json")
      #expect(try page.text("file-problem") == "")
      #expect(try page.text("file-said").contains("trees.json: a network 2-4-3 for 'width' and 'height'"))
      #expect(try page.parameters == trained)
      #expect(try page.browser.text("playground.trainer.modelText()") == text, "byte for byte")
      try page.choose("data", "moons")
      try page.load(text, named: "trees.json")
      #expect(
        try page.text("file-problem")
          == "trees.json tells 3 classes apart, 'ash', 'elm' and 'oak', and the page's data have 2, '0' and '1': choose the data "
          + "that it learned from, then load it again.")
      page.expectNoComplaints()
    }

    @Test(
      "is checked by the gradient check, too, while the view of the hidden space says that it shows a binary network")
    func panels() throws {
      let page = try OpenPage(.solutions(), fragment: "network=layers&hiddenUnits=2&tab=gradient-check")
      try page.show("gradient-check")
      try page.browser.wait(
        until:
          "document.getElementById('panel-gradient-check').innerText.includes('analytic, by your lessons 9 and 10')")
      #expect(try page.text("panel-gradient-check").contains("they agree"))
      try page.show("hidden-space")
      #expect(try page.text("panel-hidden-space").contains("This view shows a binary network"))
      page.expectNoComplaints()
    }
  }
}
