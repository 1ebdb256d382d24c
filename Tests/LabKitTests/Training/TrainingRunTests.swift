import CourseKit
import Testing
import Training

@testable import LabKit

@Suite("A training run")
struct TrainingRunTests {
  /// Two examples; the scripted lessons do not look at them.
  private let data = SplitData(
    training: ClassDataset(features: Matrix([[1], [2]]), classes: [0, 1], classCount: 2),
    validation: ClassDataset(features: Matrix([[3]]), classes: [1], classCount: 2))

  private func setup(_ change: (inout TrainingSetup) -> Void = { _ in }) -> TrainingSetup {
    var setup = TrainingSetup(epochs: 5, learningRate: 1)
    change(&setup)
    return setup
  }

  @Test("trains all epochs, tells of each, and ends with the last parameters")
  func allEpochs() {
    let lessons = ScriptedLessons(training: [5, 4, 3, 2, 1])
    var told: [Int] = []
    let result = TrainingRun(setup(), with: lessons.functions).result(on: data) { epoch, history in
      #expect(history.trainingLoss.count == epoch)
      told.append(epoch)
      return false
    }
    #expect(told == [1, 2, 3, 4, 5])
    #expect(result.end == .epochs)
    #expect(result.epochs == 5)
    #expect(result.initial == ScriptedLessons.parameters(after: 0))
    #expect(result.parameters == ScriptedLessons.parameters(after: 5))
    #expect(result.lastParameters == result.parameters)
    #expect(result.bestEpoch == nil)
    #expect(result.weightNorms == [1, 2, 3, 4, 5])
  }

  @Test("stops early and restores the parameters of the best epoch")
  func earlyStopping() {
    let lessons = ScriptedLessons(training: [5, 4, 3, 2, 1], validation: [5, 3, 4, 4, 2])
    let result = TrainingRun(setup { $0.stopping = .init(patience: 2) }, with: lessons.functions).result(on: data)
    #expect(result.end == .patience)
    #expect(result.epochs == 4)
    #expect(result.bestEpoch == 2)
    #expect(result.parameters == ScriptedLessons.parameters(after: 2))
    #expect(result.lastParameters == ScriptedLessons.parameters(after: 4))
  }

  @Test("restores the best epoch, too, if patience lasts to the end")
  func patienceToTheEnd() {
    let lessons = ScriptedLessons(training: [5, 4, 3, 2, 1], validation: [5, 3, 4, 4, 3.5])
    let result = TrainingRun(setup { $0.stopping = .init(patience: 50) }, with: lessons.functions).result(on: data)
    #expect(result.end == .epochs)
    #expect(result.bestEpoch == 2)
    #expect(result.parameters == ScriptedLessons.parameters(after: 2))
  }

  @Test("uses penalty, momentum and patience only when they are asked for")
  func optionalLessons() {
    let plain = ScriptedLessons(training: [2, 1])
    _ = TrainingRun(setup(), with: plain.functions).result(on: data)
    #expect(plain.used == ["norm"])
    let all = ScriptedLessons(training: [2, 1])
    let everything = setup {
      $0.regularizers = [.l2(lambda: 0.2)]
      $0.optimizer = .momentum(coefficient: 0.9)
      $0.stopping = .init(patience: 7)
    }
    let result = TrainingRun(everything, with: all.functions).result(on: data)
    #expect(all.used == ["norm", "penalty 0.2 of 2 rows", "momentum 0.9", "patience 7"])
    // A gradient of 1 and a penalty's slope of 10, and the scripted momentum takes double steps.
    #expect(result.lastParameters.weights == [Matrix([[-44]])])
    #expect(result.lastParameters.biases == [Matrix([[-4]])])
  }

  @Test("does without the lessons that are not linked")
  func unlinkedLessons() {
    var functions = ScriptedLessons(training: [2, 1]).functions
    functions.weightNorm = nil
    functions.addL2Gradient = nil
    functions.makeMonitor = nil
    let result = TrainingRun(setup(), with: functions).result(on: data)
    #expect(result.epochs == 2)
    #expect(result.weightNorms.isEmpty)
  }

  @Test("begins as the setup says")
  func initialisation() {
    let lessons = ScriptedLessons(training: [1])
    let result = TrainingRun(setup { $0.initialization = .xavier }, with: lessons.functions).result(on: data)
    #expect(result.initial == ScriptedLessons.parameters(after: 100))
  }

