import Contract
import CourseKit
import Foundation
import Testing
import Vocabulary

@testable import Training

@Suite("The setup of a training")
struct TrainingSetupTests {
  @Test("knows its layers and how many parameters they have")
  func layers() {
    let sizes = TrainingSetup(hiddenUnits: [32, 32]).layerSizes(features: 2)
    #expect(sizes == [2, 32, 32, 1])
    #expect(sizes.architecture == "2-32-32-1")
    #expect(sizes.parameterCount == 1185)
    #expect(TrainingSetup(hiddenUnits: []).layerSizes(features: 4).parameterCount == 5)
  }

  @Test("draws data, weights and batches from sources of their own, which no two seeds share")
  func randomness() {
    let seeds = Array(0...1000) + [UInt64.max]
    var sources = seeds.flatMap {
      [RunRandomness.data(seed: $0), RunRandomness.weights(seed: $0), RunRandomness.batches(seed: $0)]
    }
    #expect(Set(sources.indices.map { sources[$0].next() }).count == 3 * seeds.count)
  }

  @Test("names the exercises as the lessons number them")
  func exercises() {
    #expect(TrainingSetup.Initialization.he.exercise == Lesson2.heInitialized.exercise)
    #expect(TrainingSetup.Initialization.xavier.exercise == Lesson2.xavierInitialized.exercise)
    #expect(TrainingSetup.Initialization.scaled(0.1).exercise == nil)
    let (plainStep, momentum) = (
      TrainingSetup.Optimizer.gradientDescent, TrainingSetup.Optimizer.momentum(coefficient: 0)
    )
    #expect(plainStep.exercise(of: .binary(hidden: .tanh)) == Lesson5.gradientDescentStep.exercise)
    #expect(plainStep.exercise(of: .layers()) == Lesson10.sgdStep.exercise)
    for network in [TrainingSetup.Network.binary(hidden: .relu), .layers()] {
      #expect(momentum.exercise(of: network) == Lesson8.step.exercise)
      #expect(TrainingSetup.Optimizer.adam().exercise(of: network) == Lesson11.adamOptimizerStep.exercise)
    }
    #expect(TrainingSetup.Regularizer.weightDecay(1).exercise == nil)
    #expect(TrainingSetup.Regularizer.l2(lambda: 1).exercise == Lesson6.addL2Gradient.exercise)
    #expect(TrainingSetup.Stopping.exercise == Lesson7.shouldStop.exercise)
    let plain: Set = [
      Lesson2.heInitialized.exercise, Lesson5.gradientDescentStep.exercise, Lesson5.train.exercise,
    ]
    #expect(TrainingSetup().exercises == plain)
    #expect(
      TrainingSetup(regularizers: [.l2(lambda: 1)]).exercises
        == plain.union([Lesson6.weightNorm.exercise, Lesson6.addL2Gradient.exercise]))
  }

  @Test("of layers calls lessons 9 and 10 with the batches of lesson 5, and ReLU only where there are hidden layers")
  func exercisesOfLayers() {
    let layers = TrainingSetup(network: .layers()).exercises
    #expect(
      layers.map(\.description).sorted() == [
        "10.1", "10.2", "10.3", "10.4", "10.5", "10.6", "10.7", "5.1", "9.2", "9.3", "9.4",
      ])
    #expect(TrainingSetup(network: .layers(), regularizers: [.weightDecay(0.1)]).exercises == layers)
    #expect(
      TrainingSetup(network: .layers(), hiddenUnits: []).exercises == layers.subtracting(["10.3", "10.4"]))
    #expect(
      TrainingSetup(network: .layers(), optimizer: .momentum(coefficient: 0.9), stopping: .init(patience: 1)).exercises
        == layers.subtracting(["10.7"]).union(["8.2", "7.2"]))
    let dropout = TrainingSetup(network: .layers(keepProbability: 0.8))
    #expect(
      dropout.exercises
        == layers.union([Lesson12.dropoutLayerForward.exercise, Lesson12.dropoutLayerBackward.exercise]))
    #expect(
      TrainingSetup(network: .layers(keepProbability: 0.8), hiddenUnits: []).exercises
        == TrainingSetup(network: .layers(), hiddenUnits: []).exercises, "dropout stands behind hidden layers")
  }

  @Test("draws weights as wide as it says: √(2/fanIn), √(1/fanIn) or the same for all")
  func weightScales() {
    #expect(TrainingSetup.Initialization.he.weightScale(fanIn: 8) == 0.5)
    #expect(TrainingSetup.Initialization.xavier.weightScale(fanIn: 16) == 0.25)
    #expect(TrainingSetup.Initialization.scaled(0.1).weightScale(fanIn: 16) == 0.1)
  }

  @Test("has one penalty or decay of each kind, whichever is set first")
  func regularizers() {
    var setup = TrainingSetup()
    (setup.lambda, setup.weightDecay, setup.lambda) = (0.1, 0.2, 0.3)
    #expect(setup.lambda == 0.3 && setup.weightDecay == 0.2 && setup.regularizers.count == 2)
    (setup.weightDecay, setup.lambda) = (0, 0)
    #expect(setup.regularizers.isEmpty)
  }

  @Test("is the same after a way through JSON")
  func coding() throws {
    let setups = [
      TrainingSetup(), TrainingSetup(suiting: .generated(GeneratedData(.xor))),
      TrainingSetup(
        data: .table(TableSource(path: "a b.csv", label: "kind")), network: .binary(hidden: .tanh), hiddenUnits: [],
        initialization: .xavier, optimizer: .momentum(coefficient: 0.9), regularizers: [.l2(lambda: 0.2)],
        stopping: .init(patience: 5, minimumImprovement: 0.01), seed: .max),
      TrainingSetup(network: .layers(), initialization: .scaled(0.1), regularizers: [.weightDecay(1e-4)]),
      TrainingSetup(network: .layers(keepProbability: 0.8), optimizer: .adam()),
    ]
    for setup in setups {
      #expect(try JSONDecoder().decode(TrainingSetup.self, from: JSONEncoder().encode(setup)) == setup)
    }
  }

  @Test("holds every number that can be chosen, and gives it back")
  func settings() {
    for setting in TrainingSetting.ofData + TrainingSetting.ofLearning {
      for value in [2.0, 20, 0.5] where setting.range.contains(value) {
        var setup = TrainingSetup(network: setting.network == .layers ? .layers() : .binary(hidden: .relu))
        setting.set(value, &setup)
        #expect(setting.value(setup) == value, "\(setting.key)")
        #expect(setup.problem == nil)
      }
      if let onPage = setting.onPage {
        #expect(setting.range.contains(onPage.upperBound), "\(setting.key): what the page takes, train takes")
      }
    }
    let keys = (TrainingSetting.ofData + TrainingSetting.ofLearning).map(\.key)
    #expect(Set(keys).count == keys.count)
  }

  @Test(
    "that cannot be trained says why",
    arguments: [
      (TrainingSetup(learningRate: 0), "The learning rate is 0, and must be a number greater than 0."),
      (TrainingSetup(learningRate: .nan), "The learning rate is nan, and must be a number greater than 0."),
      (TrainingSetup(epochs: 0), "The number of epochs is 0, and must be a whole number from 1 to 10000000."),
      (TrainingSetup(batchSize: -1), "The batch size is -1, and must be a whole number from 0 to 10000000."),
      (
        TrainingSetup(optimizer: .momentum(coefficient: 1)),
        "The momentum is 1, and must be a number from 0 to below 1."
      ),
      (
        TrainingSetup(network: .layers(keepProbability: 0)),
        "The dropout is 1, and must be a number from 0 to below 1."
      ),
      (
        TrainingSetup(regularizers: [.l2(lambda: -0.5)]),
        "The λ of the L2 penalty is -0.5, and must be a number from 0 up."
      ),
      (
        TrainingSetup(data: .generated(GeneratedData(.moons, samples: 9))),
        "The number of examples is 9, and must be a whole number from 10 to 10000000."
      ),
      (
        TrainingSetup(hiddenUnits: [8, 0]),
        "A hidden layer has 0 units, and must have a whole number from 1 to 4096."
      ),
      (
        TrainingSetup(hiddenUnits: [Int](repeating: 2, count: 65)),
        "There are 65 hidden layers; there may be up to 64."
      ),
      (
        TrainingSetup(network: .layers(), regularizers: [.l2(lambda: 0.1)]),
        "The L2 penalty goes with a binary network: layers have weight decay instead."
      ),
      (
        TrainingSetup(regularizers: [.weightDecay(0.1)]),
        "Weight decay goes with layers: a binary network has the L2 penalty instead."
      ),
      (
        TrainingSetup(network: .layers(), regularizers: [.weightDecay(-1)]),
        "The weight decay is -1, and must be a number from 0 up."
      ),
      (
        TrainingSetup(initialization: .scaled(0.1)),
        "Weights with one deviation for all layers go with a network of layers."
      ),
    ])
  func problems(setup: TrainingSetup, sentence: String) {
    #expect(setup.problem == sentence)
  }
}

