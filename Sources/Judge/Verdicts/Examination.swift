/// What was found out about one lesson.
public struct Examination: Codable, Sendable {
  /// The lesson.
  public var lesson: Lesson { Course.lessons[lessonNumber - 1] }
  private let lessonNumber: Int
  /// What each check says, in the order of the lesson.
  public let verdicts: [Verdict]
  /// What the lessons below say that take part in it, in their order.
  public let prerequisites: [Prerequisite]

  init(lesson: Lesson, verdicts: [Verdict], prerequisites: [Prerequisite]) {
    lessonNumber = lesson.number
    self.verdicts = verdicts
    self.prerequisites = prerequisites
  }

  /// Whether every check passed.
  public var isPass: Bool { verdicts.allSatisfy(\.outcome.isPass) }
}

/// The state of a lesson that another one stands on.
public struct Prerequisite: Codable, Sendable {
  /// That lesson's number.
  public let lesson: Int
  /// What is wrong with its first exercise that does not pass; nil if all pass.
  public let problem: String?
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
  ///   - isIsolated: whether the lessons below are the reference solutions, which need no examination.
  public init(of student: any Student, isIsolated: Bool = false) {
    bench = Bench(student: student)
    self.isIsolated = isIsolated
  }

  /// Examines a lesson: first what it stands on, then its own checks.
  ///
  /// - Parameters:
  ///   - lesson: the lesson.
  ///   - exercise: the one exercise that is asked about; nil for all.
  public mutating func examine(_ lesson: Lesson, exercise: String? = nil) -> Examination {
    let prerequisites = isIsolated ? [] : lesson.prerequisites.sorted().map { prerequisite($0) }
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
      lesson: lesson, verdicts: verdicts.filter { exercise == nil || $0.exercise == exercise },
      prerequisites: prerequisites)
  }

  /// Examines a lesson below, each exercise only until its first check that does not pass.
  private mutating func prerequisite(_ number: Int) -> Prerequisite {
    if let known = known[number] { return known }
    let lesson = Course.lessons[number - 1]
    for part in lesson.buildsOn { _ = prerequisite(part) }
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
    let broken = bench.brokenParts.first { Course.lesson(of: $0.exercise)?.number == lesson.number }
    return Prerequisite(lesson: lesson.number, problem: broken?.sentence)
  }
}
