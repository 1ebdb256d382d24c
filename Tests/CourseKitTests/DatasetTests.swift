import CourseKit
import Testing

@Suite("A dataset") struct DatasetTests {
  private let data = Dataset(
    features: Matrix([[0, 1], [2, 3], [4, 5], [6, 7], [8, 9]]), labels: Matrix([[0], [1], [1], [0], [1]]))

  @Test("counts its examples")
  func count() {
    #expect(data.count == 5)
    #expect(Dataset(features: .zeros(rows: 0, columns: 2), labels: .zeros(rows: 0, columns: 1)).count == 0)
  }

  @Test("hands out features and labels together, in the order that is asked for, as often as asked")
  func rows() {
    let some = data.rows(at: [4, 0, 4])
    #expect(some.features == Matrix([[8, 9], [0, 1], [8, 9]]))
    #expect(some.labels == Matrix([[1], [0], [1]]))
    #expect(data.rows(at: []).count == 0)
    #expect(data.rows(at: Array(0..<5)) == data)
  }

  @Test("splits into two parts that are the whole, the first rows for validation")
  func split() {
    let (training, validation) = data.split(validationFraction: 0.4)
    #expect(validation == data.rows(at: [0, 1]))
    #expect(training == data.rows(at: [2, 3, 4]))
  }

  @Test("splits at the ends of the range and beyond them", arguments: [(0, 0), (-1, 0), (1, 5), (7, 5), (0.19, 0)])
  func ends(fraction: Double, validationCount: Int) {
    let (training, validation) = data.split(validationFraction: fraction)
    #expect(validation.count == validationCount)
    #expect(training.count == 5 - validationCount)
  }

  @Test("without one label for each example stops the program, with both shapes and the caller's line")
  func misfit() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Dataset(features: Matrix([[1, 2], [3, 4]]), labels: Matrix([[1]]))
    }
    expectMessage(in: result, line: #line - 3, "Dataset of [2, 2] and [1, 1]")
    let wide = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Dataset(features: Matrix([[1, 2]]), labels: Matrix([[1, 0]]))
    }
    expectMessage(in: wide, line: #line - 3, "Dataset of [1, 2] and [1, 2]")
  }

  @Test("stops at an index that is no example, with the caller's line")
  func foreignIndex() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let data = Dataset(features: Matrix([[1, 2]]), labels: Matrix([[1]]))
      _ = data.rows(at: [1])
    }
    expectMessage(in: result, line: #line - 4, "row 1 of a matrix [1, 2]")
  }
}

@Suite("A history") struct HistoryTests {
  @Test("begins without epochs")
  func empty() {
    let history = History()
    #expect(history.trainingLoss.isEmpty && history.validationLoss.isEmpty)
    #expect(history.trainingAccuracy.isEmpty && history.validationAccuracy.isEmpty)
  }

  @Test("is another one if one entry of one list is")
  func equality() {
    var history = History()
    history.validationAccuracy = [0.5, 0.75]
    #expect(history != History())
    var other = history
    #expect(other == history)
    other.validationAccuracy[1] = 0.5
    #expect(other != history)
  }
}
