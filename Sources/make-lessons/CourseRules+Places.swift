import Engine
import Vocabulary

// What an exercise needs in its lesson's contract, solution, host and student code.
extension CourseRules {
  func placeProblems(of lesson: Lesson) -> [String] {
    lesson.exercises.flatMap { [solutionProblem(of: $0, in: lesson), hostProblem(of: $0), callProblem(of: $0)] }
      .compactMap { $0 } + solvedExampleProblems(of: lesson) + exercisesWithoutSolution(in: lesson)
  }

  /// Above the first hole stands something alike that is solved.
  private func solvedExampleProblems(of lesson: Lesson) -> [String] {
    let file = "Solutions/\(lesson.file)"
    guard let text = files.text(of: file) else { return [] }
    let given = text.firstRange(of: "// BEGIN SOLUTION").map { text[..<$0.lowerBound] } ?? text[...]
    if given.contains("/// A solved example: ") { return [] }
    return ["\(file): error: no '/// A solved example: …' stands above the first exercise"]
  }

  /// The solution's declaration is the one that students are held to.
  private func solutionProblem(of exercise: Exercise, in lesson: Lesson) -> String? {
    let file = "Solutions/\(lesson.file)"
    let solution = files.text(of: file)?.filter { !$0.isWhitespace } ?? ""
    let declaration = exercise.signature.filter { !$0.isWhitespace }
    if solution.contains("func\(declaration){") { return nil }
    return "\(file): error: \(exercise.title) is not declared as the contract says: public func \(exercise.signature)"
  }

  private func hostProblem(of exercise: Exercise) -> String? {
    let file = "Sources/Hosts/Lesson\(exercise.id.lesson)Host/main.swift"
    let function = function(of: exercise)
    if files.text(of: file)?.contains("host.answer(\(function))") == true { return nil }
    return "\(file): error: no call of \(exercise.title) is answered: host.answer(\(function)) { … }"
  }

  private func callProblem(of exercise: Exercise) -> String? {
    let folder = "Tests/StudentCode/Lesson\(exercise.id.lesson)"
    let function = function(of: exercise)
    if !files.lines(below: folder, holding: "answerer.answer(\(function))").isEmpty { return nil }
    return "\(folder): error: no version answers calls of \(exercise.title): answerer.answer(\(function)) { … }"
  }

  private func function(of exercise: Exercise) -> String {
    "Lesson\(exercise.id.lesson).\(DerivedFiles.property(exercise.name))"
  }

  /// An exercise belongs to the course only when its solution marks it.
  private func exercisesWithoutSolution(in lesson: Lesson) -> [String] {
    let file = "Sources/Contract/Lesson\(lesson.number).swift"
    let ids = files.text(of: file)?.matches(of: /"(\d+\.\d+)",/).compactMap { ExerciseID($0.1) } ?? []
    return ids.filter { id in !lesson.exercises.contains { $0.id == id } }
      .map { "\(file): error: \($0) has no body in Solutions/\(lesson.file): // BEGIN SOLUTION \($0) name" }
  }
}
