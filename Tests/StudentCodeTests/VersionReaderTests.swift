import StudentCode
import Testing

@Suite("The reader of the versions") struct VersionReaderTests {
  private let reader = VersionReader(
    """
    import CourseKit
    import Foundation

    /// Wrong versions.
    func halved(other: String, _ x: Double) throws -> Double {
      switch other {
      case "9.1 sign lost and not halved":
        // Double, evidence: "yours -2   expected 1"
        // Also true: "sign lost"
        try stop(unless: x > 0)
        return -x
      case "9.1 rounded":
        // Unknown, evidence: "yours 0 "
        switch x {
        case 0: return 0
        default:
          // Half of it.
          return (x / 2).rounded()
        }
      default:
        return try halved(right: other, x)
      }
    }

    // BEGIN HELPERS 9 in one line
    private func half() -> Double { 0.5 }
    // END HELPERS
    """)

  @Test("takes the lines of a case as they stand in a lesson's file, without its notes")
  func bodies() {
    #expect(reader.versions.map(\.title) == ["9.1 sign lost and not halved", "9.1 rounded"])
    #expect(reader.versions.first?.body == "  return -x")
    #expect(
      reader.versions.last?.body == """
          switch x {
          case 0: return 0
          default:
            // Half of it.
            return (x / 2).rounded()
          }
        """)
    #expect(reader.versions.allSatisfy { $0.importsFoundation })
  }

  @Test("takes what the notes say, to the last space")
  func notes() {
    #expect(reader.versions.map(\.kind) == [.double, .other])
    #expect(reader.versions.map(\.evidence) == ["yours -2   expected 1", "yours 0 "])
    #expect(reader.versions.map(\.trueNames) == [["sign lost"], []])
  }

  @Test("takes the helper functions of a style")
  func helpers() {
    #expect(reader.helpers == ["9 in one line": "private func half() -> Double { 0.5 }"])
  }
}
