import CourseKit
import Wire

/// Some arguments of a student's function, what it did with them, and what is right.
struct Case<Input: Sendable, Result: Inspectable & Transferable> {
  let input: Input
  let reply: Reply<Result>
  let right: Result
  let tolerance: Tolerance
  /// Whether the reply is what comes with some slips on, where that can be said of a reply alone.
  var reading: (@Sendable ([Int]) -> Bool)?

  /// Whether the student's answer is not the right one, or none of the right ones.
  var isWrong: Bool {
    switch reply {
    case .returned(let yours): !(reading?([]) ?? agrees(yours, right))
    case .stopped: true
    case .unknown: false
    }
  }

  /// Whether a prediction is what the student's function did; nil if that is not known.
  func confirms(_ prediction: Reply<Result>) -> Bool? {
    switch (reply, prediction) {
    case (.unknown, _): nil
    case (.returned(let yours), .returned(let predicted)): agrees(yours, predicted)
    case (.stopped, .stopped): true
    default: false
    }
  }

  /// Whether a prediction is anything else than what is right.
  func isChanged(by prediction: Reply<Result>) -> Bool {
    switch prediction {
    case .returned(let predicted): !agrees(predicted, right)
    case .stopped: true
    case .unknown: false
    }
  }

  func agrees(_ one: Result, _ other: Result) -> Bool {
    one.bytes == other.bytes || Comparison(one, to: other, tolerance: tolerance).isEqual
  }
}

/// What a function did with some arguments, or is expected to do.
package enum Reply<Result> {
  case returned(Result)
  case stopped
  /// It was not asked, or it cannot be said.
  case unknown

  /// What a call does.
  init(of call: () throws -> Result?) {
    do {
      self = try call().map(Reply.returned) ?? .unknown
    } catch let failure as CallFailure {
      self = failure.kind == .fault ? .stopped : .unknown
    } catch {
      self = error is PredictedStop ? .stopped : .unknown
    }
  }
}
