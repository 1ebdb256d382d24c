import Vocabulary

/// One exercise's function as a student might write it: wrong in some way, or right in other words than the solution.
///
/// Each is a case of a `switch` in this folder, so that it is compiled and formatted. A test that calls it has it installed
/// (`Answering`); a test that writes it into a lesson's file takes its text, which `VersionReader` finds there.
package struct Version: Sendable {
  /// What is known about a version.
  package enum Kind: Sendable {
    /// One of the mistakes that the judge has a sentence for.
    case mistake
    /// Two of them at once.
    case double
    /// A mistake that the judge has no sentence for.
    case other
    /// Right.
    case right
  }

  /// What is known about it.
  package internal(set) var kind: Kind
  /// The exercise, for example `4.3`.
  package let exercise: ExerciseID
  /// What is wrong in a few words, for a known mistake the judge's own name of it; for a right answer its style.
  package let name: String
  /// What a report must say about the numbers; empty if the judge has a sentence for the mistake.
  package internal(set) var evidence = ""
  /// The names of known mistakes whose sentences are literally true of this version, too.
  package internal(set) var trueNames: [String] = []
  /// Its lines, indented as in the lesson's file.
  package internal(set) var body = ""
  /// Whether it is written for a file that imports Foundation, which brings functions of the same names as CourseKit.
  package let importsFoundation: Bool

  /// The label of its case: the exercise and the name, for example `4.3 mean missing`.
  package var title: String { "\(exercise) \(name)" }
}

extension Version: CustomStringConvertible {
  package var description: String { title }
}

extension Version {
  /// Every version, in the order of the exercises.
  package static let all = VersionReader.files.flatMap(\.versions).sorted { $0.exercise < $1.exercise }

  /// Every version of a kind, in the order of the exercises.
  package static func all(_ kind: Kind) -> [Version] { all.filter { $0.kind == kind } }

  /// The known mistake with this title, for example `4.3 mean missing`; nil if there is none.
  package static func mistake(_ title: String) -> Version? { all(.mistake).first { $0.title == title } }

  /// The functions of the student's own with which a lesson is solved in a style, by `4 the style's name`.
  package static let helpers = VersionReader.files.reduce(into: [:]) { $0.merge($1.helpers) { $1 } }
}

/// What a function of this folder throws if it is asked for a version that is none of its cases.
struct NoSuchVersion: Error {
  let title: String
}

/// What is thrown where a student's program would be stopped by `Matrix`, which the tests' own process would not survive.
package struct ShapesDoNotFit: Error {}

/// Says when a version can be computed: the lines below would stop the program otherwise.
func stop(unless shapesFit: Bool) throws(ShapesDoNotFit) {
  guard shapesFit else { throw ShapesDoNotFit() }
}
