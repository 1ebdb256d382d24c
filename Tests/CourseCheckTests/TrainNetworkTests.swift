import Foundation
import LabKit
import Testing
import Training

@testable import course_check

@Suite("The network that `train` chooses for a table")
struct TrainNetworkTests {
  /// A table whose label has so many classes, and the training that learns from it.
  private func settled(
    classes: Int, _ change: (inout TrainCommand) -> Void = { _ in }
  ) throws -> (setup: TrainingSetup, remarks: [String], path: String) {
    let path = FileManager.default.temporaryDirectory.appending(path: "table-\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let rows = (0..<4 * classes).map { "\($0 * 7 % 100),\($0 * $0),kind\($0 % classes)\n" }
    try ("x,y,class\n" + rows.joined()).write(toFile: path, atomically: true, encoding: .utf8)
    var command = TrainCommand()
    (command.table, command.label) = (path, "class")
    change(&command)
    var remarks: [String] = []
    let work = try command.settled(command.work) { remarks.append($0.replacing(path, with: "FILE")) }
    guard case .train(let request) = work else { throw CocoaError(.featureUnsupported) }
    return (request.setup, remarks, path)
  }

  private func sentence(classes: Int, _ change: (inout TrainCommand) -> Void) throws -> String {
    let error = try #require(throws: DataError.self) { try settled(classes: classes, change) }
    return error.sentence.replacing(/\S*table-[-0-9A-F]+\.csv/, with: "FILE")
  }

  @Test("is binary for two classes and one of layers for more, and only the latter is worth a remark")
  func suiting() throws {
    let two = try settled(classes: 2)
    #expect(two.setup.network == .binary(hidden: .relu) && two.remarks.isEmpty)
    let three = try settled(classes: 3)
    #expect(three.setup.network.kind == .layers)
    #expect(
      three.remarks == ["FILE: the column 'class' has 3 classes, so this is a network of layers, of lessons 9 and 10."])
  }

  @Test("is the one that is named, with all that was chosen for it")
  func named() throws {
    let layers = try settled(classes: 2) {
      $0.network = .layers; $0.numbers["weightDecay"] = 0.5
    }
    #expect(layers.setup.network.kind == .layers && layers.setup.weightDecay == 0.5 && layers.remarks.isEmpty)
    let decaying = try settled(classes: 3) { $0.numbers["weightDecay"] = 0.5 }
    #expect(decaying.setup.weightDecay == 0.5, "what waits for the table is not lost")
  }

  @Test("does not go with every word, and then both are named with the table's classes")
  func misfits() throws {
    #expect(
      try sentence(classes: 3) { $0.numbers["lambda"] = 0.1 }.contains(
        "FILE: the column 'class' has 3 classes, for which a network of layers is trained; --l2 goes with --network binary: "
          + "a network of layers has --decay in its place."))
    #expect(
      try sentence(classes: 3) { $0.activation = .tanh }.contains(
        "--activation goes with --network binary: the layers of lesson 10 have relu."))
    #expect(
      try sentence(classes: 2) { $0.numbers["weightDecay"] = 0.1 }.contains(
        "FILE: the column 'class' has 2 classes, for which a binary network is trained; --decay goes with --network layers"
      ))
    #expect(
      try sentence(classes: 3) { $0.network = .binary }.contains(
        "FILE: the column 'class' has 3 classes ('kind0', 'kind1', 'kind2'), and a binary network tells two apart: "
          + "say --network layers."))
    #expect(try sentence(classes: 51) { _ in }.contains("has 51 different values: is it a class?"))
  }
}
