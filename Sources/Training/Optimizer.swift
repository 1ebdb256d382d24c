import CourseKit
import Vocabulary

extension TrainingSetup {
  /// How gradients become steps.
  public enum Optimizer: Equatable, Sendable {
    /// Lesson 5's step against the gradients.
    case gradientDescent
    /// Lesson 8's step, which keeps a share of its velocity: β.
    case momentum(coefficient: Double)

    /// The exercise that makes the step of a network.
    public func exercise(of network: Network) -> ExerciseID {
      switch self {
      case .gradientDescent: network == .layers ? "10.7" : "5.2"
      case .momentum: "8.2"
      }
    }

    /// The optimizer that the page names by a number, with the number that it takes.
    public init(number: Int, value: Double) {
      self = number == 1 ? .momentum(coefficient: value) : .gradientDescent
    }
  }
}

#if !hasFeature(Embedded)
  extension TrainingSetup.Optimizer: Codable {
    /// What can be chosen of optimizers; the page's number of each is its place here, counted from 1.
    public static let settings = [
      TrainingSetting(
        key: "momentum", option: "--momentum", name: "momentum",
        help: "β, the share of its velocity that a step keeps", range: .number(from: 0, below: 1), onPage: 0...0.99,
        value: { setup in
          if case .momentum(let coefficient) = setup.optimizer { coefficient } else { nil }
        },
        set: { $1.optimizer = .momentum(coefficient: $0) })
    ]
  }
#endif
