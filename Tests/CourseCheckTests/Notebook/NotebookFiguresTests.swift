import Course
import Engine
import LabKit
import Testing

@testable import course_check

@Suite("The pictures of the notebook")
struct NotebookFiguresTests {
  @Test("are plots, each declared once, in no lesson before the last one whose functions draw it")
  func declarations() {
    let declared = Course.neuralNetwork.lessons.flatMap(\.figures)
    #expect(Set(declared).count == declared.count)
    for lesson in Course.neuralNetwork.lessons {
      let names = NotebookFigures.names(of: lesson)
      #expect(names.map(\.rawValue) == lesson.figures)
      for name in names { #expect(name.lessons.allSatisfy { $0.number <= lesson.number }, "\(name)") }
    }
  }

  @Test("come from lessons on which the notebook then depends")
  func dependence() {
    for lesson in Course.neuralNetwork.lessons {
      let known = NotebookFigures.lessons(of: lesson)
      for name in NotebookFigures.names(of: lesson) { #expect(name.lessons.allSatisfy { known.contains($0.number) }) }
    }
  }

  @Test("have captions that speak to no one and name no lesson")
  func captions() {
    for name in PlotName.allCases { #expect(!name.caption.contains("your") && !name.caption.contains("lesson")) }
  }
}
