import Batteries
import Foundation
import Testing

extension ClassroomTests {
  /// A table that is large for a classroom; what is measured is the largest memory that the Lab had at any time.
  @Suite(
    "A large table", .serialized, .enabled(if: Battery.isLong, "the Lab is built first"),
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/time"), "/usr/bin/time measures the memory"))
  struct LargeTableTests {
    @Test("takes less than three times its size in memory, however many epochs are trained")
    func memory() throws {
      try Classroom.open(.stubs) { classroom in
        let work = try LabWork(in: classroom)
        let (rows, columns) = (200_000, 10)
        try work.write(Self.table(rows: rows, columns: columns), to: "large.csv")
        try work.write(Self.table(rows: 20, columns: columns), to: "small.csv")
        // The first run builds the Lab, which takes more memory than the Lab itself.
        _ = try peakMemory(of: "small.csv", epochs: 1, in: classroom)
        let small = try peakMemory(of: "small.csv", epochs: 1, in: classroom)
        let once = try peakMemory(of: "large.csv", epochs: 1, in: classroom)
        let often = try peakMemory(of: "large.csv", epochs: 10, in: classroom)
        // One column holds the labels.
        let size = rows * (columns - 1) * MemoryLayout<Double>.size
        #expect(once - small < 3 * size, "\(once) bytes, of which \(small) are not the table's")
        #expect(often - once < size / 4, "\(often) bytes after ten epochs, \(once) after one")
      }
    }

    /// Columns of numbers and one with the label, which is "high" where their sum is; after a thousand rows they come again.
    private static func table(rows: Int, columns: Int) -> Data {
      let header = (1..<columns).map { "x\($0)," }.joined() + "class\n"
      let lines = (0..<min(rows, 1000)).map { row in
        let numbers = (1..<columns).map { (row * (7919 + 104_729 * $0)) % 20_001 - 10_000 }
        let label = numbers.reduce(0, +) > 0 ? "high" : "low"
        return numbers.map { "\($0 / 1000).\(abs($0) % 1000)," }.joined() + label + "\n"
      }
      return Data((header + String(repeating: lines.joined(), count: max(rows / 1000, 1))).utf8)
    }

    /// The largest memory in bytes of a training, be it course-check's or the Lab's.
    private func peakMemory(of table: String, epochs: Int, in classroom: borrowing Classroom) throws -> Int {
      #if canImport(Darwin)
        let (options, unit) = (["-l"], 1)
      #else
        let (options, unit) = (["-f", "%M maximum resident set size"], 1024)
      #endif
      let training = [
        classroom.command.path, "train", "--csv", "lab-work/\(table)", "--label", "class", "--hidden", "2", "--epochs",
        "\(epochs)", "--out", "lab-work/figures", "--tree", "solutions",
      ]
      let result = try Command("/usr/bin/time", options + training, in: classroom.root).run(limit: 600)
      #expect(result.status == 0, "\(result.text)")
      let peak = try #require(result.messages.firstMatch(of: /([0-9]+) +maximum resident set size/), "\(result.text)")
      return try #require(Int(peak.1)) * unit
    }
  }
}
