import Judge

/// The command line, understood.
struct Arguments: Equatable {
  enum Command: Equatable {
    case check
    case hint
    case help
  }

  var command = Command.check
  /// The lesson that is asked about; nil for all.
  var lesson: Int?
  /// The exercise that is asked about; nil for all of the lesson.
  var exercise: String?
  var tree: Checkout.Tree = .lessons
  var isIsolated = false
  var isASCII = false
  /// Which hint to show again; nil for the next one.
  var step: Int?

  /// Understands the words of a command line.
  ///
  /// - Throws: `UsageError` with a sentence that says what is wrong and what is possible.
  init(_ words: [String], environment: [String: String] = [:]) throws(UsageError) {
    if let value = environment["COURSE_TREE"] { tree = try Self.tree(value, given: "COURSE_TREE") }
    var rest = words[...]
    if rest.first == "hint" {
      command = .hint
      rest = rest.dropFirst()
    } else if rest.first == "check" {
      rest = rest.dropFirst()
    }
    while let word = rest.popFirst() {
      switch word {
      case "--help", "-h", "help": command = .help
      case "--isolate": isIsolated = true
      case "--ascii": isASCII = true
      case "--tree":
        guard let value = rest.popFirst() else { throw UsageError("--tree wants 'lessons' or 'solutions' after it.") }
        tree = try Self.tree(value, given: "--tree")
      case "--step":
        guard let value = rest.popFirst().flatMap({ Int($0) }), (1...3).contains(value) else {
          throw UsageError("--step wants 1, 2 or 3 after it.")
        }
        step = value
      case let option where option.hasPrefix("--tree="):
        tree = try Self.tree(String(option.dropFirst("--tree=".count)), given: "--tree")
      case let option where option.hasPrefix("-"):
        throw UsageError("There is no option '\(option)'. `swift run course-check --help` shows those there are.")
      default: try name(word)
      }
    }
    try checkCombination()
  }

  private func checkCombination() throws(UsageError) {
    if command == .hint, exercise == nil {
      throw UsageError("`hint` wants the number of an exercise, for example: swift run course-check hint 4.3")
    }
    if step != nil, command != .hint {
      throw UsageError("--step goes with `hint`, for example: swift run course-check hint 4.3 --step 1")
    }
    if isIsolated, lesson == nil, command == .check {
      throw UsageError("--isolate wants a lesson, for example: swift run course-check lesson4 --isolate")
    }
    if isIsolated, tree == .solutions {
      throw UsageError(
        "--isolate checks your own lesson on reference parts, so it does not go with the tree 'solutions'.")
    }
  }

  static func tree(_ value: String, given name: String) throws(UsageError) -> Checkout.Tree {
    guard let tree = Checkout.Tree(rawValue: value) else {
      throw UsageError("\(name) is '\(value)': choose 'lessons' (your work) or 'solutions' (the reference).")
    }
    return tree
  }

  /// Takes a word as the name of a lesson or an exercise: `lesson4`, `4`, `backward` or `4.3`.
  private mutating func name(_ word: String) throws(UsageError) {
    if let other = exercise ?? lesson.map({ "lesson\($0)" }) {
      throw UsageError("One lesson or exercise at a time: '\(other)' or '\(word)'?")
    }
    let key = word.lowercased()
    let found = Course.lessons.first { lesson in
      key == "\(lesson.number)" || key == "lesson\(lesson.number)" || key == lesson.topic.lowercased()
        || key == lesson.folder.lowercased()
    }
    if let found {
      lesson = found.number
    } else if let found = Course.lessons.flatMap(\.exercises).first(where: {
      $0.number == key || $0.name.lowercased() == key
    }) {
      lesson = Course.lesson(of: found.number)?.number
      exercise = found.number
    } else {
      let lessons = Course.lessons.map { "lesson\($0.number)" }.joined(separator: ", ")
      throw UsageError(
        "There is no lesson, exercise or command '\(word)'. The lessons are \(lessons); an exercise is named like 4.3.")
    }
  }
}

/// A command line that is not understood.
struct UsageError: Error, Equatable {
  let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }
}
