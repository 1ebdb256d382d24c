import Contract
import CourseKit

@testable import Course

extension PlausibleMistake {
  static let activations: [PlausibleMistake] = [
    .entrywise(Lesson1.sigmoid, "wrong denominator") { 1 / (1 - exp(-$0)) },
    .entrywise(Lesson1.sigmoid, "exponent of the absolute value") { 1 / (1 + exp(-abs($0))) },
    .entrywise(Lesson1.sigmoid, "rounded") { Oracle.sigmoid($0).rounded() },
    .entrywise(Lesson1.sigmoid, "a straight line, clipped") { min(1, max(0, 0.5 + $0 / 4)) },
    .entrywise(Lesson1.sigmoid, "tanh of half, not shifted") { tanh($0 / 2) },
    .entrywise(Lesson1.sigmoid, "steeper") { Oracle.sigmoid(2 * $0) },
    .entrywise(Lesson1.sigmoid, "relu for sigmoid") { max(0, $0) },
    .entrywise(Lesson1.tanh, "e^2z, which overflows") { (exp(2 * $0) - 1) / (exp(2 * $0) + 1) },
    .entrywise(Lesson1.tanh, "e^−2z, which overflows") { (1 - exp(-2 * $0)) / (1 + exp(-2 * $0)) },
    .entrywise(Lesson1.tanh, "plus above the line") { (exp($0) + exp(-$0)) / (exp($0) - exp(-$0) + 1) },
    .entrywise(Lesson1.tanh, "clipped line") { min(1, max(-1, $0)) },
    .entrywise(Lesson1.tanh, "softsign") { $0 / (1 + abs($0)) },
    .entrywise(Lesson1.tanh, "sinh") { (exp($0) - exp(-$0)) / 2 },
    .entrywise(Lesson1.tanh, "opposite sign") { -tanh($0) },
    .entrywise(Lesson1.relu, "capped at 6") { min(6, max(0, $0)) },
    .entrywise(Lesson1.relu, "softplus") { log(1 + exp($0)) },
    .entrywise(Lesson1.relu, "threshold at 1") { $0 > 1 ? $0 : 0 },
    .entrywise(Lesson1.relu, "opposite") { max(0, -$0) },
    .entrywise(Lesson1.relu, "leak of 0.1") { $0 > 0 ? $0 : 0.1 * $0 },
    .entrywise(Lesson1.relu, "zero everywhere") { _ in 0 },
    .entrywise(Lesson1.sigmoidDerivative, "squares") { Oracle.sigmoid($0) * Oracle.sigmoid($0) },
    .entrywise(Lesson1.sigmoidDerivative, "z for one factor") { Oracle.sigmoid($0) * (1 - $0) },
    .entrywise(Lesson1.sigmoidDerivative, "z for the other factor") { $0 * (1 - Oracle.sigmoid($0)) },
    .entrywise(Lesson1.sigmoidDerivative, "overflows") { exp(-$0) / ((1 + exp(-$0)) * (1 + exp(-$0))) },
    .entrywise(Lesson1.sigmoidDerivative, "sign") { -Oracle.slope($0, .sigmoid) },
    .entrywise(Lesson1.sigmoidDerivative, "of tanh") { Oracle.slope($0, .tanh) },
    .entrywise(Lesson1.sigmoidDerivative, "measured one-sided") {
      (Oracle.sigmoid($0 + 1e-4) - Oracle.sigmoid($0)) / 1e-4
    },
    .entrywise(Lesson1.tanhDerivative, "root of it") { (1 - tanh($0) * tanh($0)).squareRoot() },
    .entrywise(Lesson1.tanhDerivative, "square of the difference") { (1 - tanh($0)) * (1 - tanh($0)) },
    .entrywise(Lesson1.tanhDerivative, "of the sigmoid") { Oracle.slope($0, .sigmoid) },
    .entrywise(Lesson1.tanhDerivative, "absolute value") { 1 - abs(tanh($0)) },
    .entrywise(Lesson1.tanhDerivative, "value") { tanh($0) },
    .entrywise(Lesson1.reluDerivative, "half at zero") { $0 > 0 ? 1 : ($0 < 0 ? 0 : 0.5) },
    .entrywise(Lesson1.reluDerivative, "exchanged, 0 at zero") { $0 < 0 ? 1 : 0 },
    .entrywise(Lesson1.reluDerivative, "where it is not zero") { $0 == 0 ? 0 : 1 },
    .entrywise(Lesson1.reluDerivative, "threshold at 1") { $0 >= 1 ? 1 : 0 },
    .entrywise(Lesson1.reluDerivative, "zero everywhere") { _ in 0 },
    .entrywise(Lesson1.reluDerivative, "leaky") { $0 > 0 ? 1 : 0.01 },
  ]
}
