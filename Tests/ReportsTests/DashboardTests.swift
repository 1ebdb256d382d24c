import Course
import Engine
import FixtureCourse
import Testing

@testable import Building
@testable import Reports
@testable import Running
@testable import Terminal

@Suite("A progress bar")
struct ProgressBarTests {
  /// A lesson with so many exercises right and the next one wrong.
  private func examination(of lesson: Lesson = Course.fixture.lessons[1], rightCount: Int) -> Examination {
    let verdicts = lesson.exercises.enumerated().map { index, exercise in
      let outcome: Outcome =
        index < rightCount
        ? .passed : index == rightCount ? .failed(Finding(evidence: ["0 is not 1"])) : .notStarted(nil)
      return Verdict(exercise: exercise.id, kind: .value, summary: "an example", outcome: outcome)
    }
    return Examination(lesson: lesson.number, verdicts: verdicts, prerequisites: [])
  }

  private func bar(
    _ result: Result<Examination, BuildFailure>, of lesson: Lesson = Course.fixture.lessons[1], columns: Int?,
    in course: Course = .fixture, isASCII: Bool = false
  ) -> ProgressBar {
    var style = Style(isColoured: false, isASCII: isASCII)
    style.width = columns
    return ProgressBar(of: LessonStanding(lesson: lesson, result: result), in: course, style)
  }

  @Test("fits into the terminal, whatever it says", arguments: [40, 64, 71, 72, 80], [false, true])
  func width(columns: Int, isASCII: Bool) {
    let failure = BuildFailure(kind: .lesson, sentence: "Lesson 4 does not compile.")
    for course in [Course.fixture, .neuralNetwork] {
      for lesson in course.lessons {
        let results: [Result<Examination, BuildFailure>] = (0...lesson.exercises.count).map {
          .success(examination(of: lesson, rightCount: $0))
        }
        for result in results + [.failure(failure)] {
          let text = bar(result, of: lesson, columns: columns, in: course, isASCII: isASCII).text
          #expect((isASCII ? Style.ascii(text) : text).columnCount <= columns, "\(text)")
        }
      }
    }
  }

  @Test("is filled as far as exercises are right", arguments: [40, 80])
  func filling(columns: Int) {
    for count in 0...4 {
      let bar = bar(.success(examination(rightCount: count)), columns: columns)
      let filled = bar.text.filter { $0 == "█" }.count
      let cells = filled + bar.text.filter { $0 == "░" }.count
      #expect(filled == count * cells / 4)
      #expect(bar.text.contains("\(count)/4"))
    }
  }

  @Test("says in words what is to be done where there is room for words")
  func words() {
    let failing = Result<Examination, BuildFailure>.success(examination(rightCount: 3))
    #expect(bar(failing, columns: 80).text.hasSuffix("2.11 shuffled fails"))
    #expect(bar(failing, columns: 72).text.hasSuffix("2.11 shuffled fai…"))
    #expect(bar(failing, columns: nil).text.hasSuffix("2.11 shuffled fails"))
    #expect(!bar(failing, columns: 40).text.contains("fails"))
    #expect(bar(.success(examination(rightCount: 4)), columns: 80).text.hasSuffix("done"))
  }
}
