import Figures
import Training

// What L2 does.
extension Plot {
  static let ofLesson6: [Plot] = [
    Plot(
      "weight-norm", "the weight norm with and without L2",
      training: [
        .onNoisyMoons([64, 64, 64], epochs: 200),
        .onNoisyMoons([64, 64, 64], epochs: 200, regularizers: [.l2(lambda: 0.2)]),
      ],
      draw: { _, runs in
        Figure.weightNorms(zip(["without L2", "λ = 0.2"], runs).map { ($0, $1.result.weightNorms) })
      })
  ]
}
