import CourseKit
import Testing
import Training

@testable import LabKit

@Suite("A training that ends no better than guessing")
struct TrainingDoubtTests {
  /// Two clouds that reach into each other, or labels of which the features say nothing.
  private static func data(isMeaningless: Bool = false) -> SplitData<ClassDataset> {
    var generator = SeededGenerator(seed: 3)
    var all = ClassDataset(Dataset.linear(count: 200, using: &generator))
    for index in all.features.elements.indices { all.features.elements[index] += 0.3 * generator.nextGaussian() }
    if isMeaningless { all.features = 0 * all.features }
    let parts = all.split(validationFraction: 0.2)
    return SplitData(training: parts.training, validation: parts.validation)
  }

  private static func sentence(
    rate: Double, data: SplitData<ClassDataset> = data(), isHopeless: Bool = false,
    change: (inout TrainingSetup) -> Void = { _ in }
  ) -> String? {
    var setup = TrainingSetup(hiddenUnits: [], epochs: 20, learningRate: rate)
    change(&setup)
    var functions = LogisticRegression.functions
    functions.addL2Gradient = { gradients, parameters, lambda, rows in
      gradients.weights[0] += lambda / Double(rows) * parameters.weights[0]
    }
    let result = TrainingRun(setup, with: functions).result(on: data)
    let doubt = TrainingDoubt(setup: setup, data: data, functions: functions)
    return doubt.sentence(on: result, loss: isHopeless ? doubt.guessingLoss : result.history.trainingLoss.last ?? .nan)
  }

  @Test("is told apart from one that has learned something")
  func learned() {
    #expect(Self.sentence(rate: 1) == nil)
  }

  @Test("is put down to the rate where another one learns more in a few epochs")
  func rate() throws {
    let long = try #require(Self.sentence(rate: 1000))
    #expect(long.hasPrefix("The steps are likely to be too long: in 5 epochs --rate 10 comes to a loss of 0."))
    let short = try #require(Self.sentence(rate: 1e-4))
    #expect(
      short.contains(" guessing. The steps are likely to be too short, or too few: in 5 epochs --rate 1 comes to"))
  }

  @Test("is put down to a rate that is far off, too, of which none near it learns anything")
  func farRate() throws {
    let long = try #require(Self.sentence(rate: 1e12))
    #expect(long.contains("The steps are likely to be too long: in 5 epochs --rate 3 comes to a loss of 0."))
  }

  @Test("is put down to no rate where many rows lie class by class and say nothing")
  func orderedRows() throws {
    let plain = Self.data(isMeaningless: true).training
    let rows = plain.classes.indices.sorted { plain.classes[$0] < plain.classes[$1] }
    let sorted = plain.rows(at: (0..<5000).map { rows[$0 * rows.count / 5000] })
    let sentence = try #require(Self.sentence(rate: 1, data: SplitData(training: sorted, validation: sorted)))
    #expect(sentence.contains("Rates from 0.0001 to 10000 do no better in 5 epochs."), "\(sentence)")
  }

  @Test("is put down to the first weights where they are all the same, no numbers or of another size than He's")
  func firstWeights() throws {
    let setup = TrainingSetup(hiddenUnits: [16])
    let doubt = TrainingDoubt(setup: setup, data: Self.data(), functions: LogisticRegression.functions)
    func sentence(_ weights: [Matrix]) throws -> String {
      let biases = weights.map { Matrix.zeros(rows: 1, columns: $0.columns) }
      let initial = Parameters(weights: weights, biases: biases)
      return try #require(doubt.sentence(on: TrainingResult(initial: initial, parameters: initial), loss: 1))
    }
    var generator = SeededGenerator(seed: 1)
    func normal(_ fanIn: Int, _ fanOut: Int, _ size: Double) -> Matrix {
      Matrix.zeros(rows: fanIn, columns: fanOut).map { _ in size * generator.nextGaussian() }
    }
    let output = normal(16, 1, 0.35)
    let place = "Look at 2.2 heInitialized first: swift run course-check 2.2\n"
    #expect(
      try sentence([.zeros(rows: 2, columns: 16), output]).hasSuffix(
        "The first weights of a hidden layer are all the same, so that its units stay copies of each other. \(place)"))
    #expect(try sentence([normal(2, 16, .nan), output]).hasSuffix("The first weights are no finite numbers. \(place)"))
    let large = try sentence([normal(2, 16, 20), output])
    #expect(
      large.contains("The first weights have a norm of 1") && large.hasSuffix("where He's have about 5.831. \(place)"))
    #expect(!(try sentence([normal(2, 16, 1), output]).contains("2.2")))
  }

  @Test("is put down to a penalty where the same without it learns more")
  func penalty() throws {
    let sentence = try #require(Self.sentence(rate: 0.15, isHopeless: true) { $0.regularizers = [.l2(lambda: 1600)] })
    #expect(
      sentence.contains("--l2 is likely to be too large: in 5 epochs the same without --l2 comes to a loss of 0."))
  }

  @Test("is put down to code, network or data where nothing that was tried helps")
  func elsewhere() throws {
    let data = Self.data(isMeaningless: true)
    let straight = try #require(Self.sentence(rate: 1, data: data))
    #expect(
      straight.hasSuffix(
        "Rates from 0.0001 to 10000 do no better in 5 epochs. Is every function right? swift run course-check\n"
          + "If so, it may be the network: without a hidden layer the boundary is straight. Try --hidden 32.\n"))
    let bent = try #require(Self.sentence(rate: 1, data: data) { $0.hiddenUnits = [8] })
    #expect(bent.hasSuffix("\nIf so, look at the data: do the columns say anything about the class?\n"))
  }
}
