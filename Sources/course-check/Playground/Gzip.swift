import Foundation

/// Packs with the system's `gzip`.
enum Gzip {
  /// Returns the contents packed, without a name or a time, so that the same contents give the same bytes.
  ///
  /// - Throws: `BuildFailure` if there is no `gzip`, or if it does not do its work.
  static func packed(_ contents: Data) throws -> Data {
    guard let program = Program.path(of: "gzip") else {
      throw BuildFailure(
        kind: .kit, sentence: "There is no `gzip` in PATH, with which the page is packed. Install it and try again.")
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "playground-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try contents.write(to: file)
    guard let packed = Program.bytes(of: program, ["-9", "--no-name", "--stdout", file.path]) else {
      throw BuildFailure(kind: .kit, sentence: "\(program) could not pack the page. Try it: gzip --version")
    }
    return Data(packed)
  }
}
