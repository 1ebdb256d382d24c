import Course
import Engine
import Foundation
import Testing

extension PlaygroundPageTests {
  /// Where the page opens.
  @Suite("The playground opens", .serialized)
  struct PageOpeningTests {
    @Test("at what a lesson teaches, with the settings that the lesson wants", arguments: [8, 11])
    func lesson(number: Int) throws {
      let page = try OpenPage(.solutions(), fragment: "lesson=\(number)")
      let opening = Course.neuralNetwork.lessons[number - 1].playground
      for setting in opening.split(separator: "&") {
        let parts = setting.split(separator: "=").map(String.init)
        guard parts[0] != "tab" else { continue }
        #expect(try page.browser.text("String(playground.trainer.settings.\(parts[0]))") == parts[1], "\(setting)")
      }
      if opening.contains("tab=optimizers") {
        try page.browser.wait(until: "document.getElementById('panel-optimizers').innerText.includes('Steepness')")
      }
      page.expectNoComplaints()
    }

    @Test("the hidden space with XOR, where no other training was chosen")
    func hiddenSpace() throws {
      let page = try OpenPage(.solutions(), fragment: "")
      try page.show("hidden-space")
      try page.browser.wait(until: "playground.trainer.settings.data === 'xor'")
      try page.browser.wait(
        until: "/The line (separates|does not separate)/.test(document.getElementById('panel-hidden-space').innerText)")
      page.expectNoComplaints()
    }
  }
}
