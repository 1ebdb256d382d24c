import Engine

/// Which layers have their turn, counted from 0, out of how many.
typealias LayerTurn = @Sendable (_ layer: Int, _ count: Int) throws -> Bool

extension Slip {
  /// The layers of a network that is taken to have two.
  static func twoLayersOnly(_ point: WritableKeyPath<Choices, LayerTurn> & Sendable) -> Slip {
    .at(point, "two layers only", twoLayersOnlySentence, needingTwo { layer, _ in layer < 2 })
  }

  /// All layers but the first, where a network of one layer stops the program.
  static func firstLayerLeftOutOrStop(
    _ point: WritableKeyPath<Choices, LayerTurn> & Sendable, _ words: String
  ) -> Slip {
    .at(
      point, "first layer left out, one layer stops",
      "The first layer \(words), and a network of one layer stops it: begin at `weights[0]`.",
      needingTwo { layer, _ in layer > 0 })
  }
}

/// What is said of a network that is taken to have two layers.
let twoLayersOnlySentence =
  "This is right for two layers: it needs `weights[0]` and `weights[1]`, but there may be one layer or many. Let a loop go over all of them."

/// The same turns, but that a network of one layer stops the program.
private func needingTwo(_ turn: @escaping LayerTurn) -> LayerTurn {
  { layer, count in
    if count < 2 { throw PredictedStop() }
    return try turn(layer, count)
  }
}
