import Figures
import Training

// What momentum does.
extension Plot {
  static let ofLesson8: [Plot] = [
    Plot(
      "momentum", "the training loss with and without momentum",
      training: [.onNoisyMoons(), .onNoisyMoons(optimizer: .momentum(coefficient: 0.9))],
      draw: { _, runs in
        Figure.trainingLosses(
          zip(["without momentum", "β = 0.9"], runs).map { ($0, $1.result.history.trainingLoss) })
      })
  ]
}
