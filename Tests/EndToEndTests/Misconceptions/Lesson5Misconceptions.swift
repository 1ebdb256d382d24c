@testable import Judge

extension KnownMisconception {
  /// What the judge recognises in lesson 5: by equality of numbers, by what was observed, and by asking again.
  static let lesson5 =
    observed("5.1", BatchMistakes.all) + ShuffleMistake.allCases.map { named("5.1", $0.rawValue, $0.sentence) }
    + DescentSpecification.gradientDescentStep.known
    + observed("5.3", EpochMistakes.all)
    + [named("5.3", EpochMistakes.ownGenerator.name, EpochMistakes.ownGenerator.sentence)]
    + TrainingSpecification.train.known + TrainingMistake.allCases.map { named("5.4", $0.rawValue, $0.sentence) }

  private static func observed<Observation>(
    _ exercise: String, _ mistakes: [ObservedMistake<Observation>]
  ) -> [KnownMisconception] {
    mistakes.map { named(exercise, $0.name, $0.sentence) }
  }

  private static func named(_ exercise: String, _ name: String, _ sentence: String) -> KnownMisconception {
    KnownMisconception(exercise: exercise, name: name, sentence: sentence)
  }
}
