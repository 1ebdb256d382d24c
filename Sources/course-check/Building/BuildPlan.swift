import Foundation

/// SwiftPM's plan of a build, which it leaves in the scratch folder: every command with the files that it reads and makes.
///
/// The file is a manifest of llbuild: YAML, in which each list is written as JSON on a line of its own. What does not look
/// like that is passed over.
struct BuildPlan {
  /// The commands that start a program.
  let commands: [BuildCommand]
}

extension BuildPlan {
  /// Reads the plan that SwiftPM left in a scratch folder; without one there are no commands.
  init(in scratch: URL, configuration: String) {
    self.init((try? String(contentsOf: scratch.appending(path: "\(configuration).yaml"), encoding: .utf8)) ?? "")
  }

  init(_ text: String) {
    var commands: [BuildCommand] = []
    var fields: [String: [String]] = [:]
    for line in text.components(separatedBy: "\n") {
      if !line.hasPrefix("    ") { fields = [:] }
      for name in ["inputs", "outputs", "args"] where line.hasPrefix("    \(name): [") {
        let list = line.dropFirst("    \(name): ".utf8.count)
        fields[name] = try? JSONDecoder().decode([String].self, from: Data(list.utf8))
      }
      if let inputs = fields["inputs"], let outputs = fields["outputs"], let arguments = fields["args"] {
        commands.append(BuildCommand(inputs: inputs, outputs: outputs, arguments: arguments))
        fields = [:]
      }
    }
    self.commands = commands
  }
}

/// A command of a build.
struct BuildCommand: Codable, Equatable {
  /// The files that it reads.
  var inputs: [String]
  /// The files that it makes.
  var outputs: [String]
  /// The program and its arguments.
  var arguments: [String]
}
