import CourseKit
import Figures
import Testing
import Training

@testable import LabKit

@Suite("The pictures of dropout")
struct DropoutPlotsTests {
  private func sheet(keepingAll: Bool) throws -> PictureSheet {
    var functions = LessonFunctions()
    functions.dropoutMask = { rows, columns, keep, generator in
      let elements = (0..<rows * columns).map { _ in
        keepingAll ? 1 : generator.nextUniform() < keep ? 1 / keep : 0
      }
      return Matrix(rows: rows, columns: columns, elements: elements)
    }
    return try #require(try DrawnPlots.picture("masks", with: functions) as? PictureSheet)
  }

  /// How far two pictures differ on average.
  private func distance(_ first: Matrix, _ second: Matrix) -> Double {
    let squares = zip(first.elements, second.elements).map { ($0 - $1) * ($0 - $1) }
    return (squares.reduce(0, +) / Double(squares.count)).squareRoot()
  }

  @Test("show a digit, two masks and means that come nearer to the digit the more masks there are")
  func masks() throws {
    let sheet = try sheet(keepingAll: false)
    let captions = sheet.tiles.map { $0.caption.joined() }
    #expect(
      captions == [
        "the digit", "mask, keep 0.8", "digit ⊙ mask", "mean of 100", "mask, keep 0.5", "digit ⊙ mask", "mean of 10",
        "mean of 100",
      ])
    let pixels = sheet.tiles.map(\.pixels)
    #expect(pixels.allSatisfy { $0.elements.allSatisfy { (0...1).contains($0) } })
    #expect(Set(pixels[1].elements) == [0, 0.5 / 0.8] && Set(pixels[4].elements) == [0, 1])
    let distances = pixels.map { distance($0, pixels[0]) }
    #expect(distances[3] < distances[2])
    #expect(distances[7] < distances[6] && distances[6] < distances[5])
  }

  @Test("show the digit itself where a mask keeps everything as it is")
  func unmasked() throws {
    let pixels = try sheet(keepingAll: true).tiles.map(\.pixels)
    for index in [2, 3, 5, 6, 7] { #expect(distance(pixels[index], pixels[0]) < 1e-9) }
  }

  @Test("show both losses of three trainings over the same range, in a hundred points each")
  func gap() throws {
    let runs = ["keep 1", "keep 0.8"].map { name in
      var history = History()
      history.trainingLoss = (1...200).map { 1 / Double($0) }
      history.validationLoss = (1...200).map { _ in 1 }
      return (name: name, history: history)
    }
    let figure = Figure.trainingAndValidation("losses", runs)
    #expect(figure.panels.map(\.title) == ["keep 1", "keep 0.8"])
    #expect(Set(figure.panels.map(\.yAxis.range)).count == 1)
    for panel in figure.panels {
      let (training, validation) = (panel.curve("training"), panel.curve("validation"))
      #expect(training.count == 100 && validation.count == 100)
      #expect(training.last == Point(200, 1.0 / 200))
    }
  }
}
