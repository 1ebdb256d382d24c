/// A program of a build that was run to its end.
struct BuildRun {
  let status: ExitStatus
  let output: BuildOutput
}

extension BuildRun {
  /// Starts a program, reads what it prints to the end, and shows meanwhile that the build is alive.
  ///
  /// - Throws: `LaunchError` if it cannot be started.
  init(_ program: String, _ arguments: [String], environment: [String: String], building title: String) throws {
    let child = try ChildProcess(program, arguments, environment: environment)
    var output = BuildOutput()
    var progress = BuildProgress(of: title)
    var unfinished: [Int32: [UInt8]] = [child.output: [], child.messages: []]
    while !unfinished.isEmpty {
      let ready = Stream.ready(reading: Array(unfinished.keys), until: .now + .milliseconds(200))
      progress.update()
      for stream in ready {
        let bytes = Stream.read(stream)
        var pieces = (unfinished[stream, default: []] + bytes)
          .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        unfinished[stream] = bytes.isEmpty ? nil : pieces.popLast().map(Array.init)
        for piece in pieces {
          let line = String(decoding: piece, as: UTF8.self)
          output.append(line)
          progress.update(line)
        }
      }
    }
    progress.finish()
    self.init(status: child.wait(), output: output)
  }
}
