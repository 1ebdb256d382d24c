import Foundation

/// A note on a built program that says from which sources it was built, so that an unchanged one is not built again.
struct BuildStamp {
  /// The program.
  let executable: String
  private let file: URL

  /// Creates the stamp of a program.
  ///
  /// - Parameters:
  ///   - executable: the program's path.
  ///   - folder: the folder for the note.
  init(of executable: URL, in folder: URL) {
    self.executable = executable.path
    file = folder.appending(path: "\(executable.lastPathComponent).stamp")
  }

  /// Whether the program that is there was built from just these sources.
  func isCurrent(for sources: BuildSources) -> Bool {
    FileManager.default.isExecutableFile(atPath: executable)
      && (try? String(contentsOf: file, encoding: .utf8)) == text(for: sources)
  }

  /// Notes that the program was built from these sources; without the note it is only built once more.
  func write(_ sources: BuildSources) {
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(text(for: sources).utf8).write(to: file)
  }

  private func text(for sources: BuildSources) -> String { "\(sources.fingerprint) \(Self.state(of: executable))" }

  /// The size and the time of change of a file.
  static func state(of file: String) -> String {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(filePath: file).resolvingSymlinksInPath().path)
    let size = (attributes?[.size] as? NSNumber)?.intValue ?? 0
    let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    return "\(size) \(changed)"
  }
}
