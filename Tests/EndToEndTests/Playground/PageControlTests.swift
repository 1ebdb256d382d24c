import Foundation
import Testing

extension PlaygroundPageTests {
  /// The page in a real browser: its controls, by mouse, keyboard and link.
  @Suite("The playground's controls", .serialized)
  struct PageControlTests {
    static let tabs = [
      "train", "hidden-space", "architecture", "activations", "initialisation", "gradient-check", "functions",
    ]

    @Test("take every value that a hand can give them, and the page goes on", arguments: tabs)
    func everyControl(tab: String) throws {
      let page = try OpenPage(.solutions(), fragment: "samples=100&hiddenUnits=4-3")
      try page.show(tab)
      let count = try page.browser.number(
        """
        (async () => {
          const pause = () => new Promise((resolve) => setTimeout(resolve, 5));
          const panel = document.getElementById("panel-\(tab)");
          const tell = (control) => {
            for (const name of ["input", "change"]) control.dispatchEvent(new Event(name, { bubbles: true }));
          };
          let count = 0;
          for (const control of panel.querySelectorAll("select, input:not([type=file]), textarea, button, summary")) {
            if (!control.isConnected || control.disabled) continue;
            count += 1;
            if (control.tagName === "SELECT") {
              for (const option of [...control.options]) { control.value = option.value; tell(control); await pause(); }
              control.selectedIndex = 0; tell(control);
            } else if (["range", "number", "text"].includes(control.type) || control.tagName === "TEXTAREA") {
              const before = control.value;
              for (const value of [control.min, "1", "", "-1e9", control.max, before]) {
                control.value = value; tell(control); await pause();
              }
            } else {
              control.click(); await pause();
              if (control.type === "checkbox") control.click();
            }
            await pause();
          }
          playground.trainer.pause();
          await playground.trainer.turn;
          await playground.runtime.turn;
          return count;
        })()
        """)
      if ["train", "hidden-space", "architecture", "gradient-check"].contains(tab) {
        #expect(count > 3, "\(count) controls")
      }
      page.expectNoComplaints(tab)
      try page.show("train")
      try page.press("reset")
      try page.press("step-epoch")
      #expect(try page.latest("epoch") == 1)
      #expect(try page.latest("trainingLoss").isFinite)
    }

    @Test("fit into 360 pixels, in light and dark colours", arguments: tabs)
    func narrow(tab: String) throws {
      let page = try OpenPage(.solutions(), fragment: "tab=\(tab)", width: 360, height: 800)
      try page.show(tab)
      for scheme in ["light", "dark"] {
        try page.browser.prefer(scheme)
        #expect(try page.browser.number("document.documentElement.scrollWidth") <= 360)
        try page.capture("\(tab)-360-\(scheme)")
      }
      try page.browser.resize(1280, 900)
      try page.browser.prefer("light")
      #expect(try page.browser.number("document.documentElement.scrollWidth") <= 1280)
      try page.capture("\(tab)-1280")
      #expect(
        try page.browser.number(
          """
          [...document.querySelectorAll("button, select, input, textarea, canvas[tabindex], [role=slider]")]
            .filter((control) => control.checkVisibility())
            .filter((control) => !(control.innerText?.trim() || control.labels?.length || control.ariaLabel
              || control.getAttribute("aria-labelledby"))).length
          """) == 0, "every control has a name")
      page.expectNoComplaints(tab)
    }

    @Test("work by keyboard: tabs by arrows, the space bar plays, the chart's cross-hair moves")
    func keyboard() throws {
      let page = try OpenPage(.solutions())
      try page.browser.evaluate("document.getElementById('tab-train').focus()")
      try page.browser.press("ArrowRight")
      #expect(try page.browser.text("document.activeElement.id") == "tab-hidden-space")
      #expect(try page.browser.text("document.activeElement.getAttribute('aria-selected')") == "true")
      try page.browser.press("Home")
      try page.browser.evaluate("document.activeElement.blur()")
      try page.browser.press(" ")
      #expect(try page.browser.isTrue("playground.trainer.isPlaying"))
      try page.browser.wait(until: "playground.trainer.epoch > 20")
      try page.browser.press(" ")
      #expect(try page.browser.isTrue("!playground.trainer.isPlaying"))
      try page.settle()
      try page.browser.evaluate("document.getElementById('loss-chart').focus()")
      try page.browser.press("Home")
      let first = try page.browser.text("document.getElementById('loss-chart').getAttribute('aria-valuetext')")
      try page.browser.press("ArrowRight")
      let second = try page.browser.text("document.getElementById('loss-chart').getAttribute('aria-valuetext')")
      #expect(first != second && first.contains("loss"), "\(first) / \(second)")
      page.expectNoComplaints()
    }

