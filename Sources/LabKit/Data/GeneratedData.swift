import CourseKit

/// Data that the course draws itself.
public struct GeneratedData: Codable, Equatable, Sendable {
  /// The shapes of the clouds of points.
  public enum Kind: String, Codable, CaseIterable, Sendable {
    case moons, circles, xor, quadrants, linear

    /// Whether noise can be added.
    public var hasNoise: Bool { self == .moons || self == .circles }
    /// Whether there can be any number of examples.
    public var hasSamples: Bool { self != .xor }
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
    self.samples = kind == .xor ? 4 : samples ?? Self.usualSamples(kind)
    self.noise = kind.hasNoise ? noise ?? (kind == .moons ? 0.24 : 0.1) : 0
  }

  private static func usualSamples(_ kind: Kind) -> Int {
    switch kind {
    case .moons: 1200
    case .circles: 500
    case .quadrants: 1000
    case .linear: 200
    case .xor: 4
    }
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
  public func split(seed: UInt64, validationFraction: Double = 0.2) -> SplitData {
    var generator = RunRandomness.data(seed: seed)
    let all = drawn(using: &generator)
    guard kind != .xor, validationFraction > 0 else { return SplitData(training: all, validation: all) }
    let parts = all.split(validationFraction: validationFraction)
    return SplitData(training: parts.training, validation: parts.validation)
  }

  /// What the data are, in a few words.
  public var description: String {
    kind.rawValue + (kind.hasNoise ? " with noise \(NumberText.significant(noise))" : "")
  }
}
