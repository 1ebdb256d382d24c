import Figures
import Training
import Vocabulary

/// A picture that `plot` draws from what the student's functions compute; the pages show it as the solutions draw it.
public struct Plot: Sendable {
  /// The name by which it is asked for.
  public let name: String
  /// What is to be seen, in a few words.
  public let summary: String
  /// The exercises that draw it.
  public let exercises: Set<ExerciseID>
  /// Whether the course's handwritten digits are read for it.
  let needsDigits: Bool
  /// Draws it.
  let draw: @Sendable (PlotStudio) throws(DataError) -> any Picture

  /// Creates a plot that calls these exercises, and reads the handwritten digits if it needs them.
  init(
    _ name: String, _ summary: String, calls exercises: Set<ExerciseID>, needsDigits: Bool = false,
    draw: @escaping @Sendable (PlotStudio) throws(DataError) -> any Picture
  ) {
    (self.name, self.summary, self.exercises, self.draw) = (name, summary, exercises, draw)
    self.needsDigits = needsDigits
  }

  /// Creates a plot of trainings.
  ///
  /// - Parameters:
  ///   - name: the name by which it is asked for.
  ///   - summary: what is to be seen, in a few words.
  ///   - exercises: those that it calls beside the trainings'.
  ///   - setups: the trainings; their seeds are those that the plot is asked with.
  ///   - draw: draws what has become of them, in the same order.
  init(
    _ name: String, _ summary: String, calls exercises: Set<ExerciseID> = [], training setups: [TrainingSetup],
    draw: @escaping @Sendable (PlotStudio, [FinishedRun]) throws(DataError) -> any Picture
  ) {
    self.name = name
    self.summary = summary
    self.exercises = setups.reduce(exercises) { $0.union($1.exercises) }
    needsDigits = setups.contains { $0.data == .digits }
    self.draw = { (studio: PlotStudio) throws(DataError) -> any Picture in
      var runs: [FinishedRun] = []
      for var setup in setups {
        setup.seed = studio.seed
        runs.append(try studio.trained(setup))
      }
      return try draw(studio, runs)
    }
  }
}

extension Plot {
  /// All of them, in the order of the lessons that they belong to.
  public static let all: [Plot] =
    ofLesson1 + ofLesson2 + ofLesson3 + ofLesson4 + ofLesson5 + ofLesson6 + ofLesson7 + ofLesson8 + ofLesson9
    + ofLesson10 + ofLesson11 + ofLesson12

  /// The one of a name; nil if there is none.
  public static func named(_ name: String) -> Plot? { all.first { $0.name == name } }
}

extension TrainingSetup {
  /// A training on moons so noisy that a network learns single examples by heart, given time and units.
  static func onNoisyMoons(
    _ hiddenUnits: [Int] = [32, 32], epochs: Int = 400, optimizer: Optimizer = .gradientDescent,
    regularizers: [Regularizer] = [], stopping: Stopping? = nil
  ) -> TrainingSetup {
    TrainingSetup(
      data: .generated(GeneratedData(.moons, noise: 0.44)), hiddenUnits: hiddenUnits, epochs: epochs,
      optimizer: optimizer, regularizers: regularizers, stopping: stopping)
  }
}
