import Batteries
import Foundation
import Testing

extension ClassroomTests {
  /// Tables as other programs write them, through the real command.
  @Suite("A table that somebody has", .serialized, .enabled(if: Battery.isLong, "the Lab is built first"))
  struct FoundTableTests {
    /// Twelve examples in the writing of a table: its separator, its decimal mark, and what is changed of the lines.
    private static func table(
      _ separator: String = ",", point: String = ".", names: [String] = ["width", "height", "kind"],
      _ change: ([String]) -> [String] = { $0 }
    ) -> String {
      let rows = (0..<12).map { row in
        ["\(row % 5)\(point)5", "\(row * row)\(point)25", row % 3 == 0 ? "rose" : "lily"].joined(separator: separator)
      }
      return change([names.joined(separator: separator)] + rows).joined(separator: "\n") + "\n"
    }

    private static let european = "semicolons between values, commas in numbers"
    private static let nameless = "the first column, which has no name, left out"

    /// What is written, what is said of it beside what is always said, and the options.
    private static let accepted: [(text: Data, remarks: [String], options: [String])] = [
      (Data(table().utf8), [], []), (Data(table(";", point: ",").utf8), [european], []),
      (Data(table(";").utf8), ["semicolons between values"], []),
      (Data(table("\t", point: ",").utf8), ["tabs between values, commas in numbers"], []),
      (Data(table("|").utf8), ["pipes between values"], []), (Data(table("   ").utf8), ["blanks between values"], []),
      (Data(table(":").utf8), ["':' between values"], ["--separator", ":"]),
      (Data(table(";", point: ",").utf8), [european], ["--separator", "semicolon", "--decimal", "comma"]),
      (Data(("sep=;\n" + table(";", point: ",")).utf8), [european], []),
      (Data(("\u{FEFF}\u{FEFF}" + table()).utf8), [], []), (Data(table().replacing("\n", with: "\r\n").utf8), [], []),
      (Data(table().replacing("\n", with: "\r").utf8), [], []),
      (Data(table { $0.map { "\($0)," } }.utf8), [], []),
      (Data(table { ["Flowers", "# by hand"] + $0 }.utf8), ["2 lines above the table passed over"], []),
      (Data(table { ["# \($0[0])"] + $0.dropFirst() }.utf8), [], []),
      (Data(table { lines in lines.enumerated().map { $0 == 0 ? ",\($1)" : "\($0 - 1),\($1)" } }.utf8), [nameless], []),
      (Data(table { lines in lines.enumerated().map { $0 == 0 ? $1 : "\($0),\($1)" } }.utf8), [nameless], []),
      (Data(table().replacing("rose\n2.5", with: "Rose \n2.5").utf8), ["'rose' stands for 'Rose', too"], []),
      (
        Data(table { lines in lines.enumerated().map { $0 == 0 ? "id,\($1)" : "\($0),\($1)" } }.utf8), [],
        ["--ignore", "id"]
      ),
      (
        Data(table { lines in lines.map { "\($0.prefix(1))?,\($0)" } }.utf8), [], ["--columns", "width,height"]
      ),
      (Data(table().replacing("0.5", with: "\u{A0}0.5\u{200B}").utf8), [], []),
    ]

    @Test("is learned from, and what is unusual about it is said in a line below its name")
    func acceptance() throws {
      try Classroom.open(.stubs) { classroom in
        let work = try LabWork(in: classroom)
        for (text, remarks, options) in Self.accepted {
          try work.write(text, to: "found.csv")
          let result = try classroom.lab(Self.training + options)
          let lines = result.output.split(separator: "\n").map(String.init)
          #expect(result.status == 0, "\(result.text)")
          #expect(lines.first == "lab-work/found.csv: 12 examples with 2 features, seed 1", "\(result.text)")
          #expect(Array(lines.dropFirst().prefix(remarks.count)) == remarks)
          #expect(lines.dropFirst(1 + remarks.count).first?.hasPrefix("kind: 'rose' is 1 and 'lily' is 0; ") == true)
        }
      }
    }

