import Course
import CourseFiles
import Foundation
import Testing

@testable import LabKit
@testable import make_lessons

@Suite("The numbers on lesson 7's page") struct Lesson7PageTests {
  static func claims() throws -> [Claim] { try idea + formulas + experiments() }

  @Test("are those that the code computes", arguments: try claims())
  func numbers(claim: Claim) throws {
    #expect(try Page(folder: "Lesson7-EarlyStopping").problems(in: [claim]) == [])
  }

  @Test("stand in a table whose words agree with the monitor")
  func words() throws {
    let rows = try Page(folder: "Lesson7-EarlyStopping").section("The idea").matches(of: /\n\| (\d) \|(.*)\|/)
    let printed = rows.map { row in
      let cells = row.2.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return cells[1].hasPrefix("yes") ? "yes \(cells[3])" : "no \(cells[3])"
    }
    let monitor = Monitor(Self.curve, patience: 3)
    #expect(
      printed == monitor.epochs.map { "\($0.isImprovement ? "yes" : "no") \($0.stops ? "yes" : "no")" })
  }

  @Test("on NaN and patience 0 are what the page says of them")
  func edges() {
    #expect(Monitor([.nan, .nan, .nan], patience: 3).stop == 3)
    #expect(Monitor([.nan, .nan, .nan], patience: 3).best == nil)
    #expect(Monitor(Self.curve, patience: 0).stop == Monitor(Self.curve, patience: 1).stop)
    #expect(Monitor([.nan, .nan, 0.6, .nan], patience: 2).stop == 2)
  }

  private static let curve = [0.70, 0.52, 0.55, 0.45, 0.50, 0.48, 0.45]

  /// The table of "The idea" up to the epochs without improvement, and how it ends.
  private static let idea =
    zip(
      [
        "| 1 | 0.70 | yes | 0 ", "| 2 | 0.52 | yes | 0 ", "| 3 | 0.55 | no | 1 ",
        "| 4 | 0.45 | yes: below 0.52 | 0", "| 5 | 0.50 | no | 1 ",
        "| 6 | 0.48 | no: better than the epoch before, but not than the best so far | 2 ",
        "| 7 | 0.45 | no: a tie does not count | 3 ",
      ], Monitor(curve, patience: 3).epochs
    ).map { text, epoch in
      let (number, without) = (Double(epoch.number), Double(epoch.withoutImprovement))
      return epoch.number == 4
        ? Claim(text, number, epoch.loss, curve[1], without) : Claim(text, number, epoch.loss, without)
    } + [
      ends(
        "after epoch 7, and what you keep is epoch 4 with 0.45", Monitor(curve, patience: 3), withLoss: true),
      ends("patience 1 it would have ended after epoch 3, with\nepoch 2", Monitor(curve, patience: 1)),
    ]

  private static let formulas = [
    Claim("With m = 0.10", 0.1),
    Claim("the curve above stops after epoch 5", Double(Monitor(curve, patience: 3, minimum: 0.1).stop ?? 0)),
    Claim("0.45 is not below 0.52 − 0.10 = 0.42", curve[3], curve[1], 0.1, curve[1] - 0.1),
    Claim("and 2 is the best", Double(Monitor(curve, patience: 3, minimum: 0.1).best ?? 0)),
    Claim("below ∞ − m = ∞", Double.infinity - 0.1),
  ]

  private static func experiments() throws -> [Claim] {
    let figures = try RecordedFigures(lesson: 7)
    func numbers(_ text: String, _ variant: String, _ quantity: String) -> Claim {
      Claim(text) { try figures.numbers("early-stopping", variant, quantity) }
    }
    return [
      Claim("--rate 0.1 --epochs 2000 --patience 50`", PageExperiments.largeLearningRate, 2000, 50),
      Claim("--noise 0.44", 0.44),
      numbers("the validation\n  loss is 0.8514 ± 0.26", "no patience", "validation loss, last epoch"),
      numbers("with patience 50 it is 0.3719 ± 0.072", "patience 50", "validation loss, best epoch"),
      numbers("The best epoch, 96.05 ± 139", "patience 50", "best epoch"),
      Claim("send NaN, NaN, 0.60, NaN", .nan, .nan, 0.6, .nan),
    ]
  }

  /// When a monitor stops and what it has kept by then.
  private static func ends(_ text: String, _ monitor: Monitor, withLoss: Bool = false) -> Claim {
    let (stop, best) = (monitor.stop ?? 0, monitor.best ?? 0)
    return withLoss
      ? Claim(text, Double(stop), Double(best), curve[best - 1]) : Claim(text, Double(stop), Double(best))
  }
}

/// What a monitor says to a whole curve, by the rules of the course.
private struct Monitor {
  struct Epoch {
    let number: Int
    let loss: Double
    let isImprovement: Bool
    let withoutImprovement: Int
    let stops: Bool
  }

  private(set) var epochs: [Epoch] = []
  private(set) var best: Int?

  /// The first epoch after which it stops.
  var stop: Int? { epochs.first { $0.stops }?.number }

  init(_ losses: [Double], patience: Int, minimum: Double = 0) {
    var (bestLoss, last) = (Double.infinity, 0)
    for (number, loss) in zip(1..., losses) where !(epochs.last?.stops ?? false) {
      let isImprovement = loss < bestLoss - minimum
      if isImprovement { (bestLoss, last, best) = (loss, number, number) }
      let without = number - last
      epochs.append(
        Epoch(
          number: number, loss: loss, isImprovement: isImprovement, withoutImprovement: without,
          stops: !isImprovement && without >= patience))
    }
  }
}
