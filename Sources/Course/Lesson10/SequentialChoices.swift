import Contract
import CourseKit
import Engine

/// What can be done otherwise in 10.5 and 10.6: in which order the layers are called, with what, and what is returned.
struct SequentialChoices {
  /// The layers in the order of their calls, counted from 0.
  var order: @Sendable (_ count: Int) throws -> [Int]
  /// Whether the layers are called at all.
  var isWalked: @Sendable (_ isTraining: Bool) -> Bool = { _ in true }
  /// The order in a further call, counted from 0.
  var again: @Sendable (_ order: [Int], _ call: Int) -> [Int] = { order, _ in order }
  /// What a layer is given.
  var given: @Sendable (_ first: Matrix, _ last: Matrix) -> Matrix = { $1 }
  /// What a layer is told of training.
  var isTraining: @Sendable (_ isTraining: Bool) -> Bool = { $0 }
  /// What is returned, from what was given and what the calls returned.
  var returned: @Sendable (_ given: Matrix, _ results: [Matrix]) throws -> Matrix = { $1.last ?? $0 }
  /// What an evaluation returns.
  var evaluated: @Sendable (_ given: Matrix, _ returned: Matrix) -> Matrix = { $1 }

  static let forward = SequentialChoices(order: { Array(0..<$0) })
  static let backward = SequentialChoices(order: { (0..<$0).reversed() })

  /// What becomes of calls of a row of the host's layers.
  func trace(_ sketches: [LayerSketch], _ calls: [LayerCall]) throws -> LayerTrace {
    let layers = sketches.map(RecordingLayer.init)
    var callCount = 0
    return try LayerTrace(calls) { call in
      for layer in layers { layer.forget() }
      let isForward = call.action != .backward
      let told = isTraining(call.action == .training)
      let walk = isWalked(call.action == .training) ? again(try order(layers.count), callCount) : []
      var results: [Matrix] = []
      defer { callCount += 1 }
      for index in walk {
        let next = given(call.matrix, results.last ?? call.matrix)
        results.append(isForward ? layers[index].forward(next, isTraining: told) : layers[index].backward(next))
      }
      var result = try returned(call.matrix, results)
      if call.action == .evaluation { result = evaluated(call.matrix, result) }
      let facts = layers.enumerated().map { $1.facts("layers[\($0)]", isForward: isForward) }
      return (isForward ? facts : facts.reversed()).flatMap { $0 } + [LayerFact("returned", result)]
    }
  }

  /// What both directions get wrong in the same way.
  ///
  /// - Parameters:
  ///   - gradient: what is handed on.
  ///   - method: what a layer does with it.
  ///   - right: the right choices.
  static func common(
    handing gradient: String, _ method: String, _ right: SequentialChoices
  ) -> [Slip<SequentialChoices>] {
    let order = right.order
    return [
      .at(
        \.order, "no layer called",
        "No layer is called, and the \(gradient) comes back: let a loop go over the layers, and hand each result on to the next."
      ) { _ in [] },
      .at(
        \.order, "walked twice",
        "The walk is made twice, the second one with what the first has returned: each layer is called once."
      ) { count in try order(count) + order(count) },
      .at(
        \.order, "every second layer",
        "Every second layer is left out: let the loop go over all of them, one by one."
      ) { count in try order(count).enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element) },
      .at(
        \.given, "the same for every layer",
        "Every layer is given the \(gradient) that came in: each takes what the one before it in the walk has returned."
      ) { first, _ in first },
      .at(
        \.returned, "\(gradient) returned",
        "The \(gradient) is returned as it came in: return what the last call of \(method) has given."
      ) { given, _ in given },
      .at(
        \.returned, "stop without layers",
        "Without layers it stops: Sequential([]) hands back what it is given, so begin with that and let a loop do the rest."
      ) { given, results in
        guard let last = results.last else { throw PredictedStop() }
        return last
      },
      .at(
        \.returned, "first result returned",
        "What the first call of \(method) gives is returned: hand it on, layer after layer, and return what the last one gives."
      ) { given, results in results.first ?? given },
      .at(
        \.returned, "results added up",
        "What the layers return is added up: hand each result on to the next layer, and return the last one alone."
      ) { given, results in
        guard var sum = results.first else { return given }
        for result in results.dropFirst() { sum = try Stopping.entrywise(sum, result, +) }
        return sum
      },
    ]
  }
}
