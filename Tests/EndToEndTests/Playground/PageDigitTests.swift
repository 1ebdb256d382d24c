import Batteries
import CourseKit
import Foundation
import Testing
import Training

@testable import Tables

extension PlaygroundPageTests {
  /// Handwriting in the page: the student's network learns it and says what somebody draws.
  @Suite("The digits of the page", .serialized)
  struct PageDigitTests {
    /// A page that shows the digits, with weights that have learned so many epochs.
    private func page(epochs: Int, fragment: String = "") throws -> OpenPage {
      let page = try OpenPage(.solutions(), fragment: "tab=digits" + fragment)
      try page.show("digits")
      try page.browser.wait(
        until: "document.getElementById('digit-progress').innerText.includes('has not learned') "
          + "&& document.querySelectorAll('#digit-weights canvas').length > 0")
      if epochs > 0 {
        try page.press("digit-learn")
        try page.browser.wait(
          until: "document.getElementById('digit-progress').innerText.startsWith('After \(epochs) epochs') "
            + "&& document.getElementById('digit-learn').innerText === 'Learn'", seconds: 120)
      }
      return page
    }

    /// Draws strokes with the pointer; places are shares of the pad.
    private func draw(_ strokes: [[(Double, Double)]], on page: OpenPage) throws {
      try page.press("digit-clear")
      let list = strokes.map { "[" + $0.map { "[\($0.0),\($0.1)]" }.joined(separator: ",") + "]" }.joined(
        separator: ",")
      try page.browser.evaluate(
        """
        (() => {
          const pad = document.querySelector('.pad');
          pad.setPointerCapture = () => {};
          pad.hasPointerCapture = () => true;
          const { left, top, width, height } = pad.getBoundingClientRect();
          const send = (type, [x, y]) => pad.dispatchEvent(new PointerEvent(type, {
            bubbles: true, button: 0, pointerId: 1, clientX: left + x * width, clientY: top + y * height,
          }));
          for (const [first, ...rest] of [\(list)]) {
            send('pointerdown', first);
            for (const place of rest) send('pointermove', place);
            send('pointerup', rest.at(-1) ?? first);
          }
        })()
        """)
      usleep(300_000)
    }

    private func verdict(_ page: OpenPage) throws -> String {
      try page.browser.text("document.querySelector('.digit-verdict').innerText")
    }

    /// Places on an arc, angles in degrees from the right, clockwise.
    private func arc(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ from: Double, _ to: Double)
      -> [(Double, Double)]
    {
      (0...24).map { step in
        let angle = (from + (to - from) * Double(step) / 24) * .pi / 180
        return (x + width * cos(angle), y + height * sin(angle))
      }
    }

    @Test(
      "are learned by the student's layers to 97 of 100 digits that were kept apart, and the misread ones are shown")
    func learning() throws {
      let page = try page(epochs: 40)
      let text = try page.text("digit-progress")
      let share = try #require(text.firstMatch(of: /: ([0-9.]+) % of the digits/).flatMap { Double($0.1) })
      #expect(share >= 96.5, "\(text)")
      try page.browser.wait(until: "document.querySelectorAll('#digit-misread figure').length > 0")
      let shown = try page.browser.number("document.querySelectorAll('#digit-misread figure').length")
      let title = try page.browser.text("document.getElementById('digit-misread').previousElementSibling.innerText")
      let count = try #require(title.firstMatch(of: /^([0-9]+) of the 359/).flatMap { Double($0.1) })
      #expect(shown == min(count, 24) && abs(100 - 100 * count / 359 - share) < 0.06, "\(title), \(share)")
      #expect(try page.browser.number("document.querySelectorAll('#digit-weights canvas').length") == 64)
      try page.capture("digits")
      page.expectNoComplaints()
    }

    @Test("that are drawn with strokes are read, live, with a bar for each class")
    func drawing() throws {
      let page = try page(epochs: 40)
      let drawn: [(Int, [[(Double, Double)]])] = [
        (0, [arc(0.5, 0.5, 0.2, 0.35, -90, 270)]),
        (1, [[(0.4, 0.3), (0.52, 0.15), (0.52, 0.85)]]),
        (3, [arc(0.45, 0.32, 0.18, 0.17, -160, 90), arc(0.45, 0.67, 0.2, 0.19, -90, 160)]),
        (4, [[(0.45, 0.12), (0.28, 0.55), (0.72, 0.55)], [(0.58, 0.35), (0.52, 0.88)]]),
        (7, [[(0.28, 0.15), (0.72, 0.15), (0.45, 0.88)]]),
      ]
      var right: [Int] = []
      for (digit, strokes) in drawn {
        try draw(strokes, on: page)
        let said = try verdict(page)
        if said.hasPrefix("Your network says: \(digit)") { right.append(digit) }
        let bars = try page.browser.text(
          "[...document.querySelectorAll('.digit-bars .bar')].map((bar) => bar.style.width.replace('%', '')).join()")
        let shares = bars.split(separator: ",").compactMap { Double($0) }
        #expect(shares.count == 10 && abs(shares.reduce(0, +) - 100) < 0.1, "\(bars)")
        try page.capture("digit-\(digit)")
      }
      print("Drawn digits that are read right: \(right)")
      #expect(right.count >= 4, "\(right)")
      try page.press("digit-clear")
      usleep(200_000)
      #expect(try verdict(page) == "Draw a digit.")
      page.expectNoComplaints()
    }

    @Test("are those of the course's file, split as the Lab splits them")
    func data() throws {
      let page = try page(epochs: 0, fragment: "&digitSeed=3")
      let file = Classroom.checkout.appending(path: Digits.path)
      var generator = RunRandomness.data(seed: 3)
      let parts = try #require(Digits(Array(Data(contentsOf: file)))).split(using: &generator)
      let answer = try page.browser.evaluate(
        """
        (async () => {
          const bytes = new Uint8Array(await unpacked('digits').arrayBuffer());
          const { training, validation } = await playground.runtime.call('digits', { seed: 3, bytes });
          const sum = (numbers) => numbers.reduce((sum, number, place) => sum + number * (place % 97), 0);
          return [training.labels.length, validation.labels.length, sum(training.features), sum(validation.features),
            sum(training.labels), sum(validation.labels)];
        })()
        """)
      func sum(_ numbers: [Double]) -> Double {
        numbers.enumerated().reduce(0) { $0 + $1.element * Double($1.offset % 97) }
      }
      #expect(
        (answer as? [NSNumber] ?? []).map(\.doubleValue) == [
          Double(parts.training.count), Double(parts.validation.count), sum(parts.training.features.elements),
          sum(parts.validation.features.elements), sum(parts.training.classes.map(Double.init)),
          sum(parts.validation.classes.map(Double.init)),
        ])
      let damaged = try page.browser.evaluate(
        "playground.runtime.call('digits', { seed: 3, bytes: new Uint8Array(100) }).then(({ training }) => training.labels.length)"
      )
      #expect((damaged as? NSNumber)?.intValue == 0)
      page.expectNoComplaints()
    }

    @Test("wait for what is not written, and say what it is")
    func unwritten() throws {
      let page = try OpenPage(
        .planting(["12.2": "fatalError(\"TODO 12.2\")"], named: "digits-open", isOpen: true), fragment: "tab=digits")
      try page.show("digits")
      try page.press("digit-learn")
      try page.browser.wait(
        until:
          "document.getElementById('panel-digits').innerText.includes('12.2 DropoutLayer.forward, which is not written yet')"
      )
      page.expectNoComplaints()
    }
  }
}
