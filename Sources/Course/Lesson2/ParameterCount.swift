import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 2.1: fanIn · fanOut weights and fanOut biases for each layer.
  static let parameterCount = Exercise(
    Specification<[Int], Int>(
      Lesson2.parameterCount,
      right: { _, layerSizes in sum(over: layerSizes) { fanIn, fanOut in fanIn * fanOut + fanOut } },
      misconceptions: misconceptions
    ).drawing { size, generator in
      (0..<Int.random(in: 2...max(2, size), using: &generator)).map { _ in
        Int.random(in: 1...max(1, 3 * size / 2), using: &generator)
      }
    }.drawingAtEdges { size, generator in
      let unit = [1, 5, 50, 500].randomElement(using: &generator) ?? 1
      return (0..<Int.random(in: 2...6, using: &generator)).map { _ in EdgeSamples.count(upTo: unit * size, &generator)
      }
    },
    demonstration: Demonstration { student in
      try [[2, 32, 32, 1], [10, 64, 1]].map { sizes in
        DemonstratedCall("`parameterCount(layerSizes: \(sizes))`", try student.call(Lesson2.parameterCount, sizes))
      }
    }
  ) { count in
    [
      ("3-4-2", [3, 4, 2], [16, 9, 25]),
      ("the course's network 2-32-32-1", [2, 32, 32, 1], [3, 7, 2, 4]),
      ("10-64-1", [10, 64, 1], [5, 6, 3]),
      // More than single precision can count.
      ("5000-4999-3", [5000, 4999, 3], [5, 6, 3]),
    ].map { name, layerSizes, independent in
      count.check(.value, "the parameters of \(name)", on: layerSizes, independent: independent)
    } + [count.checkEverySize("right on 60 networks of one to five layers, up to 9000 units wide")]
  }
}

private let misconceptions: [Misconception<[Int], Int>] = [
  wrongCount("biases forgotten", "The biases are not counted: each layer has fanOut of them.") { $0 * $1 },
  wrongCount(
    "bias for each input", "The biases are counted by fanIn: a layer has one for each of its own units, fanOut."
  ) {
    $0 * $1 + $0
  },
  wrongCount("one bias for a layer", "Each layer counts one bias: it has one for each of its units, fanOut.") {
    $0 * $1 + 1
  },
  wrongCount("sum for product", "fanIn and fanOut are added: there is a weight for every pair, fanIn · fanOut.") {
    $0 + $1
  },
  Misconception("input layer with biases", "The input layer is counted with biases: inputs have none.") {
    _, layerSizes in
    sum(over: layerSizes) { $0 * $1 } + layerSizes.reduce(0, +)
  },
  Misconception("output biases forgotten", "The biases of the output layer are missing.") { _, layerSizes in
    sum(over: layerSizes) { $0 * $1 + $1 } - (layerSizes.last ?? 0)
  },
]

private func sum(over layerSizes: [Int], _ count: (_ fanIn: Int, _ fanOut: Int) -> Int) -> Int {
  zip(layerSizes, layerSizes.dropFirst()).reduce(0) { $0 + count($1.0, $1.1) }
}

private func wrongCount(
  _ name: String, _ sentence: String, _ count: @escaping @Sendable (_ fanIn: Int, _ fanOut: Int) -> Int
) -> Misconception<[Int], Int> {
  Misconception(name, sentence) { _, layerSizes in sum(over: layerSizes, count) }
}
