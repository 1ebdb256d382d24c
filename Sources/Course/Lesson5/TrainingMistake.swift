/// What the checks of 5.4 recognise where there are several batches; the raw value is a name for tests and teachers.
enum TrainingMistake: String, CaseIterable {
  case batchSizeIgnored = "batchSize ignored"
  case sameGenerator = "generator begins anew"
  case ownGenerator = "own generator"
  case fixedSeed = "fixed seed"
  case copiedGenerator = "copied generator"
  case batchSizeForRows = "batchSize for rows"
  case otherBatchSize = "other batchSize"
  case ownUpdate = "update of one's own"
  case listsNotWhole = "lists not whole at afterEpoch"

  /// What the student reads.
  var sentence: String {
    switch self {
    case .batchSizeIgnored: "There is one update in each epoch: hand `batchSize` on to trainEpoch as it is."
    case .sameGenerator:
      "Every epoch has the same batches: hand on &generator itself; a copy or one of your own begins anew each time."
    case .ownGenerator: "The batches do not come from `generator` alone: hand &generator itself to trainEpoch."
    case .fixedSeed:
      "The batches are the same for every seed, so they do not come from `generator`: hand &generator itself to trainEpoch."
    case .copiedGenerator:
      "A copy of `generator` was used, so the next training would take the same batches: hand &generator itself on."
    case .batchSizeForRows:
      "`update` is told batchSize: the last batch has fewer rows, so hand `update` on to trainEpoch as it is."
    case .otherBatchSize: "The batches have other sizes than `batchSize` says: hand it on to trainEpoch as it is."
    case .ownUpdate:
      "`update` is never called, but the parameters change: hand `update` on to trainEpoch as it is."
    case .listsNotWhole:
      "When `afterEpoch` is called, not all four lists have the entry of its epoch: append to each of the four before you call it."
    }
  }
}
