import Contract
import CourseKit
import Engine

@testable import Course

/// A result whose numbers can be changed.
protocol Changeable: Inspectable {
  var matrices: [Matrix] { get set }
}

extension Matrix: Changeable {
  var matrices: [Matrix] {
    get { [self] }
    set { self = newValue[0] }
  }
}

extension Double: Changeable {
  var matrices: [Matrix] {
    get { [Matrix([[self]])] }
    set { self = newValue[0][0, 0] }
  }
}

extension Int: Changeable {
  var matrices: [Matrix] {
    get { [Matrix([[Double(self)]])] }
    set { self = Int(exactly: newValue[0][0, 0].rounded()) ?? self }
  }
}

extension LayerGradients: Changeable {
  var matrices: [Matrix] {
    get { [weights, biases] }
    set { (weights, biases) = (newValue[0], newValue[1]) }
  }
}

extension Gradients: Changeable {
  var matrices: [Matrix] {
    get { weights + biases }
    set { (weights, biases) = (Array(newValue[..<weights.count]), Array(newValue[weights.count...])) }
  }
}

extension ForwardCache: Changeable {
  var matrices: [Matrix] {
    get { activations + preActivations }
    set {
      (activations, preActivations) = (
        Array(newValue[..<activations.count]), Array(newValue[activations.count...])
      )
    }
  }
}

extension Parameters: Changeable {
  var matrices: [Matrix] {
    get { weights + biases }
    set { (weights, biases) = (Array(newValue[..<weights.count]), Array(newValue[weights.count...])) }
  }
}

/// The numbers of the history and the parameters; how often something was called is no number that rounding changes.
extension TrainingTrace: Changeable {
  var matrices: [Matrix] {
    get {
      [history.trainingLoss, history.validationLoss, history.trainingAccuracy, history.validationAccuracy]
        .map { Matrix(rows: 1, columns: $0.count, elements: $0) } + parameters.matrices
    }
    set {
      history.trainingLoss = newValue[0].elements
      history.validationLoss = newValue[1].elements
      history.trainingAccuracy = newValue[2].elements
      history.validationAccuracy = newValue[3].elements
      parameters.matrices = Array(newValue[4...])
    }
  }
}

extension ImprovementTrace: Changeable {
  var matrices: [Matrix] {
    get { [Matrix([answers.map { $0 ? 1 : 0 }])] }
    set { answers = newValue[0].elements.map { $0 > 0.5 } }
  }
}

extension MonitorTrace: Changeable {
  var matrices: [Matrix] {
    get {
      let rows = epochs.map { epoch in
        [
          Double(epoch.bestEpoch), epoch.bestLoss, Double(epoch.bestParametersEpoch), epoch.hasStopped ? 1 : 0,
        ]
      }
      return [Matrix(rows)]
    }
    set {
      let matrix = newValue[0]
      func whole(_ number: Double) -> Int { number.isFinite ? Int(number.rounded()) : 0 }
      for row in epochs.indices {
        epochs[row].bestEpoch = whole(matrix[row, 0])
        epochs[row].bestLoss = matrix[row, 1]
        epochs[row].bestParametersEpoch = whole(matrix[row, 2])
        epochs[row].hasStopped = matrix[row, 3] > 0.5
      }
    }
  }
}

/// What layers compute; how often they were called, and whether in training, is no number that rounding changes.
extension LayerTrace: Changeable {
  var matrices: [Matrix] {
    get { places.map { steps[$0].facts[$1].matrices[$2] } }
    set { for (place, matrix) in zip(places, newValue) { steps[place.0].facts[place.1].matrices[place.2] = matrix } }
  }

  private var places: [(Int, Int, Int)] {
    steps.enumerated().flatMap { index, step in
      step.facts.enumerated().flatMap { number, fact in
        ["calls", "isTraining", "as they were"].contains(where: fact.name.hasSuffix)
          ? [] : fact.matrices.indices.map { (index, number, $0) }
      }
    }
  }
}

extension MomentumTrace: Changeable {
  var matrices: [Matrix] {
    get { parameters.flatMap { $0.weights + $0.biases } }
    set {
      var rest = newValue[...]
      for step in parameters.indices {
        parameters[step].weights = parameters[step].weights.compactMap { _ in rest.popFirst() }
        parameters[step].biases = parameters[step].biases.compactMap { _ in rest.popFirst() }
      }
    }
  }
}

/// What is kept and what moves; the count of the steps is no number that rounding changes.
extension AdamTrace: Changeable {
  var matrices: [Matrix] {
    get { (parameters + firstMoments + secondMoments).flatMap { $0 } }
    set {
      var rest = newValue[...]
      func take(_ lists: [[Matrix]]) -> [[Matrix]] { lists.map { $0.compactMap { _ in rest.popFirst() } } }
      parameters = take(parameters)
      firstMoments = take(firstMoments)
      secondMoments = take(secondMoments)
    }
  }
}
