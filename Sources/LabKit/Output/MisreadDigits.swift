import CourseKit
import Figures
import Tables
import Vocabulary

extension PictureSheet {
  /// The digits that a network takes for others, each with what it is, what it was read as and how sure the network was.
  init(misreadBy network: TrainedNetwork, of examples: ClassDataset) {
    let output = network.output(for: examples.features)
    let (answers, probabilities) = (output.classes, output.probabilities)
    let misread = examples.classes.indices.filter { answers[$0] != examples.classes[$0] }
    let tiles = misread.map { row in
      Tile(
        Matrix(rows: Digits.side, columns: Digits.side, elements: examples.features.rows(at: [row]).elements),
        caption: [
          "\(examples.classes[row]) read as \(answers[row])",
          "\(NumberText.percent(probabilities[row, answers[row]])) sure",
        ])
    }
    let title =
      tiles.isEmpty
      ? "None of the \(examples.count) digits that were kept apart is misread."
      : "\(tiles.count) of the \(examples.count) digits that were kept apart "
        + (tiles.count == 1 ? "is misread" : "are misread")
    self.init(title, tiles: tiles)
  }

  /// The exercises with which it is found out what is misread.
  static var exercisesOfMisread: Set<ExerciseID> {
    TrainedNetwork.exercises(of: .layers, hasHiddenLayers: true)
      .union(NetworkOutput.exercisesOfProbabilities(of: .layers))
  }

  /// The sheet with so many pictures at most, and how many that are in its title.
  func shortened(to count: Int) -> PictureSheet {
    guard tiles.count > count else { return self }
    return PictureSheet("\(title); \(count) of them are here", tiles: Array(tiles.prefix(count)))
  }
}
