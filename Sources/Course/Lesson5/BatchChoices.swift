import Engine

/// What can be done otherwise in 5.1 where there are examples and a batch holds one at least.
///
/// A function that cuts its batches out of an order has places 0, 1, 2 … in it, and each batch is a list of places. Which
/// index stands at which place is the student's to draw; that the same place holds the same index is not.
struct BatchChoices: Sendable {
  /// Which places make the batches: one way, or several that a sentence covers.
  typealias Cut = @Sendable (_ count: Int, _ size: Int) -> [[[Int]]]

  /// Which indices there are.
  var indices: @Sendable (_ count: Int) -> [Int] = { Array(0..<$0) }
  /// How many examples a batch holds.
  var size: @Sendable (_ count: Int, _ batchSize: Int) -> Int = { count, batchSize in min(batchSize, count) }
  /// The places of each batch.
  var cut: Cut = { count, size in [BatchChoices.pieces(count, size)] }
  /// How the indices come to their places.
  var order = Order.shuffled
  /// Whether each call draws anew.
  var isNewEachEpoch = true

  /// How the indices come to their places.
  enum Order {
    case shuffled, asTheyAre, backwards, rotated, shuffledAfterTheCut, anewForEachBatch, withReplacement
    case firstStays, lastStays, twoSwapped, neighboursSwapped, halvesApart, beginningAnew
  }

  /// The places from 0 in pieces of a size, the last one shorter.
  static func pieces(_ count: Int, _ size: Int) -> [[Int]] {
    stride(from: 0, to: count, by: max(size, 1)).map { Array($0..<min($0 + size, count)) }
  }
}

/// What a reply of 5.1 shows of the choices that have led to it.
struct BatchReading: Sendable {
  private let seen: BatchObservation
  private let isInOrder: Bool

  init?(_ input: (Int, Int, UInt64, Int), _ reply: Reply<[[[Int]]]>) {
    guard case .returned(let epochs) = reply, epochs.count == input.3, input.3 > 0 else { return nil }
    // A few tell as much of the choices as thousands.
    seen = BatchObservation(BatchRequest(input), epochs: Array(epochs.prefix(12)))
    isInOrder = seen.epochs.allSatisfy { epoch in
      let all = epoch.joined()
      return all.count > 2 && zip(all, all.dropFirst()).allSatisfy { $0 < $1 }
    }
  }

  /// Reads a reply once, and says then of any choices whether they may have led to it.
  @Sendable static func judge(
    _ input: (Int, Int, UInt64, Int), _ reply: Reply<[[[Int]]]>
  ) -> @Sendable (BatchChoices) -> Bool {
    let reading = BatchReading(input, reply)
    return { choices in reading?.may(comeOf: choices) ?? true }
  }

  /// Whether some choices may have led to it; what is too small to tell may come of any.
  func may(comeOf choices: BatchChoices) -> Bool {
    // Beyond the count all sizes are one, and no slip counts beyond the largest number there is.
    let (count, batchSize) = (seen.count, min(seen.request.batchSize, 4 * seen.count + 4))
    let size = choices.size(count, batchSize)
    guard count > 0, batchSize > 0, size > 0 else { return true }
    let indices = choices.indices(count)
    guard indices.count > 1 else { return true }
    let areAlike = Set(seen.epochs).count == 1
    if !choices.isNewEachEpoch, !areAlike { return false }
    // What is sorted in every batch shows no draw that could come again.
    let isSorted = seen.epochs.joined().allSatisfy { $0 == $0.sorted() }
    if !choices.isNewEachEpoch, choices.order == .shuffledAfterTheCut, isSorted, size > 1, count > size { return false }
    // One batch or two hardly have another order when the batches are shuffled, and batches of one none within them.
    let isOneKind = choices.order == .shuffledAfterTheCut && (size == 1 || 2 * size >= count)
    let isMuch = !isOneKind && seen.epochs.count > 2 && indices.count > 4 && seen.epochs[0].joined().count > 2
    if choices.isNewEachEpoch, areAlike, choices.order.drawsMuch, isMuch { return false }
    // With other indices than there are examples the cut may go by either number.
    let ways = Set([indices.count, count]).filter { $0 <= indices.count }.flatMap { choices.cut($0, size) }
    return ways.contains { way in fits(way, indices, choices) }
  }

