import Contract
import CourseKit
import Wire

@testable import Course

extension PlausibleMistake {
  /// Wrong versions of lesson 11.
  static let averages: [PlausibleMistake] = moments + corrections + adamSteps

  private static func entries(
    _ moment: Matrix, _ gradient: Matrix, _ rule: (_ moment: Double, _ gradient: Double) -> Double
  ) -> Matrix {
    Matrix(
      rows: moment.rows, columns: moment.columns,
      elements: zip(moment.elements, gradient.elements).map { rule($0, $1) })
  }

  private static let moments: [PlausibleMistake] = [
    PlausibleMistake(Lesson11.firstMoment, "the larger of both") { moment, gradient, settings in
      entries(moment, gradient) { max($0, settings.firstDecay * $0 + (1 - settings.firstDecay) * $1) }
    },
    PlausibleMistake(Lesson11.firstMoment, "decay of a hundredth") { moment, gradient, settings in
      entries(moment, gradient) { settings.firstDecay * $0 + (0.99 - settings.firstDecay) * $1 }
    },
    PlausibleMistake(Lesson11.firstMoment, "rounded to three digits") { moment, gradient, settings in
      entries(moment, gradient) {
        ((settings.firstDecay * $0 + (1 - settings.firstDecay) * $1) * 1000).rounded() / 1000
      }
    },
    PlausibleMistake(Lesson11.secondMoment, "square of the difference of neighbours") { moment, gradient, settings in
      let last = gradient.elements.last ?? 0
      return entries(moment, gradient) {
        settings.secondDecay * $0 + (1 - settings.secondDecay) * ($1 - last) * ($1 - last)
      }
    },
    PlausibleMistake(Lesson11.secondMoment, "negative gradients left out") { moment, gradient, settings in
      entries(moment, gradient) {
        settings.secondDecay * $0 + ($1 > 0 ? (1 - settings.secondDecay) * $1 * $1 : 0)
      }
    },
  ]

  private static let corrections: [PlausibleMistake] = [
    PlausibleMistake(Lesson11.corrected, "at most ten steps") { moment, decay, stepCount, _ in
      moment / (1 - pow(decay, Double(min(stepCount, 10))))
    },
    PlausibleMistake(Lesson11.corrected, "even steps alone") { moment, decay, stepCount, _ in
      stepCount.isMultiple(of: 2) ? moment / (1 - pow(decay, Double(stepCount))) : moment
    },
    PlausibleMistake(Lesson11.corrected, "half a step less") { moment, decay, stepCount, _ in
      moment / (1 - pow(decay, Double(stepCount) - 0.5))
    },
  ]

  private static func step(
    _ name: String, _ change: @escaping @Sendable (inout AdamChoices) -> Void
  ) -> PlausibleMistake {
    PlausibleMistake(Lesson11.adamOptimizerStep, name) { parameters, gradients, settings, rates in
      var choices = AdamChoices()
      change(&choices)
      return (try? choices.trace(.right, parameters, gradients, settings, rates)) ?? AdamTrace()
    }
  }

  private static let adamSteps: [PlausibleMistake] = [
    step("cube root") { $0.denominator = { cubeRoot($0.correctedSecond) + $0.settings.epsilon } },
    step("half of ε") { $0.denominator = { sqrt($0.correctedSecond) + $0.settings.epsilon / 2 } },
    step("small steps left out") { $0.moved = { abs($1) < 0.05 ? $0.parameter : $0.parameter - $1 } },
    step("second step plain") { choices in
      choices.moved = { $0.step == 2 ? $0.parameter - $0.learningRate * $0.gradient : $0.parameter - $1 }
    },
    step("third matrix left out") { $0.turn = { index, _ in index != 2 } },
    step("moments halved in the second step") { choices in
      choices.kept.first = { $0.step == 2 ? $0.first / 2 : $0.first }
    },
  ]

  @Sendable private static func cubeRoot(_ number: Double) -> Double {
    number > 0 ? exp(log(number) / 3) : 0
  }
}
