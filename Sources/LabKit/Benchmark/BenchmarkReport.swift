/// What came of a training that was timed.
struct TrainingReport: Codable, Equatable {
  /// How long the processor took, without drawing the examples.
  let seconds: Double
  /// How many epochs it went through: a student's function might stop early.
  let epochs: Int
  /// The numbers that the network learned.
  let parameters: Int
  /// The loss on the training and on the validation examples after the first epoch.
  let firstLosses: [Double]
  /// The same after the tenth epoch, or the last where there are fewer.
  let tenthLosses: [Double]
  /// What the program was compiled for.
  let instructionSet: String
}

/// How fast products were computed, in operations a second, several times in turns.
struct ProductReport: Codable, Equatable {
  /// What the machine can do at most, once a round.
  var peaks: [Double] = []
  /// A list for each round: the rate of each product.
  var rates: [[Double]] = []
}
