import CourseKit
import Foundation
import Testing

@testable import LabKit
import Tables
import Vocabulary

@Suite("predict")
struct PredictCommandTests {
  @Test("writes a line for each row of the table in its order, however many there are")
  func manyRows() throws {
    let folder = try TemporaryFolder()
    let model = Model(
      Parameters(weights: [Matrix([[1]])], biases: [Matrix([[0]])]), hidden: .relu, features: ["x"],
      classes: ["no", "yes, sure"], scaling: Scaling(of: Matrix([[4000], [6000]])))
    let rows = (0..<10_000).map { "\($0),\($0 < 5100 ? "no" : "\"yes, sure\"")\n" }
    var request = PredictRequest()
    request.modelPath = try folder.file("model.json", Data(#require(model.json)))
    request.table = try folder.file("table.csv", "x,class\n" + rows.joined())
    request.label = "class"
    let recorded = RecordedOutput()
    let lab = Lab(functions: LogisticRegression.functions, display: Display(), output: recorded.output)
    try PredictCommand(request: request, lab: lab).run()
    let expected = (0..<10_000).map { x in
      let probability = 1 / (1 + exp(-(Double(x) - 5000) / 1000))
      return NumberText.fixed(probability, 6) + (x < 5000 ? ",no\n" : ",\"yes, sure\"\n")
    }
    #expect(recorded.text(.result) == "\"probability of yes, sure\",class\n" + expected.joined())
    #expect(recorded.text(.progress) == "accuracy 99.0 % on 10000 examples\n")
  }

  @Test("of layers writes the probability of each class by its name, and the likeliest class")
  func layers() throws {
    let folder = try TemporaryFolder()
    let model = Model(
      Parameters(weights: [Matrix([[1, 0, 0], [0, 1, 0]])], biases: [Matrix([[0, 0, 0]])]), hidden: .relu,
      output: .softmax, features: ["x", "y"], classes: ["a", "b, \"c\"", "d"])
    var request = PredictRequest()
    request.modelPath = try folder.file("model.json", Data(#require(model.json)))
    request.table = try folder.file("table.csv", "y,kind,x\n0,a,100\n0,d,0\n100,\"b, \"\"c\"\"\",0\n0,d,-1\n")
    request.label = "kind"
    let recorded = RecordedOutput()
    let lab = Lab(functions: SmallLayers.functions, display: Display(), output: recorded.output)
    try PredictCommand(request: request, lab: lab).run()
    #expect(
      recorded.text(.result) == """
        probability of a,"probability of b, ""c""\",probability of d,class
        1.000000,0.000000,0.000000,a
        0.333333,0.333333,0.333333,a
        0.000000,1.000000,0.000000,"b, ""c""\"
        0.155362,0.422319,0.422319,"b, ""c""\"

        """)
    #expect(recorded.text(.progress) == "accuracy 50.0 % on 4 examples\n")
  }

  @Test("with a table that lacks a column names those of the model and those of the table")
  func otherColumns() throws {
    let folder = try TemporaryFolder()
    let model = Model(
      Parameters(weights: [Matrix([[1], [1]])], biases: [Matrix([[0]])]), hidden: .relu, features: ["x", "y"],
      classes: ["no", "yes"])
    var request = PredictRequest()
    request.modelPath = try folder.file("model.json", Data(#require(model.json)))
    request.table = try folder.file("table.csv", "x,z\n1,2\n")
    let lab = Lab(functions: LogisticRegression.functions, display: Display(), output: RecordedOutput().output)
    let error = try #require(throws: DataError.self) { try PredictCommand(request: request, lab: lab).run() }
    #expect(
      error.sentence
        == "\(request.table):1: the network learned from the columns 'x', 'y', and there is no column 'y' here. "
        + "The columns are 'x', 'z'.")
  }

  @Test("writes a probability with six digits, and what is none as it is")
  func probabilities() {
    #expect(PredictCommand.text(0) == "0.000000")
    #expect(PredictCommand.text(0.000_012_4) == "0.000012")
    #expect(PredictCommand.text(0.999_999_6) == "1.000000")
    #expect(PredictCommand.text(1) == "1.000000")
    #expect(PredictCommand.text(-0.0) == "0.000000")
    #expect(PredictCommand.text(.nan) == "nan")
    #expect(PredictCommand.text(-.infinity) == "-inf")
    #expect(PredictCommand.text(12.5) == "12.500000")
  }
}
