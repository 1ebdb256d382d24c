import Engine
import Foundation

/// What the course promises of each lesson and each exercise, held against the files of a checkout.
///
/// The tests hold the same and more, but take minutes; this takes seconds, and says all at once what a new exercise lacks.
struct CourseRules {
  let course: Course
  let files: CheckoutFiles
  /// The names of the pictures that can be drawn.
  let plots: Set<String>

  /// Creates the rules of a course.
  ///
  /// - Parameters:
  ///   - course: the course.
  ///   - root: the folder of a checkout.
  init(course: Course, root: URL) {
    self.course = course
    files = CheckoutFiles(root: root)
    // The text is asked, because the Lab takes longer to compile than all the rest of this.
    let files = files
    let texts = files.files(below: Self.plotFolder).compactMap { files.text(of: $0) }
    plots = Set(texts.flatMap { $0.matches(of: /Plot\(\s*"([\w-]+)",/).map { String($0.1) } })
  }

  private static let plotFolder = "Sources/LabKit/Plots"

  /// What is missing, wrong or left over: one sentence each, with its file and, if there is one, its line.
  var problems: [String] {
    let planted = plantedMistakes
    var problems: [String] = []
    for lesson in course.lessons {
      problems += pageProblems(of: lesson) + pictureProblems(of: lesson)
      problems += mistakeProblems(of: lesson, planted: planted[lesson.number] ?? [])
      problems += placeProblems(of: lesson) + demonstrationProblems(of: lesson) + figureProblems(of: lesson)
    }
    return problems + unknownMistakes(among: planted) + unfinishedLines
  }

  // MARK: - Known mistakes

  /// The mistakes that are planted below the folder of each lesson.
  private var plantedMistakes: [Int: [PlantedMistake]] {
    let lessons = Set(files.lessons(in: Self.studentCode) + course.lessons.map(\.number))
    return lessons.reduce(into: [:]) { planted, number in
      planted[number] = files.files(below: "\(Self.studentCode)/Lesson\(number)").flatMap { file in
        files.text(of: file).map { PlantedMistake.all(in: $0, file: file) } ?? []
      }
    }
  }

  private func mistakeProblems(of lesson: Lesson, planted: [PlantedMistake]) -> [String] {
    lesson.exercises.filter { exercise in !planted.contains { $0.exercise == exercise.id } }.map { exercise in
      "\(Self.studentCode)/Lesson\(lesson.number): error: no known mistake of \(exercise.title) is planted"
    }
  }

  private func unknownMistakes(among planted: [Int: [PlantedMistake]]) -> [String] {
    let known = Set(course.exercises.flatMap { exercise in exercise.knownMistakes.map { "\(exercise.id) \($0.name)" } })
    return planted.sorted { $0.key < $1.key }.flatMap(\.value).filter { !known.contains($0.title) }
      .map { "\($0.place): error: the judge does not know the mistake '\($0.title)'" }
  }

  private static let studentCode = "Tests/StudentCode"

  // MARK: - Demonstrations and figures

  private func demonstrationProblems(of lesson: Lesson) -> [String] {
    lesson.exercises.filter { $0.demonstration == nil }
      .map { "\(place(of: $0)): error: \($0.title) has no demonstration" }
  }

  private func figureProblems(of lesson: Lesson) -> [String] {
    lesson.figures.filter { !plots.contains($0) }.map { figure in
      let place = files.lines(below: Self.values, holding: "\"\(figure)\"").first?.place ?? Self.values
      return "\(place): error: lesson \(lesson.number) declares the figure '\(figure)', which is no plot"
    }
  }

  /// Where the value of an exercise stands: `static let relu`, else the folder of its lesson.
  func place(of exercise: Exercise) -> String {
    let folder = "\(Self.values)/Lesson\(exercise.id.lesson)"
    let name = "static let \(DerivedFiles.property(exercise.name))"
    let lines = files.lines(below: folder, holding: name).filter { line in
      // Not `tanhDerivative` for `tanh`.
      line.text.firstRange(of: name).map { line.text[$0.upperBound...].first?.isLetter != true } ?? false
    }
    return lines.first?.place ?? folder
  }

  private static let values = "Sources/Course"

  // MARK: - What a scaffold left

  private var unfinishedLines: [String] {
    ["Lessons", "Solutions", "Sources/Contract", Self.values, "Sources/Hosts", Self.studentCode]
      .flatMap { files.lines(below: $0, holding: "FILL IN") }
      // What follows from a solution is filled in there.
      .filter { !($0.place.hasPrefix("Lessons/") && $0.place.contains(".swift:")) && !$0.place.contains("/Copies/") }
      .map { "\($0.place): error: a FILL IN is left" }
  }
}
