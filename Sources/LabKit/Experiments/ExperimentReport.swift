import Vocabulary

/// An experiment's figures in words and tables.
struct ExperimentReport {
  let experiment: Experiment
  /// Those of its runs, which follow one another.
  let seeds: [UInt64]

  init(_ experiment: Experiment, seeds: [UInt64]) {
    self.experiment = experiment
    self.seeds = seeds
  }

  var heading: String {
    "\(experiment.title)\n\(experiment.setting); \(drawing)\n\n"
  }

  private var drawing: String {
    guard let first = seeds.first, let last = seeds.last, first < last else {
      return "data drawn with seed \(seeds.first ?? 1)"
    }
    return "data drawn anew for each of the seeds \(first) to \(last)"
  }

  /// The tables, one for each variant, and the remarks.
  func text(_ runs: [[FinishedRun]]) -> String {
    var text = ""
    for (variant, runs) in zip(experiment.variants, runs) {
      let sizes = variant.setup.layerSizes(features: 2)
      let parameters = "\(sizes.architecture), \(sizes.parameterCount) parameters"
      let name =
        variant.label.hasPrefix(sizes.architecture) ? variant.label : "\(variant.label) · \(sizes.architecture)"
      var table = TextTable([
        name == sizes.architecture ? parameters : "\(name), \(sizes.parameterCount) parameters", "ours", "reference",
        "apart", "document",
      ])
      for measure in variant.measures {
        let values = runs.map(measure.quantity.value)
        let reference = experiment.reference(of: measure.quantity, in: variant)
        let apart = reference.flatMap { Self.standardErrors(values, $0) }
        table.add([
          "  " + measure.quantity.name, Spread(of: values).text, reference?.text ?? "–",
          apart.map { NumberText.fixed($0, 1) } ?? "–", measure.document ?? "–",
        ])
      }
      text += table.text + "\n"
    }
    text +=
      "ours: mean ± standard deviation over the seeds; reference: the same in NumPy over \(References.seeds) seeds; "
      + "apart: in standard errors of the difference, from the spread of both together\n"
    return text + experiment.remarks.map { $0 + "\n" }.joined()
  }

  /// How many standard errors of their difference the mean of our values and the reference's lie apart; nil where there is no
  /// spread to measure by.
  ///
  /// Both are taken to scatter alike, so that a single value has a spread, too: the reference's.
  static func standardErrors(_ values: [Double], _ reference: Spread) -> Double? {
    let ours = Spread(of: values)
    let (count, others) = (Double(values.count { !$0.isNaN }), Double(References.seeds))
    guard count > 0 else { return nil }
    let squares =
      (count - 1) * ours.deviation * ours.deviation + (others - 1) * reference.deviation * reference.deviation
    let variance = squares / (count + others - 2) * (1 / count + 1 / others)
    return variance > 0 ? abs(ours.mean - reference.mean) / variance.squareRoot() : nil
  }
}
