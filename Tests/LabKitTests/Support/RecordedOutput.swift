import Synchronization

@testable import LabKit

/// An output that keeps what it is told, for tests to read.
final class RecordedOutput: Sendable {
  private let bytes = Mutex<[UInt8]>([])

  /// The output itself.
  var output: LabOutput {
    LabOutput { [self] new in bytes.withLock { $0 += new } }
  }

  /// The messages so far.
  var messages: [LabMessage] {
    var bytes = bytes.withLock { $0 }
    return LabMessage.taken(from: &bytes)
  }

  /// All text of one kind.
  func text(_ kind: LabMessage.Kind) -> String { messages.filter { $0.kind == kind }.map(\.text).joined() }
}
