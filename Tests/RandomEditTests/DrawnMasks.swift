import Contract
import CourseKit
import Engine
import Wire

/// What holds of masks that are drawn at random, and of the layer that applies them.
enum DrawnMasks {
  private static let seeds: Range<UInt64> = 0..<200

  /// What a version of 12.1 does that cannot be by chance; nil if it may be right.
  static func difference(of version: EditedCode) throws -> String? {
    let shapes = [(1, 1), (1, 6), (5, 1), (2, 3), (4, 2), (3, 3)]
    for ((rows, columns), keep) in shapes.flatMap({ shape in [1, 0.8, 0.37, 0.05].map { (shape, $0) } }) {
      let place = "[\(rows), \(columns)] with \(keep)"
      let drawn: [[Matrix]]
      do {
        drawn = try seeds.map { try version.call(Lesson12.dropoutMask, rows, columns, keep, $0, 3) }
        if try version.call(Lesson12.dropoutMask, rows, columns, keep, 0, 3) != drawn[0] {
          return "\(place): the same seed gave other masks"
        }
      } catch is CallFailure {
        return "\(place): stops"
      }
      if let problem = problem(drawn.flatMap { $0 }, rows, columns, keep) { return "\(place): \(problem)" }
      if keep < 1, drawn.allSatisfy({ $0[0] == $0[1] }) { return "\(place): the generator does not move on" }
    }
    // In large masks of which few entries are kept every part of the probability counts.
    let rare = try? (0..<10 as Range<UInt64>).flatMap { try version.call(Lesson12.dropoutMask, 60, 60, 0.0043, $0, 3) }
    guard let rare else { return "stops where few entries are kept" }
    return isShare(rare.flatMap { $0.elements.map { $0 > 0 } }, 0.0043) ? nil : "another share where few are kept"
  }

  private static func problem(_ masks: [Matrix], _ rows: Int, _ columns: Int, _ keep: Double) -> String? {
    for mask in masks {
      if mask.rows != rows || mask.columns != columns { return "a mask \(mask.shape)" }
      if let odd = mask.elements.first(where: { $0 != 0 && abs($0 * keep - 1) > 1e-9 }) { return "an entry \(odd)" }
    }
    let places = masks[0].elements.indices.map { index in masks.map { $0.elements[index] > 0 } }
    for (index, place) in places.enumerated() where !isShare(place, keep) { return "entry \(index) has another share" }
    let agreement = keep * keep + (1 - keep) * (1 - keep)
    for one in places.indices {
      for other in places.indices.dropFirst(one + 1)
      where !isShare(zip(places[one], places[other]).map { $0 == $1 }, agreement) {
        return "entries \(one) and \(other) depend on one another"
      }
    }
    return nil
  }

  /// Within six standard errors, and one more for what is rare.
  private static func isShare(_ hits: [Bool], _ share: Double) -> Bool {
    let count = Double(hits.count)
    return abs(Double(hits.count { $0 }) - share * count) <= 6.5 * (share * (1 - share) * count).squareRoot() + 2e-9
  }

  /// The same for 12.2.
  static func difference(ofLayer version: EditedCode) throws -> String? {
    let actions: [LayerCall.Action] = [.evaluation, .training, .evaluation, .training, .training, .evaluation]
    for (columns, keep) in [(1, 0.8), (4, 0.8), (3, 0.37), (5, 1), (2, 0.05)] {
      var masks: [Matrix] = []
      for seed in seeds {
        var generator = SeededGenerator(seed: seed &+ 77)
        let calls = actions.enumerated().map { index, action in
          let rows = index < 3 ? 3 : 1 + Int(seed % 4)
          return LayerCall(
            action,
            Matrix(
              rows: rows, columns: columns, elements: (0..<rows * columns).map { _ in generator.nextGaussian() }))
        }
        guard let trace = try? version.call(Lesson12.dropoutLayerForward, keep, seed, calls) else { return "stops" }
        if try trace != version.call(Lesson12.dropoutLayerForward, keep, seed, calls) {
          return "the same generator gave another output"
        }
        var kept: Matrix?
        for (call, step) in zip(calls, trace.steps) {
          let facts = Dictionary(uniqueKeysWithValues: step.facts.map { ($0.name, $0.matrices.first) })
          guard let returned = facts["returned"] ?? nil else { return "nothing returned" }
          let mask = facts["mask"] ?? nil
          let hasMoved = (facts["generator moved on"] ?? nil)?.elements == [1]
          if call.action == .evaluation {
            if returned != call.matrix || mask != kept || hasMoved { return "an evaluation does more than return" }
            continue
          }
          guard let mask, mask.shape == call.matrix.shape else { return "a mask of another shape" }
          if keep < 1, !hasMoved { return "the generator does not move on" }
          let expected = call.matrix * mask
          for (one, other) in zip(returned.elements, expected.elements) where abs(one - other) > 1e-9 * abs(other) {
            return "another mask than the kept one is applied"
          }
          kept = mask
        }
        if let mask = trace.steps[1].facts.first(where: { $0.name == "mask" })?.matrices.first { masks.append(mask) }
      }
      if let problem = problem(masks, 3, columns, keep) { return "\(columns) units with \(keep): \(problem)" }
    }
    return nil
  }
}
