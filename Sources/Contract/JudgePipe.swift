#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  @preconcurrency import Glibc
#endif

/// A host's private connection to the judge.
///
/// It is taken from standard input and output before any of the lesson's code runs. After that, standard input is
/// empty and whatever the lesson prints goes to standard error: neither can disturb a reply.
struct JudgePipe {
  private let requests: Int32
  private let replies: Int32

  static func takingStandardStreams() -> JudgePipe {
    let pipe = JudgePipe(requests: privateDuplicate(of: 0), replies: privateDuplicate(of: 1))
    let nothing = open("/dev/null", O_RDONLY)
    dup2(nothing, 0)
    close(nothing)
    dup2(2, 1)
    // Line by line, so that what was printed before a crash is not lost with the buffer.
    setvbuf(stdout, nil, _IOLBF, 0)
    return pipe
  }

  /// A copy of the descriptor that child processes do not inherit.
  private static func privateDuplicate(of descriptor: Int32) -> Int32 {
    fcntl(descriptor, F_DUPFD_CLOEXEC, 100)
  }

  /// Returns the next request, or nil when the judge has closed the pipe.
  func nextRequest() -> [UInt8]? {
    guard let header = read(count: 8) else { return nil }
    let count = header.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    return read(count: Int(count))
  }

  func send(_ reply: [UInt8]) {
    var frame = FrameWriter()
    frame.write(reply.count)
    var rest = (frame.bytes + reply)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(replies, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        exit(1)
      }
    }
  }

  private func read(count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let received = bytes.withUnsafeMutableBytes {
        systemRead(requests, $0.baseAddress! + filled, count - filled)
      }
      if received > 0 {
        filled += received
      } else if received == 0 || errno != EINTR {
        return nil
      }
    }
    return bytes
  }
}

/// The system's `read`, under a name that the method above does not hide.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
