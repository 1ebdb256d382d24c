import CourseKit
import Vocabulary

/// How far a training has come, in one line of constant width: on a terminal rewritten in place, elsewhere a line for
/// each tenth of the epochs.
struct ProgressLine {
  private let epochs: Int
  private let display: Display
  private let output: LabOutput
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?

  init(epochs: Int, display: Display, output: LabOutput) {
    self.epochs = epochs
    self.display = display
    self.output = output
  }

  /// Takes notice of an epoch, counted from 1.
  mutating func update(_ epoch: Int, _ history: History) {
    let isLast = epoch == epochs
    if display.isLive {
      if !isLast, let lastShown, ContinuousClock.now - lastShown < .milliseconds(100) { return }
      lastShown = .now
      output.progress("\r\u{1B}[K" + text(epoch, history, after: elapsed))
    } else if epoch == 1 || isLast || epoch.isMultiple(of: max(epochs / 10, 1)) {
      output.progress(text(epoch, history, after: elapsed) + "\n")
    }
  }

  private var elapsed: Double { (ContinuousClock.now - start) / .seconds(1) }

  /// Takes the rewritten line away.
  func finish() {
    if display.isLive, lastShown != nil { output.progress("\r\u{1B}[K") }
  }

  /// The line after so many seconds, in the longest of its forms that fits.
  func text(_ epoch: Int, _ history: History, after seconds: Double) -> String {
    let count = Self.padded("\(epoch)", "\(epochs)".count) + "/\(epochs)"
    let training = Self.loss(history.trainingLoss)
    let validation = Self.loss(history.validationLoss)
    let trainingShare = Self.share(history.trainingAccuracy)
    let validationShare = Self.share(history.validationAccuracy)
    let left = Self.padded(NumberText.time(seconds / Double(epoch) * Double(epochs - epoch)), 8) + " left"
    let forms = [
      [
        "epoch \(count)", "training: loss \(training)", "accuracy \(trainingShare)", "validation: loss \(validation)",
        "accuracy \(validationShare)", left,
      ],
      ["epoch \(count)", "train \(training) \(trainingShare)", "validation \(validation) \(validationShare)", left],
      ["epoch \(count)", "validation \(validation) \(validationShare)", left],
      [count, "validation \(validation) \(validationShare)"],
      [count, "loss \(training)"],
    ].map { $0.joined(separator: "  ") }
    // The last column stays free: in some terminals a character there begins the next line.
    return forms.first { !display.isLive || $0.count < display.width } ?? count
  }

  private static func loss(_ values: [Double]) -> String {
    padded(values.last.map { NumberText.fitted($0, width: 6) } ?? "", 6)
  }

  private static func share(_ values: [Double]) -> String {
    padded(values.last.map(NumberText.percent) ?? "", 7)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
