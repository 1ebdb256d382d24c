import Figures
import Testing
import Training

@testable import LabKit

@Suite("The pictures of early stopping")
struct StoppingPlotsTests {
  @Test("mark the epoch that is kept and the one after which training stops, and go on behind it")
  func stopping() throws {
    let validation = (1...120).map { 0.5 + 0.001 * abs(Double($0) - 30) }
    let training = (1...120).map { 1 / Double($0) }
    let lessons = ScriptedLessons(training: training, validation: validation)
    let panel = try DrawnPlots.figure("stopping", with: lessons.functions).panels[0]
    #expect(panel.rules == ["kept: epoch 30": 30, "stop: epoch 80": 80])
    #expect(panel.curve("validation loss").map(\.y) == validation)
    #expect(panel.curve("training loss").last == Point(120, training[119]))
  }

  @Test("have no mark where the monitor does not stop, but the best epoch so far")
  func unstopped() throws {
    let losses = (1...120).map { 1 / Double($0) }
    let lessons = ScriptedLessons(training: losses)
    let panel = try DrawnPlots.figure("stopping", with: lessons.functions).panels[0]
    #expect(panel.rules == ["kept: epoch 120": 120])
  }

  @Test("show the page's seven epochs: the best loss so far only falls, and patience 3 is over after the seventh")
  func monitor() throws {
    let panel = try DrawnPlots.figure("monitor", with: ScriptedLessons(training: []).functions).panels[0]
    #expect(panel.rules == ["kept: epoch 4": 4, "stop: epoch 7": 7])
    let (losses, best) = (panel.curve("validation loss"), panel.curve("best so far"))
    #expect(losses.count == 7)
    #expect(best.first == losses.first && best.last?.x == 7)
    #expect(zip(best, best.dropFirst()).allSatisfy { $0.y >= $1.y && $0.x <= $1.x })
    for (epoch, loss) in losses.enumerated() {
      let lowest = losses[...epoch].map(\.y).min()
      #expect(best.last { $0.x == loss.x }?.y == lowest)
    }
  }
}
