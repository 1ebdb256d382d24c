import Batteries
import Course
import Foundation
import Testing

@testable import course_check

extension ClassroomTests {
  /// Training as a newcomer and an instructor run it.
  @Suite("Training", .serialized, .enabled(if: Battery.isLong, "the Lab is built first"))
  struct TrainTests {
    @Test("learns xor, writes results and progress apart, and keeps pictures that it names")
    func xor() throws {
      try Classroom.open(.stubs) { classroom in
        let work = try LabWork(in: classroom)
        let words = ["train", "--data", "xor", "--out", "lab-work/figures"]
        let result = try classroom.lab(words)
        #expect(result.status == 0, "\(result.text)")
        #expect(result.output.hasPrefix("4 examples of xor"))
        #expect(result.output.firstMatch(of: /accuracy +100\.0 % +100\.0 %/) != nil)
        #expect(!result.output.contains("epoch    1/1000"))
        let lines = result.messages.split(separator: "\n").filter { $0.hasPrefix("epoch ") }
        #expect(lines.count == 11, "the first epoch and each tenth of them")
        #expect(Set(lines.map(\.count)).count == 1, "all of the same width")
        #expect(!result.text.contains("\r") && !result.text.contains("\u{1B}"))
        let pictures = ["figures/train-boundary.svg", "figures/train-curves.svg"]
        #expect(work.files == pictures)
        for picture in pictures {
          #expect(result.output.contains("lab-work/\(picture)"))
          #expect(try String(decoding: work.data(picture), as: UTF8.self).contains("</svg>"))
        }
        let again = try classroom.lab(words)
        #expect(again.output == result.output, "the same seed, the same bytes")
        #expect(work.files == pictures, "pictures of its own are replaced")
      }
    }

    @Test("writes the same bytes for the same seed, and moves an older model aside")
    func repeated() throws {
      try Classroom.open(.stubs) { classroom in
        let work = try LabWork(in: classroom)
        try work.writeFlowers()
        let words = ["train"] + LabWork.flowers + ["--out", "lab-work/figures", "--save", "lab-work/m.json"]
        #expect(try classroom.lab(words).status == 0)
        let names = ["m.json", "figures/train-curves.svg", "figures/train-boundary.svg"]
        let first = try names.map(work.data)
        try FileManager.default.removeItem(at: work.folder.appending(path: "m.json"))
        try FileManager.default.removeItem(at: work.folder.appending(path: "figures"))
        let second = try classroom.lab(words)
        #expect(try names.map(work.data) == first)
        #expect(!second.output.contains("was there before"))
        let other = try classroom.lab(words + ["--seed", "2"])
        #expect(try work.data("m.json") != first[0])
        let moved = try #require(
          other.output.firstMatch(of: /lab-work\/m\.json was there before: it is kept as lab-work\/(m-[-0-9]+\.json)\n/)
        )
        #expect(try work.data(String(moved.1)) == first[0])
      }
    }

    @Test(
      "on a malformed table says which line is wrong, and changes nothing",
      arguments: [
        ("x,flower\n1,rose\n2\n", ":3: this row has 1 value, and the first line names 2 columns.\n"),
        ("x,flower\n1,rose\ntwo,lily\n", ":3: 'two' in the column 'x' is no number.\n"),
        ("x,y\n1,2\n", ":1: there is no column 'flower'. The columns are 'x', 'y'.\n"),
        ("x,flower\n1,rose\n", ": the column 'flower' has one class only, 'rose': there is nothing to tell apart.\n"),
        ("", " is empty. Its first line names the columns, for example: x,y,class\n"),
        (
          "x,flower\n1,œil\n2,lily",
          ":2: the text is not UTF-8, perhaps Latin-1 or Windows-1252. Save the table again with the encoding UTF-8. This "
            + "converts it: iconv -f WINDOWS-1252 -t UTF-8 lab-work/table.csv > lab-work/table.utf8.csv\n"
        ),
      ])
    func malformed(text: String, sentence: String) throws {
      try Classroom.open(.stubs) { classroom in
        let work = try LabWork(in: classroom)
        // As an older program writes it: the same as UTF-8 for all letters of ASCII.
        try work.write(try #require(text.data(using: .windowsCP1252)), to: "table.csv")
        try work.write(Data("older".utf8), to: "m.json")
        let result = try classroom.lab([
          "train", "--csv", "lab-work/table.csv", "--label", "flower", "--save", "lab-work/m.json", "--out",
          "lab-work/figures",
        ])
        #expect(result.status == 2)
        #expect(result.messages.hasSuffix("lab-work/table.csv" + sentence), "\(result.text)")
        #expect(result.output == "")
        #expect(work.files == ["m.json", "table.csv"])
        #expect(try work.data("m.json") == Data("older".utf8))
        #expect(!FileManager.default.fileExists(atPath: classroom.root.appending(path: "figures").path))
      }
    }

    @Test("ends quietly when nobody reads its results any more")
    func closedPipe() throws {
      try Classroom.open(.stubs) { classroom in
        _ = try LabWork(in: classroom)
        let line = "'\(classroom.command.path)' train --data xor --tree solutions --out lab-work/figures | head -n 1"
        let result = try Command("/bin/sh", ["-c", line], in: classroom.root).run(limit: 600)
        #expect(result.output.split(separator: "\n").count == 1)
        #expect(!result.messages.contains("Fatal error") && !result.messages.contains("crash"), "\(result.messages)")
        #expect(ProcessTable.lines(of: classroom) == [])
      }
    }

    @Test("saves a model whose predictions are as good as it said")
    func prediction() throws {
      try Classroom.open(.stubs) { classroom in
        let work = try LabWork(in: classroom)
        try work.writeFlowers()
        let train = try classroom.lab(["train"] + LabWork.flowers + ["--save", "lab-work/m.json", "--out", "lab-work"])
        let shares = try #require(train.output.firstMatch(of: /accuracy +([0-9.]+) % +([0-9.]+) %/))
        let training = try #require(Double(shares.1))
        let validation = try #require(Double(shares.2))
        let files = ["--model", "lab-work/m.json", "--csv", "lab-work/flowers.csv"]
        let result = try classroom.lab(["predict"] + files + ["--label", "flower"])
        #expect(result.status == 0)
        let said = try #require(result.messages.firstMatch(of: /accuracy ([0-9.]+) % on 60 examples/))
        let accuracy = try #require(Double(said.1))
        #expect(abs(accuracy - (training * 48 + validation * 12) / 60) < 0.2)
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 61)
        #expect(lines[0] == "probability of rose,class")
        #expect(lines.dropFirst().allSatisfy { $0.wholeMatch(of: /[01]\.[0-9]{6},(rose|lily)/) != nil })
        let without = try classroom.lab(["predict"] + files)
        #expect(without.output == result.output)
        #expect(!without.messages.contains("accuracy"))
      }
    }
  }
}
