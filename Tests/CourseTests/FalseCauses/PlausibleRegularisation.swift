import Contract
import CourseKit
import Wire

@testable import Course

extension PlausibleMistake {
  static let regularisation: [PlausibleMistake] = penalties + slopes + improvements + stops + velocities + steps

  private static func squares(_ matrices: [Matrix]) -> Double {
    matrices.flatMap(\.elements).reduce(0) { $0 + $1 * $1 }
  }

  private static let penalties: [PlausibleMistake] = [
    PlausibleMistake(Lesson6.weightNorm, "sum of the weights") { $0.weights.flatMap(\.elements).reduce(0, +) },
    PlausibleMistake(Lesson6.weightNorm, "largest weight") { $0.weights.flatMap(\.elements).map(abs).max() ?? 0 },
    PlausibleMistake(Lesson6.weightNorm, "half the squares") { sqrt(squares($0.weights) / 2) },
    PlausibleMistake(Lesson6.weightNorm, "biases alone") { sqrt(squares($0.biases)) },
    PlausibleMistake(Lesson6.weightNorm, "always 0") { _ in 0 },
    PlausibleMistake(Lesson6.l2Penalty, "divided by the number of weights") { p, l, _ in
      l * squares(p.weights) / (2 * Double(p.weights.flatMap(\.elements).count))
    },
    PlausibleMistake(Lesson6.l2Penalty, "lambda squared") { p, l, n in l * l * squares(p.weights) / (2 * Double(n)) },
    PlausibleMistake(Lesson6.l2Penalty, "absolute values") { p, l, n in
      l * p.weights.flatMap(\.elements).reduce(0) { $0 + abs($1) } / (2 * Double(n))
    },
    PlausibleMistake(Lesson6.l2Penalty, "divided by N twice") { p, l, n in
      l * squares(p.weights) / (2 * Double(n) * Double(n))
    },
    PlausibleMistake(Lesson6.l2Penalty, "one less") { p, l, n in l * squares(p.weights) / (2 * Double(n - 1)) },
  ]

  private static func slope(
    _ name: String, _ entry: @escaping @Sendable (_ gradient: Double, _ weight: Double, _ factor: Double) -> Double
  ) -> PlausibleMistake {
    PlausibleMistake(Lesson6.addL2Gradient, name) { gradients, parameters, lambda, sampleCount in
      var result = gradients
      for layer in result.weights.indices {
        for index in result.weights[layer].elements.indices {
          result.weights[layer].elements[index] = entry(
            gradients.weights[layer].elements[index], parameters.weights[layer].elements[index],
            lambda / Double(sampleCount))
        }
      }
      return result
    }
  }

  private static let slopes: [PlausibleMistake] = [
    slope("square of the weight") { gradient, weight, factor in gradient + factor * weight * weight },
    slope("both multiplied") { gradient, weight, factor in factor * (gradient + weight) },
    slope("gradient shrunk") { gradient, _, factor in (1 - factor) * gradient },
    slope("number instead of weight") { gradient, _, factor in gradient + factor },
    slope("absolute weight") { gradient, weight, factor in gradient + factor * abs(weight) },
    slope("all zero") { _, _, _ in 0 },
    PlausibleMistake(Lesson6.addL2Gradient, "added to the biases alone") { gradients, parameters, lambda, sampleCount in
      var result = gradients
      for layer in result.biases.indices {
        result.biases[layer] = result.biases[layer] + lambda / Double(sampleCount) * parameters.biases[layer]
      }
      return result
    },
  ]

  private static func improvement(
    _ name: String, _ answer: @escaping @Sendable (_ loss: Double, _ best: Double, _ minimum: Double) -> Bool
  ) -> PlausibleMistake {
    PlausibleMistake(Lesson7.isImprovement, name) { minimum, best, losses in
      var trace = ImprovementTrace()
      trace.losses = losses
      trace.answers = losses.map { answer($0, best, minimum) }
      return trace
    }
  }

  private static let improvements: [PlausibleMistake] = [
    improvement("compared with the minimum") { loss, _, minimum in loss < minimum },
    improvement("always") { _, _, _ in true },
    improvement("never") { _, _, _ in false },
    improvement("tie of the best counted, minimum not looked at") { loss, best, _ in loss <= best },
    improvement("twice the minimum") { loss, best, minimum in loss < best - 2 * minimum },
    improvement("gain below the minimum") { loss, best, minimum in loss < best && best - loss < minimum },
  ]

