import Contract
import CourseKit

/// Exercise 7.1: what is right and which wrong versions are known.
enum ImprovementSpecification {
  typealias WrongVersion = Misconception<(Double, Double, [Double]), ImprovementTrace>

  static let isImprovement = Specification<(Double, Double, [Double]), ImprovementTrace>(
    Lesson7.isImprovement,
    right: { parts, minimum, best, losses in try parts.isImprovement(minimum, best, losses) },
    misconceptions: [
      wrong(
        "tie counted",
        "A tie counts: the loss must lie below bestLoss − minimumImprovement, so the comparison is <, not <=."
      ) { loss, best, minimum in loss <= best - minimum },
      wrong("minimum ignored", "`minimumImprovement` is not looked at: every smaller loss counts as an improvement.") {
        loss, best, _ in loss < best
      },
      wrong(
        "minimum added", "`minimumImprovement` is added to the best loss, so that worse losses count: subtract it."
      ) { loss, best, minimum in loss < best + minimum },
      wrong("comparison exchanged", "The comparison is the wrong way round: a smaller loss is the better one.") {
        loss, best, minimum in loss > best - minimum
      },
      wrong(
        "as for an accuracy",
        "This waits for a rise of more than `minimumImprovement`, as for an accuracy; a loss must fall."
      ) { loss, best, minimum in loss > best + minimum },
      wrong("rise counted", "A rise counts as well: the distance from the best loss is taken without its sign.") {
        loss, best, minimum in abs(best - loss) > minimum
      },
      wrong(
        "share of the best loss",
        "`minimumImprovement` is taken as a share of the best loss: subtract it itself, best − minimum."
      ) { loss, best, minimum in loss < best * (1 - minimum) },
      wrong(
        "NaN counted",
        "NaN counts as an improvement: every comparison with NaN is false, so ask what is <, not what is not >=."
      ) { loss, best, minimum in !(loss >= best - minimum) },
    ])

  private static func wrong(
    _ name: String, _ sentence: String,
    _ isImprovement: @escaping @Sendable (_ loss: Double, _ best: Double, _ minimum: Double) -> Bool
  ) -> WrongVersion {
    WrongVersion(name, sentence) { _, minimum, best, losses in
      var trace = ImprovementTrace()
      trace.losses = losses
      trace.answers = losses.map { isImprovement($0, best, minimum) }
      return trace
    }
  }
}
