import Vocabulary

/// Names that there are not.
extension AdviceRule {
  static var nameRules: [AdviceRule] {
    [
      AdviceRule(/no exact matches in call to initializer|incorrect argument labels? in call/) { place, _ in
        guard place.begins(with: "String", "(", "format", ":") || place.begins(with: "(", "format", ":"),
          !place.file.imports("Foundation")
        else { return nil }
        return "String(format:) comes with Foundation: write `import Foundation` at the top of the file."
      },
      AdviceRule(/cannot find type '(\w+)' in scope/) { place, match in
        let types = [
          "float": "Double", "double": "Double", "int": "Int", "bool": "Bool", "str": "String", "string": "String",
          "matrix": "Matrix", "Float64": "Double",
        ]
        if let type = types[String(match.1)] { return "The type is called \(type) in Swift." }
        if match.1 == "list" || match.1 == "array" || match.1 == "List" {
          return "The type of a list of numbers is [Double], that of whole numbers [Int]."
        }
        if KitType.named(String(match.1)) != nil, !place.file.imports("CourseKit") {
          return "What CourseKit gives is missing: write `import CourseKit` at the top of the file again."
        }
        if match.1 == "Activation", !place.file.imports("Activations") {
          return "Activation stands in lesson 1: write `import Activations` at the top of the file again."
        }
        return String(match.1).nearest(in: KitType.all.map(\.name)).map { "The nearest name is \($0)." }
      },
      AdviceRule(/'(\w+)' is inaccessible due to '(private|internal|fileprivate)' protection level/) { place, match in
        guard let (lesson, head) = place.exercise(named: String(match.1)) else { return nil }
        return
          "\(head) is there in lesson \(lesson.number), but without the word `public` other lessons cannot call it."
      },
      AdviceRule(/cannot find '(\w+)' in scope/) { place, match in place.noteOnName(String(match.1)) },
    ]
  }
}

extension ErrorPlace {
  /// The exercise that a function's name stands for, with its lesson.
  fileprivate func exercise(named name: String) -> (LessonOutline, String)? {
    file.lessons.lazy.flatMap { lesson in lesson.exercises.map { (lesson, $0.name) } }
      .first { $0.1 == name || $0.1.hasSuffix("." + name) }.map { ($0.0, name) }
  }

  private static let ofFoundation: Set = [
    "sin", "cos", "tan", "sinh", "cosh", "atan", "asin", "acos", "fabs", "log2", "log10", "log1p", "expm1", "floor",
    "ceil",
    "round", "fmax", "fmin", "exp2", "erf", "hypot", "cbrt", "atan2",
  ]

  fileprivate func noteOnName(_ name: String) -> String? {
    let isCalled = begins(with: name, "(")
    if isCalled, Self.ofFoundation.contains(name), !file.imports("Foundation") {
      let other =
        ["fabs": "abs", "fmax": "max", "fmin": "min"][name].map { "; or write \($0), which needs no import" } ?? ""
      return "\(name) comes with Foundation: write `import Foundation` at the top of the file\(other)."
    }
    if isCalled,
      KitType.elementary.contains(name) || KitType.functions.contains(where: { $0.name == name }) || name == "Matrix",
      !file.imports("CourseKit")
    {
      return "What CourseKit gives is missing: write `import CourseKit` at the top of the file again."
    }
    if KitType.named(name) != nil, !file.imports("CourseKit") {
      return "What CourseKit gives is missing: write `import CourseKit` at the top of the file again."
    }
    if let (lesson, _) = exercise(named: name), let own = file.lesson, own.buildsOn.contains(lesson.number),
      !file.imports(lesson.topic)
    {
      return "\(name) stands in lesson \(lesson.number): write `import \(lesson.topic)` at the top of the file again."
    }
    if isCalled, let note = noteOnMemberAlone(name) { return note }
    if !isCalled, let node, let braces = node.chain.first(where: \.isClosure), let note = noteOnUnnamed(braces) {
      return note
    }
    return noteOnInnerName(name) ?? noteOnNewName(name) ?? noteOnNearName(name, isCalled: isCalled)
  }

  /// A member of Matrix without a matrix before it.
  private func noteOnMemberAlone(_ name: String) -> String? {
    guard let call = file.nodes.first(where: { $0.kind == .call && $0.first == token && $0.parts[0].name == name })
    else { return nil }
    if name == "zeros" { return "zeros belongs to the type: Matrix.zeros(rows: 2, columns: 3)." }
    if name == "nextGaussian" || name == "nextUniform" {
      return "\(name) belongs to a generator: generator.\(name)()."
    }
    let words = ["transpose": "transposed", "transposed": "transposed", "columnSums": "columnSums()"]
    guard let word = words[name], call.parts.count == 2, let text = text(call.parts[1]),
      type(of: call.parts[1]) == "Matrix"
    else {
      return nil
    }
    return "What belongs to a matrix stands behind it: \(text).\(word)."
  }

  /// A name that ends with its braces, or begins below.
  private func noteOnInnerName(_ name: String) -> String? {
    guard let function else { return nil }
    let declared = function.node.all.filter { $0.declares(name) }
    if let found = declared.last(where: { $0.first.line < line }) {
      return
        "\(name) ends with the braces in which line \(found.first.line) declares it: declare it before they open, or use it "
        + "inside them."
    }
    return declared.first.map {
      "\(name) is declared further down, in line \($0.first.line): declare it before this line."
    }
  }

  /// A first assignment without `let` or `var`.
  private func noteOnNewName(_ name: String) -> String? {
    // The first one stands for all lines below that use the name.
    guard let function,
      let statement = function.node.all.first(where: { $0.operation == "=" && $0.parts[0].name == name }),
      statement.first.line <= line, let value = text(statement.parts[1], limit: 40)
    else { return nil }
    let isInLoop = statement.chain.contains { if case .loop = $0.kind { true } else { false } }
    if isInLoop { return "\(name) is declared nowhere: give it a first value before the loop, with var \(name) = …." }
    return "A new name begins with let, or with var if it changes later: var \(name) = \(value)."
  }

  /// A name that is spelled nearly like another, or a variable of another function.
  private func noteOnNearName(_ name: String, isCalled: Bool) -> String? {
    let functions =
      file.functions.map(\.name) + Array(KitType.elementary) + ["max", "min", "abs", "Double", "Int", "Matrix"]
    if isCalled {
      // A function that the student has renamed is not called what it was.
      return name.nearest(in: functions.filter { $0 != name }, within: 2).map {
        "Nothing here is called \(name); the nearest name is \($0)."
      }
    }
    guard let function else { return nil }
    var known = function.head.parameters.map(\.name)
    for node in function.node.all where node.first.line < line {
      if case .declared(_, let names, _) = node.kind { known += names }
    }
    if let nearest = name.nearest(in: known) {
      return "Nothing here is called \(name); the nearest name is \(nearest)."
    }
    let names = function.head.parameters.map(\.name)
    guard !names.isEmpty, !functions.contains(name) else { return nil }
    return "Nothing here is called \(name). \(function.head.name) is given \(names.listed)."
  }
}

extension [String] {
  /// The texts with commas and an `and`.
  fileprivate var listed: String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " and " + self[count - 1]
  }
}
