import LabKit
import Training
import Vocabulary

// Which kind of network `train` trains: the one that is named, or the one that suits the number of classes.
extension TrainCommand {
  /// The first option that the network does not have, and with what it goes; nil if all go together.
  func misfit(with network: TrainingSetup.Network.Kind) -> (option: String, reason: String)? {
    for setting in TrainingSetting.ofLearning where numbers[setting.key] != nil {
      guard let only = setting.network, only != network else { continue }
      let elsewhere = setting.elsewhere.map { ": \(Self.name(of: network)) has \($0) in its place." } ?? "."
      return (setting.option, "--network \(only.rawValue)" + elsewhere)
    }
    if network == .layers, let activation, activation != .relu {
      return ("--activation", "--network binary: the layers of lesson 10 have relu.")
    }
    for setting in TrainingSetup.Optimizer.settings where numbers[setting.key] != nil {
      if let optimizer, optimizer.rawValue != setting.key {
        return (setting.option, "--optimizer \(setting.key): \(optimizer.rawValue) has none.")
      }
    }
    return nil
  }

  private static func name(of network: TrainingSetup.Network.Kind) -> String {
    network == .binary ? "a binary network" : "a network of layers"
  }

  /// The work with the kind of network that suits the table's classes, unless the words name one.
  ///
  /// - Parameter remark: told which one that is.
  /// - Throws: `DataError` if something is wrong with the table, or if the words do not go with its classes.
  func settled(_ work: LabRequest.Command, remark: (String) -> Void) throws(DataError) -> LabRequest.Command {
    guard case .train(let request) = work, let table, let label,
      let classes = try request.setup.classesOfTable()
    else { return work }
    if network != nil {
      if let error = request.setup.tooManyClasses(classes) { throw error }
      return work
    }
    let suiting: TrainingSetup.Network.Kind = classes.count > 2 ? .layers : .binary
    let reason = "\(table): the column '\(label)' has \(classes.count) classes"
    if let misfit = misfit(with: suiting) {
      throw DataError(
        "\(reason), for which \(Self.name(of: suiting)) is trained; \(misfit.option) goes with \(misfit.reason)")
    }
    if suiting == .layers { remark("\(reason), so this is a network of layers, of lessons 9 and 10.") }
    return .train(self.request(suiting))
  }
}
