import Batteries
import Course
import Foundation
import Testing

extension ClassroomTests {
  /// A table of three classes, from the training to the prediction.
  @Suite("Training layers", .serialized, .enabled(if: Battery.isLong, "the Lab is built first"))
  struct LayersTests {
    /// Three clouds of 40 points.
    private static var flowers: String {
      let middles = [("rose", 0.0, 0.0), ("lily", 4.0, 0.0), ("iris", 0.0, 4.0)]
      let rows = (0..<120).map { row in
        let (name, x, y) = middles[row % 3]
        let angle = Double(row) * 2.4
        let radius = Double(row % 10) / 10
        return "\(x + radius * cos(angle)),\(y + radius * sin(angle)),\(name)\n"
      }
      return "length,width,flower\n" + rows.joined()
    }

    private static let words = ["train", "--csv", "lab-work/t.csv", "--label", "flower", "--epochs", "60"]

    @Test("chooses layers for three classes, draws them, and its model predicts a probability for each")
    func severalClasses() throws {
      try Classroom.open(.stubs) { classroom in
        let work = try LabWork(in: classroom)
        try work.write(Data(Self.flowers.utf8), to: "t.csv")
        let folders = ["--out", "lab-work/figures", "--save", "lab-work/m.json"]
        let result = try classroom.lab(Self.words + folders)
        #expect(result.status == 0, "\(result.text)")
        #expect(result.messages.contains("has 3 classes, so this is a network of layers, of lessons 9 and 10."))
        #expect(result.output.contains("flower: 'iris', 'lily', 'rose'; features scaled to mean 0 and deviation 1\n"))
        #expect(result.output.contains("2-32-32-3 with relu and softmax: 1251 parameters · rate 0.03, batch 64\n"))
        #expect(result.output.firstMatch(of: /accuracy +100\.0 % +100\.0 %/) != nil)
        for name in ["figures/train-boundary.svg", "figures/train-confusion.svg"] {
          let picture = String(decoding: try work.data(name), as: UTF8.self)
          for flower in ["iris", "lily", "rose"] { #expect(picture.contains(">\(flower)<"), "\(name)") }
        }
        let predicted = try classroom.lab([
          "predict", "--model", "lab-work/m.json", "--csv", "lab-work/t.csv", "--label", "flower",
        ])
        #expect(predicted.messages.contains("accuracy 100.0 % on 120 examples\n"), "\(predicted.text)")
        let lines = predicted.output.split(separator: "\n")
        #expect(lines.first == "probability of iris,probability of lily,probability of rose,class")
        #expect(lines.count == 121)
        for line in lines.dropFirst() {
          let fields = line.split(separator: ",")
          let sum = fields.dropLast().compactMap { Double($0) }.reduce(0, +)
          #expect(fields.count == 4 && abs(sum - 1) < 1e-5)
        }
      }
    }

    @Test("names what is not written before it builds anything: a lesson, or an exercise with its line")
    func unwritten() throws {
      try Classroom.open(.solved) { classroom in
        let work = try LabWork(in: classroom)
        try work.write(Data(Self.flowers.utf8), to: "t.csv")
        try classroom.plant("    fatalError(\"TODO: 10.4 ReLULayer.backward\")", in: "10.4")
        let open = try classroom.lab(Self.words, tree: "lessons")
        #expect(open.status == 1)
        let file = "Lessons/Lesson10-Layers/Layers.swift"
        let text = try String(contentsOf: classroom.root.appending(path: file), encoding: .utf8)
        let line =
          text.split(separator: "\n", omittingEmptySubsequences: false)
          .firstIndex { $0.contains("TODO: 10.4") }.map { $0 + 1 } ?? 0
        #expect(
          open.messages.hasSuffix(
            "\n`train` needs 10.4 ReLULayer.backward, which is not written yet: \(file):\(line).\n"
              + "Next: write it, and run: swift run course-check 10.4\n"), "\(open.text)")
        #expect(!open.messages.contains("Building the Lab"))
        // Without hidden layers there is no ReLU, and it is not missed.
        let without = try classroom.lab(Self.words + ["--hidden", "0", "--out", "lab-work/figures"], tree: "lessons")
        #expect(without.status == 0, "\(without.text)")
      }
    }
  }
}
