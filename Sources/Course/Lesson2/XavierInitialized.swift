import Contract
import Engine

extension Exercise {
  /// 2.3: normal weights of variance 1 / fanIn, biases of 0.
  static let xavierInitialized = Initializer.xavier.exercise
}

extension Initializer {
  static let xavier = Initializer(
    function: Lesson2.xavierInitialized, formula: "1 / fanIn", variance: { fanIn, _ in 1 / fanIn },
    wrongVariances: wrongVariances)
}

private let wrongVariances = [
  WrongVariance(
    "variance as deviation",
    "1 / fanIn is used as the standard deviation; it is the variance, so multiply by its root."
  ) { fanIn, _ in 1 / (fanIn * fanIn) },
  WrongVariance("He for Xavier", "The variance is 2 / fanIn, He's; Xavier's has a 1 in place of the 2.") {
    fanIn, _ in
    2 / fanIn
  },
  WrongVariance(
    "fan-out for fan-in", "The variance is 1 / fanOut: what counts is how many inputs a unit adds up, fanIn."
  ) {
    _, fanOut in 1 / fanOut
  },
  WrongVariance(
    "Glorot", "The variance is 2 / (fanIn + fanOut), Glorot's original; the course takes 1 / fanIn."
  ) {
    fanIn, fanOut in 2 / (fanIn + fanOut)
  },
  WrongVariance(
    "brackets lost",
    "The variance is 1 / fanIn + fanOut or the like: without brackets the fan-out is added after the division."
  ) { fanIn, fanOut in 1 / fanIn + fanOut },
]
