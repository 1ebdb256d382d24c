import CourseKit

/// Data that the course draws itself.
public struct GeneratedData: Equatable, Sendable {
  /// The shapes of the clouds of points.
  public enum Kind: String, CaseIterable, Sendable {
    case moons, circles, xor, quadrants, linear

    /// The usual deviation of the noise; nil where none can be added.
    public var usualNoise: Double? {
      switch self {
      case .moons: 0.24
      case .circles: 0.1
      case .xor, .quadrants, .linear: nil
      }
    }

    /// The usual number of examples; nil where there are the four corners and no others.
    public var usualSamples: Int? {
      switch self {
      case .moons: 1200
      case .circles: 500
      case .quadrants: 1000
      case .linear: 200
      case .xor: nil
      }
    }
  }

  /// Which cloud.
  public var kind: Kind
  /// The number of examples, those for validation included.
  public var samples: Int
  /// The standard deviation of the noise.
  public var noise: Double

  /// Creates data of a kind; xor always has four examples, and only moons and circles have noise.
  public init(_ kind: Kind, samples: Int? = nil, noise: Double? = nil) {
    self.kind = kind
    self.samples = kind.usualSamples.map { samples ?? $0 } ?? 4
    self.noise = kind.usualNoise.map { noise ?? $0 } ?? 0
  }

  /// Draws all examples.
  public func drawn(using generator: inout SeededGenerator) -> Dataset {
    switch kind {
    case .moons: .moons(count: samples, noise: noise, using: &generator)
    case .circles: .circles(count: samples, noise: noise, using: &generator)
    case .quadrants: .quadrants(count: samples, using: &generator)
    case .linear: .linear(count: samples, using: &generator)
    case .xor: .xor
    }
  }

  /// Draws the examples and keeps a fifth for validation; xor is too small for that and validates on what it learns.
  public func split(seed: UInt64, validationFraction: Double = 0.2) -> SplitData<Dataset> {
    var generator = RunRandomness.data(seed: seed)
    let all = drawn(using: &generator)
    guard kind != .xor, validationFraction > 0 else { return SplitData(training: all, validation: all) }
    let parts = all.split(validationFraction: validationFraction)
    return SplitData(training: parts.training, validation: parts.validation)
  }
}

#if !hasFeature(Embedded)
  extension GeneratedData: Codable {}
  extension GeneratedData.Kind: Codable {}
#endif
