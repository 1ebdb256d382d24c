import CourseKit
import Vocabulary

extension TrainingSetup {
  /// How gradients become steps.
  public enum Optimizer: Equatable, Sendable {
    /// Lesson 5's step against the gradients.
    case gradientDescent
    /// Lesson 8's step, which keeps a share of its velocity: β.
    case momentum(coefficient: Double)
    /// Lesson 11's step, in which each parameter has a scale of its own: β₁, β₂ and ε.
    case adam(firstDecay: Double = 0.9, secondDecay: Double = 0.999, epsilon: Double = 1e-8)

    /// The optimizers by the names that a command takes; the page's number of each is its place here.
    public enum Kind: String, CaseIterable, Sendable {
      case sgd, momentum, adam
    }

    /// Which of the optimizers this is.
    public var kind: Kind {
      switch self {
      case .gradientDescent: .sgd
      case .momentum: .momentum
      case .adam: .adam
      }
    }

    /// The exercise that makes the step of a network.
    public func exercise(of network: Network) -> ExerciseID {
      switch self {
      case .gradientDescent: network.kind == .layers ? "10.7" : "5.2"
      case .momentum: "8.2"
      case .adam: "11.4"
      }
    }

    /// An optimizer as it usually is.
    public init(_ kind: Kind) { self.init(kind, coefficient: 0.9) }

    /// The optimizer that the page names by a number, with β, which counts for momentum alone.
    public init(number: Int, coefficient: Double) { self.init(Kind.allCases[number], coefficient: coefficient) }

    private init(_ kind: Kind, coefficient: Double) {
      switch kind {
      case .sgd: self = .gradientDescent
      case .momentum: self = .momentum(coefficient: coefficient)
      case .adam: self = .adam()
      }
    }

    /// The learning rate that it usually has; nil for that which suits the data.
    ///
    /// The size of Adam's steps hardly depends on that of the gradients.
    public var usualLearningRate: Double? { kind == .adam ? 0.003 : nil }
  }
}

#if !hasFeature(Embedded)
  extension TrainingSetup.Optimizer: Codable {
    /// What can be chosen of optimizers; the kind that has a number is named like the number's key.
    public static let settings = [
      TrainingSetting(
        key: Kind.momentum.rawValue, option: "--momentum", name: "momentum",
        help: "β, the share of its velocity that a step keeps", range: .number(from: 0, below: 1), onPage: 0...0.99,
        value: { setup in
          if case .momentum(let coefficient) = setup.optimizer { coefficient } else { nil }
        },
        set: { $1.optimizer = .momentum(coefficient: $0) })
    ]

    /// Its numbers by their names, as the page writes them out.
    public var numbers: [String: Double] {
      switch self {
      case .gradientDescent: [:]
      case .momentum(let coefficient): ["coefficient": coefficient]
      case .adam(let firstDecay, let secondDecay, let epsilon):
        ["firstDecay": firstDecay, "secondDecay": secondDecay, "epsilon": epsilon]
      }
    }
  }
#endif
