import Contract
import CourseKit
import Engine
import Testing
import Vocabulary
import Wire

@testable import Course

@Suite("An initialiser with the wrong distribution") struct WrongInitializerTests {
  /// What the judge says of a way to draw He's parameters, check by check.
  private func verdicts(_ body: @escaping ([Int], UInt64) -> Parameters) -> [Verdict] {
    let student = TestStudent.reference()
    student.answer(Lesson2.heInitialized, with: body)
    return student.verdicts(on: "2.2")
  }

  /// Expects that just the named checks do not pass, and a diagnosis that contains the words.
  private func expect(
    _ verdicts: [Verdict], failing summaries: Set<String>, because words: String?,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let notPassed = verdicts.filter { !$0.outcome.isPass }
    let lines = verdicts.map(\.line).joined(separator: "\n")
    for verdict in verdicts where !Self.isOfSmallNetworks(verdict) {
      let isMeant = summaries.contains { verdict.summary.contains($0) }
      #expect(verdict.outcome.isPass != isMeant, "\(lines)", sourceLocation: sourceLocation)
    }
    let diagnoses = notPassed.compactMap(\.diagnosis)
    if let words {
      #expect(diagnoses.contains { $0.contains(words) }, "\(lines)", sourceLocation: sourceLocation)
    } else {
      #expect(diagnoses == [], sourceLocation: sourceLocation)
    }
  }

  /// Whether a check is one of those with small networks, where what fails above may show once more.
  private static func isOfSmallNetworks(_ verdict: Verdict) -> Bool {
    ["a second call", "each weight of", "no weight of", "one layer"].contains { verdict.summary.hasPrefix($0) }
  }

  /// How many checks of the large networks wait.
  private func waitCount(_ verdicts: [Verdict]) -> Int {
    verdicts.count { verdict in
      if case .waiting = verdict.outcome { !Self.isOfSmallNetworks(verdict) } else { false }
    }
  }

  private static let he: Initializers.Variance = { fanIn, _ in 2 / fanIn }

  @Test("is told that its numbers are uniform, even if their variance is right")
  func uniform() {
    expect(
      verdicts { Initializers.drawn($0, seed: $1, variance: Self.he, Initializers.uniform) },
      failing: ["normal rather than uniform"], because: "spread evenly over a range")
  }

  @Test("is told nothing of uniform numbers, if they are neither normal nor uniform")
  func twoValues() {
    let verdicts = verdicts { sizes, seed in
      Initializers.drawn(sizes, seed: seed, variance: Self.he) { $0.nextUniform() < 0.5 ? 1 : -1 }
    }
    for verdict in verdicts { #expect(verdict.diagnosis?.contains("spread evenly") != true) }
    #expect(verdicts.contains { $0.summary.contains("normal") && !$0.outcome.isPass })
  }

  @Test("is told that no weight is negative")
  func positive() {
    expect(
      verdicts { sizes, seed in
        Initializers.drawn(sizes, seed: seed, variance: Self.he) { $0.nextUniform() }
      },
      failing: ["mean 0", "the variance", "normal"], because: "No weight is negative")
  }

  @Test("is told that all its weights are 0, and the later checks wait")
  func zeros() {
    let verdicts = verdicts { sizes, _ in randomParameters(sizes) { _, _ in 0 } }
    expect(
      verdicts, failing: ["the variance", "normal", "the same seed", "no two layers alike"],
      because: "0")
    #expect(waitCount(verdicts) == 3)
  }

  @Test("is told that its biases are not 0")
  func biases() {
    expect(
      verdicts { sizes, seed in
        var parameters = randomParameters(sizes, seed: seed, variance: Self.he)
        var generator = SeededGenerator(seed: seed)
        parameters.biases = parameters.biases.map { $0.map { _ in generator.nextGaussian() } }
        return parameters
      },
      failing: ["every bias is 0"], because: "The biases are not all 0")
  }

  @Test("is told that the given generator is not the only source")
  func ownGenerator() {
    var calls: UInt64 = 0
    expect(
      verdicts { sizes, seed in
        calls += 1
        return randomParameters(sizes, seed: seed &+ 1000 * calls, variance: Self.he)
      },
      failing: ["the same seed"], because: "do not come from `generator` alone")
  }

  @Test("is told that the given generator is not used")
  func fixedSeed() {
    expect(
      verdicts { sizes, _ in randomParameters(sizes, seed: 42, variance: Self.he) },
      failing: ["the same seed"], because: "nothing comes from `generator`")
  }

  @Test("is told that layers share one matrix")
  func sharedMatrix() {
    expect(
      verdicts { sizes, seed in
        // A generator made anew for each layer gives equal layers the same numbers.
        let layers = zip(sizes, sizes.dropFirst()).map { randomParameters([$0, $1], seed: seed, variance: Self.he) }
        return Parameters(weights: layers.flatMap(\.weights), biases: layers.flatMap(\.biases))
      },
      failing: ["no two layers alike"], because: "Two layers hold the same numbers")
  }

  @Test("is told that one draw fills several entries")
  func sharedDraws() {
    let verdicts = verdicts { sizes, seed in
      var parameters = randomParameters(sizes, seed: seed, variance: Self.he)
      for layer in parameters.weights.indices {
        let firstColumn = parameters.weights[layer].rows(at: [0]).elements
        for index in parameters.weights[layer].elements.indices {
          parameters.weights[layer].elements[index] = firstColumn[index % firstColumn.count]
        }
      }
      return parameters
    }
    let last = verdicts.last { $0.summary.contains("no two layers alike") }
    #expect(
      last?.diagnosis?.contains("Several weights of a layer are the same number") == true, "\(verdicts.map(\.line))")
  }

  @Test("is stopped by its shapes alone, if they are wrong: statistics wait")
  func shapes() {
    let verdicts = verdicts { sizes, seed in
      var parameters = randomParameters(sizes, seed: seed, variance: Self.he)
      parameters.weights = parameters.weights.map(\.transposed)
      return parameters
    }
    guard case .failed(let finding)? = verdicts.first?.outcome else {
      Issue.record("\(verdicts.map(\.line))")
      return
    }
    #expect(finding.evidence[0].contains("rows and columns are exchanged"))
    // The square layers of the last check are square either way.
    #expect(waitCount(verdicts) == 5)
  }

  @Test("is told of a weight that is no number, and the statistics wait")
  func notANumber() {
    let verdicts = verdicts { sizes, seed in
      var parameters = randomParameters(sizes, seed: seed, variance: Self.he)
      parameters.weights[parameters.weights.count > 1 ? 1 : 0][0, 0] = .nan
      return parameters
    }
    guard case .failed(let finding)? = verdicts.first?.outcome else {
      Issue.record("\(verdicts.map(\.line))")
      return
    }
    #expect(finding == Finding(evidence: ["weights[1][0, 0]  yours NaN   expected a finite number"]))
    #expect(waitCount(verdicts) == verdicts.dropFirst().count { !Self.isOfSmallNetworks($0) })
  }

  @Test("with NaN or infinite weights fails", arguments: [Double.nan, .infinity])
  func notFinite(number: Double) {
    let verdicts = verdicts { sizes, seed in
      var parameters = randomParameters(sizes, seed: seed, variance: Self.he)
      for layer in parameters.weights.indices { parameters.weights[layer].elements[0] = number }
      return parameters
    }
    let variance = verdicts.first { $0.summary.contains("variance") }
    #expect(variance?.outcome.isPass == false, "\(verdicts.map(\.line))")
  }
}