  private static func stopping(_ name: String, _ rule: @escaping JudgedMonitor.Rule) -> PlausibleMistake {
    PlausibleMistake(Lesson7.shouldStop, name) { patiences, minimum, curves, firstEpoch in
      (try? JudgedMonitor.trace(patiences, minimum, curves, firstEpoch, with: .right, rule: rule)) ?? MonitorTrace()
    }
  }

  private static let stops: [PlausibleMistake] = [
    stopping("branches exchanged") { monitor, epoch, loss in
      if try !monitor.isImprovement(loss) { return monitor.keep(epoch, loss) }
      return monitor.count() >= monitor.patience
    },
    stopping("stops at once") { _, _, _ in true },
    stopping("nothing kept") { monitor, _, _ in monitor.count() >= monitor.patience },
    stopping("best epoch counted from 2") { monitor, epoch, loss in
      if try monitor.isImprovement(loss) {
        defer { monitor.bestEpoch = epoch + 1 }
        return monitor.keep(epoch, loss)
      }
      return monitor.count() >= monitor.patience
    },
    stopping("NaN stops at once") { monitor, epoch, loss in
      loss.isNaN ? true : try JudgedMonitor.right(&monitor, epoch, loss)
    },
    stopping("NaN not counted") { monitor, epoch, loss in
      loss.isNaN ? false : try JudgedMonitor.right(&monitor, epoch, loss)
    },
    stopping("two epochs too late") { monitor, epoch, loss in
      if try monitor.isImprovement(loss) { return monitor.keep(epoch, loss) }
      return monitor.count() > monitor.patience + 1
    },
  ]

  private static let velocities: [PlausibleMistake] = [
    PlausibleMistake(Lesson8.zeroVelocity, "last layer missing") { gradients in
      let zeros = Oracle.zeroVelocity(gradients)
      return Gradients(weights: zeros.weights.dropLast(), biases: zeros.biases.dropLast())
    },
    PlausibleMistake(Lesson8.zeroVelocity, "nothing") { _ in Gradients(weights: [], biases: []) },
    PlausibleMistake(Lesson8.zeroVelocity, "gradients with the opposite sign") { gradients in
      Gradients(weights: gradients.weights.map { -1 * $0 }, biases: gradients.biases.map { -1 * $0 })
    },
    PlausibleMistake(Lesson8.zeroVelocity, "small numbers") { gradients in
      Gradients(weights: gradients.weights.map { $0.map { _ in 0.01 } }, biases: gradients.biases.map { 0 * $0 })
    },
    PlausibleMistake(Lesson8.zeroVelocity, "weights missing") { gradients in
      Gradients(weights: [], biases: Oracle.zeroVelocity(gradients).biases)
    },
  ]

  private static func step(_ name: String, _ rule: @escaping MovingEntry.Rule) -> PlausibleMistake {
    PlausibleMistake(Lesson8.step, name) { parameters, gradients, coefficient, learningRates in
      MovingEntry.trace(
        parameters, gradients, coefficient, learningRates, start: Oracle.zeroVelocity, rule: rule)
    }
  }

  private static let steps: [PlausibleMistake] = [
    step("weights without momentum") { entry in
      if !entry.isBias { entry.velocity = 0 }
      MovingEntry.right(&entry)
    },
    step("only the last gradient taken along") { entry in
      entry.parameter -= entry.learningRate * (entry.coefficient * entry.velocity + entry.gradient)
      entry.velocity = entry.gradient
    },
    step("coefficient fixed at 0.9") { entry in
      entry.velocity = 0.9 * entry.velocity + entry.gradient
      entry.parameter -= entry.learningRate * entry.velocity
    },
    step("biases climb") { entry in
      MovingEntry.right(&entry)
      if entry.isBias { entry.parameter += 2 * entry.learningRate * entry.velocity }
    },
    step("parameters replaced") { entry in
      MovingEntry.right(&entry)
      entry.parameter = -entry.learningRate * entry.velocity
    },
    step("velocity minus the gradient, moved with the gradient") { entry in
      entry.velocity = entry.coefficient * entry.velocity - entry.gradient
      entry.parameter -= entry.learningRate * entry.gradient * (1 + entry.coefficient)
    },
    step("square of the coefficient") { entry in
      entry.velocity = entry.coefficient * entry.coefficient * entry.velocity + entry.gradient
      entry.parameter -= entry.learningRate * entry.velocity
    },
  ]
}
