/// What the checks of 5.4 recognise where there are several batches; the raw value is a name for tests and teachers.
enum TrainingMistake: String, CaseIterable {
  case batchSizeIgnored = "batchSize ignored"
  case sameGenerator = "generator begins anew"
  case ownGenerator = "own generator"

  /// What the student reads.
  var sentence: String {
    switch self {
    case .batchSizeIgnored: "There is one update in each epoch: hand `batchSize` on to trainEpoch as it is."
    case .sameGenerator:
      "Every epoch has the same batches: hand on &generator itself; a copy or one of your own begins anew each time."
    case .ownGenerator: "The batches do not come from `generator` alone: hand &generator itself to trainEpoch."
    }
  }
}
