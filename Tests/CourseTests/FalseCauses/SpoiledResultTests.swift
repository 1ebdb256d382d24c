import Batteries
import CourseKit
import Engine
import Testing
import Vocabulary

@testable import Course

/// Where nothing matches, the judge says what is known and gives no cause.
@Suite("A result spoiled at random") struct SpoiledResultTests {
  /// All mistakes that the judge computes, or some of them.
  private static let some: [(offset: Int, element: PlantedMistake)] = {
    let all = Array(ComputedMistakes.all.enumerated())
    let little = stride(from: 0, to: all.count, by: 80).map { all[$0] }
    return Battery.some(of: all, little: little, sampleCount: 40)
  }()

  @Test("gets no diagnosis that is not true", arguments: Suspect.all, Battery.some(2, of: Spoiling.allCases, turn: 0))
  func right(suspect: Suspect, spoiling: Spoiling) throws {
    for seed in 0..<Battery.choice(little: 1, sample: 1, all: 8) as Range<UInt64> {
      let student = TestStudent.reference()
      suspect.spoil(student) { spoiling.spoil(&$0, seed: seed) }
      let verdicts = student.verdicts(on: suspect.exercise)
      #expect(try suspect.falseDiagnoses(verdicts, student) == [], "seed \(seed)")
    }
  }

  @Test(
    "gets no diagnosis that is not true, also if it was wrong before",
    arguments: some)
  func wrong(number: Int, mistake: PlantedMistake) throws {
    guard let suspect = Suspect.all.first(where: { $0.exercise == mistake.exercise }) else { return }
    let changes: [(String, (Matrix) -> Matrix)] = [
      ("opposite sign", { -1 * $0 }), ("twice", { 2 * $0 }), ("times the rows", { Double($0.rows) * $0 }),
      ("divided by the rows", { $0 / Double($0.rows) }), ("squared", { $0 * $0 }),
      ("plus one", { matrix in matrix.map { $0 + 1 } }), ("without signs", { matrix in matrix.map { abs($0) } }),
    ]
    for (name, change) in Battery.some(2, of: changes, turn: number) {
      let student = mistake.student()
      suspect.spoil(student) { $0 = $0.map(change) }
      let untrue = try suspect.falseDiagnoses(student.verdicts(on: suspect.exercise), student)
      if untrue.isEmpty { continue }
      // The mistake or the change alone may show, for example where there is only one row: that is true.
      let alone = diagnoses(of: change, suspect) + [mistake.sentence].compactMap { $0 }
      #expect(untrue.subtracting(alone) == [], "\(name)")
    }
  }

  /// What a student is told whose only mistake is the change.
  private func diagnoses(of change: @escaping (Matrix) -> Matrix, _ suspect: Suspect) -> [String] {
    let student = TestStudent.reference()
    suspect.spoil(student) { $0 = $0.map(change) }
    return student.verdicts(on: suspect.exercise).compactMap(\.diagnosis)
  }
}
