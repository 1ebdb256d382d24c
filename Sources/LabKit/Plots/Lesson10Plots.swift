import Figures
import Training

// What layers learn.
extension Plot {
  static let ofLesson10: [Plot] = {
    let quadrants = TrainingSetup(data: .generated(GeneratedData(.quadrants)), network: .layers(), epochs: 200)
    return [
      Plot(
        "layers", "what layers say about the plane, class by class", calls: Boundary.exercises(of: quadrants),
        training: [quadrants], draw: { _, runs in boundary(runs[0]) })
    ]
  }()
}
