import Vocabulary

/// An experiment's figures in words and tables.
struct ExperimentReport {
  let experiment: Experiment
  let seeds: Int

  init(_ experiment: Experiment, seeds: Int) {
    self.experiment = experiment
    self.seeds = seeds
  }

  var heading: String {
    "\(experiment.title)\n\(experiment.setting); data drawn anew for each of \(seeds) seed\(seeds == 1 ? "" : "s")\n\n"
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
        let ours = Spread(of: runs.map(measure.quantity.value))
        let reference = experiment.reference(of: measure.quantity, in: variant)
        table.add([
          "  " + measure.quantity.name, ours.text, reference?.text ?? "–",
          reference.map { NumberText.fixed(Self.standardErrors(ours, $0, seeds: runs.count), 1) } ?? "–",
          measure.document ?? "–",
        ])
      }
      text += table.text + "\n"
    }
    text +=
      "ours: mean ± standard deviation over the seeds; reference: the same in NumPy over \(References.seeds) seeds; "
      + "apart: in standard errors of the difference\n"
    return text + experiment.remarks.map { $0 + "\n" }.joined()
  }

  /// How many standard errors of their difference two means lie apart.
  static func standardErrors(_ ours: Spread, _ reference: Spread, seeds: Int) -> Double {
    let variance =
      ours.deviation * ours.deviation / Double(seeds)
      + reference.deviation * reference.deviation / Double(References.seeds)
    let distance = abs(ours.mean - reference.mean)
    return distance == 0 ? 0 : distance / variance.squareRoot()
  }
}
