import Vocabulary

/// What was found out about one lesson.
public struct Examination: Codable, Sendable {
  /// The lesson's number.
  public let lessonNumber: Int
  /// What each check says, in the order of the lesson.
  public let verdicts: [Verdict]
  /// What the lessons below say that take part in it, in their order.
  public let prerequisites: [Prerequisite]

  package init(lesson: Int, verdicts: [Verdict], prerequisites: [Prerequisite]) {
    lessonNumber = lesson
    self.verdicts = verdicts
    self.prerequisites = prerequisites
  }

  /// Whether every check passed.
  public var isPass: Bool { verdicts.allSatisfy(\.outcome.isPass) }

  /// Whether every check of an exercise passed.
  package func isRight(_ exercise: ExerciseID) -> Bool { verdicts(of: exercise).allSatisfy(\.outcome.isPass) }

  /// What the checks of an exercise say.
  package func verdicts(of exercise: ExerciseID) -> [Verdict] { verdicts.filter { $0.exercise == exercise } }
}

/// The state of a lesson that another one stands on.
public struct Prerequisite: Codable, Sendable {
  /// That lesson's number.
  public let lesson: Int
  /// What is wrong with its first exercise that does not pass; nil if all pass.
  public let problem: String?

  package init(lesson: Int, problem: String?) {
    self.lesson = lesson
    self.problem = problem
  }
}

/// Examines lessons of one student, each lesson below another one only once.
public struct Examiner {
  private var bench: Bench
  private let isIsolated: Bool
  private var known: [Int: Prerequisite] = [:]

  /// Creates an examiner.
  ///
  /// - Parameters:
  ///   - student: the code.
  ///   - course: the course that the lessons belong to.
  ///   - isIsolated: whether the lessons below are the reference solutions: nothing is said of them unless one is wrong.
  public init(of student: any Student, in course: Course, isIsolated: Bool = false) {
    bench = Bench(course: course, student: student)
    self.isIsolated = isIsolated
  }

  /// Examines a lesson: first what it stands on, then its own checks.
  ///
  /// - Parameters:
  ///   - lesson: the lesson.
  ///   - exercise: the one exercise that is asked about; nil for all.
  public mutating func examine(_ lesson: Lesson, exercise: ExerciseID? = nil) -> Examination {
    let prerequisites = bench.course.prerequisites(of: lesson).map { prerequisite($0) }
      .filter { !isIsolated || $0.problem != nil }
    var verdicts: [Verdict] = []
    // What comes after the exercise that is asked about cannot change what is said about it.
    let last = lesson.checks.lastIndex { exercise == nil || $0.exercise == exercise } ?? 0
    for check in lesson.checks[...last] {
      let verdict = bench.verdict(of: check)
      bench.note(verdict)
      verdicts.append(verdict)
    }
    if exercise == nil { note(summary(of: lesson)) }
    return Examination(
      lesson: lesson.number, verdicts: verdicts.filter { exercise == nil || $0.exercise == exercise },
      prerequisites: prerequisites)
  }

  /// Examines a lesson below, each exercise only until its first check that does not pass.
  private mutating func prerequisite(_ lesson: Lesson) -> Prerequisite {
    if let known = known[lesson.number] { return known }
    for part in lesson.buildsOn.compactMap({ bench.course.lesson($0) }) { _ = prerequisite(part) }
    bench.isExplaining = false
    defer { bench.isExplaining = true }
    for check in lesson.checks where !bench.brokenParts.contains(where: { $0.exercise == check.exercise }) {
      bench.note(bench.verdict(of: check))
    }
    let summary = summary(of: lesson)
    note(summary)
    return summary
  }

  private mutating func note(_ summary: Prerequisite) {
    known[summary.lesson] = summary
    if summary.problem == nil { bench.rightLessons.insert(summary.lesson) }
  }

  private func summary(of lesson: Lesson) -> Prerequisite {
    Prerequisite(lesson: lesson.number, problem: bench.brokenPart(of: lesson.number))
  }
}
