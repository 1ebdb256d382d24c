import Engine
import Foundation
import Vocabulary

/// Examines the lessons of a checkout: builds what is needed, asks the judge, and remembers the answer.
final class Examinations {
  let checkout: Checkout
  private let builder: Builder
  private let memory: ExaminationMemory
  private let student: StudentCode
  private var examiner: Examiner

  init(_ checkout: Checkout, cache: URL) {
    let builder = Builder(checkout, in: cache)
    self.checkout = checkout
    self.builder = builder
    memory = ExaminationMemory(checkout, builder, cache: cache)
    student = StudentCode(checkout) { builder.build(.host(of: $0)) }
    examiner = Examiner(of: student, in: Course.taught, isIsolated: checkout.isolatedLesson != nil)
  }

  /// Examines a lesson afresh.
  ///
  /// - Parameters:
  ///   - lesson: the lesson.
  ///   - exercise: the one exercise that is asked about; nil for all.
  func examine(_ lesson: Lesson, exercise: ExerciseID? = nil) -> Result<Examination, BuildFailure> {
    let before = memory.fingerprint(of: lesson)
    if case .failure(let failure) = student.prepare(lesson) { return .failure(failure) }
    let examination = examiner.examine(lesson, exercise: exercise)
    student.close()
    if let failure = student.takeKitFailure() { return .failure(failure) }
    // What was edited meanwhile was not what was examined, even if the edit was undone.
    if exercise == nil, memory.fingerprint(of: lesson) == before, isStillThere(student.programs) {
      memory.note(examination, before)
    }
    return .success(examination)
  }

  /// Whether programs were built from what stands in the sources now.
  private func isStillThere(_ programs: [Int: BuiltProgram]) -> Bool {
    programs.allSatisfy { number, program in
      program.fingerprint == builder.fingerprint(of: .host(of: Course.taught.lessons[number - 1]))
    }
  }

  /// What was found out about a lesson, if nothing has changed since that it depends on; nil if it must be examined.
  func remembered(_ lesson: Lesson) -> Examination? { memory.examination(of: lesson) }

  /// What is known about a lesson now: remembered, or else found out afresh.
  func current(_ lesson: Lesson) -> Result<Examination, BuildFailure> {
    remembered(lesson).map { .success($0) } ?? examine(lesson)
  }

  /// What an exercise computes on the example of its page; nothing if it cannot be called.
  func numbers(of exercise: Exercise) -> [DemonstratedCall] {
    exercise.demonstration?.calls(of: student) ?? []
  }

  /// What the lesson's code printed, what the compiler warns of in it, and files that no build looks at.
  func notes(on lesson: Lesson) -> String {
    (student.prints[lesson.number]?.report ?? "") + WarningReport(warnings(in: lesson), checkout).text
      + LessonFiles(checkout).remark(onStraysOf: lesson)
  }

  /// What the compiler warns of in a lesson that was examined; nothing if it was not.
  func warnings(in lesson: Lesson) -> [CompilerMessage] { student.warnings(in: lesson) }

  /// Ends the student's programs.
  func close() { student.close() }
}
