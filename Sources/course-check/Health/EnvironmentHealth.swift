/// Which variables of the environment change what the course does.
enum EnvironmentHealth {
  /// Looks at the variables.
  static func observations(_ environment: [String: String]) -> [Observation] {
    var found: [Observation] = []
    if environment["COURSE_TREE"] == Checkout.Tree.solutions.rawValue {
      found.append(
        .bad(
          "COURSE_TREE is 'solutions', so checks look at the reference and not at your work",
          remedy: "unset COURSE_TREE"))
    }
    for name in ["COURSE_ISOLATE", "COURSE_LAB"] where environment[name] != nil {
      found.append(.bad("\(name) is set, which only course-check itself should do", remedy: "unset \(name)"))
    }
    if !environment["NO_COLOR", default: ""].isEmpty {
      found.append(.note("NO_COLOR is set, so there are no colours unless you say --color always"))
    }
    return found.contains { $0.mark == .fail } ? found : [.good("no variable changes what is checked")] + found
  }
}
