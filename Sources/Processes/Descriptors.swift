import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Waiting for several pipes at once.
package enum Descriptors {
  /// Returns which of the descriptors can be read or written now, waiting at most until the deadline.
  ///
  /// A pipe whose other end is closed counts as ready: reading from it gives the end.
  package static func ready(
    reading: [Int32], writing: [Int32] = [], until deadline: ContinuousClock.Instant
  ) -> Set<Int32> {
    var requests = reading.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    requests += writing.map { pollfd(fd: $0, events: Int16(POLLOUT), revents: 0) }
    let left = ContinuousClock.now.duration(to: deadline)
    let milliseconds = max(0, left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000)
    guard poll(&requests, nfds_t(requests.count), Int32(milliseconds) + 1) > 0 else { return [] }
    return Set(requests.filter { $0.revents != 0 }.map(\.fd))
  }

  /// Whether a descriptor belongs to a pipe.
  package static func isPipe(_ descriptor: Int32) -> Bool {
    var state = stat()
    return fstat(descriptor, &state) == 0 && state.st_mode & S_IFMT == S_IFIFO
  }

  /// Returns what can be read now; empty at the end of the stream.
  package static func read(_ descriptor: Int32) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = systemRead(descriptor, &buffer, buffer.count)
    return count > 0 ? Array(buffer[..<count]) : []
  }

  /// Writes as much as fits now and returns how many bytes that were; nil if nobody reads any more.
  package static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int? {
    let count = bytes.prefix(4096).withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
    return count >= 0 ? count : (errno == EINTR || errno == EAGAIN ? 0 : nil)
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
