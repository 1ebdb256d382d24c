/// The course: every lesson in order.
public enum Course {
  /// The lessons, lesson 1 first.
  public static let lessons: [Lesson] = [
    activations, heInitialisation, forwardPass, backwardPass, miniBatches, l2Regularisation, earlyStopping, momentum,
  ]

  /// Returns the lesson to which an exercise such as `4.3` belongs.
  public static func lesson(of exercise: String) -> Lesson? {
    lessons.first { exercise.hasPrefix("\($0.number).") }
  }

  /// Returns the lesson in whose folder a location lies.
  static func lesson(at location: SourceLocation) -> Lesson? {
    lessons.first { location.file.contains("\($0.folder)/") }
  }

  /// Returns the number and the function's name, for example `4.3 layerGradients`.
  public static func name(of exercise: String) -> String {
    let found = lessons.flatMap(\.exercises).first { $0.number == exercise }
    return found.map { "\($0.number) \($0.name)" } ?? exercise
  }
}
