import CourseKit
import Figures
import Testing
import Training

@testable import LabKit

@Suite("The pictures of the L2 penalty")
struct PenaltyPlotsTests {
  /// Lessons that work, the sixth included.
  private var functions: LessonFunctions {
    var functions = LogisticRegression.functions
    functions.weightNorm = { Self.squares($0).squareRoot() }
    functions.l2Penalty = { $1 / (2 * Double($2)) * Self.squares($0) }
    functions.addL2Gradient = { gradients, parameters, lambda, count in
      for layer in parameters.weights.indices {
        gradients.weights[layer] = gradients.weights[layer] + (lambda / Double(count)) * parameters.weights[layer]
      }
    }
    return functions
  }

  private static func squares(_ parameters: Parameters) -> Double {
    parameters.weights.reduce(0) { sum, weights in weights.elements.reduce(sum) { $0 + $1 * $1 } }
  }

  @Test("show the sum of loss and penalty, whose lowest place is nearer to 0 than that of the loss")
  func bowl() throws {
    let panel = try DrawnPlots.figure("bowl", with: functions).panels[0]
    let (loss, penalty, sum) = (panel.curve("loss"), panel.curve("penalty"), panel.curve("loss + penalty"))
    #expect(loss.count == sum.count && penalty.count == sum.count)
    for (index, point) in sum.enumerated() {
      #expect(abs(point.y - loss[index].y - penalty[index].y) < 1e-12)
    }
    var lowest: [String: Point] = [:]
    for case .points(let name, let points) in panel.marks { lowest[name] = points.first }
    let (ofLoss, ofSum) = (try #require(lowest["lowest loss"]), try #require(lowest["lowest sum"]))
    #expect(loss.allSatisfy { $0.y >= ofLoss.y } && sum.allSatisfy { $0.y >= ofSum.y })
    #expect(0 < ofSum.x && ofSum.x < ofLoss.x / 2)
  }

  @Test("show the same examples without and with L2, and two boundaries")
  func boundaries() throws {
    let panels = try DrawnPlots.figure("l2", with: functions).panels
    #expect(panels.map(\.title) == ["without L2", "with L2, λ = 0.1"])
    var examples: [[Point]] = []
    var fields: [Matrix] = []
    for mark in panels.flatMap(\.marks) {
      if case .points(_, let points) = mark { examples.append(points) }
      if case .field(let field, _) = mark { fields.append(field.values) }
    }
    #expect(examples.count == 4 && examples[0] == examples[2] && examples[1] == examples[3])
    #expect(fields.count == 2 && fields[0] != fields[1])
  }

  @Test("show the weight norm at a hundred epochs, smaller with L2 than without")
  func norms() throws {
    let panel = try DrawnPlots.figure("weight-norm", with: functions).panels[0]
    let (without, with) = (panel.curve("without L2"), panel.curve("with L2, λ = 0.5"))
    #expect(without.map(\.x) == stride(from: 1.0, to: 1000, by: 10).map { $0 } && with.count == 100)
    // They begin without weights, so that the first step is the same.
    #expect(zip(without, with).dropFirst().allSatisfy { $0.y > $1.y })
  }
}
