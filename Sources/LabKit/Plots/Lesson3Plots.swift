import Figures
import Training

// What the forward pass computes.
extension Plot {
  static let ofLesson3: [Plot] = []
}