@Suite("The step after each batch")
struct UpdateStepTests {
  /// Functions that note their calls; a step takes the rate times the gradient.
  private func functions(_ note: @escaping @Sendable (String) -> Void) -> LessonFunctions {
    var functions = LessonFunctions()
    functions.addL2Gradient = { gradients, _, lambda, rows in
      note("penalty \(lambda) of \(rows) rows")
      gradients.weights[0] = gradients.weights[0] + Matrix([[10]])
    }
    return functions
  }

  @Test("adds the penalties to the gradients, then lets the optimizer move the parameters")
  func order() {
    let notes = Notes()
    let optimizer = RunningOptimizer { parameters, gradients, rate in
      notes.add("step \(rate) against \(gradients.weights[0][0, 0])")
      parameters.weights[0] = parameters.weights[0] - rate * gradients.weights[0]
    }
    var parameters = Parameters(weights: [Matrix([[1]])], biases: [Matrix([[0]])])
    var gradients = Gradients(weights: [Matrix([[1]])], biases: [Matrix([[1]])])
    let setup = TrainingSetup(learningRate: 0.5, regularizers: [.l2(lambda: 0.2)])
    setup.update(&parameters, &gradients, rows: 3, by: optimizer, with: functions(notes.add))
    #expect(notes.all == ["penalty 0.2 of 3 rows", "step 0.5 against 11.0"])
    #expect(parameters.weights[0] == Matrix([[-4.5]]))
    gradients = Gradients(weights: [Matrix([[1]])], biases: [Matrix([[1]])])
    TrainingSetup(learningRate: 0.5).update(
      &parameters, &gradients, rows: 3, by: optimizer, with: functions(notes.add))
    #expect(notes.all.last == "step 0.5 against 1.0")
  }

