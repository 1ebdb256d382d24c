import CourseKit

/// A network with the examples that it learns from: one run with the student's functions.
public struct TrainingRun {
  let plan: RunPlan
  let functions: LessonFunctions

  /// Creates a run that has not begun.
  public init(_ plan: RunPlan, with functions: LessonFunctions) {
    self.plan = plan
    self.functions = functions
  }

  /// Trains, and returns what came of it.
  ///
  /// - Parameters:
  ///   - data: the examples.
  ///   - observe: told of each epoch; true stops the training after it.
  public func result(
    on data: SplitData, observe: (_ epoch: Int, _ history: History) -> Bool = { _, _ in false }
  ) -> TrainingResult {
    let layerSizes = plan.layerSizes(features: data.training.features.columns)
    var weightGenerator = RunRandomness.weights(seed: plan.seed)
    let initialized = plan.initialisation == .he ? functions.heInitialized : functions.xavierInitialized
    var parameters = initialized(layerSizes, &weightGenerator)
    var batchGenerator = RunRandomness.batches(seed: plan.seed)
    let monitor = plan.patience.flatMap { functions.makeMonitor?($0) }
    var result = TrainingResult(initial: parameters, parameters: parameters)
    let step = plan.momentum.flatMap { functions.makeMomentumStep?($0) } ?? functions.gradientDescentStep
    let task = TrainingTask(
      training: data.training, validation: data.validation, epochs: plan.epochs, batchSize: plan.batchSize,
      hidden: plan.hidden)
    result.history = functions.train(&parameters, task, &batchGenerator) { parameters, gradients, rows in
      if plan.lambda != 0 { functions.addL2Gradient?(&gradients, parameters, plan.lambda, rows) }
      step(&parameters, gradients, plan.learningRate)
    } _: { epoch, parameters, history in
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
    }
    result.lastParameters = parameters
    result.parameters = monitor?.best()?.parameters ?? parameters
    result.bestEpoch = monitor?.best()?.epoch
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

  init(initial: Parameters, parameters: Parameters) {
    self.initial = initial
    self.parameters = parameters
    lastParameters = parameters
  }

  /// The number of epochs that were trained.
  public var epochs: Int { history.trainingLoss.count }
}

/// Examples to learn from and examples to measure on.
public struct SplitData: Sendable {
  /// The examples to learn from.
  public let training: Dataset
  /// The examples to measure on.
  public let validation: Dataset

  /// Creates the two sets.
  public init(training: Dataset, validation: Dataset) {
    self.training = training
    self.validation = validation
  }
}
