import Batteries
import Testing

/// The suites that use the copy that is built as a student builds a clone, one after the other.
@Suite(.serialized, .ownLine, .enabled(if: Battery.isLong, "the kit is built anew"))
enum BuiltCopyTests {}
