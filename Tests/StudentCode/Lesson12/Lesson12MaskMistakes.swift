import CourseKit

/// Exercise 12.1 as the judge knows it wrong.
func dropoutMask(
  mistake: String, rows: Int, columns: Int, keepProbability: Double, using generator: inout some RandomNumberGenerator
) throws -> Matrix {
  switch mistake {
  case "12.1 not scaled":
    var mask = Matrix.zeros(rows: rows, columns: columns)
    for index in mask.elements.indices where generator.nextUniform() < keepProbability { mask.elements[index] = 1 }
    return mask
  case "12.1 scaled by keep":
    var mask = Matrix.zeros(rows: rows, columns: columns)
    for index in mask.elements.indices where generator.nextUniform() < keepProbability {
      mask.elements[index] = keepProbability
    }
    return mask
  case "12.1 scaled by 1/(1 − keep)":
    var mask = Matrix.zeros(rows: rows, columns: columns)
    for index in mask.elements.indices where generator.nextUniform() < keepProbability {
      mask.elements[index] = 1 / (1 - keepProbability)
    }
    return mask
  case "12.1 keep and drop exchanged":
    let keep = 1 - keepProbability
    var mask = Matrix.zeros(rows: rows, columns: columns)
    for index in mask.elements.indices where generator.nextUniform() < keep { mask.elements[index] = 1 / keep }
    return mask
  case "12.1 turned round":
    var mask = Matrix.zeros(rows: rows, columns: columns)
    for index in mask.elements.indices where generator.nextUniform() > keepProbability {
      mask.elements[index] = 1 / keepProbability
    }
    return mask
  case "12.1 same rows":
    var one = Matrix.zeros(rows: 1, columns: columns)
    for unit in 0..<columns where generator.nextUniform() < keepProbability { one[0, unit] = 1 / keepProbability }
    return one.rows(at: [Int](repeating: 0, count: rows))
  case "12.1 same columns":
    var mask = Matrix.zeros(rows: rows, columns: columns)
    for row in 0..<rows {
      let isKept = generator.nextUniform() < keepProbability
      for column in 0..<columns { mask[row, column] = isKept ? 1 / keepProbability : 0 }
    }
    return mask
  case "12.1 one draw":
    let entry = generator.nextUniform() < keepProbability ? 1 / keepProbability : 0
    return Matrix(rows: rows, columns: columns, repeating: entry)
  case "12.1 fixed count":
    let count = rows * columns
    let keptCount = Int((keepProbability * Double(count)).rounded())
    var entries = (0..<count).map { $0 < keptCount ? 1 / keepProbability : 0 }
    entries.shuffle(using: &generator)
    return Matrix(rows: rows, columns: columns, elements: entries)
  case "12.1 first ones kept":
    let keptCount = Int(keepProbability * Double(rows * columns))
    let entries = (0..<rows * columns).map { $0 < keptCount ? 1 / keepProbability : 0 }
    return Matrix(rows: rows, columns: columns, elements: entries)
  case "12.1 normal numbers":
    var mask = Matrix.zeros(rows: rows, columns: columns)
    for index in mask.elements.indices where generator.nextGaussian() < keepProbability {
      mask.elements[index] = 1 / keepProbability
    }
    return mask
  case "12.1 draws themselves":
    let entries = (0..<rows * columns).map { _ in generator.nextUniform() }
    return Matrix(rows: rows, columns: columns, elements: entries)
  case "12.1 rounded scale":
    var mask = Matrix.zeros(rows: rows, columns: columns)
    for index in mask.elements.indices where generator.nextUniform() < keepProbability {
      mask.elements[index] = (1 / keepProbability).rounded()
    }
    return mask
  case "12.1 rows and columns exchanged":
    var mask = Matrix.zeros(rows: columns, columns: rows)
    for index in mask.elements.indices where generator.nextUniform() < keepProbability {
      mask.elements[index] = 1 / keepProbability
    }
    return mask
  case "12.1 half of them":
    let entries = (0..<rows * columns).map { _ in Bool.random(using: &generator) ? 1 / keepProbability : 0 }
    return Matrix(rows: rows, columns: columns, elements: entries)
  case "12.1 own generator":
    let entries = (0..<rows * columns).map { _ in Double.random(in: 0..<1) < keepProbability ? 1 / keepProbability : 0 }
    return Matrix(rows: rows, columns: columns, elements: entries)
  case "12.1 fixed seed":
    var own = SeededGenerator(seed: 1)
    let entries = (0..<rows * columns).map { _ in own.nextUniform() < keepProbability ? 1 / keepProbability : 0 }
    return Matrix(rows: rows, columns: columns, elements: entries)
  case "12.1 copied generator":
    var copy = generator
    let entries = (0..<rows * columns).map { _ in copy.nextUniform() < keepProbability ? 1 / keepProbability : 0 }
    return Matrix(rows: rows, columns: columns, elements: entries)
  case "12.1 dropped stays 1":
    var mask = Matrix.zeros(rows: rows, columns: columns)
    for index in mask.elements.indices {
      mask.elements[index] = generator.nextUniform() < keepProbability ? 1 / keepProbability : 1
    }
    return mask
  default:
    return try dropoutMask(
      other: mistake, rows: rows, columns: columns, keepProbability: keepProbability, using: &generator)
  }
}