  private func fits(_ way: [[Int]], _ indices: [Int], _ choices: BatchChoices) -> Bool {
    let (order, sizes) = (choices.order, way.map(\.count))
    let sortedSizes = sizes.sorted()
    guard
      seen.epochs.allSatisfy({ epoch in
        order == .shuffledAfterTheCut ? epoch.map(\.count).sorted() == sortedSizes : epoch.map(\.count) == sizes
      }), way.joined().allSatisfy({ indices.indices ~= $0 })
    else { return false }
    let placed = order.hasPlaces ? seen.epochs.map { places($0, way, indices) } : []
    if placed.contains(where: { $0 == nil }) { return false }
    let orders = placed.compactMap { $0 }
    let last = indices.count - 1
    switch order {
    case .shuffled:
      if indices.count < 5 { return true }
      return !isInOrder && !isInPlace(way, indices) && comesOften(way, indices, choices)
        && (!choices.isNewEachEpoch || leavesOutByChance(way, indices))
    case .asTheyAre: return seen.epochs.allSatisfy { $0 == way.map { $0.map { indices[$0] } } }
    case .backwards: return seen.epochs.allSatisfy { $0 == way.map { $0.map { indices[last - $0] } } }
    case .rotated:
      return !isInOrder
        && seen.epochs.allSatisfy { epoch in
          indices.indices.contains { shift in epoch == way.map { $0.map { indices[($0 + shift) % indices.count] } } }
        }
    case .shuffledAfterTheCut:
      return isAtHome(way, indices) && (!isInOrder || way.count < 3 || way.allSatisfy { $0.count < 2 })
    case .anewForEachBatch:
      return isFree(way, indices) && seen.isDistinctInBatches && (way.count == 1 || !seen.isDistinct)
    case .withReplacement:
      return isFree(way, indices) && !seen.isDistinct && (!seen.isDistinctInBatches || sizes.allSatisfy { $0 < 3 })
    case .firstStays: return !isInOrder && orders.allSatisfy { $0[0] == indices.first }
    case .lastStays: return !isInOrder && orders.allSatisfy { $0[last] == indices.last }
    case .twoSwapped:
      return orders.allSatisfy { order in order.indices.count { order[$0] != nil && order[$0] != indices[$0] } <= 2 }
        && !isInOrder
    case .neighboursSwapped:
      return !isInOrder && orders.allSatisfy { stays($0, indices) { abs($0 - $1) <= 1 } }
    case .halvesApart:
      let half = indices.count / 2
      return !isInOrder && orders.allSatisfy { stays($0, indices) { ($0 < half) == ($1 < half) } }
    case .beginningAnew: return seen.epochs.joined().allSatisfy { $0.sorted() == Array(0..<$0.count) }
    }
  }

  /// Whether the place and the place before the shuffle of each index go together.
  private func stays(_ order: [Int?], _ indices: [Int], _ goTogether: (Int, Int) -> Bool) -> Bool {
    order.enumerated().allSatisfy { place, index in
      index.flatMap(indices.firstIndex).map { goTogether(place, $0) } ?? true
    }
  }

  /// Which index stands at each place of an epoch's order; nil if one place would hold two, or two the same.
  private func places(_ epoch: [[Int]], _ way: [[Int]], _ indices: [Int]) -> [Int?]? {
    var order = [Int?](repeating: nil, count: indices.count)
    for (batch, places) in zip(epoch, way) {
      for (index, place) in zip(batch, places) {
        if let known = order[place], known != index { return nil }
        order[place] = index
      }
    }
    let known = order.compactMap { $0 }
    return Set(known).count == known.count && known.allSatisfy(indices.contains) ? order : nil
  }

  /// Whether each batch holds what stood at its places before anything was drawn, whatever the order of the batches.
  private func isInPlace(_ way: [[Int]], _ indices: [Int]) -> Bool {
    way.count { !$0.isEmpty } > 1 && way.contains { Set($0).count > 1 } && isAtHome(way, indices)
  }

  /// Whether indices may be drawn for each batch anew: each is one of them, and no place is in two batches.
  private func isFree(_ way: [[Int]], _ indices: [Int]) -> Bool {
    let places = way.joined()
    if seen.epochs.allSatisfy({ $0.count > 1 && $0[0] == $0[1] }) { return false }
    return Set(places).count == places.count && seen.epochs.joined().joined().allSatisfy(indices.contains)
  }

  private func isAtHome(_ way: [[Int]], _ indices: [Int]) -> Bool {
    let home = way.map { $0.map { indices[$0] }.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
    return seen.epochs.allSatisfy { epoch in
      epoch.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) } == home
    }
  }

  /// Whether each index comes in one of the epochs, where one that never comes would hardly do so by chance.
  private func comesOften(_ way: [[Int]], _ indices: [Int], _ choices: BatchChoices) -> Bool {
    if !choices.isNewEachEpoch { return true }
    let missing = 1 - Double(Set(way.joined()).count) / Double(indices.count)
    let never = (0..<seen.epochs.count).reduce(1) { chance, _ in chance * missing }
    return never > 1e-4 || Set(seen.epochs.joined().joined()).isSuperset(of: indices)
  }

  /// Whether the indices that are never used, if there are any, are not always the same.
  private func leavesOutByChance(_ way: [[Int]], _ indices: [Int]) -> Bool {
    if Set(way.joined()).count == indices.count || way.joined().isEmpty { return true }
    return seen.epochs.count < 4 || Set(seen.epochs.map { Set($0.joined()) }).count > 1
  }
}

extension BatchChoices.Order {
  /// Whether each place of the order holds one index.
  fileprivate var hasPlaces: Bool {
    switch self {
    case .shuffled, .firstStays, .lastStays, .twoSwapped, .neighboursSwapped, .halvesApart: true
    default: false
    }
  }

  /// Whether epochs of several examples hardly ever have the same order.
  fileprivate var drawsMuch: Bool {
    switch self {
    case .asTheyAre, .backwards, .beginningAnew: false
    default: true
    }
  }
}
