import Vocabulary

extension Model {
  /// Reads a model.
  ///
  /// - Parameters:
  ///   - json: what the file holds.
  ///   - name: what it is called in sentences: its path.
  /// - Throws: `DataError` if it is none, or if its matrices do not fit together.
  package init(_ json: [UInt8], name: String) throws(DataError) {
    let flaw: String
    do throws(ModelFlaw) {
      let parts = try ModelParts(json)
      // The format comes first: of a model of another one nothing else is known.
      let format = try parts.text(of: "format")
      let isOlder = format.isSame(as: Self.olderFormat)
      guard isOlder || format.isSame(as: Self.format) else { throw .format(format) }
      self = try parts.model(output: isOlder ? .sigmoid : parts.output())
      if let problem { throw .damage(problem) }
      return
    } catch {
      switch error {
      case .format(let format):
        throw DataError(
          "\(name) has the format \(format.quoted), and this course-check reads '\(Self.format)' and '\(Self.olderFormat)'. Train and save it again."
        )
      case .damage(let problem): throw DataError("\(name) is damaged: \(problem). Train and save it again.")
      case .noJSON: flaw = "it is no JSON"
      case .missing(let key): flaw = "\(key.quoted) is missing"
      case .wrong(let place): flaw = "\(place) is wrong"
      }
    }
    throw DataError(
      "\(name) is no model that can be read: \(flaw). Train it again: `train --save \(name)` writes one.")
  }
}

/// What keeps a text from being a model.
private enum ModelFlaw: Error {
  case noJSON
  /// A key that is not there.
  case missing(String)
  /// A place where something of another kind stands, `weights[0][2]`.
  case wrong(String)
  /// Another format.
  case format(String)
  /// Parts that do not fit together.
  case damage(String)

  /// The same, within a list or an object.
  func within(_ place: String) -> ModelFlaw {
    if case .wrong(let inner) = self { .wrong(place + inner) } else { self }
  }
}

/// The parts of a model in JSON.
private struct ModelParts {
  private let value: JSONValue

  init(_ json: [UInt8]) throws(ModelFlaw) {
    guard let value = try? JSONReader.value(of: json), case .object = value else { throw .noJSON }
    self.value = value
  }

  func output() throws(ModelFlaw) -> Model.Output {
    let output = try text(of: "output")
    guard let found = Model.Output.allCases.first(where: { $0.rawValue.isSame(as: output) })
    else { throw .wrong("output") }
    return found
  }

  func model(output: Model.Output) throws(ModelFlaw) -> Model {
    let hidden = try text(of: "hidden")
    guard let activation = HiddenActivation.allCases.first(where: { $0.rawValue.isSame(as: hidden) })
    else { throw .wrong("hidden") }
    let weights = try part("weights", Self.matrices)
    let biases = try part("biases", Self.rows)
    let (features, classes) = (try part("features", Self.texts), try part("classes", Self.texts))
    return Model(
      output: output, hidden: activation, weights: weights, biases: biases, features: features, classes: classes,
      scaling: try scaling())
  }

  private func scaling() throws(ModelFlaw) -> Scaling? {
    switch value["scaling"] {
    case nil, .null: return nil
    case .object(let entries)?:
      let parts = ModelParts(.object(entries))
      do throws(ModelFlaw) {
        let means = try parts.part("means", Self.numbers)
        return Scaling(means: means, deviations: try parts.part("deviations", Self.numbers))
      } catch {
        throw error.within("scaling.")
      }
    default: throw .wrong("scaling")
    }
  }

  private init(_ value: JSONValue) {
    self.value = value
  }

  func text(of key: String) throws(ModelFlaw) -> String { try part(key, Self.text) }

  private func part<Part>(
    _ key: String, _ read: (JSONValue) throws(ModelFlaw) -> Part
  ) throws(ModelFlaw) -> Part {
    guard let part = value[key] else { throw .missing(key) }
    do throws(ModelFlaw) {
      return try read(part)
    } catch {
      throw error.within(key)
    }
  }

  private static func list<Item>(
    _ value: JSONValue, _ read: (JSONValue) throws(ModelFlaw) -> Item
  ) throws(ModelFlaw) -> [Item] {
    guard case .list(let values) = value else { throw .wrong("") }
    var items: [Item] = []
    items.reserveCapacity(values.count)
    for index in values.indices {
      do throws(ModelFlaw) {
        items.append(try read(values[index]))
      } catch {
        throw error.within("[\(index)]")
      }
    }
    return items
  }

  private static func matrices(_ value: JSONValue) throws(ModelFlaw) -> [[[Double]]] { try list(value, rows) }
  // One copy of the loop for weights and biases, and one for all names: the page holds less code.
  @inline(never)
  private static func rows(_ value: JSONValue) throws(ModelFlaw) -> [[Double]] { try list(value, numbers) }
  private static func numbers(_ value: JSONValue) throws(ModelFlaw) -> [Double] { try list(value, number) }
  @inline(never)
  private static func texts(_ value: JSONValue) throws(ModelFlaw) -> [String] { try list(value, text) }

  private static func number(_ value: JSONValue) throws(ModelFlaw) -> Double {
    guard case .number(let number) = value, number.isFinite else { throw .wrong("") }
    return number
  }

  private static func text(_ value: JSONValue) throws(ModelFlaw) -> String {
    guard case .text(let text) = value else { throw .wrong("") }
    return text
  }
}
