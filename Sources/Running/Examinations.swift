import Building
import CourseFiles
import Engine
import Foundation
import Vocabulary

/// Examines the lessons of a checkout: builds what is needed, asks the judge, and remembers the answer.
package final class Examinations {
  /// The course that the lessons belong to.
  package let course: Course
  private let builder: Builder
  private let memory: ExaminationMemory
  private let student: StudentCode
  private var examiner: Examiner

  /// Begins with what is remembered; nothing is built yet.
  ///
  /// - Parameters:
  ///   - course: the course that the lessons belong to.
  ///   - builder: builds the hosts of a checkout.
  package init(of course: Course, with builder: Builder) {
    self.course = course
    self.builder = builder
    memory = ExaminationMemory(of: course, with: builder)
    student = StudentCode(builder.checkout) { builder.build(.host(of: $0)) }
    examiner = Examiner(of: student, in: course, isIsolated: builder.checkout.isolatedLesson != nil)
  }

  /// Where the lessons lie.
  package var checkout: Checkout { builder.checkout }

  /// Examines a lesson afresh.
  ///
  /// - Parameters:
  ///   - lesson: the lesson.
  ///   - exercise: the one exercise that is asked about; nil for all.
  package func examine(_ lesson: Lesson, exercise: ExerciseID? = nil) -> LessonStanding {
    let before = memory.fingerprint(of: lesson)
    if case .failure(let failure) = student.prepare(lesson.outline) { return standing(of: lesson, .failure(failure)) }
    let examination = examiner.examine(lesson, exercise: exercise)
    student.close()
    if let failure = student.takeKitFailure() { return standing(of: lesson, .failure(failure)) }
    // What was edited meanwhile was not what was examined, even if the edit was undone.
    if exercise == nil, memory.fingerprint(of: lesson) == before, isStillThere(student.programs) {
      memory.note(examination, before)
    }
    return standing(of: lesson, .success(examination))
  }

  /// Whether programs were built from what stands in the sources now.
  private func isStillThere(_ programs: [Int: BuiltProgram]) -> Bool {
    programs.allSatisfy { number, program in
      program.fingerprint == builder.fingerprint(of: .host(of: checkout.lessons[number - 1]))
    }
  }

  /// What was found out about a lesson, if nothing has changed since that it depends on; nil if it must be examined.
  package func remembered(_ lesson: Lesson) -> Examination? { memory.examination(of: lesson) }

  /// How a lesson stands now: remembered, or else found out afresh.
  package func current(_ lesson: Lesson) -> LessonStanding {
    remembered(lesson).map { standing(of: lesson, .success($0)) } ?? examine(lesson)
  }

  /// A lesson's standing with what its code printed, and what was found to warn of in it, since: lessons that were remembered
  /// are built when one that is checked with them is examined.
  package func completed(_ standing: LessonStanding) -> LessonStanding {
    var completed = standing
    completed.prints = student.prints[standing.lesson.number]
    completed.warnings = student.warnings(in: standing.lesson.outline)
    return completed
  }

  private func standing(of lesson: Lesson, _ result: Result<Examination, BuildFailure>) -> LessonStanding {
    LessonStanding(
      lesson: lesson, result: result, prints: student.prints[lesson.number],
      warnings: student.warnings(in: lesson.outline), strayFiles: LessonFiles(checkout).strayFiles(of: lesson.outline))
  }

  /// Why a lesson cannot be checked at all; nil if its host can be built and started.
  package func obstacle(to lesson: Lesson) -> BuildFailure? { student.obstacle(to: lesson.outline) }

  /// What an exercise computes on the example of its page; nothing if it cannot be called.
  package func numbers(of exercise: Exercise) -> [DemonstratedCall] {
    exercise.demonstration?.calls(of: student) ?? []
  }

  /// The exercise to go on with; nil if all are right.
  ///
  /// Nothing is built for it: where the lesson was not examined as it is now, that is the first one whose TODO still stands,
  /// or else the first.
  package func firstUnfinished(of lesson: Lesson) -> Exercise? {
    guard let examination = remembered(lesson) else {
      let source = LessonSource(lesson.outline, in: checkout)
      return lesson.exercises.first { source.isOpen($0.outline) } ?? lesson.exercises[0]
    }
    let unfinished = lesson.exercises.filter { !examination.isRight($0.id) }
    // What only waits for another exercise may be right.
    return unfinished.first { exercise in
      examination.verdicts.contains { verdict in
        if case .waiting = verdict.outcome { return false }
        return verdict.exercise == exercise.id && !verdict.outcome.isPass
      }
    } ?? unfinished.first
  }

  /// Ends the student's programs.
  package func close() { student.close() }
}
