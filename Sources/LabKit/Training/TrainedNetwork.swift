import Contract
import CourseKit
import Training
import Vocabulary

/// A network of either kind with its parameters, as the Lab asks it.
struct TrainedNetwork {
  let network: TrainingSetup.Network
  let parameters: Parameters
  let functions: LessonFunctions

  /// Returns what the network answers to features [N, d], by the student's forward pass.
  ///
  /// Examples go in some thousand at a time: a forward pass keeps what every layer computed, and of a million examples that is
  /// many times what the examples themselves take.
  ///
  /// - Parameter prepare: what is done to the features of a slice before they go in.
  func output(for features: Matrix, prepare: (inout Matrix) -> Void = { _ in }) -> NetworkOutput {
    let answer = answer
    var columns = 1
    var elements: [Double] = []
    for rows in (0..<features.rows).slices {
      var inputs = rows.count == features.rows ? features : features.rows(at: Array(rows))
      prepare(&inputs)
      let values = answer(inputs)
      columns = max(values.columns, 1)
      elements += values.elements
    }
    return NetworkOutput(
      values: Matrix(rows: elements.count / columns, columns: columns, elements: elements),
      kind: network.kind, functions: functions)
  }

  /// The forward pass of the network's own lessons.
  private var answer: (Matrix) -> Matrix {
    switch network {
    case .binary(let hidden): return { functions.forward($0, parameters, hidden).probabilities }
    case .layers:
      let network = LayerNetwork(parameters, with: functions)
      return { network.logits(of: $0) }
    }
  }

  /// The exercises that answer.
  static func exercises(of network: TrainingSetup.Network.Kind, hasHiddenLayers: Bool) -> Set<ExerciseID> {
    switch network {
    case .binary: [Lesson3.forward.exercise]
    case .layers: LayerNetwork.exercises(hasHiddenLayers: hasHiddenLayers)
    }
  }
}

/// What a network answers to N examples.
struct NetworkOutput {
  /// The probabilities [N, 1] of class 1 from a binary network, or the logits [N, K] of layers.
  let values: Matrix
  let kind: TrainingSetup.Network.Kind
  let functions: LessonFunctions

  /// The probability of class 1, [N, 1], from a binary network; that of each class, [N, K], from layers.
  var probabilities: Matrix { kind == .binary ? values : functions.softmax(values) }

  /// The class of each example: the likeliest one, the first of equals.
  var classes: [Int] {
    (0..<values.rows).map { row in
      guard kind == .layers else { return values[row, 0] >= 0.5 ? 1 : 0 }
      return (0..<values.columns).reduce(0) { values[row, $1] > values[row, $0] ? $1 : $0 }
    }
  }

  /// The mean loss, given the right classes.
  func loss(_ classes: [Int]) -> Double {
    kind == .binary ? functions.loss(values, Matrix(labels: classes)) : functions.crossEntropy(values, classes)
  }

  /// The share of examples that are classified right, given the right classes.
  func accuracy(_ classes: [Int]) -> Double {
    kind == .binary ? functions.accuracy(values, Matrix(labels: classes)) : functions.classAccuracy(values, classes)
  }

  /// The exercise that makes the probabilities of the last layer's numbers; none where the forward pass does.
  static func exercisesOfProbabilities(of kind: TrainingSetup.Network.Kind) -> Set<ExerciseID> {
    kind == .binary ? [] : [Lesson9.softmax.exercise]
  }

  /// The exercise with which the loss is measured.
  static func exerciseOfLoss(of kind: TrainingSetup.Network.Kind) -> ExerciseID {
    kind == .binary ? Lesson3.binaryCrossEntropy.exercise : Lesson9.crossEntropy.exercise
  }

  /// The exercise with which the accuracy is measured.
  static func exerciseOfAccuracy(of kind: TrainingSetup.Network.Kind) -> ExerciseID {
    kind == .binary ? Lesson3.accuracy.exercise : Lesson9.classAccuracy.exercise
  }
}

extension Range<Int> {
  /// The range in parts of some thousand, in order.
  var slices: [Range<Int>] {
    stride(from: lowerBound, to: upperBound, by: 4096).map { $0..<Swift.min($0 + 4096, upperBound) }
  }
}
