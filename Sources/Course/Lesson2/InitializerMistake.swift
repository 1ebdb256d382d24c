/// What the checks of an initialiser recognise besides wrong variances; the raw value is a name for tests and teachers.
enum InitializerMistake: String, CaseIterable {
  case zeroWeights = "zero weights"
  case positiveWeights = "numbers from 0 to 1"
  case uniform = "uniform with the right variance"
  case randomBiases = "biases not zero"
  case ownGenerator = "own generator"
  case fixedSeed = "fixed seed"
  case sameLayers = "one matrix for several layers"
  case sameEntries = "one draw for several entries"
  case someZero = "some weights left at 0"
  case copiedGenerator = "copied generator"

  /// Returns what the student reads.
  ///
  /// - Parameter formula: the variance that is asked for: "2 / fanIn".
  func sentence(formula: String) -> String {
    switch self {
    case .zeroWeights:
      "Every weight is 0, so all units of a layer would stay alike for ever: each weight is √(\(formula)) times a draw."
    case .positiveWeights:
      "No weight is negative: the numbers must lie on both sides of 0, as those of generator.nextGaussian() do."
    case .uniform: "The numbers are spread evenly over a range: draw them with nextGaussian() instead."
    case .randomBiases:
      "The biases are not all 0: let them begin at 0, as Matrix.zeros makes them. Only the weights need random numbers."
    case .ownGenerator:
      "The numbers do not come from `generator` alone: draw every one with generator.nextGaussian()."
    case .fixedSeed:
      "Every seed gives the same network, so nothing comes from `generator`: make each weight with a generator.nextGaussian() of its own."
    case .sameLayers:
      "Two layers hold the same numbers: draw new ones for every layer, from `generator` itself and not from a copy."
    case .sameEntries:
      "Several weights of a layer are the same number: give each a new generator.nextGaussian(), neither repeated nor rounded."
    case .someZero: "A weight is 0 in every network: each one needs a draw of its own, in every row and every column."
    case .copiedGenerator:
      "A copy of `generator` was used, so the next call begins at the same place: draw from `generator` itself."
    }
  }
}
