import Batteries
import CourseKit
import Foundation

@testable import LabKit

/// What commands print that pages quote, as recorded in `Tests/Recordings`.
struct RecordedFigures {
  private let recordings: [Recording]

  /// The commands of a lesson's page.
  init(lesson: Int) throws { recordings = try Recording.all(of: lesson) }

  /// What a command printed; `edit` is what the page has written into a lesson, if anything.
  func output(_ words: String, edit: String? = nil) throws -> String {
    let found = recordings.first { $0.words.joined(separator: " ") == words && $0.edit?.new == edit }
    guard let found else { throw NotRecorded(what: "course-check \(words)") }
    return found.output
  }

  /// What `train` printed.
  func training(_ words: String) throws -> TrainingFigures { try TrainingFigures(output("train " + words)) }

  /// A figure of an experiment, with the seeds 1 to 20.
  func spread(_ experiment: String, _ variant: String, _ quantity: String) throws -> Spread {
    var isVariant = false
    for line in try output("experiment " + experiment).split(separator: "\n") {
      if !line.hasPrefix(" ") {
        isVariant = line.hasPrefix(variant) && line.dropFirst(variant.count).first.map { " ,".contains($0) } ?? false
      } else if isVariant, let match = line.wholeMatch(of: #/  (\S.*?) {2,}([0-9.]+)(?: ± ([0-9.]+))? .*/#),
        match.1 == quantity, let mean = Double(match.2)
      {
        return Spread(mean, match.3.flatMap { Double($0) } ?? 0)
      }
    }
    throw NotRecorded(what: "\(quantity) of \(variant) in experiment \(experiment)")
  }

  /// Mean and deviation, one after the other, as a claim wants them: "0.3360 ± 0.021".
  func numbers(_ experiment: String, _ variant: String, _ quantities: String...) throws -> [Double] {
    try quantities.map { try spread(experiment, variant, $0) }.flatMap { [$0.mean, $0.deviation] }
  }

  /// Whether two settings differ in a quantity by more than the larger of their spreads.
  func areApart(_ experiment: String, _ one: String, _ other: String, _ quantity: String) throws -> Bool {
    let (first, second) = (try spread(experiment, one, quantity), try spread(experiment, other, quantity))
    return abs(first.mean - second.mean) > max(first.deviation, second.deviation)
  }
}

/// What `train` printed of one run.
struct TrainingFigures {
  let training: (loss: Double, accuracy: Double)
  let validation: (loss: Double, accuracy: Double)
  let weightNorm: Double
  let epochs: Int
  /// The last epoch and the one that early stopping kept.
  let kept: (last: Int, best: Int)?
  /// Whether patience ended it.
  let isStopped: Bool

  init(_ output: String) throws {
    let table =
      /loss +([0-9.]+) +([0-9.]+)\naccuracy +([0-9.]+) % +([0-9.]+) %\n.*\n([0-9]+) epochs · weight norm ([0-9.]+)\n/
    guard let match = output.firstMatch(of: table), let epochs = Int(match.5) else {
      throw NotRecorded(what: "the table of a training")
    }
    func number(_ text: Substring) -> Double { Double(text) ?? .nan }
    training = (number(match.1), number(match.3))
    validation = (number(match.2), number(match.4))
    (self.epochs, weightNorm) = (epochs, number(match.6))
    let ending = output.firstMatch(of: /(Stopped|Ended) after epoch ([0-9]+); kept epoch ([0-9]+), whose/)
    kept = ending.flatMap { ending in
      Int(ending.2).flatMap { last in Int(ending.3).map { (last, $0) } }
    }
    isStopped = ending?.1 == "Stopped"
  }
}

/// A figure that no recording has.
struct NotRecorded: Error, CustomStringConvertible {
  let what: String

  var description: String { "Tests/Recordings has not \(what)" }
}
