import Figures
import Training

// What layers with dropout read.
extension Plot {
  static let ofLesson12: [Plot] = [
    Plot(
      "digits", "the handwritten digits that are misread, and as what", calls: PictureSheet.exercisesOfMisread,
      training: [TrainingSetup(suiting: .digits)],
      draw: { _, runs in PictureSheet(misreadBy: runs[0].network, of: runs[0].data.validation) })
  ]
}
