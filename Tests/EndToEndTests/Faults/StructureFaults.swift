import Vocabulary
extension Fault {
  /// What goes wrong only where a structure keeps something from call to call: lesson 7.
  static let monitorFaults: [Fault] = [
    Fault(
      name: "a counter that overflows", says: ["NAME stopped: arithmetic overflow."],
      lines: ["epochsWithoutImprovement += patience"], exercises: only("7.2"),
      form: .before(
        "epochsWithoutImprovement = .max\nepochsWithoutImprovement += patience + 1 - patience + epoch - epoch")),
    Fault(
      name: "the best parameters before there are any", says: ["NAME stopped: Unexpectedly found nil"],
      lines: ["_ = bestParameters!"], exercises: only("7.2"), form: .before("_ = bestParameters!.weights")),
    Fault(
      name: "a best loss of NaN", says: ["NaN"], exercises: only("7.2"), form: .after("bestLoss = .nan")),
    Fault(
      name: "best parameters without layers", says: ["7.2"], exercises: only("7.2"),
      form: .after("bestParameters = Parameters(weights: [], biases: [])")),
    Fault(
      name: "an epoch that never was", says: ["7.2"], exercises: only("7.2"), form: .after("bestEpoch = .min")),
    given("bestEpoch", in: "7.2", instead: "bestTime", lines: ["struct EarlyStoppingMonitor"]),
    given("minimumImprovement", in: "7.1", instead: "threshold"),
  ]

  /// The same for lesson 8.
  static let momentumFaults: [Fault] = [
    Fault(
      name: "a velocity that is not there yet", says: ["NAME stopped: Unexpectedly found nil"],
      lines: ["_ = velocity!"], exercises: only("8.2"), form: .before("_ = velocity!.weights")),
    Fault(
      name: "a velocity without layers", says: ["NAME stopped: Index out of range."], lines: ["_ = empty.weights[0]"],
      exercises: only("8.2"),
      form: .before("let empty = Gradients(weights: [], biases: [])\n_ = empty.weights[0]")),
    Fault(
      name: "a velocity kept without layers", says: ["NAME stopped: Index out of range."],
      lines: ["newVelocity.weights[layer] = "], exercises: only("8.2"),
      form: .after("velocity = Gradients(weights: [], biases: [])")),
    given("coefficient", in: "8.2", instead: "beta"),
  ]

  /// The same for lesson 10, whose layers are classes.
  static let layerFaults: [Fault] = [
    Fault(
      name: "an input that is gone",
      says: ["NAME stopped: backward was called before forward(…, isTraining: true), which keeps what it needs."],
      lines: ["weightGradient = matmul(kept(input)"], exercises: only("10.2"), form: .before("input = nil")),
    Fault(
      name: "weights of another shape", says: ["NAME stopped: Shapes do not fit: matmul of "],
      lines: ["return matmul(input, weights)"], exercises: only("10.1"), form: .before("weights = Matrix([[1]])")),
    Fault(
      name: "a parameter that is not there", says: ["NAME stopped: Index out of range."],
      lines: ["_ = model.parameters[99]"], exercises: only("10.7"), form: .before("_ = model.parameters[99]")),
    given("weightGradient", in: "10.2", instead: "slopes"), given("mask", in: "10.4", instead: "isOpen"),
  ]

  /// The same for lesson 11.
  static let adamFaults: [Fault] = [
    Fault(
      name: "a moment that is not there yet", says: ["NAME stopped: Index out of range."],
      lines: ["_ = firstMoments[0]"], exercises: only("11.4"), form: .before("_ = firstMoments[0]")),
    Fault(
      name: "moments that are lost", says: ["NAME stopped: Index out of range."],
      lines: ["secondMoments[index] = secondMoment"], exercises: only("11.4"), form: .after("secondMoments = []")),
    given("stepCount", in: "11.3", instead: "steps"), given("secondDecay", in: "11.2", instead: "squareDecay"),
  ]

  /// The same for lesson 12.
  static let dropoutFaults: [Fault] = [
    Fault(
      name: "a mask that is not there yet", says: ["NAME stopped: Unexpectedly found nil"],
      lines: ["_ = mask![0, 0]"], exercises: only("12.2"), form: .before("_ = mask![0, 0]")),
    given("mask", in: "12.2", instead: "pattern"),
  ]

  /// A structure whose given property has another name.
  private static func given(
    _ property: String, in exercise: ExerciseID, instead name: String, lines: [String] = []
  ) -> Fault {
    Fault(
      name: "the given \(property) renamed", status: 3,
      says: [
        "Lessons/", "the lesson no longer provides what is called: ", property,
        "git diff shows what you changed",
      ],
      lines: lines, exercises: only(exercise), form: text { text, _ in text.replacing(property, with: name) })
  }
}
