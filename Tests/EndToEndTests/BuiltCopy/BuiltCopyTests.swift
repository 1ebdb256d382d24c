import Batteries
import Testing

/// The suites that use the copy that is built as a student builds a clone, one after the other.
@Suite(.serialized, .ownLine, .longTest(part: 4))
enum BuiltCopyTests {}
