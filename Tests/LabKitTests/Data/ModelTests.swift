import Vocabulary
import CourseKit
import Foundation
import Testing

@testable import LabKit

@Suite("A saved model")
struct ModelTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A network 2-3-1.
  private var parameters: Parameters {
    Parameters(
      weights: [Matrix([[0.1, -2.5e-300, 1.0 / 3], [4, 5, 6]]), Matrix([[1], [2], [3]])],
      biases: [Matrix([[0, -0.5, 1e20]]), Matrix([[7]])])
  }

  private var model: Model {
    Model(
      parameters, hidden: .tanh, features: ["height", "width, cm"], classes: ["no", "yes"],
      scaling: Scaling(of: Matrix([[1, 10], [3, 30]])))
  }

  @Test("comes back bit by bit")
  func roundTrip() throws {
    let path = try folder.file("model.json", model.json)
    let again = try Model(path: path)
    #expect(again == model)
    #expect(again.parameters == parameters)
    #expect(try again.json == model.json, "and is written in the same way")
  }

  @Test("without scaling comes back, too")
  func withoutScaling() throws {
    let plain = Model(parameters, hidden: .relu, features: ["x1", "x2"], classes: ["0", "1"])
    #expect(try Model(path: folder.file("model.json", plain.json)) == plain)
  }

  /// The sentence about a model in which a piece of text was replaced.
  private func sentence(replacing old: String, with new: String) throws -> String {
    let text = String(decoding: try model.json, as: UTF8.self)
    try #require(text.contains(old), "\(text)")
    return try sentence(about: text.replacing(old, with: new, maxReplacements: 1))
  }

  private func sentence(about text: String) throws -> String {
    let path = try folder.file("model.json", text)
    let error = try #require(throws: DataError.self) { try Model(path: path) }
    return error.sentence.replacing(path, with: "FILE")
  }

  @Test(
    "in which something does not fit together is damaged, and it is said what",
    arguments: [
      (#"[7]]"#, "[7],[8]]", "it has weights for 2 layers and biases for 3"),
      ("[4,5,6]", "[4,5]", "the weights of layer 1 should have 2 rows of 3 numbers"),
      ("[[1],[2],[3]]", "[[1],[2]]", "the weights of layer 2 should have 3 rows of 1 numbers"),
      (#"["height","width, cm"]"#, #"["height"]"#, "the weights of layer 1 should have 1 rows of 3 numbers"),
      (#"["height","width, cm"]"#, "[]", "it names no features"),
      (#"["no","yes"]"#, #"["no"]"#, "it names 1 classes and should name 2"),
      ("[1],[2],[3]", "[1,1],[2,2],[3,3]", "the weights of layer 2 should have 3 rows of 1 numbers"),
      ("[7]", "[]", "layer 2 has no units"),
      (#""means":[2,20]"#, #""means":[2]"#, "its scaling does not have a number for each feature"),
      (#""deviations":[1,10]"#, #""deviations":[1,0]"#, "it divides a feature by 0 or by no finite number"),
    ])
  func damage(old: String, new: String, problem: String) throws {
    #expect(
      try sentence(replacing: old, with: new) == "FILE is damaged: \(problem). Train and save it again.")
  }

  @Test("must have one unit in its last layer")
  func lastLayer() throws {
    let wide = Model(
      Parameters(weights: [Matrix([[1, 2]])], biases: [Matrix([[1, 2]])]), hidden: .relu, features: ["x"],
      classes: ["0", "1"])
    #expect(
      try sentence(about: String(decoding: wide.json, as: UTF8.self))
        == "FILE is damaged: its last layer has 2 units and should have 1. Train and save it again.")
  }

  @Test(
    "that cannot be read says which part of it is wrong",
    arguments: [
      (#""hidden":"tanh","#, "", ": 'hidden' is missing"),
      (#""hidden":"tanh""#, #""hidden":"swish""#, ": hidden is wrong"),
      ("[7]", #"["seven"]"#, ": biases[1][0] is wrong"),
      ("[4,5,6]", "[4,5,null]", ": weights[0][1][2] is wrong"),
      ("{", "", ": it is no JSON"),
    ])
  func unreadable(old: String, new: String, detail: String) throws {
    #expect(
      try sentence(replacing: old, with: new)
        == "FILE is no model that can be read\(detail). Train it again: `train --save FILE` writes one.")
  }

  @Test("of another format says so, whatever else it holds")
  func otherFormat() throws {
    for text in [#"{"format":"course-kit model 2"}"#, #"{"format":"course-kit model 2","layers":[]}"#] {
      #expect(
        try sentence(about: text)
          == "FILE has the format 'course-kit model 2', and this course-check reads 'course-kit model 1'. "
          + "Train and save it again.")
    }
  }

  @Test("that is not there says how one is made")
  func missing() throws {
    let error = try #require(throws: DataError.self) { try Model(path: "no/model.json") }
    #expect(
      error.sentence
        == "There is no file no/model.json that can be read. `train --save no/model.json` writes a model there.")
  }
}
