import Course
import Engine
import LabKit
import Testing

@testable import Notebooks
@testable import course_check

@Suite("The pictures of the notebook")
struct NotebookFiguresTests {
  private let pictures = Plot.all.map(\.picture)

  @Test("are all the plots, each on one page, in no lesson before the last one whose functions draw it")
  func declarations() {
    let declared = Course.neuralNetwork.lessons.flatMap(\.figures)
    #expect(declared.sorted() == Plot.all.map(\.name).sorted())
    for lesson in Course.neuralNetwork.lessons {
      let own = pictures.pictures(of: lesson)
      #expect(own.map(\.name) == lesson.figures)
      for picture in own { #expect(picture.lessons.allSatisfy { $0 <= lesson.number }, "\(picture.name)") }
    }
  }

  @Test("come from lessons on which the notebook then depends")
  func dependence() {
    for lesson in Course.neuralNetwork.lessons {
      let known = pictures.lessons(of: lesson)
      for picture in pictures.pictures(of: lesson) { #expect(known.isSuperset(of: picture.lessons)) }
    }
  }

  @Test("have captions that speak to no one and name no lesson")
  func captions() {
    for picture in pictures { #expect(!picture.caption.contains("your") && !picture.caption.contains("lesson")) }
  }

  @Test("are among them the one of the overview")
  func overview() {
    #expect(pictures.contains { $0.name == WovenCourse.picture })
  }
}
