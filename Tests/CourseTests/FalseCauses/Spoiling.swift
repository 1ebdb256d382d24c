import CourseKit

/// A way to spoil a result; the seed decides how, the same for every call.
enum Spoiling: String, CaseIterable {
  case oneEntryScaled, allEntriesNoisy, rowsPermuted, columnsPermuted, oneMatrixScaled, signsOfSomeEntries

  func spoil(_ matrices: inout [Matrix], seed: UInt64) {
    // A model may have no parameters at all.
    if matrices.isEmpty { return }
    var generator = SeededGenerator(seed: seed)
    let chosen = Int.random(in: matrices.indices, using: &generator)
    switch self {
    case .oneEntryScaled:
      let index = Int(generator.next() % 1000) % max(1, matrices[chosen].elements.count)
      let factor = Double.random(in: -3...3, using: &generator)
      if matrices[chosen].elements.indices.contains(index) { matrices[chosen].elements[index] *= factor }
    case .allEntriesNoisy:
      let size = Double.random(in: 0.01...1, using: &generator)
      for index in matrices.indices { matrices[index] = matrices[index].map { $0 + size * generator.nextGaussian() } }
    case .rowsPermuted:
      for index in matrices.indices {
        let order = Array(0..<matrices[index].rows).shuffled(using: &generator)
        matrices[index] = matrices[index].rows(at: order)
      }
    case .columnsPermuted:
      for index in matrices.indices {
        let order = Array(0..<matrices[index].columns).shuffled(using: &generator)
        matrices[index] = matrices[index].transposed.rows(at: order).transposed
      }
    case .oneMatrixScaled:
      matrices[chosen] = matrices[chosen] * Double.random(in: 0.1...9, using: &generator)
    case .signsOfSomeEntries:
      for index in matrices.indices {
        matrices[index] = matrices[index].map { Bool.random(using: &generator) ? $0 : -$0 }
      }
    }
  }
}
