import CourseKit

/// The sources of randomness of a run: data, weights and batches each have their own, so that one can change alone.
///
/// The seed's own generator draws a seed for each: the first number is for the data, the second for the weights, the third for
/// the batches, as they are needed. No number here was picked by what comes of it.
public enum RunRandomness {
  /// Draws the data.
  public static func data(seed: UInt64) -> SeededGenerator { source(0, of: seed) }
  /// Draws the initial weights.
  public static func weights(seed: UInt64) -> SeededGenerator { source(1, of: seed) }
  /// Shuffles the batches.
  public static func batches(seed: UInt64) -> SeededGenerator { source(2, of: seed) }

  private static func source(_ index: Int, of seed: UInt64) -> SeededGenerator {
    var seeds = SeededGenerator(seed: seed)
    for _ in 0..<index { _ = seeds.next() }
    return SeededGenerator(seed: seeds.next())
  }
}
