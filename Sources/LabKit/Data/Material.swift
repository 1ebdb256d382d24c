import CourseKit
import Tables
import Training
import Vocabulary

/// The examples of a training, with what they are called.
struct Material {
  /// The names of the features.
  let features: [String]
  /// The names of the classes, in the order of their numbers.
  let classes: [String]
  /// What pictures call the classes: a number alone would be taken for a count.
  var shownClasses: [String] { classes.map { DecimalText.number($0.utf8) == nil ? $0 : "class \($0)" } }
  /// How features were scaled; nil if they were not.
  let scaling: Scaling?
  /// The examples.
  let data: SplitData<ClassDataset>
  /// What they are, in a line.
  let description: String
  /// How they are used, in a line; nil if that needs no word.
  let remark: String?

  /// Draws or reads what a training learns from.
  ///
  /// - Parameter checkout: where the course's own data lie.
  init(_ setup: TrainingSetup, checkout: String) throws(DataError) {
    switch setup.data {
    case .table(let source):
      let table = try LabelledTable(source, seed: setup.seed)
      features = table.features
      classes = table.classes
      scaling = table.scaling
      data = table.data
      description =
        "\(source.path): \(data.training.count + data.validation.count) examples with \(features.count) feature"
        + (features.count == 1 ? "" : "s")
      let meaning =
        setup.network.kind == .binary
        ? "\(classes[1].quoted) is 1 and \(classes[0].quoted) is 0" : classes.quotedList
      let use = "\(source.label): \(meaning); features scaled to mean 0 and deviation 1"
      remark = (table.remarks + [use]).joined(separator: "\n")
    case .digits:
      let digits = try Digits(in: checkout)
      features = (1...digits.examples.features.columns).map { "x\($0)" }
      classes = (0..<Digits.classCount).map { "\($0)" }
      scaling = nil
      var generator = RunRandomness.data(seed: setup.seed)
      let parts = digits.split(using: &generator)
      data = SplitData(training: parts.training, validation: parts.validation)
      let side = Digits.side
      description = "\(digits.examples.count) handwritten digits of \(side)×\(side) pixels"
      remark = "a fifth of each digit's examples is kept apart; a pixel is 0 for paper and 1 for ink"
    case .generated(let generated):
      features = ["x1", "x2"]
      classes = ["0", "1"]
      scaling = nil
      data = generated.split(seed: setup.seed).ofClasses
      description = "\(generated.samples) examples of \(generated.description)"
      remark = data.validation == data.training ? "too few to keep some apart: it validates on what it learns" : nil
    }
  }
}

extension TrainingSetup {
  /// The examples to learn from and those that are kept apart.
  ///
  /// - Parameter checkout: where the course's own data lie.
  public func examples(in checkout: String) throws(DataError) -> SplitData<ClassDataset> {
    try Material(self, checkout: checkout).data
  }
}

extension GeneratedData {
  /// What the data are, in a few words.
  var description: String {
    kind.rawValue + (kind.usualNoise == nil ? "" : " with noise \(NumberText.significant(noise))")
  }
}
