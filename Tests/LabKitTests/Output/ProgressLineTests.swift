import CourseKit
import Testing

@testable import LabKit

@Suite("The line of progress")
struct ProgressLineTests {
  private func history(_ loss: Double, accuracy: Double = 0.5) -> History {
    var history = History()
    history.trainingLoss = [loss]
    history.validationLoss = [loss]
    history.trainingAccuracy = [accuracy]
    history.validationAccuracy = [accuracy]
    return history
  }

  private func line(epochs: Int, width: Int = 80, isLive: Bool = true) -> ProgressLine {
    ProgressLine(
      epochs: epochs, display: Display(width: width, isLive: isLive), output: RecordedOutput().output)
  }

  @Test("is as wide as a common terminal allows, with every figure named")
  func common() {
    #expect(
      line(epochs: 400).text(12, history(0.3256, accuracy: 0.849), after: 3)
        == "epoch  12/400  train 0.3256  84.9 %  validation 0.3256  84.9 %      1:37 left")
    #expect(
      line(epochs: 1000, width: 160).text(1, history(0.69314), after: 0.1)
        == "epoch    1/1000  training: loss 0.6931  accuracy  50.0 %  validation: loss 0.6931  accuracy  50.0 %"
        + "      1:40 left")
    #expect(line(epochs: 400, width: 40).text(400, history(0.1), after: 1) == "400/400  validation 0.1000  50.0 %")
  }

  @Test("has the same width from the first epoch to the last, whatever the losses and times are", arguments: 1...130)
  func constantWidth(columns: Int) {
    for epochs in [1, 15, 400, 10_000_000] {
      let line = line(epochs: epochs, width: columns)
      let losses = [0, 0.6931, 9.99996, 18.4207, 123.456, 1e5, 1e16, 1e300, .infinity, -.infinity, .nan, -0.5, -1e7]
      var widths: Set<Int> = []
      for loss in losses {
        for (epoch, seconds) in [(1, 0.0), (1, 4000), (epochs, 1e9), (epochs / 2 + 1, 86_400)] {
          widths.insert(line.text(epoch, history(loss, accuracy: 1), after: seconds).count)
          widths.insert(line.text(epoch, history(loss, accuracy: 0), after: seconds).count)
        }
      }
      #expect(widths.count == 1, "\(widths) of \(epochs) epochs")
    }
  }

  @Test("fits every terminal that has room for the epoch", arguments: 20...120)
  func fits(columns: Int) {
    for epochs in [1, 400, 100_000] {
      let text = line(epochs: epochs, width: columns).text(epochs, history(0.5), after: 1)
      #expect(text.count < columns)
      #expect(text.contains("\(epochs)/\(epochs)"))
    }
  }

  @Test("survives a history that is empty and an epoch 0, which wrong lessons make")
  func oddHistory() {
    #expect(line(epochs: 400).text(0, History(), after: 0).hasPrefix("epoch   0/400"))
    #expect(line(epochs: 400).text(500, History(), after: .nan).contains("0:00 left"))
  }

  @Test("is rewritten in place on a terminal, at most ten times a second, and taken away at the end")
  func live() {
    let recorded = RecordedOutput()
    var line = ProgressLine(epochs: 1000, display: Display(isLive: true), output: recorded.output)
    for epoch in 1...1000 { line.update(epoch, history(0.5)) }
    line.finish()
    let texts = recorded.messages.map(\.text)
    #expect(texts.count >= 3 && texts.count < 20, "the first, the last, what came in between, and the end")
    #expect(texts.allSatisfy { $0.hasPrefix("\r\u{1B}[K") && !$0.contains("\n") })
    #expect(texts.last == "\r\u{1B}[K")
    #expect(recorded.text(.result).isEmpty)
  }

  @Test("is a plain line for the first epoch and for each tenth of them in a pipe")
  func pipe() {
    let recorded = RecordedOutput()
    var line = ProgressLine(epochs: 50, display: Display(isLive: false), output: recorded.output)
    for epoch in 1...50 { line.update(epoch, history(0.5)) }
    line.finish()
    let lines = recorded.text(.progress).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 12 && lines.last == "")
    let epochs = [1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50]
    let beginnings: [String] = epochs.map { epoch in epoch < 10 ? "epoch  \(epoch)/50" : "epoch \(epoch)/50" }
    #expect(lines.dropLast().map { String($0.prefix(11)) } == beginnings)
    #expect(!recorded.text(.progress).contains("\u{1B}") && !recorded.text(.progress).contains("\r"))
  }
}
