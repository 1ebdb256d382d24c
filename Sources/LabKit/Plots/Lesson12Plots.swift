import Contract
import CourseKit
import Figures
import Tables
import Training
import Vocabulary

// What dropout does.
extension Plot {
  static let ofLesson12: [Plot] = [
    Plot(
      "masks", "a digit under masks, and the mean of many masked ones", calls: [Lesson12.dropoutMask.exercise],
      needsDigits: true, draw: { (studio) throws(DataError) in try masks(studio) }),
    Plot(
      "dropout-gap", "training and validation loss with more and more dropout", training: keptShares.map(onFewMoons),
      draw: { _, runs in
        Figure.trainingAndValidation(
          "The same layers with dropout",
          zip(keptShares, runs).map { keep, run in ("keep \(NumberText.significant(keep))", run.result.history) })
      }),
    Plot(
      "digits", "the handwritten digits that are misread, and as what", calls: PictureSheet.exercisesOfMisread,
      training: [TrainingSetup(suiting: .digits)],
      draw: { _, runs in PictureSheet(misreadBy: runs[0].network, of: runs[0].data.validation) }),
  ]

  private static let keptShares = [1, 0.8, 0.5]

  /// A training on so few noisy moons that layers learn them by heart.
  private static func onFewMoons(keepProbability: Double) -> TrainingSetup {
    TrainingSetup(
      data: .generated(GeneratedData(.moons, samples: 400, noise: 0.44)),
      network: .layers(keepProbability: keepProbability), hiddenUnits: [64, 64], epochs: 200, learningRate: 0.01,
      optimizer: .adam())
  }

  /// For each of two shares a mask, a digit under it, and the means of many digits under masks of their own.
  private static func masks(_ studio: PlotStudio) throws(DataError) -> PictureSheet {
    let digits = try Digits(in: studio.lab.checkout).examples
    let digit = digits.features.rows(at: [digits.classes.firstIndex(of: 0) ?? 0])
    var generator = RunRandomness.weights(seed: studio.seed)
    func tile(_ pixels: Matrix, _ caption: String) -> PictureSheet.Tile {
      // Half the ink: a mask of keep 0.5 makes a pixel twice as dark.
      PictureSheet.Tile((0.5 * pixels).magnified(side: Digits.side, by: 2), caption: [caption])
    }
    var tiles = [tile(digit, "the digit")]
    for keep in [0.8, 0.5] {
      let masks = (0..<100).map { _ in studio.functions.dropoutMask(1, digit.columns, keep, &generator) }
      func mean(_ count: Int) -> Matrix {
        1 / Double(count) * masks.prefix(count).reduce(0 * digit) { $0 + digit * $1 }
      }
      tiles += [tile(masks[0], "mask, keep \(NumberText.significant(keep))"), tile(digit * masks[0], "digit ⊙ mask")]
      if keep == 0.5 { tiles.append(tile(mean(10), "mean of 10")) }
      tiles.append(tile(mean(100), "mean of 100"))
    }
    return PictureSheet("A digit under dropout", tiles: tiles)
  }
}

extension Matrix {
  /// The pixels of a square picture, given in one row, with so many in the place of each in both directions.
  fileprivate func magnified(side: Int, by factor: Int) -> Matrix {
    let (size, pixels) = (side * factor, elements)
    return Matrix(
      rows: size, columns: size,
      elements: (0..<size * size).map { pixels[$0 / size / factor * side + $0 % size / factor] })
  }
}
