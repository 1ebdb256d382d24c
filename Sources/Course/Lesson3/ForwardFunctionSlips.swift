import CourseKit
import Engine
import Vocabulary

/// What becomes of Z otherwise in 3.2.
let functionSlips: [Slip<ForwardChoices>] =
  [
    .at(
      \.isActivated, "nothing activated",
      "The activations are the Z themselves in every layer: `activations` holds hidden(z), and sigmoid(z) at the output.",
      false),
    .at(
      \.isOutput, "hidden activation at the output",
      "The hidden activation function is applied at the output, too; the output layer takes the sigmoid."
    ) { _, _, _ in false },
    .at(\.isOutput, "sigmoid everywhere", "Every layer takes the sigmoid: the hidden layers must take `hidden`.") {
      _, _, _ in true
    },
    .at(
      \.isOutput, "functions exchanged",
      "The functions are exchanged: the last layer takes the sigmoid, the layers before it take `hidden`."
    ) { layer, count, _ in layer != count - 1 },
    .at(
      \.isOutput, "sigmoid in the first layer",
      "The first layer takes the sigmoid, all others `hidden`: the last layer takes it, index parameters.weights.count − 1."
    ) { layer, _, _ in layer == 0 },
    .at(
      \.isOutput, "sigmoid from the second layer on",
      "From the second layer on all take the sigmoid: it is for the last layer alone."
    ) { layer, _, _ in layer > 0 },
    .at(
      \.isOutput, "sigmoid one layer early",
      "The sigmoid comes one layer early and the last layer takes `hidden`: the last index is parameters.weights.count − 1."
    ) { layer, count, _ in layer == count - 2 },
    .at(
      \.isOutput, "sigmoid in the last two layers",
      "The last two layers take the sigmoid: it is for the last one alone, whose index is parameters.weights.count − 1."
    ) { layer, count, _ in layer >= count - 2 },
    .at(
      \.isOutput, "second layer taken for the last",
      "The second layer takes the sigmoid, all others `hidden`: the last layer takes it, index parameters.weights.count − 1."
    ) {
      layer, _, _ in layer == 1
    },
    .at(
      \.isOutput, "third layer taken for the last",
      "The third layer takes the sigmoid, all others `hidden`: the last layer takes it, index parameters.weights.count − 1."
    ) {
      layer, _, _ in layer == 2
    },
    .at(
      \.isOutput, "last layer known by its single unit",
      "Every layer of one unit takes the sigmoid: hidden layers can have one unit; the last is known by its index."
    ) { _, _, z in z.columns == 1 },
    .at(
      \.isOutput, "single layer with hidden",
      "A network of one layer takes `hidden`: its only layer is the output, which takes the sigmoid."
    ) { layer, count, _ in layer > 0 && layer == count - 1 },

    .at(
      \.hidden, "always ReLU", "The hidden layers take ReLU whatever is asked for: use the argument `hidden`."
    ) { step, _, activate in try activate(step.z, .relu) },
    .at(\.hidden, "always tanh", "The hidden layers take tanh whatever is asked for: apply the argument `hidden`.") {
      step, _, activate in try activate(step.z, .tanh)
    },
    .at(
      \.hidden, "hidden layers not activated",
      "The hidden layers pass Z on as it is: without an activation function the whole network is one linear step."
    ) { step, _, _ in step.z },
    .at(\.hidden, "hidden layers skipped", "A hidden layer hands on what it got: its activation is hidden(z).") {
      step, _, _ in step.below
    },
    .at(\.hidden, "hidden twice", "`hidden` is applied twice in the hidden layers: once is enough.") {
      step, hidden, activate in try activate(try activate(step.z, hidden), hidden)
    },
    .at(\.hidden, "hidden and sigmoid", "The hidden layers take the sigmoid after `hidden`: they take `hidden` alone.")
    {
      step, hidden, activate in try activate(try activate(step.z, hidden), .sigmoid)
    },
    .at(
      \.hidden, "hidden of the input", "`hidden` is applied to what the layer got, not to its Z: take hidden(z)."
    ) { step, hidden, activate in try activate(step.below, hidden) },
    .at(
      \.hidden, "hidden before the bias",
      "`hidden` is applied to A · W before the biases are added: take hidden(z), Z with its biases."
    ) { step, hidden, activate in try activate(step.product, hidden) },

    .at(
      \.output, "output not squashed",
      "The last activation is Z itself: the sigmoid of the output layer is missing, so these are no probabilities."
    ) { step, _, _ in step.z },
    .at(
      \.output, "sigmoid twice",
      "The sigmoid is applied twice at the output, which leaves only 0.5 … 0.73 of the range: once is enough."
    ) { step, _, activate in try activate(try activate(step.z, .sigmoid), .sigmoid) },
    .at(
      \.output, "hidden before the sigmoid",
      "At the output `hidden` is applied before the sigmoid: it takes sigmoid(z) alone."
    ) { step, hidden, activate in try activate(try activate(step.z, hidden), .sigmoid) },
    .at(
      \.output, "hidden after the sigmoid",
      "At the output `hidden` is applied after the sigmoid: sigmoid(z) is all it takes."
    ) { step, hidden, activate in try activate(try activate(step.z, .sigmoid), hidden) },
    .at(\.output, "ReLU at the output", "The output layer takes ReLU: it takes the sigmoid, whatever `hidden` is.") {
      step, _, activate in try activate(step.z, .relu)
    },
    .at(\.output, "tanh at the output", "The output layer takes tanh: it takes the sigmoid, whatever `hidden` is.") {
      step, _, activate in try activate(step.z, .tanh)
    },
    .at(
      \.output, "sigmoid of the input", "At the output the sigmoid is applied to what the layer got: take sigmoid(z)."
    ) { step, _, activate in try activate(step.below, .sigmoid) },
    .at(
      \.output, "sigmoid before the bias",
      "At the output the sigmoid is applied before the biases are added: take sigmoid(z)."
    ) { step, _, activate in try activate(step.product, .sigmoid) },
    .at(\.output, "1 − p at the output", "The output is 1 − p, the probability of class 0: it is p = sigmoid(z).") {
      step, _, activate in try activate(step.z, .sigmoid).map { 1 - $0 }
    },
    .at(
      \.output, "slope at the output", "The last activation is the slope p · (1 − p): it is p = sigmoid(z) itself."
    ) { step, _, activate in try activate(step.z, .sigmoid).map { $0 * (1 - $0) } },
    .at(
      \.output, "classes at the output",
      "The last activation holds classes 0 and 1: keep p = sigmoid(z), 3.5 makes the classes."
    ) {
      step, _, activate in try activate(step.z, .sigmoid).map { $0 >= 0.5 ? 1 : 0 }
    },
    .at(
      \.output, "output clipped",
      "The probabilities are clipped here already: that belongs to 3.3, keep p = sigmoid(z)."
    ) {
      step, _, activate in try activate(step.z, .sigmoid).map { min(max($0, 1e-8), 1 - 1e-8) }
    },
    .at(
      \.output, "output clipped at 1e-7", "The probabilities are clipped to 1e-7 … 1 − 1e-7: keep p = sigmoid(z)."
    ) {
      step, _, activate in try activate(step.z, .sigmoid).map { min(max($0, 1e-7), 1 - 1e-7) }
    },
    .at(
      \.output, "softmax at the output",
      "The output is 1 in every row, as a softmax of one unit is: it takes the sigmoid."
    ) { step, _, _ in step.z.map { _ in 1 } },
  ] + anotherAskedFor

/// Hidden layers that take one function where another is asked for, as after a `case` that is missing or wrong.
private let anotherAskedFor: [Slip<ForwardChoices>] = HiddenActivation.allCases.flatMap { asked in
  HiddenActivation.allCases.filter { $0 != asked }.map { taken in
    .at(
      \.hidden, "\(taken.words) for \(asked.words)",
      "Hidden layers that ask for \(asked.words) take \(taken.words): apply the argument `hidden`, which is one of three."
    ) { step, hidden, activate in try activate(step.z, hidden == asked ? taken : hidden) }
  }
}

extension HiddenActivation {
  /// What the pages call the function.
  fileprivate var words: String {
    switch self {
    case .relu: "ReLU"
    case .tanh: "tanh"
    case .sigmoid: "the sigmoid"
    }
  }
}
