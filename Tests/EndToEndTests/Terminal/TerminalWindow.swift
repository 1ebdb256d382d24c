import Foundation
import Testing
import Vocabulary

/// A terminal with a shell in it, in which a test types and reads as a person does.
///
/// It is a window of tmux on a server of its own, so that nobody's other windows are touched.
struct TerminalWindow: ~Copyable {
  /// Where the server listens: a path that is short enough for a socket.
  private let socket = FileManager.default.temporaryDirectory.appending(
    path: "course-kit-\(UUID().uuidString.prefix(8))")
  private let folder: URL

  /// What the shell shows when it waits for a command.
  static let prompt = "ready>"

  /// Where tmux is; nil if it is not installed.
  static let program = ((ProcessInfo.processInfo.environment["PATH"] ?? "") + ":/opt/homebrew/bin:/usr/local/bin")
    .split(separator: ":").map { "\($0)/tmux" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Lets suites run only where there is tmux.
  static var isPossible: ConditionTrait {
    .enabled(if: program != nil, "tmux drives the terminal, and it is not installed")
  }

  /// Opens a window in a folder.
  init(in folder: URL, columns: Int, rows: Int, environment: [String: String] = [:]) throws {
    self.folder = folder
    let shell =
      "exec env -u NO_COLOR -u TMUX PS1='\(Self.prompt) ' "
      + environment.map { "\($0.key)='\($0.value)' " }.sorted().joined() + "sh"
    try tmux("-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", shell)
    try wait(10) { $0.contains(Self.prompt) }
  }

  deinit {
    _ = try? tmux("kill-server")
    try? FileManager.default.removeItem(at: socket)
  }

  /// Types a text as it is.
  func type(_ text: String) throws { try tmux("send-keys", "-l", text) }

  /// Presses a key by its name: `Enter`, `C-c`, `Down`.
  func press(_ key: String) throws { try tmux("send-keys", key) }

  /// Types a command and presses Return.
  func run(_ command: String) throws {
    try type(command)
    try press("Enter")
  }

  /// Makes the window another size.
  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// What is to be read on the screen, row by row.
  var screen: String { get throws { try tmux("capture-pane", "-p") } }

  /// The screen with the control sequences of its colours.
  var colouredScreen: String { get throws { try tmux("capture-pane", "-p", "-e") } }

  /// What is to be read when the window is scrolled back to its beginning.
  var wholeText: String { get throws { try tmux("capture-pane", "-p", "-J", "-S", "-") } }

  /// Whether a cursor is to be seen, and whether a program has taken the second screen.
  var state: String {
    get throws { try tmux("display-message", "-p", "cursor #{cursor_flag} second screen #{alternate_on}") }
  }

  /// Waits until the screen is as it shall be, and returns the seconds that it took.
  @discardableResult
  func wait(
    _ limit: Double, at place: Testing.SourceLocation = #_sourceLocation, until condition: (String) -> Bool
  ) throws -> Double {
    let start = ContinuousClock.now
    var last = ""
    let isSo = Waiting.until(limit) {
      last = (try? screen) ?? ""
      return condition(last)
    }
    if !isSo { Issue.record("after \(limit) s the screen still shows:\n\(last)", sourceLocation: place) }
    return Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
  }

  /// Waits until the shell waits for a command.
  func waitForPrompt(at place: Testing.SourceLocation = #_sourceLocation) throws {
    try wait(5, at: place) { $0.split(separator: "\n").last { !$0.isEmpty }?.hasPrefix(Self.prompt) == true }
  }

  @discardableResult
  private func tmux(_ words: String...) throws -> String {
    // The variables of the test run must not choose what the command checks. And -u: tmux cannot see that whoever reads
    // its answers understands UTF-8.
    let variables = ProcessInfo.processInfo.environment.keys.filter { $0.hasPrefix("COURSE_") }
    let program = ["env"] + variables.flatMap { ["-u", $0] } + [Self.program ?? "tmux", "-u", "-S", socket.path]
    let line = (program + words).map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
    // Foundation's `Process` waits for the server, too, which lives on when this command has ended.
    guard let stream = popen("cd '\(folder.path)' && \(line) 2>&1", "r") else {
      throw ClassroomError("no shell can be started")
    }
    let output = FileHandle(fileDescriptor: fileno(stream), closeOnDealloc: false)
    let text = String(decoding: (try? output.readToEnd()) ?? Data(), as: UTF8.self)
    guard pclose(stream) == 0 else { throw ClassroomError("tmux \(words): \(text)") }
    return text
  }
}
