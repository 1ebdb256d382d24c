import CourseKit
import Vocabulary

/// A network of the student's layers: dense ones with ReLU between them, and one output for each class.
public struct LayerNetwork {
  /// All layers in one, as lesson 10 joins them.
  public let model: Layer
  private let denseLayers: [Layer]
  private let reluLayers: [Layer]
  private let functions: LessonFunctions

  /// Creates a network and lets lesson 10 draw its weights; its biases are 0.
  ///
  /// - Parameters:
  ///   - sizes: the units of all layers, the features first and the classes last.
  ///   - initialization: the deviation of the weights.
  ///   - generator: draws them.
  ///   - functions: the student's.
  public init(
    sizes: [Int], initialization: TrainingSetup.Initialization, using generator: inout SeededGenerator,
    with functions: LessonFunctions
  ) {
    var denseLayers: [Layer] = []
    for (fanIn, fanOut) in zip(sizes, sizes.dropFirst()) {
      denseLayers.append(
        functions.drawnDenseLayer(fanIn, fanOut, initialization.weightScale(fanIn: fanIn), &generator))
    }
    self.init(denseLayers, with: functions)
  }

  /// Creates a network with parameters that there are already.
  public init(_ parameters: Parameters, with functions: LessonFunctions) {
    self.init(Self.layers(of: parameters, with: functions), with: functions)
  }

  /// Creates a network to train, with dropout behind each layer of ReLU unless `keepProbability` is 1.
  ///
  /// - Parameter generator: draws a seed for the masks of each of these layers; nothing if there are none.
  public init(
    _ parameters: Parameters, keepProbability: Double, using generator: inout SeededGenerator,
    with functions: LessonFunctions
  ) {
    var dropoutLayers: [Layer] = []
    for _ in parameters.weights.dropFirst() where keepProbability != 1 {
      dropoutLayers.append(functions.dropoutLayer(keepProbability, SeededGenerator(seed: generator.next())))
    }
    self.init(Self.layers(of: parameters, with: functions), dropoutLayers, with: functions)
  }

  private static func layers(of parameters: Parameters, with functions: LessonFunctions) -> [Layer] {
    var layers: [Layer] = []
    for (weights, biases) in zip(parameters.weights, parameters.biases) {
      layers.append(functions.denseLayer(weights, biases))
    }
    return layers
  }

  /// Puts a layer of ReLU between two dense layers, and one of dropout behind it if there are any.
  private init(_ denseLayers: [Layer], _ dropoutLayers: [Layer] = [], with functions: LessonFunctions) {
    var (reluLayers, all): ([Layer], [Layer]) = ([], [])
    for layer in denseLayers {
      if !all.isEmpty {
        let between = functions.reluLayer()
        reluLayers.append(between)
        all.append(between)
        if reluLayers.count <= dropoutLayers.count { all.append(dropoutLayers[reluLayers.count - 1]) }
      }
      all.append(layer)
    }
    (self.denseLayers, self.reluLayers, self.functions) = (denseLayers, reluLayers, functions)
    model = functions.sequential(all)
  }

  /// The weights and biases of the dense layers.
  public var parameters: Parameters { Parameters(matrices: model.parameters) }

  /// Returns the logits [N, K] of inputs [N, features].
  public func logits(of inputs: Matrix) -> Matrix { model.forward(inputs, isTraining: false) }

  /// Returns the logits [N, K] of examples, and the gradients of their mean loss.
  public func gradients(of batch: ClassDataset) -> (logits: Matrix, gradients: Gradients) {
    let logits = model.forward(batch.features, isTraining: true)
    _ = model.backward(functions.logitsGradient(logits, batch.classes))
    return (logits, Gradients(matrices: model.gradients))
  }

  /// Returns what every layer makes of inputs [N, features], one layer after the other.
  ///
  /// The last pre-activations are the logits, and the last activations the probabilities, both [N, K].
  public func cache(of inputs: Matrix) -> ForwardCache {
    var cache = ForwardCache(activations: [inputs], preActivations: [])
    for (index, layer) in denseLayers.enumerated() {
      let preActivation = layer.forward(cache.activations[index], isTraining: false)
      cache.preActivations.append(preActivation)
      cache.activations.append(
        index < reluLayers.count
          ? reluLayers[index].forward(preActivation, isTraining: false) : functions.softmax(preActivation))
    }
    return cache
  }
}

extension LayerNetwork {
  /// The exercises of lesson 10 that a forward pass calls; a network without hidden layers has no ReLU.
  public static func exercises(hasHiddenLayers: Bool) -> Set<ExerciseID> {
    hasHiddenLayers ? ["10.1", "10.3", "10.5"] : ["10.1", "10.5"]
  }

  /// The exercises that the gradients of a batch call.
  public static func exercisesOfGradients(hasHiddenLayers: Bool) -> Set<ExerciseID> {
    let backward: Set<ExerciseID> = hasHiddenLayers ? ["9.3", "10.2", "10.4", "10.6"] : ["9.3", "10.2", "10.6"]
    return exercises(hasHiddenLayers: hasHiddenLayers).union(backward)
  }

  /// The exercises that a training calls, but for that of its step.
  public static func exercisesOfTraining(hasHiddenLayers: Bool) -> Set<ExerciseID> {
    exercisesOfGradients(hasHiddenLayers: hasHiddenLayers).union(["5.1", "9.2", "9.4"])
  }
}

/// A layer that holds parameters with their gradients and computes nothing: what lesson 10's step is given.
final class HeldLayer: Layer {
  private var heldParameters: [Matrix]
  private let heldGradients: [Matrix]

  /// Creates a layer from lists in the same order and shapes.
  init(_ parameters: [Matrix], _ gradients: [Matrix]) {
    (heldParameters, heldGradients) = (parameters, gradients)
    super.init()
  }

  override var parameters: [Matrix] {
    get { heldParameters }
    set { heldParameters = newValue }
  }

  override var gradients: [Matrix] { heldGradients }
}
