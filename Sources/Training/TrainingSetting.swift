#if !hasFeature(Embedded)
  /// A number of a training that can be chosen: what it is called, what it may be, and where it stands in a setup.
  public struct TrainingSetting: Sendable {
    /// Its name in the page and in the page's links: `learningRate`.
    public let key: String
    /// Its option on the command line: `--rate`.
    public let option: String
    /// Its name in sentences: `learning rate`.
    public let name: String
    /// What it is, in a line.
    public let help: String
    /// What it may be.
    public let range: NumberRange
    /// The one kind of network that has it; nil if every network has.
    public let network: TrainingSetup.Network.Kind?
    /// The option of what the other kind has in its place; nil if it has nothing.
    public let elsewhere: String?
    /// What it may be in the page, which draws everything at once; nil if the page has no such setting.
    public let onPage: ClosedRange<Double>?
    /// The value in a setup; nil if it has none.
    public let value: @Sendable (TrainingSetup) -> Double?
    /// Puts a value into a setup.
    public let set: @Sendable (Double, inout TrainingSetup) -> Void

    init(
      key: String, option: String, name: String, help: String, range: NumberRange, onPage: ClosedRange<Double>?,
      network: TrainingSetup.Network.Kind? = nil, elsewhere: String? = nil,
      value: @escaping @Sendable (TrainingSetup) -> Double?,
      set: @escaping @Sendable (Double, inout TrainingSetup) -> Void
    ) {
      self.key = key
      self.option = option
      self.name = name
      self.help = help
      self.range = range
      self.network = network
      self.elsewhere = elsewhere
      self.onPage = onPage
      self.value = value
      self.set = set
    }
  }

  extension TrainingSetting {
    /// The settings that decide which examples are drawn.
    public static let ofData = [noise, samples]

    /// Those that decide how the network learns.
    public static let ofLearning =
      [epochs, learningRate, batchSize, lambda, weightDecay, dropout] + TrainingSetup.Optimizer.settings + [patience]

    /// How many hidden layers there may be.
    public static let hiddenLayers = NumberRange.whole(0...64)
    /// How many units a hidden layer may have.
    public static let hiddenUnits = NumberRange.whole(1...4096)

    /// How many hidden layers there may be in the page, which draws every unit.
    public static let hiddenLayersOnPage = NumberRange.whole(0...6)
    /// How many units a hidden layer may have in the page.
    public static let hiddenUnitsOnPage = NumberRange.whole(1...64)

    /// The seeds that the page takes; the command line takes every number of 64 bits.
    public static let seedsOnPage = NumberRange.whole(0...999_999_999)

    private static let largest = 10_000_000
    private static let usual = TrainingSetup()

    /// The usual noise of every kind of data that has noise: `0.24 for moons, 0.1 for circles`.
    private static let usualNoise = GeneratedData.Kind.allCases
      .compactMap { kind in kind.usualNoise.map { "\($0) for \(kind.rawValue)" } }.joined(separator: ", ")

    private static let noise = TrainingSetting(
      key: "noise", option: "--noise", name: "noise",
      help: "deviation of the noise; otherwise \(usualNoise)", range: .number(from: 0), onPage: 0...2,
      value: { $0.generatedData?.noise }, set: { value, setup in setup.generatedData?.noise = value })

    private static let samples = TrainingSetting(
      key: "samples", option: "--samples", name: "number of examples",
      help: "how many examples to draw; a fifth is for validation", range: .whole(10...largest), onPage: 10...5000,
      value: { setup in
        setup.generatedData.flatMap { $0.kind.usualSamples == nil ? nil : Double($0.samples) }
      },
      set: { value, setup in setup.generatedData?.samples = Int(value) })

    /// The usual learning rates of those optimizers that have their own: `, with adam 0.003`.
    private static let usualRates = TrainingSetup.Optimizer.Kind.allCases.compactMap { kind in
      TrainingSetup.Optimizer(kind).usualLearningRate.map { ", with \(kind.rawValue) \($0)" }
    }.joined()

    private static let epochs = TrainingSetting(
      key: "epochs", option: "--epochs", name: "number of epochs",
      help: "how often to go through the examples; otherwise \(usual.epochs)", range: .whole(1...largest), onPage: nil,
      value: { Double($0.epochs) }, set: { $1.epochs = Int($0) })

    private static let learningRate = TrainingSetting(
      key: "learningRate", option: "--rate", name: "learning rate",
      help: "the learning rate; otherwise \(usual.learningRate)\(usualRates)",
      range: .number(above: 0), onPage: 0...1000, value: { $0.learningRate }, set: { $1.learningRate = $0 })

    private static let batchSize = TrainingSetting(
      key: "batchSize", option: "--batch", name: "batch size",
      help: "rows of a batch, 0 for all at once; otherwise \(usual.batchSize)",
      range: .whole(0...largest), onPage: 0...5000, value: { Double($0.batchSize) }, set: { $1.batchSize = Int($0) })

    private static let lambda = TrainingSetting(
      key: "lambda", option: "--l2", name: "λ of the L2 penalty", help: "λ, the strength of the L2 penalty",
      range: .number(from: 0), onPage: 0...1000, network: .binary, elsewhere: "--decay",
      value: { $0.lambda }, set: { $1.lambda = $0 })

    private static let weightDecay = TrainingSetting(
      key: "weightDecay", option: "--decay", name: "weight decay",
      help: "the weight decay of layers: each gradient gets decay · parameter", range: .number(from: 0),
      onPage: 0...1000,
      network: .layers, elsewhere: "--l2", value: { $0.weightDecay }, set: { $1.weightDecay = $0 })

    private static let dropout = TrainingSetting(
      key: "dropout", option: "--dropout", name: "dropout",
      help: "the share of hidden activations that layers leave out in training", range: .number(from: 0, below: 1),
      onPage: 0...0.9, network: .layers, value: { $0.dropout }, set: { $1.dropout = $0 })

    private static let patience = TrainingSetting(
      key: "patience", option: "--patience", name: "patience", help: "stop after so many epochs without a better one",
      range: .whole(0...largest), onPage: 1...100_000, value: { $0.stopping.map { Double($0.patience) } },
      set: { $1.stopping = TrainingSetup.Stopping(patience: Int($0)) })
  }

  extension TrainingSetup {
    /// What the course draws itself; nil if a table holds the examples.
    public var generatedData: GeneratedData? {
      get { if case .generated(let data) = data { data } else { nil } }
      set { if let newValue { data = .generated(newValue) } }
    }

    /// Why nothing can be trained like this, in a sentence; nil if it can.
    public var problem: String? {
      if !TrainingSetting.hiddenLayers.contains(Double(hiddenUnits.count)) {
        return
          "There are \(hiddenUnits.count) hidden layers; there may be up to \(Int(TrainingSetting.hiddenLayers.most))."
      }
      if let units = hiddenUnits.first(where: { !TrainingSetting.hiddenUnits.contains(Double($0)) }) {
        return "A hidden layer has \(units) units, and must have \(TrainingSetting.hiddenUnits)."
      }
      if dropout != 0, hiddenUnits.isEmpty {
        return "Dropout leaves hidden activations out, and this network has no hidden layer."
      }
      if network == .binary(hidden: hidden), initialization.exercise == nil {
        return "Weights with one deviation for all layers go with a network of layers."
      }
      for regularizer in regularizers where regularizer.network != network.kind {
        return regularizer.network == .binary
          ? "The L2 penalty goes with a binary network: layers have weight decay instead."
          : "Weight decay goes with layers: a binary network has the L2 penalty instead."
      }
      for setting in TrainingSetting.ofData + TrainingSetting.ofLearning {
        if let value = setting.value(self), !setting.range.contains(value) {
          let text = value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
          return "The \(setting.name) is \(text), and must be \(setting.range)."
        }
      }
      return nil
    }
  }
#endif
