import Contract
import CourseKit

extension Course {
  /// Lesson 2: how many parameters there are and where they start.
  static let heInitialisation = Lesson(
    2, "HeInit", "He initialisation",
    exercises: [
      Exercise(Lesson2.parameterCount), Exercise(Lesson2.heInitialized), Exercise(Lesson2.xavierInitialized),
    ],
    checks: countChecks + InitializerJudge.he.checks + InitializerJudge.xavier.checks)

  private static let countChecks: [Check] = [
    ("3-4-2", [3, 4, 2], [16, 9, 25]),
    ("the course's network 2-32-32-1", [2, 32, 32, 1], [3, 7, 2, 4]),
    ("10-64-1", [10, 64, 1], [5, 6, 3]),
  ].map { name, layerSizes, independent in
    parameterCount.check(.value, "the parameters of \(name)", on: layerSizes, independent: independent)
  }

  static let parameterCount = Specification<[Int], Int>(
    Lesson2.parameterCount,
    right: { _, layerSizes in sum(over: layerSizes) { fanIn, fanOut in fanIn * fanOut + fanOut } },
    misconceptions: [
      wrongCount("biases forgotten", "The biases are not counted: each layer has fanOut of them.") { $0 * $1 },
      wrongCount(
        "bias for each input", "The biases are counted by fanIn: a layer has one for each of its own units, fanOut."
      ) {
        $0 * $1 + $0
      },
      wrongCount("one bias for a layer", "Each layer counts one bias: it has one for each of its units, fanOut.") {
        $0 * $1 + 1
      },
      wrongCount("sum for product", "fanIn and fanOut are added: there is a weight for every pair, fanIn · fanOut.") {
        $0 + $1
      },
      Misconception("input layer with biases", "The input layer is counted with biases: inputs have none.") {
        _, layerSizes in
        sum(over: layerSizes) { $0 * $1 } + layerSizes.reduce(0, +)
      },
      Misconception("output biases forgotten", "The biases of the output layer are missing.") { _, layerSizes in
        sum(over: layerSizes) { $0 * $1 + $1 } - (layerSizes.last ?? 0)
      },
    ])

  private static func sum(over layerSizes: [Int], _ count: (_ fanIn: Int, _ fanOut: Int) -> Int) -> Int {
    zip(layerSizes, layerSizes.dropFirst()).reduce(0) { $0 + count($1.0, $1.1) }
  }

  private static func wrongCount(
    _ name: String, _ sentence: String, _ count: @escaping @Sendable (_ fanIn: Int, _ fanOut: Int) -> Int
  ) -> Misconception<[Int], Int> {
    Misconception(name, sentence) { _, layerSizes in sum(over: layerSizes, count) }
  }
}

extension InitializerJudge {
  static let he = InitializerJudge(
    function: Lesson2.heInitialized, formula: "2 / fanIn", variance: { fanIn, _ in 2 / fanIn },
    misconceptions: shared + [
      VarianceMisconception(
        "variance as deviation",
        "2 / fanIn is used as the standard deviation; it is the variance, so multiply by its root."
      ) { fanIn, _ in 4 / (fanIn * fanIn) },
      VarianceMisconception(
        "fan-out for fan-in", "The variance is 2 / fanOut: what counts is how many inputs a unit adds up, fanIn."
      ) {
        _, fanOut in 2 / fanOut
      },
      VarianceMisconception(
        "factor 2 lost", "The variance is 1 / fanIn: ReLU cuts half of the signal away, hence the factor 2."
      ) {
        fanIn, _ in 1 / fanIn
      },
      VarianceMisconception("Glorot", "The variance is 2 / (fanIn + fanOut), Glorot's; He's is 2 / fanIn.") {
        fanIn, fanOut in
        2 / (fanIn + fanOut)
      },
      VarianceMisconception(
        "root of the fan-in alone", "The standard deviation is 2 / √fanIn: the 2 belongs under the root, √(2 / fanIn)."
      ) {
        fanIn, _ in 4 / fanIn
      },
      VarianceMisconception(
        "root forgotten below", "The standard deviation is √2 / fanIn: the root goes over the whole of 2 / fanIn."
      ) {
        fanIn, _ in 2 / (fanIn * fanIn)
      },
    ])

  static let xavier = InitializerJudge(
    function: Lesson2.xavierInitialized, formula: "1 / fanIn", variance: { fanIn, _ in 1 / fanIn },
    misconceptions: shared + [
      VarianceMisconception(
        "variance as deviation",
        "1 / fanIn is used as the standard deviation; it is the variance, so multiply by its root."
      ) { fanIn, _ in 1 / (fanIn * fanIn) },
      VarianceMisconception("He for Xavier", "The variance is 2 / fanIn, He's; Xavier's has a 1 in place of the 2.") {
        fanIn, _ in
        2 / fanIn
      },
      VarianceMisconception(
        "fan-out for fan-in", "The variance is 1 / fanOut: what counts is how many inputs a unit adds up, fanIn."
      ) {
        _, fanOut in 1 / fanOut
      },
      VarianceMisconception(
        "Glorot", "The variance is 2 / (fanIn + fanOut), Glorot's original; the course takes 1 / fanIn."
      ) {
        fanIn, fanOut in 2 / (fanIn + fanOut)
      },
      VarianceMisconception(
        "brackets lost",
        "The variance is 1 / fanIn + fanOut or the like: without brackets the fan-out is added after the division."
      ) { fanIn, fanOut in 1 / fanIn + fanOut },
    ])

  private static let shared = [
    VarianceMisconception("not scaled", "The numbers are not scaled: their variance is 1 in every layer.") { _, _ in 1 }
  ]
}
