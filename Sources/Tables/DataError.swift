/// What is wrong with a file of data or with a model, in a sentence.
public struct DataError: Error, Equatable {
  /// The sentence: what is wrong, in which line, and what to do.
  public let sentence: String

  /// Creates an error with its sentence.
  package init(_ sentence: String) {
    self.sentence = sentence
  }
}
