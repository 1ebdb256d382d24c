/// A wrong version that shows in what a function did, whatever random numbers it drew and however it is written.
package struct ObservedMistake<Observation: Sendable>: Sendable {
  /// A short name for tests and for teachers.
  package let name: String
  /// What the student reads.
  package let sentence: String
  /// Whether what was observed is just what this mistake does; never true of a right answer.
  package let explains: @Sendable (Observation) -> Bool

  package init(_ name: String, _ sentence: String, explains: @escaping @Sendable (Observation) -> Bool) {
    self.name = name
    self.sentence = sentence
    self.explains = explains
  }

  /// The mistake without what it takes to recognise it.
  package var known: KnownMistake { KnownMistake(name, sentence) }
}

extension Array {
  /// Returns the sentence of the one mistake that explains both of two independent observations.
  package func sentence<Observation>(
    explaining first: Observation, and second: @autoclosure () throws -> Observation
  ) -> String? where Element == ObservedMistake<Observation> {
    let candidates = filter { $0.explains(first) }
    guard !candidates.isEmpty, let second = try? second() else { return nil }
    let confirmed = candidates.filter { $0.explains(second) }
    return confirmed.count == 1 ? confirmed[0].sentence : nil
  }
}
