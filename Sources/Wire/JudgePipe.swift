#if canImport(Darwin)
  @preconcurrency import Darwin
#elseif canImport(Musl)
  import Musl
#else
  @preconcurrency import Glibc
#endif

/// A host's private connection to the judge.
///
/// It is taken from standard input and output before any of the lesson's code runs. After that, standard input is
/// empty and whatever the lesson prints goes to standard error: neither can disturb a reply.
///
/// A message is a ticket and a length in 8 bytes each, and then the bytes. A reply bears the ticket of its request,
/// which the lesson's code does not know: what that code writes into the connection by itself is no reply.
struct JudgePipe {
  private let requests: Int32
  private let replies: Int32

  static func takingStandardStreams() -> JudgePipe {
    let pipe = JudgePipe(requests: privateDuplicate(of: 0), replies: privateDuplicate(of: 1))
    let nothing = open("/dev/null", O_RDONLY)
    dup2(nothing, 0)
    close(nothing)
    dup2(2, 1)
    // At once, so that what was printed before a crash is not lost with the buffer.
    setvbuf(stdout, nil, _IONBF, 0)
    return pipe
  }

  /// A copy of the descriptor that child processes do not inherit.
  private static func privateDuplicate(of descriptor: Int32) -> Int32 {
    fcntl(descriptor, F_DUPFD_CLOEXEC, 100)
  }

  /// Returns the next request and its ticket, or nil when the judge has closed the pipe.
  func nextRequest() -> (ticket: UInt64, request: [UInt8])? {
    guard let ticket = readNumber(), let count = readNumber(), let request = read(count: Int(count)) else {
      return nil
    }
    return (ticket, request)
  }

  func send(_ reply: [UInt8], ticket: UInt64) {
    var frame = FrameWriter()
    frame.write(bits: ticket)
    frame.write(reply.count)
    var rest = (frame.bytes + reply)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(replies, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        fatalError("the connection to course-check is closed: does the code close files that it did not open?")
      }
    }
  }

  private func readNumber() -> UInt64? {
    read(count: 8)?.reversed().reduce(0) { $0 << 8 | UInt64($1) }
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