  @Test("ends where the loss is no finite number any more", arguments: [Double.nan, .infinity])
  func divergence(loss: Double) {
    let lessons = ScriptedLessons(training: [5, 6, loss, loss, loss])
    let result = TrainingRun(setup(), with: lessons.functions).result(on: data)
    #expect(result.end == .diverged)
    #expect(result.epochs == 3)
    let restored = TrainingRun(setup { $0.stopping = .init(patience: 50) }, with: lessons.functions).result(on: data)
    #expect(restored.end == .diverged)
    #expect(restored.bestEpoch == 1)
    #expect(restored.parameters == ScriptedLessons.parameters(after: 1), "what was best before is kept")
  }

  @Test("ends after the epoch in which it is interrupted, and keeps what it has learned")
  func interruption() {
    let lessons = ScriptedLessons(training: [5, 4, 3, 2, 1])
    let result = TrainingRun(setup(), with: lessons.functions).result(on: data) { epoch, _ in epoch == 3 }
    #expect(result.end == .interrupted)
    #expect(result.epochs == 3)
    #expect(result.parameters == ScriptedLessons.parameters(after: 3))
  }

  @Test("goes the same way again")
  func repeated() {
    let split = GeneratedData(.linear, samples: 50).split(seed: 1).ofClasses
    let run = TrainingRun(TrainingSetup(hiddenUnits: [], epochs: 30), with: LogisticRegression.functions)
    #expect(run.result(on: split).history == run.result(on: split).history)
  }

  /// Three clouds, each a class of its own.
  private var clouds: SplitData<ClassDataset> {
    var generator = SeededGenerator(seed: 3)
    let classes = (0..<120).map { $0 % 3 }
    var features = Matrix.zeros(rows: 120, columns: 2)
    for (row, oneClass) in classes.enumerated() {
      features[row, 0] = [0, 3, 0][oneClass] + 0.5 * generator.nextGaussian()
      features[row, 1] = [0, 0, 3][oneClass] + 0.5 * generator.nextGaussian()
    }
    let parts = ClassDataset(features: features, classes: classes, classCount: 3).split(validationFraction: 0.2)
    return SplitData(training: parts.training, validation: parts.validation)
  }

  @Test("of layers tells three classes apart, with plain steps and with others, and goes the same way again")
  func layers() {
    for change in [{ _ in }, { $0.optimizer = .momentum(coefficient: 0) }, { $0.weightDecay = 0.001 }]
      as [(inout TrainingSetup) -> Void]
    {
      var setup = TrainingSetup(network: .layers(), hiddenUnits: [8], epochs: 40, batchSize: 16, learningRate: 0.1)
      change(&setup)
      var functions = SmallLayers.functions
      functions.makeOptimizer = { _, _ in
        RunningOptimizer { parameters, gradients, rate in
          parameters.matrices = zip(parameters.matrices, gradients.matrices).map { $0 - rate * $1 }
        }
      }
      let run = TrainingRun(setup, with: functions)
      let result = run.result(on: clouds)
      #expect(result.epochs == 40)
      #expect(result.history.validationAccuracy.last == 1)
      #expect(result.parameters.matrices.map(\.columns) == [8, 8, 3, 3])
      #expect(run.result(on: clouds).parameters == result.parameters)
    }
  }

  @Test("of layers with dropout draws other masks in each epoch, goes the same way again, and measures without them")
  func dropout() {
    var setup = TrainingSetup(
      network: .layers(keepProbability: 0.5), hiddenUnits: [8], epochs: 3, batchSize: 0, learningRate: 1e-9)
    var logits: [Matrix] = []
    let run = TrainingRun(setup, with: SmallLayers.functions)
    let result = run.result(on: clouds, eachBatch: { answers, _ in logits.append(answers) })
    // Steps this small change nothing: only masks, and the order of the batch, tell the epochs apart.
    let sums = logits.map { $0.elements.reduce(0, +) }
    #expect(Set(sums.map { ($0 * 1e6).rounded() }).count == 3, "\(sums)")
    #expect(Set(result.history.trainingLoss.map { ($0 * 1e6).rounded() }).count == 1, "evaluations draw nothing")
    #expect(run.result(on: clouds).parameters == result.parameters)
    setup.network = .layers()
    let plain = TrainingRun(setup, with: SmallLayers.functions).result(on: clouds)
    #expect(plain.initial == result.initial && plain.parameters != result.parameters)
  }

