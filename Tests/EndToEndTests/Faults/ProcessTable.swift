import Foundation

/// The processes that run now, as `ps` lists them.
enum ProcessTable {
  /// How long the sleeps last that planted faults leave behind: a number that nobody else sleeps.
  static let marker = "31415.92"

  /// The command lines of what belongs to a classroom: its programs, builds in it, and the marked sleeps.
  static func lines(of classroom: borrowing Classroom) -> [Substring] {
    let folder = classroom.root.path
    return lines().filter { $0.contains(folder) && !isForBrowser($0) || $0.hasSuffix("sleep \(marker)") }
  }

  /// Whether a process compiles or links for a browser: that may be another test's page.
  private static func isForBrowser(_ line: Substring) -> Bool { line.contains("wasm32") || line.contains("wasm-ld") }

  /// The lines, each with the process's number, its session and its command line.
  static func lines() -> [Substring] {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/bin/ps")
    process.arguments = ["-A", "-o", "pid=,sess=,args=", "-ww"]
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return [] }
    let text = String(decoding: (try? pipe.fileHandleForReading.readToEnd()) ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").filter { !$0.contains("<defunct>") }
  }
}
