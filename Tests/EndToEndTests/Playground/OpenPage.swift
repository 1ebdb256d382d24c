import Foundation
import Testing
import Vocabulary

/// A playground that is open in a browser, and what a person does with its controls.
struct OpenPage {
  let browser: Browser

  /// Opens a page and waits until the student's code has answered for the first time.
  init(_ page: MadePage, fragment: String = "", width: Int = 1280, height: Int = 900) throws {
    browser = try Browser.shared()
    browser.forgetComplaints()
    try browser.resize(width, height)
    try browser.prefer("light")
    try open(page, fragment: fragment)
  }

  /// Opens a page in the same browser.
  func open(_ page: MadePage, fragment: String = "") throws {
    try browser.open(page.file, fragment: fragment)
    try browser.wait(until: "!!globalThis.playground")
    try browser.wait(until: "!!(playground.trainer.latest || playground.trainer.failure)")
  }

  /// Presses the button with an id.
  func press(_ id: String) throws {
    try browser.evaluate("document.getElementById('\(id)').click()")
    try settle()
  }

  /// Gives a field or a menu a value, as a person's hand does.
  func choose(_ id: String, _ value: String) throws {
    try browser.evaluate(
      """
      (() => {
        const control = document.getElementById('\(id)');
        control.value = '\(value)';
        for (const name of ['input', 'change']) control.dispatchEvent(new Event(name, { bubbles: true }));
      })()
      """)
    try settle()
  }

  /// Learns from the rows of a table, as somebody pastes them.
  func useTable(_ text: String) throws {
    try browser.evaluate("document.getElementById('table-text').value = \(Self.quoted(text))")
    try press("use-table")
    usleep(100_000)
    try settle()
  }

  /// Loads a file of weights, as the chooser does.
  func load(_ model: String, named name: String) throws {
    try browser.evaluate(
      """
      (() => {
        const files = new DataTransfer();
        files.items.add(new File([\(Self.quoted(model))], "\(name)"));
        const chooser = document.getElementById("model-file");
        chooser.files = files.files;
        chooser.dispatchEvent(new Event("change", { bubbles: true }));
      })()
      """)
    usleep(200_000)
    try settle()
  }

  /// A text as JavaScript writes it.
  static func quoted(_ text: String) -> String {
    String(decoding: (try? JSONSerialization.data(withJSONObject: [text])) ?? Data(), as: UTF8.self) + "[0]"
  }

  /// Shows the tab of a panel.
  func show(_ tab: String) throws {
    try press("tab-\(tab)")
    usleep(100_000)
    try settle()
  }

  /// Waits until all that was asked of the student's code is answered.
  func settle() throws { try browser.evaluate("playground.trainer.turn.then(() => playground.runtime.turn)") }

  /// The text of the element with an id.
  func text(_ id: String) throws -> String {
    try browser.text("document.getElementById('\(id)').innerText").replacing("\u{202F}", with: "")
  }

  /// A measurement after the last step, for example `validationAccuracy`.
  func latest(_ name: String) throws -> Double { try browser.number("playground.trainer.latest?.\(name)") }

  /// All weights and biases.
  var parameters: [Double] {
    get throws { try numbers("playground.trainer.parameters") }
  }

  /// The numbers of a list, which an expression names.
  func numbers(_ expression: String) throws -> [Double] {
    (try browser.evaluate("[...\(expression)]") as? [NSNumber] ?? []).map(\.doubleValue)
  }

  /// Trains until a measurement reaches a goal, and returns the best that it reached.
  func train(until name: String, reaches goal: Double, seconds: Double = 60) throws -> Double {
    try press("play")
    try browser.wait(
      until: "playground.trainer.latest?.\(name) >= \(goal) || !playground.trainer.isPlaying", seconds: seconds)
    try browser.evaluate("playground.trainer.pause()")
    try settle()
    // It goes on for a slice while the button is on its way, and may have fallen again.
    return try browser.number("Math.max(...playground.trainer.entries.map((entry) => entry.\(name)))")
  }

  /// Fails if the page wrote an error to its console.
  func expectNoComplaints(_ what: String = "", sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    #expect(browser.complaints == [], "\(what)", sourceLocation: sourceLocation)
  }

  /// Keeps a picture, so that somebody can look.
  func capture(_ name: String) throws {
    try browser.capture(Classroom.checkout.appending(path: ".build/playgrounds/pictures/\(name).png"))
  }
}
