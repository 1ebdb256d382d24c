/// A command line that is not understood.
struct UsageError: Error, Equatable {
  /// What is wrong and what is possible.
  let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }
}
