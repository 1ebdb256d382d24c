import Engine

/// What is read where the fault lies in what a caller sees of the generator.
enum DropoutMaskMistake {
  static let ownGenerator = KnownMistake(
    "own generator",
    "The entries do not come from `generator` alone: draw every one with generator.nextUniform().")
  static let fixedSeed = KnownMistake(
    "fixed seed",
    "Every seed gives the same masks, so nothing comes from `generator`: draw each entry with generator.nextUniform().")
  static let copiedGenerator = KnownMistake(
    "copied generator",
    "A copy of `generator` was used, so the next call begins at the same place: draw from `generator` itself.")
  static let all = [ownGenerator, fixedSeed, copiedGenerator]
}