  @Test("of layers with dropout goes the same way in one call as in a call for each epoch")
  func dropoutByEpoch() {
    var setup = TrainingSetup(
      network: .layers(keepProbability: 0.5), hiddenUnits: [8, 8], epochs: 4, batchSize: 16, learningRate: 0.1)
    func train(_ parameters: inout Parameters, _ generator: inout SeededGenerator) {
      _ = SmallLayers.functions.train(&parameters, on: clouds, setup, using: &generator) { parameters, gradients, _ in
        parameters.matrices = zip(parameters.matrices, gradients.matrices).map { $0 - 0.1 * $1 }
      } afterEpoch: { _, _, _ in
        false
      }
    }
    var weights = RunRandomness.weights(seed: 1)
    let start = SmallLayers.functions.initialParameters(of: setup, sizes: [2, 8, 8, 3], using: &weights)
    var (whole, inParts) = (start, start)
    var (one, other) = (RunRandomness.batches(seed: 1), RunRandomness.batches(seed: 1))
    train(&whole, &one)
    setup.epochs = 1
    for _ in 0..<4 { train(&inParts, &other) }
    #expect(whole == inParts && whole != start)
  }

  @Test("of layers is told of each batch before its step, goes on from other parameters, and stops when it shall")
  func batchesOfLayers() {
    let setup = TrainingSetup(network: .layers(), hiddenUnits: [], epochs: 3, batchSize: 40, learningRate: 0.1)
    let run = TrainingRun(setup, with: SmallLayers.functions)
    var rows: [Int] = []
    var first: Matrix?
    let result = run.result(on: clouds) { epoch, _ in
      epoch == 2
    } eachBatch: { logits, classes in
      rows.append(classes.count)
      first = first ?? logits
    }
    #expect(rows == [40, 40, 16, 40, 40, 16])
    #expect(result.end == .interrupted)
    let start = result.initial
    #expect(first.map { $0.elements.count } == 40 * 3)
    let zero = Parameters(matrices: start.matrices.map { 0 * $0 })
    var told: [Matrix] = []
    let again = run.result(on: clouds, from: zero, eachBatch: { logits, _ in told.append(logits) })
    #expect(again.initial == zero)
    #expect(told.first.map { $0.elements.allSatisfy { $0 == 0 } } == true, "nothing was learned before the first step")
    #expect(told.last.map { $0.elements.allSatisfy { $0 == 0 } } == false)
  }
}

@Suite("Mean and deviation")
struct SpreadTests {
  @Test("are those of a sample")
  func sample() {
    #expect(Spread(of: [1, 2, 3, 4]) == Spread(2.5, (5.0 / 3).squareRoot()))
    #expect(Spread(of: [7]) == Spread(7, 0))
    #expect(Spread(0.3256, 0.026).text == "0.3256 ± 0.026")
    #expect(Spread(17, 0).text == "17")
  }

  /// So many values with a mean and a deviation.
  private static func values(_ count: Int, mean: Double, deviation: Double) -> [Double] {
    let step = deviation * (Double(count - 1) / Double(count)).squareRoot()
    return (0..<count).map { mean + ($0.isMultiple(of: 2) ? step : -step) }
  }

  @Test("of as many values as the reference has lie so many standard errors of their difference apart")
  func standardErrors() throws {
    // √((3² + 4²) / n) = 5 / √n
    let count = References.seeds
    let values = Self.values(count, mean: 10, deviation: 3)
    let distance = try #require(ExperimentReport.standardErrors(values, Spread(6, 4)))
    #expect(abs(distance - 4 / 5 * Double(count).squareRoot()) < 1e-9)
  }

  @Test(
    "of a single value, or of values that happen to be equal, lie apart by the reference's spread", arguments: [1, 2])
  func fewSeeds(count: Int) throws {
    let (ours, others) = (Double(count), Double(References.seeds))
    let values = [Double](repeating: 10, count: count)
    let distance = try #require(ExperimentReport.standardErrors(values + [.nan], Spread(6, 2)))
    // The more values show no spread, the smaller is that of both together.
    let pooled = 4 * (others - 1) / (ours + others - 2)
    #expect(abs(distance - 4 / (pooled * (1 / ours + 1 / others)).squareRoot()) < 1e-12)
    #expect(distance < 3, "two spreads apart are about two standard errors of one or two values, not nine")
  }

  @Test("lie apart by nothing that can be measured where there is no spread")
  func noSpread() {
    #expect(ExperimentReport.standardErrors([1], Spread(1, 0)) == nil)
    #expect(ExperimentReport.standardErrors([1, 1], Spread(0.5, 0)) == nil)
    #expect(ExperimentReport.standardErrors([.nan], Spread(0.5, 1)) == nil)
    #expect(ExperimentReport.standardErrors([], Spread(0.5, 1)) == nil)
  }
}
