import Figures
import Testing

@testable import LabKit

@Suite("The pictures of trainings")
struct TrainingPlotsTests {
  /// The points of all classes in a panel.
  private func examples(_ panel: Panel) -> [Point] {
    panel.marks.reduce([]) { examples, mark in
      if case .points(_, let points) = mark { examples + points } else { examples }
    }
  }

  @Test("show the boundary at four times around the same few examples")
  func learning() throws {
    let panels = try DrawnPlots.figure("learning", with: LogisticRegression.functions).panels
    #expect(panels.map(\.title) == ["1 epoch", "10 epochs", "100 epochs", "400 epochs"])
    #expect(Set(panels.map { examples($0).count }) == [72])
    #expect(panels.allSatisfy { examples($0) == examples(panels[0]) })
  }

  @Test("show that too small a learning rate is slow")
  func rates() throws {
    let panel = try DrawnPlots.figure("rates", with: LogisticRegression.functions).panels[0]
    let (small, right) = (panel.curve("0.001: too small"), panel.curve("0.3: right"))
    #expect(small.count == 50 && right.count == 50 && panel.marks.count == 3)
    #expect(zip(small, right).allSatisfy { $0.y > $1.y })
  }

  @Test("show some of many examples around a boundary")
  func boundary() throws {
    let panels = try DrawnPlots.figure("boundary", with: LogisticRegression.functions).panels
    #expect(panels.map(\.title) == ["Training data: 75 of 960", "Validation data: 75 of 240"])
    #expect(panels.map { examples($0).count } == [75, 75])
  }
}
