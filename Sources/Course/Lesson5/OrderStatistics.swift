/// Where each of eight examples stands in thousands of orders, and which one follows it.
struct OrderStatistics {
  /// What holds if every order is as likely as the others.
  static let property = "each of 8 examples is as likely in every place, and after every other one"

  /// Batches of one example, so that the order shows whatever becomes of it inside a batch.
  static let request = BatchRequest(count: 8, batchSize: 1, seed: 12, epochs: 1000)

  private let orders: [[Int]]

  init(_ orders: [[Int]]) { self.orders = orders }

  /// What comes more often or less often than it should, beyond six standard errors; nil if nothing does.
  var bias: String? {
    let count = Self.request.count
    var (places, followers) = ([Int](repeating: 0, count: count * count), [Int](repeating: 0, count: count * count))
    for order in orders {
      for (place, index) in order.enumerated() {
        places[index * count + place] += 1
        if place > 0 { followers[order[place - 1] * count + index] += 1 }
      }
    }
    // Each example stands in each of 8 places in one order of 8; seven of its 56 pairs of neighbours come in each order.
    let expected = Double(orders.count) / Double(count)
    let limit = 6 * (expected * (1 - 1 / Double(count))).squareRoot()
    for index in 0..<count {
      for other in 0..<count {
        let place = places[index * count + other]
        if abs(Double(place) - expected) > limit {
          return
            "Example \(index) stands at place \(other) in \(place) of \(orders.count) epochs, expected about \(Int(expected))."
        }
        let pair = followers[index * count + other]
        if index != other, abs(Double(pair) - expected) > limit {
          return
            "Example \(other) comes right after example \(index) in \(pair) of \(orders.count) epochs, expected about "
            + "\(Int(expected))."
        }
      }
    }
    return nil
  }
}
