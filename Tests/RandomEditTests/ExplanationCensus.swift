import Engine
import FixtureCourse
import Vocabulary

/// How many wrong versions of each exercise were explained, and how.
struct ExplanationCensus {
  /// What became of the versions of one sort.
  private struct Counts {
    var explained = 0
    var examples = 0
    var nothing = 0
    var stops = 0

    /// The versions that do not stop.
    var all: Int { explained + examples + nothing }
    /// The share that was explained.
    var rate: Double { all == 0 ? 1 : Double(explained) / Double(all) }
    var text: String { "\(explained) of \(all) explained, \(examples) examples, \(nothing) nothing, \(stops) stop" }

    static func + (one: Counts, other: Counts) -> Counts {
      Counts(
        explained: one.explained + other.explained, examples: one.examples + other.examples,
        nothing: one.nothing + other.nothing, stops: one.stops + other.stops)
    }
  }

  private var singles: [ExerciseID: Counts] = [:]
  private var several: [ExerciseID: Counts] = [:]

  /// Counts a wrong version by what its checks say.
  mutating func add(_ verdicts: [Verdict], _ exercise: ExerciseID, isSingle: Bool) {
    var counts = Counts()
    let findings = verdicts.compactMap(\.finding)
    if findings.contains(where: { $0.diagnosis != nil }) {
      counts.explained = 1
    } else if findings.contains(where: { $0.basis == .example }) {
      counts.examples = 1
    } else if findings.first?.evidence.first?.hasSuffix(" stopped") == true {
      counts.stops = 1
    } else {
      counts.nothing = 1
    }
    if isSingle {
      singles[exercise, default: Counts()] = singles[exercise, default: Counts()] + counts
    } else {
      several[exercise, default: Counts()] = several[exercise, default: Counts()] + counts
    }
  }

  /// A line for each exercise and one for all.
  var lines: [String] {
    let exercises = Set(singles.keys).union(several.keys).sorted()
    let total = { (counts: [ExerciseID: Counts]) in counts.values.reduce(Counts(), +) }
    return exercises.map { exercise in
      "Explained \(exercise)  one edit: \((singles[exercise] ?? Counts()).text)   several: "
        + (several[exercise] ?? Counts()).text
    } + ["Explained all  one edit: \(total(singles).text)   several: \(total(several).text)"]
  }

  /// The share of versions with one edit that were explained, over all exercises, and where it is smallest.
  var rates: (all: Double, least: Double) {
    (singles.values.reduce(Counts(), +).rate, singles.values.map(\.rate).min() ?? 1)
  }
}
