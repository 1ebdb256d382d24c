/// How often values fall into each of a row of equally wide bins.
struct Histogram {
  let edges: [Double]

  /// The share of the values in each bin, all together 1, or nothing if there is no finite value.
  let shares: [Double]

  /// The shares for each unit of width: all bars together have the area 1.
  var densities: [Double] { zip(shares, zip(edges, edges.dropFirst())).map { $0 / ($1.1 - $1.0) } }

  /// Counts the finite values; those outside `range` lie in no bin but count towards the whole.
  init(_ values: [Double], range: ClosedRange<Double>, bins: Int) {
    let range = Scale(range).range
    let width = (range.upperBound - range.lowerBound) / Double(bins)
    let finite = values.filter { Drawable.contains($0, isLogarithmic: false) }
    var counts = [Double](repeating: 0, count: bins)
    for value in finite where range.contains(value) {
      counts[min(Int((value - range.lowerBound) / width), bins - 1)] += 1
    }
    edges = (0...bins).map { range.lowerBound + Double($0) * width }
    shares = finite.isEmpty ? [] : counts.map { $0 / Double(finite.count) }
  }

  /// As many bins as show the shape: about the root of the number of values.
  static func bins(for count: Int) -> Int {
    min(max(Int(Double(count).squareRoot()), 10), 40)
  }
}
