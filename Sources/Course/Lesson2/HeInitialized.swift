import Contract
import Engine

extension Exercise {
  /// 2.2: normal weights of variance 2 / fanIn, biases of 0.
  static let heInitialized = Initializer.he.exercise
}

extension Initializer {
  static let he = Initializer(
    function: Lesson2.heInitialized, formula: "2 / fanIn", variance: { fanIn, _ in 2 / fanIn },
    wrongVariances: wrongVariances)
}

private let wrongVariances = [
  WrongVariance(
    "variance as deviation",
    "2 / fanIn is used as the standard deviation; it is the variance, so multiply by its root."
  ) { fanIn, _ in 4 / (fanIn * fanIn) },
  WrongVariance(
    "fan-out for fan-in", "The variance is 2 / fanOut: what counts is how many inputs a unit adds up, fanIn."
  ) {
    _, fanOut in 2 / fanOut
  },
  WrongVariance(
    "factor 2 lost", "The variance is 1 / fanIn: ReLU cuts half of the signal away, hence the factor 2."
  ) {
    fanIn, _ in 1 / fanIn
  },
  WrongVariance("Glorot", "The variance is 2 / (fanIn + fanOut), Glorot's; He's is 2 / fanIn.") {
    fanIn, fanOut in
    2 / (fanIn + fanOut)
  },
  WrongVariance(
    "root of the fan-in alone", "The standard deviation is 2 / √fanIn: the 2 belongs under the root, √(2 / fanIn)."
  ) {
    fanIn, _ in 4 / fanIn
  },
  WrongVariance(
    "root forgotten below", "The standard deviation is √2 / fanIn: the root goes over the whole of 2 / fanIn."
  ) {
    fanIn, _ in 2 / (fanIn * fanIn)
  },
]
