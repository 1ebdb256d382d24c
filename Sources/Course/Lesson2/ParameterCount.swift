import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 2.1: fanIn · fanOut weights and fanOut biases for each layer.
  static let parameterCount: Exercise = Exercise(
    Specification<[Int], Int>(
      Lesson2.parameterCount, choosing: CountChoices(),
      right: { choices, _, layerSizes in choices.count(layerSizes) }, slips: CountChoices.slips
    ).drawing { size, generator in
      (0..<Int.random(in: 2...max(2, size), using: &generator)).map { _ in
        Int.random(in: 1...max(1, 3 * size / 2), using: &generator)
      }
    }.drawingAtEdges { size, generator in
      let unit = [1, 5, 50, 500].randomElement(using: &generator) ?? 1
      return (0..<Int.random(in: 2...6, using: &generator)).map { _ in EdgeSamples.count(upTo: unit * size, &generator)
      }
    }.made(
      as: "Σ(fanIn·fanOut) + Σ(fanOut)",
      of: [
        .number("Σ(fanIn·fanOut)") { sizes in
          Double(CountedLayer.between(sizes).reduce(0) { $0 + $1.fanIn * $1.fanOut })
        },
        .number("Σ(fanOut)") { sizes in Double(sizes.dropFirst().reduce(0, +)) },
        .number("Σ(fanIn)") { sizes in Double(sizes.dropLast().reduce(0, +)) },
        .number("inputs") { sizes in Double(sizes[0]) },
        .number("outputs") { sizes in Double(sizes[sizes.count - 1]) },
        .number("layers") { sizes in Double(sizes.count - 1) },
      ]),
    demonstration: Demonstration { student in
      try [[2, 32, 32, 1], [10, 64, 1]].map { sizes in
        DemonstratedCall("`parameterCount(layerSizes: \(sizes))`", try student.call(Lesson2.parameterCount, sizes))
      }
    }
  ) { count in
    [
      ("3-4-2", [3, 4, 2]),
      ("the course's network 2-32-32-1", [2, 32, 32, 1]),
      ("10-64-1", [10, 64, 1]),
      // More than single precision can count.
      ("5000-4999-3", [5000, 4999, 3]),
    ].map { name, layerSizes in
      count.check(.value, "the parameters of \(name)", on: layerSizes)
    } + [count.checkEverySize("right on 60 networks of one to five layers, up to 9000 units wide")]
  }
}

/// A layer as it is counted: the sizes on either side, and how often its biases count.
struct CountedLayer {
  let fanIn: Int
  let fanOut: Int
  var biasCount = 1

  /// The layers of a network, each between two neighbouring sizes.
  static func between(_ sizes: [Int]) -> [CountedLayer] {
    zip(sizes, sizes.dropFirst()).map { CountedLayer(fanIn: $0, fanOut: $1) }
  }

  /// The same with another count of the biases of some.
  static func between(_ sizes: [Int], biasCount: (_ isFirst: Bool, _ isLast: Bool) -> Int) -> [CountedLayer] {
    let layers = between(sizes)
    return layers.enumerated().map { index, layer in
      CountedLayer(
        fanIn: layer.fanIn, fanOut: layer.fanOut, biasCount: biasCount(index == 0, index == layers.count - 1))
    }
  }
}

/// What can be done otherwise in 2.1.
///
/// Counts wrap around where a slip makes them larger than any number: a judge does not stop there.
struct CountChoices {
  /// Which layers are counted, and which of them have biases.
  var layers: @Sendable (_ sizes: [Int]) -> [CountedLayer] = { sizes in CountedLayer.between(sizes) }
  var weights: @Sendable (_ fanIn: Int, _ fanOut: Int) -> Int = { fanIn, fanOut in fanIn &* fanOut }
  var biases: @Sendable (_ fanIn: Int, _ fanOut: Int) -> Int = { _, fanOut in fanOut }
  /// How weights and biases of a layer are put together.
  var together: @Sendable (_ weights: Int, _ biases: Int) -> Int = { weights, biases in weights &+ biases }
  /// What is made of the counts of all layers.
  var total: @Sendable (_ counts: [Int]) -> Int = { counts in counts.reduce(0, &+) }
  /// Another count in the place of all that.
  var other: (@Sendable (_ sizes: [Int]) -> Int)?
  var result: @Sendable (_ count: Int, _ sizes: [Int]) -> Int = { count, _ in count }

  func count(_ sizes: [Int]) -> Int {
    if let other { return other(sizes) }
    let counts = layers(sizes).map { layer in
      together(
        weights(layer.fanIn, layer.fanOut), layer.biasCount &* biases(layer.fanIn, layer.fanOut))
    }
    return result(total(counts), sizes)
  }
}
