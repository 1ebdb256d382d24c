import Course
import Engine

extension Course {
  /// The course that the command speaks of; tests put a small one in its place.
  @TaskLocal static var taught = Course.neuralNetwork
}

extension Examination {
  /// The lesson.
  var lesson: Lesson { Course.taught.lessons[lessonNumber - 1] }
}
