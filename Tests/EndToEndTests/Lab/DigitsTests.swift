import Batteries
import Foundation
import Testing

extension ClassroomTests {
  /// Handwriting, with everything that the lessons give.
  @Suite("The handwritten digits", .serialized, .enabled(if: Battery.isLong, "the Lab is built first"))
  struct DigitsTests {
    private static let words = ["train", "--data", "digits", "--out", "lab-work/figures"]

    private func accuracy(_ output: String) -> Double? {
      output.firstMatch(of: /\naccuracy +[0-9.]+ % +([0-9.]+) %\n/).flatMap { Double($0.1) }
    }

    @Test("are read right by 97 of 100, a mean of ten seeds, and none of these takes ten seconds")
    func accuracy() throws {
      try Classroom.open(.stubs) { classroom in
        _ = try LabWork(in: classroom)
        // What is timed is the training: the Lab is built by the first command.
        #expect(try classroom.lab(Self.words + ["--epochs", "1"]).status == 0)
        var accuracies: [Double] = []
        for seed in 1...10 {
          let result = try classroom.lab(Self.words + ["--seed", "\(seed)"])
          #expect(result.status == 0 && result.seconds < 10, "\(result.seconds) s: \(result.text)")
          accuracies.append(try #require(accuracy(result.output)))
        }
        print("Held-out digits, ten seeds: \(accuracies)")
        #expect(accuracies.reduce(0, +) / 10 >= 97)
      }
    }

    @Test("that are misread are shown with what they were taken for, in the terminal and in a picture")
    func misread() throws {
      try Classroom.open(.stubs) { classroom in
        let work = try LabWork(in: classroom)
        let result = try classroom.lab(Self.words + ["--epochs", "2", "--ascii"])
        #expect(result.status == 0, "\(result.text)")
        let title = try #require(
          result.output.firstMatch(of: /([0-9]+) of the 359 digits that were kept apart are misread/))
        #expect(result.output.contains(/[0-9] read as [0-9]/))
        #expect(result.output.allSatisfy { $0.isASCII })
        let sheet = String(decoding: try work.data("figures/train-misread.svg"), as: UTF8.self)
        #expect(sheet.matches(of: />[0-9] read as [0-9]</).count == Int(title.1), "the picture has all of them")
        #expect(work.files.contains("figures/train-confusion.svg"))
      }
    }

    @Test("that are missing or damaged are one sentence, before anything is built")
    func missing() throws {
      try Classroom.open(.stubs) { classroom in
        let file = classroom.root.appending(path: "Data/Digits/digits.bin")
        let digits = try Data(contentsOf: file)
        defer { try? digits.write(to: file) }
        try digits.dropLast(10).write(to: file)
        let damaged = try classroom.lab(Self.words)
        #expect(damaged.status == 4 && damaged.output.isEmpty && !damaged.messages.contains("Building"))
        #expect(
          damaged.messages
            == "Data/Digits/digits.bin is damaged. It came with the course, and git brings it back: "
            + "git checkout -- Data/Digits/digits.bin\n")
        try FileManager.default.removeItem(at: file)
        let missing = try classroom.lab(["plot", "digits", "--out", "lab-work/figures"])
        #expect(missing.status == 4 && missing.messages.hasPrefix("There is no file Data/Digits/digits.bin"))
      }
    }
  }
}
