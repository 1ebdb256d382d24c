import Contract
import CourseKit
import Training
import Vocabulary

/// A question from the course's source documents, and the runs that answer it.
public struct Experiment: Sendable {
  /// The name by which it is started.
  public let name: String
  /// The question.
  public let title: String
  /// What is the same in all runs.
  let setting: String
  /// The runs that are compared.
  let variants: [Variant]
  /// The quantity that answers the question; nil for the first one with a reference, or the first of all.
  var answer: Quantity?
  /// What is drawn of the first run of each variant, epoch by epoch.
  var curves: [Curve] = [.trainingLoss]
  /// Whether the first run of each variant is drawn in the plane, with its examples.
  var showsBoundaries = false
  /// Why figures differ from the document's, and what is to be seen; empty if there is nothing to say.
  var remarks: [String] = []

  /// The exercises that its runs call, and those with which their results are measured and drawn.
  public var exercises: Set<ExerciseID> {
    let isBinary = variants.contains { $0.setup.network.kind == .binary }
    let measuring = isBinary ? Quantity.exercises.union(HiddenSpace.exercises) : []
    let drawing =
      showsBoundaries ? variants.reduce(measuring) { $0.union(Boundary.exercises(of: $1.setup)) } : measuring
    return variants.reduce(drawing) { $0.union($1.setup.exercises) }
  }

  /// The experiment of a name; nil if there is none.
  public static func named(_ name: String) -> Experiment? { all.first { $0.name == name } }

  /// What a quantity of a variant came to in NumPy; nil if there is nothing to compute.
  func reference(of quantity: Quantity, in variant: Variant) -> Spread? {
    References.table[name]?[variant.label]?[quantity.name]
  }
}

/// One way of training, run with several seeds.
struct Variant: Sendable {
  /// What tells it from the others.
  let label: String
  var heldOut = HeldOut.fifth
  let setup: TrainingSetup
  /// The training from whose last parameters it goes on; nil to begin with new ones.
  var before: TrainingSetup?
  let measures: [Measure]

  /// The examples on which it is validated.
  enum HeldOut: Sendable {
    /// A fifth of the data.
    case fifth
    /// As many again, drawn apart.
    case another
    /// None: it is measured on what it learned.
    case none
  }

  /// Draws the examples for a seed.
  func split(seed: UInt64) -> SplitData<ClassDataset> {
    guard let data = setup.generatedData else { fatalError("\(label) learns from a table, of which there is one only") }
    switch heldOut {
    case .fifth: return data.split(seed: seed).ofClasses
    case .none: return data.split(seed: seed, validationFraction: 0).ofClasses
    case .another:
      var generator = RunRandomness.data(seed: seed)
      let training = data.drawn(using: &generator)
      return SplitData(training: training, validation: data.drawn(using: &generator)).ofClasses
    }
  }
}

/// A curve of a training, one value an epoch.
struct Curve: Sendable {
  let name: String
  let values: @Sendable (History) -> [Double]
  /// Whether the values are shares, between 0 and 1; others are losses, on a logarithmic axis.
  var areShares = false

  static let trainingLoss = Curve(name: "Training loss") { $0.trainingLoss }
  static let validationLoss = Curve(name: "Validation loss") { $0.validationLoss }
  static let validationAccuracy = Curve(
    name: "Validation accuracy", values: { $0.validationAccuracy }, areShares: true)
}

/// A figure of a run, with what the document found.
struct Measure: Sendable {
  let quantity: Quantity
  /// What the document prints; nil if it prints nothing.
  var document: String?

  init(_ quantity: Quantity, document: String? = nil) {
    self.quantity = quantity
    self.document = document
  }
}

/// Something that can be measured when a run is over.
struct Quantity: Sendable {
  let name: String
  /// Whether it lies between 0 and 1, as accuracies and probabilities do.
  var isShare = false
  let value: @Sendable (FinishedRun) -> Double

  /// The exercises that some quantity calls.
  static let exercises: Set = [Lesson3.forward.exercise, Lesson3.binaryCrossEntropy.exercise]
}

/// A run that is over, with all that it went by.
struct FinishedRun: Sendable {
  let setup: TrainingSetup
  let data: SplitData<ClassDataset>
  let result: TrainingResult
  /// Loss and accuracy of each batch of the last epoch before its step; only layers have them.
  let lastBatches: [(loss: Double, accuracy: Double)]
  let functions: LessonFunctions

  /// Trains, until the setup's last epoch or until the closure, which has the epoch and the history, says that it is enough.
  ///
  /// - Parameter start: the parameters to begin with; nil for new ones.
  init(
    _ setup: TrainingSetup, on data: SplitData<ClassDataset>, from start: Parameters? = nil,
    with functions: LessonFunctions, until isEnough: (Int, History) -> Bool
  ) {
    self.setup = setup
    self.data = data
    self.functions = functions
    var epochs = 0
    var batches: [(loss: Double, accuracy: Double)] = []
    result = TrainingRun(setup, with: functions).result(on: data, from: start) { epoch, history in
      epochs = epoch
      return isEnough(epoch, history)
    } eachBatch: { logits, classes in
      guard epochs == setup.epochs - 1 else { return }
      batches.append((functions.crossEntropy(logits, classes), functions.classAccuracy(logits, classes)))
    }
    lastBatches = batches
  }

  /// The network with the parameters that count.
  var network: TrainedNetwork { network(result.parameters) }

  /// The network with other parameters.
  func network(_ parameters: Parameters) -> TrainedNetwork {
    TrainedNetwork(network: setup.network, parameters: parameters, functions: functions)
  }
}

/// Mean and standard deviation of a figure over several seeds.
struct Spread: Equatable, Sendable {
  let mean: Double
  let deviation: Double

  init(_ mean: Double, _ deviation: Double) {
    self.mean = mean
    self.deviation = deviation
  }

  /// Of the values that are numbers; the deviation is that of the sample (n − 1), and 0 for a single value.
  init(of values: [Double]) {
    let values = values.filter { !$0.isNaN }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    // Equal values have none, whatever rounding makes of their mean.
    let isConstant = values.allSatisfy { $0 == values.first }
    self.init(isConstant ? values.first ?? .nan : mean, isConstant ? 0 : (squares / (count - 1)).squareRoot())
  }

  /// For pictures.
  var interval: (mean: Double, spread: Double) { (mean, deviation) }

  var text: String {
    deviation == 0
      ? NumberText.significant(mean)
      : "\(NumberText.significant(mean)) ± \(NumberText.significant(deviation, 2))"
  }
}
