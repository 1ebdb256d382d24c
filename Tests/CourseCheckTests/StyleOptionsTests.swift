import Terminal
import Testing

@testable import course_check

@Suite("The options for colour")
struct StyleOptionsTests {
  @Test("takes NO_COLOR for a wish when it is not empty")
  func noColour() {
    var options = CommonOptions()
    #expect(!Style(options, environment: ["NO_COLOR": "1"]).isColoured)
    options.color = .always
    #expect(Style(options, environment: ["NO_COLOR": "1"]).isColoured)
    options.color = .never
    #expect(!Style(options, environment: [:]).isColoured)
  }
}
