import Contract
import Foundation
import Tables
import Training
import Vocabulary

/// What course-check asks the Lab's program to do.
public struct LabRequest: Codable, Sendable {
  /// What to do.
  public var command: Command
  /// For whose eyes.
  public var display: Display
  /// The checkout, in which the course's own data lie.
  public var checkout: String

  /// Creates a request.
  public init(_ command: Command, display: Display, checkout: String = ".") {
    self.command = command
    self.display = display
    self.checkout = checkout
  }

  /// The things that the Lab does.
  public enum Command: Codable, Sendable {
    case train(TrainRequest)
    case predict(PredictRequest)
    case experiment(ExperimentRequest)
    case plot(PlotRequest)
    case figures(FiguresRequest)

    /// The exercises that it calls itself; these may call others.
    public var exercises: Set<ExerciseID> {
      switch self {
      case .train(let request): request.exercises
      case .predict(let request): request.exercises
      case .experiment(let request): request.exercises
      case .plot(let request): request.exercises
      case .figures(let request): request.exercises
      }
    }

    /// Why the course's own data that it needs cannot be read, before anything is built for it; nil if they can, or if it needs none.
    ///
    /// - Parameter checkout: where they lie.
    public func problemOfData(in checkout: String) -> DataError? {
      guard needsDigits else { return nil }
      do throws(DataError) {
        _ = try Digits(in: checkout)
        return nil
      } catch { return error }
    }

    private var needsDigits: Bool {
      switch self {
      case .train(let request): request.setup.data == .digits
      case .plot(let request): request.plots.contains(where: \.needsDigits)
      case .figures(let request): request.plots.contains(where: \.needsDigits)
      case .predict, .experiment: false
      }
    }

    /// The command's name.
    public var name: String {
      switch self {
      case .train: "train"
      case .predict: "predict"
      case .experiment: "experiment"
      case .plot: "plot"
      case .figures: "notebook"
      }
    }
  }
}

/// What results and messages are written to.
public struct Display: Codable, Equatable, Sendable {
  /// The columns of the terminal, or 80.
  public var width: Int
  /// Whether results may have colours.
  public var usesColor: Bool
  /// Whether only ASCII may be used.
  public var isASCII: Bool
  /// Whether a line of progress can be rewritten in place.
  public var isLive: Bool

  /// Creates a display.
  public init(width: Int = 80, usesColor: Bool = false, isASCII: Bool = false, isLive: Bool = false) {
    self.width = width
    self.usesColor = usesColor
    self.isASCII = isASCII
    self.isLive = isLive
  }
}

/// `train`: which training, and where to keep what comes of it.
public struct TrainRequest: Codable, Equatable, Sendable {
  /// The data, the network and how it learns.
  public var setup: TrainingSetup
  /// Where to save the model.
  public var modelPath: String?
  /// The folder for pictures.
  public var folder = "figures"

  /// Creates a request; without words it is what `train` without options makes.
  public init(_ setup: TrainingSetup = TrainingSetup()) {
    self.setup = setup
  }

  /// Those of the run, and those with which its result is measured and drawn.
  var exercises: Set<ExerciseID> {
    let kind = setup.network.kind
    return setup.exercises.union(Boundary.exercises(of: setup))
      .union([NetworkOutput.exerciseOfLoss(of: kind), NetworkOutput.exerciseOfAccuracy(of: kind)])
  }
}

/// `predict`: which model, and for which examples.
public struct PredictRequest: Codable, Equatable, Sendable {
  /// The path of the model.
  public var modelPath = ""
  /// The path of the table with the examples.
  public var table = ""
  /// The column with the right class, to measure against.
  public var label: String?
  /// How the table's values are written, as far as somebody says it.
  public var format = TableFormat()
  /// What kind of network the model is, which only its file tells.
  var network = TrainingSetup.Network.Kind.binary
  /// Whether the model has hidden layers, which only its file tells.
  var hasHiddenLayers = true

  /// Creates an empty request.
  public init() {}

  var exercises: Set<ExerciseID> {
    let asked = TrainedNetwork.exercises(of: network, hasHiddenLayers: hasHiddenLayers)
      .union(NetworkOutput.exercisesOfProbabilities(of: network))
    return label == nil ? asked : asked.union([NetworkOutput.exerciseOfAccuracy(of: network)])
  }
}

/// `experiment`: which one, and how often.
public struct ExperimentRequest: Codable, Equatable, Sendable {
  /// The experiment's name.
  public var name: String
  /// How many seeds; nil for as many as the reference run had.
  public var seeds: Int?
  /// The first of the seeds, which follow one another.
  public var firstSeed: UInt64
  /// The folder for pictures.
  public var folder = "figures"

  /// Creates a request.
  public init(name: String, seeds: Int? = nil, firstSeed: UInt64 = 1) {
    self.name = name
    self.seeds = seeds
    self.firstSeed = firstSeed
  }

  var exercises: Set<ExerciseID> { Experiment.named(name)?.exercises ?? [] }
}

/// `plot`: which pictures.
public struct PlotRequest: Codable, Equatable, Sendable {
  /// The pictures' names.
  public var names: [String]
  /// What the random parts of the pictures are drawn from.
  public var seed: UInt64 = 1
  /// The folder for pictures.
  public var folder = "figures"
  /// Whether the pictures' numbers are written, too.
  public var writesNumbers = false

  /// Creates a request.
  public init(_ names: [String]) {
    self.names = names
  }

  var plots: [Plot] { names.compactMap(Plot.named) }
  var exercises: Set<ExerciseID> { Set(plots.flatMap(\.exercises)) }
}

/// The pictures of a notebook, each of which becomes `NAME.svg`.
public struct FiguresRequest: Codable, Equatable, Sendable {
  /// The pictures' names.
  public var names: [String]
  /// The folder for them.
  public var folder: String
  /// What the random parts of the pictures are drawn from.
  public var seed: UInt64 = 1

  /// Creates a request.
  public init(_ names: [String], folder: String) {
    self.names = names
    self.folder = folder
  }

  var plots: [Plot] { names.compactMap(Plot.named) }
  var exercises: Set<ExerciseID> { Set(plots.flatMap(\.exercises)) }
}
