/// What CourseKit gives a student, by type: the one list from which notes take their names.
struct KitType {
  let name: String
  /// The members as a call writes them, with their types: `rows(at:)` is called, `rows` is read.
  let members: [Member]

  /// A property or a function.
  struct Member {
    /// As in `rows(at:)`.
    let text: String
    let type: String

    /// The word behind the point.
    var name: String { text.split(separator: "(").first.map(String.init) ?? text }
    var isFunction: Bool { text.hasSuffix(")") }
  }

  private init(_ name: String, _ members: KeyValuePairs<String, String>) {
    self.name = name
    self.members = members.map { Member(text: $0.key, type: $0.value) }
  }

  /// The type of that name; nil for what is none of CourseKit's.
  static func named(_ name: String) -> KitType? { all.first { $0.name == name } }

  static var all: [KitType] {
    [
      KitType(
        "Matrix",
        [
          "rows": "Int", "columns": "Int", "elements": "[Double]", "shape": "String", "transposed": "Matrix",
          "map(_:)": "Matrix", "adding(row:)": "Matrix", "columnSums()": "Matrix", "rows(at:)": "Matrix",
          "zeros(rows:columns:)": "Matrix",
        ]),
      KitType("Parameters", ["weights": "[Matrix]", "biases": "[Matrix]", "matrices": "[Matrix]"]),
      KitType("Gradients", ["weights": "[Matrix]", "biases": "[Matrix]", "matrices": "[Matrix]"]),
      KitType(
        "ForwardCache", ["activations": "[Matrix]", "preActivations": "[Matrix]", "probabilities": "Matrix"]),
      KitType(
        "Dataset",
        [
          "features": "Matrix", "labels": "Matrix", "count": "Int", "rows(at:)": "Dataset",
          "split(validationFraction:)": "(training: Dataset, validation: Dataset)", "xor": "Dataset",
          "moons(count:noise:using:)": "Dataset", "circles(count:noise:factor:using:)": "Dataset",
          "quadrants(count:using:)": "Dataset", "linear(count:using:)": "Dataset",
        ]),
      KitType(
        "ClassDataset",
        [
          "features": "Matrix", "classes": "[Int]", "classCount": "Int", "count": "Int", "rows(at:)": "ClassDataset",
          "split(validationFraction:)": "(training: ClassDataset, validation: ClassDataset)",
        ]),
      KitType(
        "History",
        [
          "trainingLoss": "[Double]", "validationLoss": "[Double]", "trainingAccuracy": "[Double]",
          "validationAccuracy": "[Double]",
        ]),
      KitType(
        "Layer",
        [
          "forward(_:isTraining:)": "Matrix", "backward(_:)": "Matrix", "parameters": "[Matrix]",
          "gradients": "[Matrix]", "kept(_:)": "Matrix",
        ]),
      KitType("SeededGenerator", ["next()": "UInt64"]),
      KitType("RandomNumberGenerator", ["nextUniform()": "Double", "nextGaussian()": "Double"]),
    ]
  }

  /// What belongs to the type and not to one value of it.
  static let ofTypesAlone: Set = [
    "zeros(rows:columns:)", "xor", "moons(count:noise:using:)", "circles(count:noise:factor:using:)",
    "quadrants(count:using:)", "linear(count:using:)",
  ]

  /// The functions of CourseKit that stand alone, with what they return.
  static var functions: [FunctionHead] {
    func head(_ name: String, _ parameters: [(String?, String, String)], _ result: String?) -> FunctionHead {
      FunctionHead(
        name: name,
        parameters: parameters.map { .init(label: $0.0, name: $0.1, type: $0.2, hasDefault: false) }, result: result)
    }
    return [
      head("matmul", [(nil, "a", "Matrix"), (nil, "b", "Matrix")], "Matrix"),
      head("textbookProduct", [(nil, "a", "Matrix"), (nil, "b", "Matrix")], "Matrix"),
      head("requireClasses", [(nil, "classes", "[Int]"), ("of", "logits", "Matrix")], nil),
      head("requireKeepProbability", [(nil, "keepProbability", "Double")], nil),
    ]
  }

  /// The functions of one number that CourseKit hands on.
  static let elementary: Set = ["exp", "log", "pow", "sqrt", "tanh"]

  /// What members are called in formulas and in other courses.
  var words: [String: String] {
    switch name {
    case "Parameters", "Gradients":
      ["w": "weights", "dw": "weights", "weight": "weights", "b": "biases", "db": "biases", "bias": "biases"]
    case "ForwardCache":
      [
        "z": "preActivations", "zs": "preActivations", "a": "activations", "outputs": "activations",
        "output": "probabilities", "prediction": "probabilities", "predictions": "probabilities",
      ]
    case "Dataset", "ClassDataset":
      ["x": "features", "inputs": "features", "input": "features", "size": "count", "length": "count"].merging(
        ["y": "labels", "targets": "labels", "target": "labels"].mapValues { name == "Dataset" ? $0 : "classes" },
        uniquingKeysWith: { $1 })
    default: [:]
    }
  }

  /// What a value of the type has, in a sentence.
  var list: String {
    let texts = members.filter { !Self.ofTypesAlone.contains($0.text) }.map(\.text)
    return "\(name.hasSuffix("s") ? "" : "A ")\(name) has: \(texts.joined(separator: ", "))."
  }
}