    @Test("are all in the page's link, and a link with nonsense says what it ignores")
    func link() throws {
      let page = try OpenPage(
        .solutions(),
        fragment: "data=circles&samples=300&noise=0.05&dataSeed=7&weightSeed=9&hiddenUnits=5-4&activation=tanh"
          + "&initialisation=xavier&learningRate=0.1&batchSize=16&lambda=0.01&momentum=0.8&patience=30"
          + "&network=layers&weightDecay=0.002")
      let settings = try page.browser.text("JSON.stringify(playground.trainer.settings)")
      #expect(try page.browser.text("playground.trainer.sizes.join('-')") == "2-5-4-2")
      try page.browser.wait(
        until: "location.hash.includes('hiddenUnits=5-4') && location.hash.includes('momentum=0.8')")
      let fragment = String(try page.browser.text("location.hash").dropFirst())
      try page.open(.solutions(), fragment: fragment)
      #expect(try page.browser.text("JSON.stringify(playground.trainer.settings)") == settings)
      try page.open(
        .solutions(), fragment: "data=cats&network=deep&samples=-3&hiddenUnits=2-999&learningRate=fast&noise=0.1")
      let said = try page.text("messages")
      for part in ["data=cats", "network=deep", "samples=-3", "hiddenUnits=2-999", "learningRate=fast"] {
        #expect(said.contains(part))
      }
      #expect(!said.contains("noise=0.1"))
      #expect(try page.browser.text("playground.trainer.sizes.join('-')") == "2-32-32-1")
      page.expectNoComplaints()
    }

    @Test("take a table, and name the line of a mistake in one")
    func table() throws {
      let page = try OpenPage(.solutions())
      for (text, sentence) in [
        ("a,b,c\n1,2,x\n3,four,y\n", "The table:3: "), ("1,2,x\n3,4\n", "The table:2: "),
        ("1,2,x\n3,4,y\n5,6,z\n7,8,x\n9,0,y\n", "one row only of 'z'"),
        (
          (0..<36).map { "\(3 * $0),\($0 % 5),\($0 % 12)\n" }.joined(),
          "has 12 classes, and this page draws at most 10: `swift run course-check train --csv …` takes up to 50."
        ), ("1,2,3,x\n", "has 4 columns"),
        ("1,2,x\n3,4,x\n5,6,x\n7,8,x\n9,0,x\n", "'x'"),
      ] {
        try page.useTable(text)
        let problem = try page.text("file-problem")
        #expect(problem.contains(sentence) && problem.hasSuffix("."), "\(problem)")
      }
      let rows = (0..<50).map { "\(100 + 2 * $0),\($0 % 7),\($0 < 25 ? "low" : "high")" }
      try page.useTable("height,weight,size\n" + rows.joined(separator: "\n"))
      #expect(try page.text("file-problem") == "")
      #expect(try page.browser.text("playground.trainer.settings.data") == "table")
      #expect(try page.train(until: "trainingAccuracy", reaches: 1) == 1)
      try page.capture("table")
      page.expectNoComplaints()
    }

    @Test("draw points by mouse, which the network learns")
    func points() throws {
      let page = try OpenPage(.solutions())
      try page.browser.evaluate(
        "[...document.querySelectorAll('input[type=radio]')].find((radio) => radio.labels[0].innerText.includes('Class 1')).click()"
      )
      let box =
        try page.browser.evaluate(
          "(() => { const box = document.getElementById('boundary').getBoundingClientRect(); return [box.x, box.y, box.width, box.height]; })()"
        ) as? [NSNumber] ?? []
      try #require(box.count == 4)
      let (x, y) = (box[0].doubleValue + box[2].doubleValue / 2, box[1].doubleValue + box[3].doubleValue / 2)
      try page.browser.click(x, y)
      try page.browser.click(x + 30, y)
      usleep(200_000)
      try page.settle()
      #expect(try page.browser.text("playground.trainer.settings.data") == "own")
      #expect(try page.browser.number("playground.trainer.data.training.labels.length") == 2)
      #expect(try page.browser.number("playground.trainer.data.training.labels[0]") == 1)
      page.expectNoComplaints()
    }
  }
}
