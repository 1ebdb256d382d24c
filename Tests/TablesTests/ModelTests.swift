import Vocabulary
import CourseKit
import Foundation
import Testing

@testable import Tables

@Suite("A saved model")
struct ModelTests {
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
    let json = try #require(model.json)
    let again = try Model(json, name: "FILE")
    #expect(again == model)
    #expect(again.parameters == parameters)
    #expect(again.json == json, "and is written in the same way")
  }

  @Test("without scaling comes back, too")
  func withoutScaling() throws {
    let plain = Model(parameters, hidden: .relu, features: ["x1", "x2"], classes: ["0", "1"])
    #expect(try Model(#require(plain.json), name: "FILE") == plain)
  }

  /// Layers 1-3.
  private var layers: Model {
    Model(
      Parameters(weights: [Matrix([[1, 2, 3]])], biases: [Matrix([[0, 0, 1]])]), hidden: .relu, output: .softmax,
      features: ["x"], classes: ["a", "b", "c"])
  }

  @Test("of layers comes back with all its classes")
  func severalClasses() throws {
    let json = try #require(layers.json)
    #expect(try Model(json, name: "FILE") == layers)
    #expect(
      String(decoding: json, as: UTF8.self).contains(
        #""format":"course-kit model 2","hidden":"relu","output":"softmax""#))
  }

  @Test("of the format before this one is read for ever, as a binary network")
  func olderFormat() throws {
    let text =
      #"{"biases":[[0.5]],"classes":["no","yes"],"features":["x"],"format":"course-kit model 1","#
      + #""hidden":"tanh","weights":[[[2]]]}"#
    let model = try Model(Array(text.utf8), name: "FILE")
    #expect(
      model
        == Model(
          Parameters(weights: [Matrix([[2]])], biases: [Matrix([[0.5]])]), hidden: .tanh, output: .sigmoid,
          features: ["x"],
          classes: ["no", "yes"]))
    #expect(String(decoding: try #require(model.json), as: UTF8.self).contains(#""format":"course-kit model 2""#))
  }

  @Test(
    "of layers in which something does not fit together is damaged, too",
    arguments: [
      (#"["a","b","c"]"#, #"["a","b"]"#, "its last layer has 3 units, and it names 2 classes"),
      (#"["a","b","c"]"#, #"["a"]"#, "it names 1 classes and should name 2 or more"),
      (#""relu""#, #""tanh""#, "a network of layers has relu, not tanh"),
      (#""softmax""#, #""sigmoid""#, "its last layer has 3 units and should have 1"),
    ])
  func damagedLayers(old: String, new: String, problem: String) throws {
    let text = String(decoding: try #require(layers.json), as: UTF8.self)
    try #require(text.contains(old))
    #expect(
      try sentence(about: text.replacing(old, with: new))
        == "FILE is damaged: \(problem). Train and save it again.")
  }

  /// The sentence about a model in which a piece of text was replaced.
  private func sentence(replacing old: String, with new: String) throws -> String {
    let text = String(decoding: try #require(model.json), as: UTF8.self)
    try #require(text.contains(old), "\(text)")
    return try sentence(about: text.replacing(old, with: new, maxReplacements: 1))
  }

  private func sentence(about text: String) throws -> String {
    try #require(throws: DataError.self) { try Model(Array(text.utf8), name: "FILE") }.sentence
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
      try sentence(about: String(decoding: #require(wide.json), as: UTF8.self))
        == "FILE is damaged: its last layer has 2 units and should have 1. Train and save it again.")
  }

  @Test(
    "that cannot be read says which part of it is wrong",
    arguments: [
      (#""hidden":"tanh","#, "", ": 'hidden' is missing"),
      (#""output":"sigmoid","#, "", ": 'output' is missing"),
      (#""output":"sigmoid""#, #""output":"argmax""#, ": output is wrong"),
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
    for text in [#"{"format":"course-kit model 3"}"#, #"{"format":"course-kit model 3","layers":[]}"#] {
      #expect(
        try sentence(about: text)
          == "FILE has the format 'course-kit model 3', and this course-check reads 'course-kit model 2' and "
          + "'course-kit model 1'. Train and save it again.")
    }
  }

  @Test("is written as the system's own encoder writes it, byte for byte")
  func encoder() throws {
    let numbers: [Double] = [
      0, -0.0, 7, -7, 0.1, 1.0 / 3, 1e15, 1e16, 123_456_789_012_345_680, 1e-4, 1e-5, .leastNonzeroMagnitude,
      1.7976931348623157e308,
      -2.5e-300, 1e20, 9_007_199_254_740_992,
    ]
    let letters =
      (0..<0x80).map { String(Character(Unicode.Scalar(UInt8($0)))) } + ["é", "🙂", "\u{2028}", "\u{FEFF}", "</script>"]
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var writer = JSONWriter()
    writer.write(numbers)
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == String(decoding: try encoder.encode(numbers), as: UTF8.self))
    writer = JSONWriter()
    writer.write(letters) { $0.write($1) }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == String(decoding: try encoder.encode(letters), as: UTF8.self))
  }

  @Test("is read however its JSON is written")
  func spellings() throws {
    let json = try #require(model.json)
    let value = try JSONSerialization.jsonObject(with: Data(json))
    let pretty = try JSONSerialization.data(withJSONObject: value, options: [.prettyPrinted])
    #expect(try Model(Array(pretty), name: "FILE") == model)
    let text = String(decoding: json, as: UTF8.self)
    for (old, new) in [
      ("height", #"he\u0069ght"#), ("[7]", "[ 7.0e0\t]"), (#""no""#, #""\u006eo""#), ("{", "\u{FEFF}{"),
      (#""hidden""#, #""hidden":"relu","hidden""#),
    ] {
      try #require(text.contains(old))
      #expect(
        try Model(Array(text.replacing(old, with: new, maxReplacements: 1).utf8), name: "FILE") == model, "\(new)")
    }
    let moon = text.replacing("height", with: #"\ud83c\udf19"#)
    #expect(try Model(Array(moon.utf8), name: "FILE").features[0] == "🌙")
  }

  @Test("is no JSON as for the system's own decoder, whatever is done to its text")
  func garbage() throws {
    var generator = SeededGenerator(seed: 9)
    let json = try #require(model.json)
    let pieces = ["[", "]", "{", "}", ",", ":", "\"", "\\", "0", "1", "-", ".", "e", "null", "true", " ", "\u{1}", "é"]
    for _ in 0..<3000 {
      var text = json
      let place = Int.random(in: 0..<text.count, using: &generator)
      let length = Int.random(in: 0..<3, using: &generator)
      text.replaceSubrange(
        place..<min(place + length, text.count), with: Array((pieces.randomElement(using: &generator) ?? "").utf8))
      // Foundation takes a comma at a list's end, and no number beyond a double's reach.
      let written = String(decoding: text, as: UTF8.self)
      if written.contains(/,\s*\]/) || written.contains(/e[0-9]{4}/) { continue }
      let isJSON = (try? JSONSerialization.jsonObject(with: Data(text))) != nil
      var isRead = true
      do { _ = try JSONReader.value(of: text) } catch { isRead = false }
      #expect(isRead == isJSON, "\(written)")
    }
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(throws: JSONError.self) { try JSONReader.value(of: deep) }
  }
}