  @Test("of layers is lesson 10's, with the weight decay, and decay joins the gradients before every other step")
  func layers() {
    let notes = Notes()
    var functions = functions(notes.add)
    functions.sgdStep = { layer, rate, decay in
      notes.add(
        "lesson 10 at \(rate) with \(decay): \(layer.parameters.map(\.elements)) \(layer.gradients.map(\.elements))")
      layer.parameters = layer.parameters.map { 2 * $0 }
    }
    let optimizer = RunningOptimizer { _, gradients, rate in
      notes.add("step \(rate) against \(gradients.matrices.map(\.elements))")
    }
    let start = Parameters(weights: [Matrix([[1, 2]])], biases: [Matrix([[3, 4]])])
    let slopes = Gradients(weights: [Matrix([[5, 6]])], biases: [Matrix([[7, 8]])])
    var setup = TrainingSetup(network: .layers(), learningRate: 0.5, regularizers: [.weightDecay(10)])
    var (parameters, gradients) = (start, slopes)
    setup.update(&parameters, &gradients, rows: 3, by: optimizer, with: functions)
    #expect(parameters.matrices == start.matrices.map { 2 * $0 })
    setup.optimizer = .momentum(coefficient: 0.9)
    (parameters, gradients) = (start, slopes)
    setup.update(&parameters, &gradients, rows: 3, by: optimizer, with: functions)
    #expect(
      notes.all == [
        "lesson 10 at 0.5 with 10.0: [[1.0, 2.0], [3.0, 4.0]] [[5.0, 6.0], [7.0, 8.0]]",
        "step 0.5 against [[15.0, 26.0], [37.0, 48.0]]",
      ])
  }

  @Test("goes on by itself in a copy of an optimizer or a monitor")
  func copies() {
    let optimizer = RunningOptimizer(0.0) { velocity, parameters, gradients, rate in
      velocity += gradients.weights[0][0, 0]
      parameters.weights[0] = parameters.weights[0] - rate * velocity * Matrix([[1]])
    } memory: {
      OptimizerMemory(lists: [[Matrix([[$0]])]])
    }
    var parameters = Parameters(weights: [Matrix([[0]])], biases: [])
    let gradients = Gradients(weights: [Matrix([[1]])], biases: [])
    optimizer.step(&parameters, gradients, 1)
    let copy = optimizer.copy()
    copy.step(&parameters, gradients, 1)
    #expect(optimizer.memory()?.lists == [[Matrix([[1]])]])
    #expect(copy.memory()?.lists == [[Matrix([[2]])]])

    let monitor = RunningMonitor((patience: 2, asked: 0)) {
      monitor, _, _, _ in
      monitor.asked += 1
      return monitor.asked >= monitor.patience
    } best: {
      ($0.asked, nil)
    } setPatience: {
      $0.patience = $1
    }
    #expect(!monitor.shouldStop(1, 0, parameters))
    let other = monitor.copy()
    other.setPatience(3)
    #expect(!other.shouldStop(2, 0, parameters))
    #expect(monitor.best().epoch == 1)
    #expect(monitor.shouldStop(2, 0, parameters))
  }
}

/// What was noted, in order.
private final class Notes: @unchecked Sendable {
  private(set) var all: [String] = []

  @Sendable func add(_ note: String) { all.append(note) }
}
