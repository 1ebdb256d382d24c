import FixtureCourse
import Foundation
import LabKit
import Testing

@testable import course_check

/// The scripts are run by the shells themselves; a shell that is not on the machine is left out, which the test says.
@Suite("Completions", .taught(.fixture))
struct CompletionsTests {
  /// Command lines before the Tab key, and what must be among the words offered and what must not.
  private static let lines: [(line: String, offered: [String], others: [String])] = [
    ("swift run course-check hi", ["hint"], ["train", "xor"]),
    ("swift run course-check lesson", ["lesson1", "lesson2"], ["hint"]),
    ("course-check hint 2.", ["2.1", "2.10"], ["1.1", "--step"]),
    ("./.build/debug/course-check --tr", ["--tree"], ["train"]),
    ("swift run course-check train --data ", ["moons", "xor"], ["--data", "train"]),
    ("swift run course-check train --ep", ["--epochs"], ["--seeds"]),
    ("swift run course-check train --csv Pack", ["Package.swift"], ["Sources"]),
    ("swift run course-check experiment hid", ["hidden-space"], ["xor"]),
    ("swift run course-check lesson2 --is", ["--isolate"], ["lesson2"]),
    ("swift run course-check 2.10 --tree s", ["solutions"], ["lessons"]),
    ("swift run course-check notebook --f", ["--format"], ["--check"]),
    ("swift run course-check notebook --format ", ["markdown", "ipynb", "html"], ["--check", "lesson1"]),
    ("course-check notebook lesson2 --format ip", ["ipynb"], ["html"]),
    ("swift run course-check train --epochs ", [], ["--data", "moons"]),
    ("swift buil", [], ["hint", "lesson1"]),
  ]

  @Test("of each shell offer what the command line understands", arguments: CompletionsCommand.Shell.allCases)
  func offers(shell: CompletionsCommand.Shell) throws {
    guard let program = Self.path(of: shell.rawValue) else {
      print("The completions for \(shell.rawValue) are not tested: it is not on this machine.")
      return
    }
    for (line, offered, others) in Self.lines {
      let answer = try Self.output(of: program, Self.script(shell, line)).split { $0 == "\n" || $0 == " " }.map(
        String.init)
      for word in offered { #expect(answer.contains(word), "\(shell) after '\(line)': \(answer)") }
      for word in others { #expect(!answer.contains(word), "\(shell) after '\(line)': \(answer)") }
    }
  }

  @Test("of each shell offer the values behind an equals sign", arguments: CompletionsCommand.Shell.allCases)
  func equalsSign(shell: CompletionsCommand.Shell) throws {
    guard let program = Self.path(of: shell.rawValue) else {
      print("The completions for \(shell.rawValue) are not tested: it is not on this machine.")
      return
    }
    let line = "course-check notebook lesson2 --format=" + (shell == .bash ? " " : "")
    // bash splits the words before it asks.
    let script = Self.script(shell, shell == .bash ? line.replacing("=", with: " =") : line)
    let answer = try Self.output(of: program, script).split { $0 == "\n" || $0 == " " }.map(String.init)
    let lead = shell == .fish ? "--format=" : ""
    #expect(Set(answer) == Set(["markdown", "ipynb", "html"].map { lead + $0 }), "\(answer)")
  }

  @Test("name every command and every option")
  func complete() {
    for script in [PosixCompletion().bash, PosixCompletion().zsh, FishCompletion().text] {
      for entry in CommandTable.entries { #expect(script.contains(entry.name)) }
      for option in TrainCommand.syntax.options { #expect(script.contains("train \(option.name)")) }
    }
  }

  /// A script that loads the completion and prints what it offers at the end of a line.
  private static func script(_ shell: CompletionsCommand.Shell, _ line: String) -> String {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { "'\($0)'" }.joined(separator: " ")
    let count = line.split(separator: " ", omittingEmptySubsequences: false).count
    switch shell {
    case .bash:
      return PosixCompletion().bash
        + "\nCOMP_WORDS=(\(words)); COMP_CWORD=\(count - 1); _course_check; echo \"${COMPREPLY[@]}\""
    case .zsh:
      // Outside of its line editor zsh cannot complete, so what it would be told is printed.
      return PosixCompletion().zsh
        + """
        \ncompadd() { shift; local word; for word in "$@"; do [[ $word == ${words[CURRENT]}* ]] && print -r -- $word; done }
        _files() { print -rl -- ${words[CURRENT]}*(N) }
        compset() { words[CURRENT]=${words[CURRENT]#*=}; }
        words=(\(words)); CURRENT=\(count); _course_check; true
        """
    case .fish: return FishCompletion().text + "\ncomplete -C '\(line)'"
    }
  }

  private static func path(of program: String) -> String? {
    ["/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func output(of program: String, _ script: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "completion-\(UUID().uuidString)")
    try Data(script.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = [file.path]
    process.currentDirectoryURL = SmallCheckout.checkout
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
