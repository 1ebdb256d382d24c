import Figures
import Training

// What early stopping does.
extension Plot {
  static let ofLesson7: [Plot] = [
    Plot(
      "stopping", "where early stopping ends a training, and which epoch it keeps",
      training: [.onNoisyMoons([64, 64, 64], epochs: 1000, stopping: .init(patience: 50))],
      draw: { _, runs in
        Figure.curves(
          runs[0].result.history, title: "Where early stopping ends, and what it keeps",
          bestEpoch: runs[0].result.bestEpoch, stopEpoch: runs[0].result.stopEpoch)
      })
  ]
}
