import Engine

/// A picture that a notebook can show, drawn by functions of lessons.
package struct NotebookPicture: Equatable {
  /// The name under which it is drawn, and by which a lesson asks for it.
  package let name: String
  /// What is to be seen, as a title.
  let caption: String
  /// The lessons whose functions draw it, by their numbers.
  let lessons: [Int]

  /// Creates a picture.
  package init(name: String, caption: String, lessons: [Int]) {
    self.name = name
    self.caption = caption
    self.lessons = lessons
  }

  /// Its file, relative to the notebook's folder.
  var file: String { "figures/\(name).svg" }
}

extension [NotebookPicture] {
  /// The pictures of a lesson, in its order.
  func pictures(of lesson: Lesson) -> [NotebookPicture] {
    lesson.figures.compactMap { name in first { $0.name == name } }
  }

  /// The numbers of all lessons on whose code the notebook of a lesson depends.
  func lessons(of lesson: Lesson) -> Set<Int> {
    Set([lesson.number] + lesson.prerequisites).union(pictures(of: lesson).flatMap(\.lessons))
  }
}
