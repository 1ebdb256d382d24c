import CourseKit
import Foundation
import Testing

@testable import Figures

/// What lies beside a page, so that its pictures are drawn again in any terminal.
@Suite("The numbers of a picture") struct PictureFileTests {
  @Test("draw the same picture again, of every kind", arguments: FigureSamples.all.map(\.name))
  func roundTrip(name: String) throws {
    let picture = try #require(FigureSamples.all.first { $0.name == name }?.figure)
    let file = try #require(PictureFile(picture))
    let read = try #require(PictureFile(file.data))
    #expect(read.data == file.data)
    // What is drawn from the file does not change when it is written and read once more.
    #expect(PictureFile(read.data)?.picture.svg == read.picture.svg)
    #expect(read.picture.title == picture.title)
  }

  @Test("have four digits, and stay what they are if they are not finite")
  func digits() throws {
    let points = [Point(1.0 / 3, 123_456), Point(-0.000123456, .nan), Point(.infinity, -.infinity)]
    let panel = Panel(title: "", x: Axis("x"), y: Axis("y"), marks: [.line(name: "line", points: points)])
    let data = try #require(PictureFile(Figure("", panels: [panel]))).data
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("[0.3333,123500]") && text.contains("[-0.0001235,\"NaN\"]"), "\(text)")
    #expect(text.contains("[\"∞\",\"−∞\"]"), "\(text)")
    #expect(PictureFile(data) != nil)
  }

  @Test("that are no numbers of a picture are refused")
  func refused() {
    for text in [
      "", "{}", "[1, 2]",
      #"{"sheet":{"_0":{"title":"","tiles":[{"pixels":{"rows":2,"columns":2,"elements":[1]},"caption":[]}]}}}"#,
    ] {
      #expect(PictureFile(Data(text.utf8)) == nil, "\(text)")
    }
  }
}
