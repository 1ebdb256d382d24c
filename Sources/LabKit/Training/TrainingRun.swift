import CourseKit
import Training

/// A network with the examples that it learns from: one run with the student's functions.
public struct TrainingRun {
  let setup: TrainingSetup
  let functions: LessonFunctions

  /// Creates a run that has not begun.
  public init(_ setup: TrainingSetup, with functions: LessonFunctions) {
    self.setup = setup
    self.functions = functions
  }

  /// Trains, and returns what came of it.
  ///
  /// - Parameters:
  ///   - data: the examples.
  ///   - start: the parameters to begin with; nil for new ones.
  ///   - observe: told of each epoch; true stops the training after it.
  ///   - eachBatch: told of each batch of layers before its step: its logits [rows, K] and its classes.
  public func result(
    on data: SplitData<ClassDataset>, from start: Parameters? = nil,
    observe: (_ epoch: Int, _ history: History) -> Bool = { _, _ in false },
    eachBatch: LessonFunctions.EachBatch = { _, _ in }
  ) -> TrainingResult {
    let sizes = setup.layerSizes(features: data.training.features.columns, classes: data.training.classCount)
    var weightGenerator = RunRandomness.weights(seed: setup.seed)
    var parameters = start ?? functions.initialParameters(of: setup, sizes: sizes, using: &weightGenerator)
    var batchGenerator = RunRandomness.batches(seed: setup.seed)
    let monitor = setup.stopping.flatMap { functions.makeMonitor?($0) }
    let optimizer = functions.makeOptimizer(setup.optimizer, nil)
    var result = TrainingResult(initial: parameters, parameters: parameters)
    result.history = functions.train(&parameters, on: data, setup, using: &batchGenerator) {
      parameters, gradients, rows in
      setup.update(&parameters, &gradients, rows: rows, by: optimizer, with: functions)
    } afterEpoch: { epoch, parameters, history in
      if let norm = functions.weightNorm?(parameters) { result.weightNorms.append(norm) }
      let isStopped = observe(epoch, history)
      guard history.trainingLoss.last?.isFinite ?? true else {
        result.end = .diverged
        return true
      }
      if let loss = history.validationLoss.last, monitor?.shouldStop(epoch, loss, parameters) ?? false {
        result.end = .patience
        return true
      }
      if isStopped { result.end = .interrupted }
      return isStopped
    } eachBatch: {
      eachBatch($0, $1)
    }
    result.lastParameters = parameters
    result.parameters = parameters
    if let best = monitor?.best(), let epoch = best.epoch, let parameters = best.parameters {
      result.bestEpoch = epoch
      result.parameters = parameters
    }
    return result
  }
}

/// What came of a training run.
public struct TrainingResult: Sendable {
  /// Why the training ended.
  public enum End: Sendable {
    /// All epochs were trained.
    case epochs
    /// Lesson 7's monitor asked for it.
    case patience
    /// The user did.
    case interrupted
    /// The loss is no finite number any more.
    case diverged
  }

  /// The parameters before the first step.
  public let initial: Parameters
  /// The parameters that count: those of the best epoch with early stopping, otherwise the last.
  public var parameters: Parameters
  /// The parameters after the last epoch.
  public var lastParameters: Parameters
  /// Loss and accuracy of each epoch.
  public var history = History()
  /// The weight norm after each epoch; empty without lesson 6.
  public var weightNorms: [Double] = []
  /// The epoch whose parameters were restored; nil without early stopping.
  public var bestEpoch: Int?
  /// Why the training ended.
  public var end = End.epochs
  /// The epoch after which early stopping ended the training; nil if it did not.
  public var stopEpoch: Int? { end == .patience ? epochs : nil }

  init(initial: Parameters, parameters: Parameters) {
    self.initial = initial
    self.parameters = parameters
    lastParameters = parameters
  }

  /// The first epoch with the lowest validation loss, whether it was restored or not; nil if none was trained.
  public var lowestEpoch: Int? {
    let losses = history.validationLoss
    return losses.min().flatMap(losses.firstIndex).map { $0 + 1 }
  }

  /// The number of epochs that were trained.
  public var epochs: Int { history.trainingLoss.count }
}