    private static let training = [
      "train", "--csv", "lab-work/found.csv", "--label", "kind", "--hidden", "0", "--epochs", "1", "--out",
      "lab-work/figures",
    ]

    private static let refused: [(text: Data, sentence: String)] = [
      (
        Data(table { lines in lines.enumerated().map { $0 == 0 ? "id,\($1)" : "\($0),\($1)" } }.utf8),
        "lab-work/found.csv: the column 'id' counts the rows (1, 2, 3 …). A network would learn the rows by their numbers, which "
          + "say nothing about new ones. Leave it out: --ignore id, or name the columns to learn from: --columns width,height"
      ),
      (
        Data(table { lines in lines.enumerated().map { $0 == 0 ? "the day,\($1)" : "May \($0 % 9),\($1)" } }.utf8),
        "lab-work/found.csv:2: the column 'the day' holds texts, such as 'May 1', and a network learns from numbers. Leave it "
          + "out: --ignore 'the day', or name the columns to learn from: --columns width,height"
      ),
      (
        Data(table().replacing("rose", with: "größe").utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
        "lab-work/found.csv is a text in UTF-16, not UTF-8. This converts it: iconv -f UTF-16LE -t UTF-8 lab-work/found.csv > "
          + "lab-work/found.utf8.csv"
      ),
      (
        Data(table().replacing("rose", with: "gr\u{F6}\u{DF}e").unicodeScalars.map { UInt8($0.value) }),
        "lab-work/found.csv:2: the text is not UTF-8, perhaps Latin-1 or Windows-1252. Save the table again with the encoding UTF-8. This "
          + "converts it: iconv -f WINDOWS-1252 -t UTF-8 lab-work/found.csv > lab-work/found.utf8.csv"
      ),
      (
        Data(table().replacing("2.5,4.25", with: "−2.5,4.25").utf8),
        "lab-work/found.csv:4: '−2.5' in the column 'width' has a typographic minus, U+2212: write - in its place."
      ),
      (
        Data(table(";", point: ",").replacing("2,5;4,25", with: "2.5;4,25").utf8),
        "lab-work/found.csv:4: '2.5' in the column 'width' has a point before its fraction, and the number in line 2 has a "
          + "comma. Write all numbers of the table in one way."
      ),
      (
        Data(table().replacing("2.5,4.25", with: "2.5,1e999").utf8),
        "lab-work/found.csv:4: '1e999' in the column 'height' is too large for a number: they end at 1.8e308. Write the column in "
          + "a larger unit, or leave the row out."
      ),
      (
        Data(table().replacing("2.5,4.25", with: "NA,4.25").utf8),
        "lab-work/found.csv:4: 'NA' in the column 'width' says that a value is missing. Fill it in or leave the row out."
      ),
    ]

    @Test("is refused with the sentence that helps, and status 2")
    func refusal() throws {
      try Classroom.open(.stubs) { classroom in
        let work = try LabWork(in: classroom)
        for (text, sentence) in Self.refused {
          try work.write(text, to: "found.csv")
          let result = try classroom.lab(Self.training)
          #expect(result.status == 2 && result.messages == sentence + "\n", "\(result.text)")
        }
      }
    }

    @Test("is read for a prediction as for the training, with labels that are written otherwise")
    func prediction() throws {
      try Classroom.open(.stubs) { classroom in
        let work = try LabWork(in: classroom)
        try work.write(Data(Self.table().utf8), to: "found.csv")
        let words = Self.training + ["--save", "lab-work/model.json"]
        #expect(try classroom.lab(words).status == 0)
        let asked = ["predict", "--model", "lab-work/model.json", "--csv", "lab-work/found.csv", "--label", "kind"]
        // The first time the Lab is built for other exercises.
        _ = try classroom.lab(asked)
        let plain = try classroom.lab(asked)
        let text = Self.table(";", point: ",").replacing("rose", with: "ROSE")
        try work.write(Data(text.utf8), to: "found.csv")
        let result = try classroom.lab(asked)
        #expect(result.status == 0 && result.output == plain.output, "\(result.text)")
        #expect(result.messages == "lab-work/found.csv: \(Self.european)\n" + plain.messages)
      }
    }
  }
}
