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
    if let name = environment[Processor.variable] {
      do throws(BuildFailure) {
        _ = try Processor.chosen(environment)
        found.append(
          .note("\(Processor.variable) is '\(name)', so `train` may be slower", remedy: "unset \(Processor.variable)"))
      } catch {
        found.append(.bad(error.sentence, remedy: "unset \(Processor.variable)"))
      }
    }
    if !environment["NO_COLOR", default: ""].isEmpty {
      found.append(.note("NO_COLOR is set, so there are no colours unless you say --color always"))
    }
    return found.contains { $0.mark == .fail } ? found : [.good("no variable changes what is checked")] + found
  }
}
