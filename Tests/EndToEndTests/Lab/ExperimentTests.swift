import Batteries
import LabKit
import Testing

extension ClassroomTests {
  /// The experiments of the course's documents, run again with the reference solutions.
  @Suite("An experiment", .serialized, .enabled(if: Battery.isLong))
  struct ExperimentTests {
    /// Means that differ by chance alone lie this far apart once in some four thousand times, and three standard errors once in
    /// two hundred: of all that are compared, one or another may well be beyond three.
    private static let mostApart = 4.0

    @Test(
      "comes out within four standard errors of the references, with as many seeds",
      arguments: Battery.some(1, of: Experiment.all.map(\.name), turn: 0))
    func reference(name: String) throws {
      try Classroom.open(.solved) { classroom in
        let result = try classroom.check("experiment", name, limit: 1200)
        #expect(result.status == 0, "\(result.messages)")
        let rows = result.output.split(separator: "\n").compactMap { Row($0) }
        // Where neither has a spread, there is nothing to measure a distance by.
        let compared = rows.filter { $0.apart != "–" }
        #expect(!compared.isEmpty)
        for row in compared {
          let distance = try #require(Double(row.apart), "\(row)")
          #expect(distance <= Self.mostApart, "\(row)")
        }
      }
    }

    @Test("prints the documents' own figures beside the ones that it measured")
    func documents() throws {
      try Classroom.open(.solved) { classroom in
        let xor = try classroom.check("experiment", "xor", limit: 600).output
        for figure in ["0.7148", "0.0086", "0.01", "0.99"] {
          #expect(xor.split(separator: "\n").compactMap { Row($0) }.contains { $0.document == figure }, "\(xor)")
        }
      }
    }

    @Test("with the same seeds prints the same, and with other seeds something else")
    func seeds() throws {
      try Classroom.open(.solved) { classroom in
        let first = try classroom.check("experiment", "xor", "--seeds", "2").output
        #expect(try classroom.check("experiment", "xor", "--seeds", "2").output == first)
        #expect(try classroom.check("experiment", "xor", "--seeds", "3").output != first)
        let others = try classroom.check("experiment", "xor", "--seeds", "2", "--first-seed", "101").output
        #expect(others.contains("for each of the seeds 101 to 102\n"))
        #expect(others.split(separator: "\n").dropFirst(2) != first.split(separator: "\n").dropFirst(2))
      }
    }
  }
}

/// A row of an experiment's table: a quantity and four columns.
private struct Row: CustomStringConvertible {
  let description: String
  let reference: Substring
  let apart: Substring
  let document: Substring

  /// Reads a line; nil if it is none of a table's rows.
  init?(_ line: Substring) {
    let pattern = #/  \S.*? {2,}\S+(?: ± \S+)? +(?<reference>\S+(?: ± \S+)?) +(?<apart>–|[0-9.]+) +(?<document>\S.*)/#
    guard let match = line.wholeMatch(of: pattern) else { return nil }
    description = String(line)
    reference = match.reference
    apart = match.apart
    document = match.document
  }
}
