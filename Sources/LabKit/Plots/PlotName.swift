/// The pictures that `plot` draws.
public enum PlotName: String, Codable, CaseIterable, Sendable {
  case activations
  case weights
  case spread
  case slopes
  case curves
  case boundary
  case hiddenSpace = "hidden-space"
  case weightNorm = "weight-norm"
  case stopping
  case momentum

  /// What is to be seen.
  public var summary: String {
    switch self {
    case .activations: "the activation functions and their derivatives (lesson 1)"
    case .weights: "initial weights beside the He curve (lesson 2)"
    case .spread: "activations through ten layers, from four ways to begin (lessons 1–3)"
    case .slopes: "the loss along single parameters, and your gradients as tangents (lessons 1, 3, 4)"
    case .curves: "loss and accuracy of a training, epoch by epoch (lessons 1–5)"
    case .boundary: "the decision boundary with the data (lessons 1–5)"
    case .hiddenSpace: "XOR in the space of two hidden units (lessons 1–5)"
    case .weightNorm: "the weight norm with and without L2 (lessons 1–6)"
    case .stopping: "where early stopping ends a training, and which epoch it keeps (lessons 1–5, 7)"
    case .momentum: "the training loss with and without momentum (lessons 1–5, 8)"
    }
  }

  /// The lessons whose functions draw it.
  public var lessons: Set<Int> {
    switch self {
    case .activations: [1]
    case .weights: [2]
    case .spread: [1, 2, 3]
    case .slopes: [1, 3, 4]
    case .curves, .boundary, .hiddenSpace: [1, 2, 3, 4, 5]
    case .weightNorm: [1, 2, 3, 4, 5, 6]
    case .stopping: [1, 2, 3, 4, 5, 7]
    case .momentum: [1, 2, 3, 4, 5, 8]
    }
  }
}
