import Foundation
import Synchronization

/// The way out of the Lab's program: messages for course-check.
public final class LabOutput: Sendable {
  private let write: @Sendable ([UInt8]) -> Void
  private let lock = Mutex(())

  /// Creates an output that hands each message's bytes to `write`.
  public init(_ write: @escaping @Sendable ([UInt8]) -> Void) {
    self.write = write
  }

  /// Takes standard output for messages; whatever else is printed from now on goes to standard error.
  static func takingStandardOutput() -> LabOutput {
    let pipe = FileHandle(fileDescriptor: dup(STDOUT_FILENO))
    dup2(STDERR_FILENO, STDOUT_FILENO)
    return LabOutput { bytes in try? pipe.write(contentsOf: Data(bytes)) }
  }

  /// Sends a piece of the result.
  func result(_ text: String) { send(LabMessage(.result, text)) }

  /// Sends a word on how far the work has come.
  func progress(_ text: String) { send(LabMessage(.progress, text)) }

  /// Sends the sentence that says what is wrong with the input.
  func failure(_ sentence: String) { send(LabMessage(.failure, sentence + "\n")) }

  /// Says that all is done.
  func end() { send(LabMessage(.end, "")) }

  private func send(_ message: LabMessage) {
    lock.withLock { _ in write(message.bytes) }
  }
}
