import Foundation

/// The desktop that this terminal belongs to, if there is one.
enum Desktop {
  /// Opens a file with the program that the user has chosen for it; false if there is no desktop.
  static func open(_ file: URL, environment: [String: String] = ProcessInfo.processInfo.environment) -> Bool {
    guard isatty(STDOUT_FILENO) != 0, let opener = opener(environment) else { return false }
    // Foundation's process, since a child of the check's own would be ended together with the browser that it starts.
    let process = Process()
    process.executableURL = URL(filePath: opener)
    process.arguments = [file.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return (try? process.run()) != nil
  }

  #if canImport(Darwin)
    private static func opener(_ environment: [String: String]) -> String? {
      // Over a network there is a terminal but nobody who would see a window.
      environment["SSH_CONNECTION"] == nil ? "/usr/bin/open" : nil
    }
  #else
    private static func opener(_ environment: [String: String]) -> String? {
      let hasScreen = ["DISPLAY", "WAYLAND_DISPLAY"].contains { !environment[$0, default: ""].isEmpty }
      return hasScreen ? Program.path(of: "xdg-open", environment: environment) : nil
    }
  #endif
}
