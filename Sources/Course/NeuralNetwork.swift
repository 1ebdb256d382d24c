import Engine

extension Course {
  /// The course of this kit: a neural network from scratch, every lesson in order.
  public static let neuralNetwork: Course = Course(lessons: [
    Lesson(
      1, "Activations", "Activations", summary: "sigmoid, tanh, ReLU and their slopes",
      contents: "sigmoid, tanh and ReLU, and their slopes",
      figures: ["activations", "hat", "fading"],
      playground: "tab=activations",
      exercises: [.sigmoid, .tanh, .relu, .sigmoidDerivative, .tanhDerivative, .reluDerivative]),
    Lesson(
      2, "HeInit", "He initialisation", summary: "parameter count, He and Xavier weights",
      contents: "how many parameters there are and where they start",
      figures: ["spread", "weights"],
      playground: "tab=initialisation",
      exercises: [.parameterCount, .heInitialized, .xavierInitialized]),
    Lesson(
      3, "Forward", "Forward pass", summary: "linear step, forward pass, cross-entropy, accuracy, prediction",
      contents: "from input to probabilities, the loss, the accuracy",
      figures: ["network", "linear-product", "log-loss"],
      playground: "tab=architecture",
      exercises: [.linear, .forward, .binaryCrossEntropy, .accuracy, .predict]),
    Lesson(
      4, "Backward", "Backward pass", summary: "deltas, layer gradients, backpropagation",
      contents: "the slope of the loss for every parameter", isCheckedWith: [3],
      figures: ["backpropagation", "slopes", "gradient-products"],
      playground: "tab=gradient-check",
      exercises: [.outputDelta, .hiddenDelta, .layerGradients, .backward]),
    Lesson(
      5, "MiniBatches", "Mini-batches and training", summary: "batches, gradient descent, the training loop",
      contents: "batches, the step downhill and the training loop",
      figures: ["learning", "rates", "curves", "hidden-space"],
      playground: "tab=train&data=moons",
      finale: ("Your network can learn now", "train --data moons"),
      exercises: [.miniBatches, .gradientDescentStep, .trainEpoch, .train]),
    Lesson(
      6, "L2", "L2 regularisation", summary: "weight norm, penalty and its slope",
      contents: "what large weights cost, and the slope of that",
      figures: ["l2", "bowl", "weight-norm", "boundary"],
      playground: "tab=train&data=moons&samples=320&noise=0.44&hiddenUnits=64-64-64&learningRate=0.1&lambda=0.5",
      finale: (
        "Watch what the penalty does",
        "train --samples 320 --noise 0.44 --hidden 64,64,64 --rate 0.1 --epochs 2000 --l2 0.5"
      ),
      exercises: [.weightNorm, .l2Penalty, .addL2Gradient]),
    Lesson(
      7, "EarlyStopping", "Early stopping", summary: "a monitor of the validation loss",
      contents: "when to stop, and which parameters to keep",
      figures: ["stopping", "monitor"],
      playground: "tab=train&data=moons&samples=320&noise=0.44&hiddenUnits=64-64-64&learningRate=0.1&patience=50",
      finale: (
        "Let your monitor end a training",
        "train --samples 320 --noise 0.44 --hidden 64,64,64 --rate 0.1 --epochs 2000 --patience 50"
      ),
      exercises: [.isImprovement, .shouldStop]),
    Lesson(
      8, "Momentum", "Momentum", summary: "velocity, and the step against it",
      contents: "steps that gather speed",
      figures: ["valley", "velocity", "momentum"],
      playground: "tab=train&data=moons&noise=0.44&optimizer=momentum",
      finale: (
        "Everything that you wrote trains together now",
        "train --data moons --noise 0.44 --momentum 0.9 --l2 0.1 --patience 50"
      ),
      exercises: [.zeroVelocity, .step]),
    Lesson(
      9, "Softmax", "Softmax", part: 2, summary: "probabilities of several classes, their loss and its slope",
      contents: "more than two classes: their probabilities, the loss, the accuracy",
      figures: ["classes", "softmax"],
      playground: "tab=train&data=quadrants&network=layers&hiddenUnits=none",
      exercises: [.softmax, .crossEntropy, .logitsGradient, .classAccuracy]),
    Lesson(
      10, "Layers", "Layers", part: 2, summary: "layers that go both ways, networks of them, weight decay",
      contents: "dense and ReLU layers, networks of any layers, a step with weight decay",
      figures: ["stack", "layer-products", "layers"],
      playground: "tab=train&data=quadrants&network=layers",
      finale: ("Your layers tell four quadrants apart now", "train --data quadrants --network layers"),
      exercises: [
        .denseForward,
        .denseBackward,
        .reLULayerForward,
        .reLULayerBackward,
        .sequentialForward,
        .sequentialBackward,
        .sgdStep,
      ]),
    Lesson(
      11, "Adam", "Adam", part: 2, summary: "moving averages, their correction, a step for every weight by itself",
      contents: "a step for each weight by its own measure", figures: ["paths", "corrected", "optimizers"],
      playground: "tab=optimizers",
      finale: ("Train with your Adam", "train --data moons --optimizer adam"),
      exercises: [.firstMoment, .secondMoment, .corrected, .adamOptimizerStep]),
    Lesson(
      12, "Dropout", "Dropout", part: 2,
      summary: "masks drawn at random, a layer that applies them in training",
      contents: "units dropped at random, so that none leans on another",
      figures: ["masks", "dropout-gap", "digits"],
      playground: "tab=digits",
      finale: ("Your network reads handwriting now", "train --data digits"),
      exercises: [.dropoutMask, .dropoutLayerForward, .dropoutLayerBackward]),
  ])
}
