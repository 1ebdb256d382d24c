import Testing

/// The suites that use the classroom, one after the other.
///
/// There is one classroom, and a change between stubs and solved lessons builds three hosts anew: suites that took turns
/// would wait for each other's builds.
@Suite(.serialized, .ownLine)
enum ClassroomTests {}
