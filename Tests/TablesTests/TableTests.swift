import CourseKit
import Testing

@testable import Tables

@Suite("A table")
struct TableTests {
  private func read(_ text: String, label: String? = "class") throws -> Table {
    try Table(text.utf8, label: label)
  }

  @Test("has its numbers, its labels and the names of its columns in the file's order")
  func plain() throws {
    let file = try read("x,class,y\n1,a,2\n-3.5,b,4e-2\n")
    #expect(file.features == ["x", "y"])
    #expect(file.values == Matrix([[1, 2], [-3.5, 0.04]]))
    #expect(file.labels.texts == ["a", "b"])
  }

  @Test(
    "reads the same whatever system and program wrote it",
    arguments: [
      "x,y,class\r\n1,2,a\r\n3,4,b\r\n",
      "x,y,class\r1,2,a\r3,4,b\r",
      "x,y,class\n1,2,a\n3,4,b",
      "\u{FEFF}x,y,class\n1,2,a\n3,4,b\n",
      "\n\nx,y,class\n\n1,2,a\n   \n3,4,b\n\n\t\n",
      " x , y\t,class\n 1 ,\t2, a\n3 , 4 ,b \n",
      "\"x\",\"y\",\"class\"\n\"1\",\"2\",\"a\"\n\"3\",\" 4 \",\"b\"\n",
      "x;y;class\n1;2;a\n3;4;b\n",
      "x\ty\tclass\n1\t2\ta\n3\t4\tb\n",
      "x ; y;class\r\n 1,0 ;\t2,0; a\r\n3,;4e0;b\r\n",
      "x, y;class\n1;a\n".replacing("x, y", with: "x;y").replacing("1;a", with: "1;2;a\n\"3\";\"4,0\";b"),
      ",,\nx,y,class\n1,2,a\n , ,\n3,4,b\n,,",
      "x, \"y\" ,class\n\u{A0}1,2\u{2009}, \"a\"\n3\u{202F},\u{3000}4,\"b \"\n",
    ])
  func dialects(text: String) throws {
    let file = try read(text)
    #expect(file.features == ["x", "y"])
    #expect(file.values == Matrix([[1, 2], [3, 4]]))
    #expect(file.labels.texts == ["a", "b"])
  }

  @Test("of which the first line holds numbers calls its columns by their places")
  func withoutNames() throws {
    for text in ["1,2,a\n3,4,b\n", "1;2;a\n3;4;b\n", "1,0\t2\ta\n3\t4\tb"] {
      let file = try read(text, label: "x3")
      #expect(file.features == ["x1", "x2"])
      #expect(file.values == Matrix([[1, 2], [3, 4]]))
      #expect(file.labels.texts == ["a", "b"])
    }
    #expect(try read("1,2\n3,4\n", label: nil).values == Matrix([[1, 2], [3, 4]]))
    #expect(try read("7\n8\n", label: nil).values == Matrix([[7], [8]]))
    #expect(try read("x,2020,class\n1,2,a\n").features == ["x", "2020"], "two names among three are no row")
  }

  @Test(
    "of which the first line has the label that is asked for calls its columns by that line, whatever else is in it")
  func namesThatAreNumbers() throws {
    let file = try read("2019,2020,class\n1,2,a\n")
    #expect(file.features == ["2019", "2020"])
    #expect(file.values == Matrix([[1, 2]]))
    #expect(try read("1,2,class\n3,4,b\n", label: "x3").labels.texts == ["class", "b"])
  }

  @Test("takes a tab for a blank where commas stand beside it, and what is in quotes for no separator")
  func separators() throws {
    #expect(try read("\"x;1\",\"y\t2\",class\n1,2,a\n").features == ["x;1", "y\t2"])
    #expect(try read("x, cm\ty; cm\tclass\n1\t2\ta\n").features == ["x, cm", "y; cm"])
    #expect(try read("x, cm;y;class\n1,5;2,5;a\n").values == Matrix([[1.5, 2.5]]))
  }

  @Test("keeps commas, quotation marks and line breaks that stand in quotation marks")
  func quotes() throws {
    let file = try read("x,class\n1,\"red, dark\"\n2,\"the \"\"best\"\"\"\n3,\"two\nlines\"\n4,é\n")
    #expect(file.labels.texts == ["red, dark", "the \"best\"", "two\nlines", "é"])
    #expect(file.values.elements == [1, 2, 3, 4])
  }

  @Test("gives the columns that are asked for in the order in which they are asked for")
  func columns() throws {
    let file = try Table("note,y,x\nwarm,1,2\ncold,3,4\n".utf8, label: nil, columns: ["x", "y"])
    #expect(file.features == ["x", "y"])
    #expect(file.values == Matrix([[2, 1], [4, 3]]))
    #expect(file.labels.texts.isEmpty)
  }

  @Test("of a hundred thousand rows is read in a moment")
  func large() throws {
    var text = "a,b,c,d,class\n"
    for row in 0..<100_000 { text += "\(2 * row),\(Double(row) / 7),-1e-3,0.25,\(row % 2)\n" }
    let time = try ContinuousClock().measure {
      let file = try Table(text.utf8, label: "class")
      #expect(file.values.rows == 100_000)
      #expect(file.values[99_999, 1] == 99_999.0 / 7)
    }
    // 0.1 s by itself; the limit leaves room for a busy machine.
    #expect(time < .seconds(5))
  }
}
