import Foundation

/// Files of which the page and the command line shall think the same.
enum AgreementCases {
  /// A table with two columns of numbers, and the name of its label.
  struct TableCase {
    let bytes: Data
    let label: String

    init(_ text: String, label: String = "class") {
      self.init(Data(text.utf8), label: label)
    }

    init(_ bytes: Data, label: String = "class") {
      (self.bytes, self.label) = (bytes, label)
    }
  }

  /// Five rows below a header, the first with a number as it is given.
  static func table(withNumber number: String) -> TableCase {
    TableCase("x,y,class\n\(number),1,a\n2,2,b\n-3,3,a\n4,4,b\n5,5,a\n")
  }

  /// Six rows, as another program would write them.
  private static func rows(_ separator: String, _ lineBreak: String, point: String = ".", header: Bool = true) -> String
  {
    let rows = (0..<6).map { row in
      ["\(row)\(point)5", "\(row * row)\(point)25e1", row % 2 == 0 ? "a" : "b"].joined(separator: separator)
    }
    return ((header ? [["x", "y", "class"].joined(separator: separator)] : []) + rows).joined(separator: lineBreak)
  }

  static let tables: [TableCase] = [
    TableCase(rows(",", "\n")), TableCase(rows(",", "\r\n") + "\r\n"), TableCase(rows(",", "\r")),
    TableCase("\u{FEFF}" + rows(",", "\n")), TableCase(rows(";", "\n", point: ",")), TableCase(rows("\t", "\n")),
    TableCase(rows("\t", "\r\n", point: ",")), TableCase(rows(" , ", "\n\n")), TableCase(rows("\t,", "\n,,\n")),
    TableCase(rows(",", "\n", header: false), label: "x3"),
    TableCase(rows(";", "\n", point: ",", header: false), label: "x3"),
    TableCase(
      "\"x, cm\",\"y \"\"new\"\"\",class\n\"1\",2,\"red, dark\"\n3, \"4\" ,light\n5,6,light\n7,8,light\n9,1,\"red, dark\""
    ),
    TableCase("x,y,class\n\u{A0}1,2\u{202F},10\n3,4,9\n5,6,10\n7,8,9\n9,10,\u{3000}10\n"),
    TableCase("x,y,class\n1,2,\u{E9}\n3,4,e\u{301}\n5,6,\u{E9}\n7,8,\u{E9}\n9,10,\u{E9}\n"),
    TableCase("x,y,class\n" + (0..<500).map { "\($0).125,\(1e6 / Double($0 + 3)),\($0 % 3 / 2)\n" }.joined()),
    TableCase("x,y,class\n" + (0..<60).map { "\($0).5,\($0 % 7),\(["b", "10", "9", "a"][$0 % 4])\n" }.joined()),
    TableCase("x,y,class\n" + (0..<60).map { "\(3 * $0),\($0 % 7),\($0 % 10)\n" }.joined()),
    TableCase(rows("|", "\n")), TableCase(rows("  ", "\n", point: ",")),
    TableCase("sep=;\n" + rows(";", "\n", point: ",")),
    TableCase("\u{FEFF}\u{FEFF}" + rows(",", "\n")), TableCase("# by hand\nA title\n" + rows(",", "\n")),
    TableCase("# " + rows(" ", "\n")), TableCase("," + rows(",", "\n").replacing("\n", with: "\n7,")),
    TableCase(rows(",", ",\n") + ","),
    TableCase(rows(",", "\n").replacing("a", with: "A").replacing("clAss", with: "class") + "\n9,1,a"),
    // And what is refused.
    TableCase("x,y,class\n" + (0..<60).map { "\(3 * $0),\($0 % 7),\($0 % 10).5\n" }.joined()),
    TableCase("x,y,class\n" + (0..<60).map { "\($0),\($0 % 7),\($0 % 10)\n" }.joined()),
    TableCase("x,y,class\nred,2,a\nblue,3,b\n"), TableCase("x;y;class\n1,5;2;a\n1.5;2;b\n"),
    TableCase(Data("x,y,class\n1,2,a\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })),
    TableCase("x,y,class\n1,2,a\n\n3,four,b\n"), TableCase("x,y,class\n1,2,a\n3,4\n"), TableCase("x,y,class\n,2,a\n"),
    TableCase("x,y,class\n1,2,\n"), TableCase("x,y,class\n1,2,a\n3,4,b\n5,6,c\n7,8,d\n9,0,a\n"),
    TableCase("x,y,class\n1,2,a\n3,4,a\n5,6,a\n7,8,a\n9,0,a\n"), TableCase("x,y,class\n1,2,a\n3,4,b\n5,6,a\n7,8,b\n"),
    TableCase(""), TableCase("\n \r\n"), TableCase("x,y,class\n"), TableCase("x,y,class\n1,2,a\n3,4,\"b\n5,6,a\n"),
    TableCase(Data("x,y,class\n1,2,a\n3,4,".utf8) + [0xE9, 0x0A]),
    TableCase(Data([0xFF, 0xFE, 0x78, 0x00, 0x0A, 0x00])),
    TableCase("x,x,class\n1,2,a\n"), TableCase("x,,class\n1,2,a\n"),
    TableCase("x,y,class\n1e300,1,a\n-1e300,2,b\n1e300,3,a\n2,4,b\n3,5,a\n4,6,a\n"),
    TableCase("1,2,a\n3,4\n", label: "x3"), TableCase("x;y;class\n1,5;2,a\n"),
  ]

  static let numbers = [
    "0.1", "1e-300", "12345678901234567890", "+.5", "5.", "-0", "2.4703282292062328e-324", "1e23", "8.5e-7",
    "9007199254740993.00000000000000000001", "0x10", "nan", "1e999", "1_000", "１", "1 2", "--1", "e5", "−1",
    "1\u{A0}000", "4%",
    "3 cm", "0.\u{200B}4", "true",
  ]

  /// A network 2-2-1 that may be read.
  static let model =
    #"{"biases":[[0.1,-2.5e-05],[7]],"classes":["no","yes"],"features":["x1","x2"],"format":"course-kit model 1","#
    + #""hidden":"tanh","scaling":{"deviations":[1,10],"means":[2,20]},"weights":[[[0.3333333333333333,-0],[1e+20,5e-324]],"#
    + #"[[1],[123456789012345680]]]}"# + "\n"

  /// What is put into its text, in the place of what, so that it may still be read or is refused.
  static let models: [(old: String, new: String)] = [
    ("", ""), (#""hidden":"tanh""#, " \"hidden\" :\t\"\\u0072elu\"\r\n"),
    (#""scaling":{"deviations":[1,10],"means":[2,20]},"#, ""),
    (#"{"deviations":[1,10],"means":[2,20]}"#, "null"), ("[7]", "[70e-1]"), (#""no""#, #""\ud83c\udf19 \"no\"""#),
    // And what is refused.
    (#""hidden":"tanh","#, ""), ("tanh", "swish"), ("model 1", "model 2"), ("[7]", "[7,8]"), ("[7]", #"["seven"]"#),
    ("[7]", "[null]"), ("[7]", "[1e999]"), ("[7]", "[07]"), ("[7]", "[7,]"), ("[1,10]", "[1,0]"), ("[1,10]", "5"),
    (#""means":[2,20]"#, #""mean":[2,20]"#), ("{", "["), (#"["no","yes"]"#, #"["no"]"#), (#"["x1","x2"]"#, "[]"),
    (model, ""), (model, "[1]"), ("[7]", String(repeating: "[", count: 100_000)), ("\"yes\"", "\"\\ud800\""),
  ]

  /// A network of layers 2-2-2 that may be read.
  static let modelOfLayers =
    #"{"biases":[[0.1,-2.5e-05],[7,0]],"classes":["no","yes"],"features":["x1","x2"],"format":"course-kit model 2","#
    + #""hidden":"relu","output":"softmax","weights":[[[0.3333333333333333,-0],[1e+20,5e-324]],[[1,2],[3,4]]]}"# + "\n"

  /// What is put into its text, in the place of what.
  static let modelsOfLayers: [(old: String, new: String)] = [
    ("", ""), (#""output""#, #""scaling":{"deviations":[1,10],"means":[2,20]},"output""#),
    // And what is refused.
    (#""output":"softmax","#, ""), ("softmax", "sigmoid"), ("softmax", "linear"), ("relu", "tanh"),
    ("model 2", "model 3"), (#"["no","yes"]"#, #"["no"]"#), ("[7,0]", "[7]"),
  ]
}
