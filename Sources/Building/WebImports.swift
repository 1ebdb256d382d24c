import CourseFiles
import Vocabulary

/// Imports in lessons that a browser cannot have.
package struct WebImports {
  /// An import, and where it stands.
  struct Obstacle: Equatable {
    let module: String
    let location: SourceLocation
  }

  /// The imports that stand in the way, lesson by lesson.
  let obstacles: [Obstacle]

  /// Looks through the lessons.
  package init(of checkout: Checkout) {
    obstacles = checkout.lessons.flatMap { lesson in
      let file = checkout.file(of: lesson)
      return Self.obstacles(in: checkout.lines(of: file), file: file, lessons: checkout.lessons)
    }
  }

  /// Looks through the lines of a file.
  static func obstacles(in lines: [Substring], file: String, lessons: [LessonOutline]) -> [Obstacle] {
    let possible = ["CourseKit", "Swift"] + lessons.map(\.topic)
    var depth = 0
    var obstacles: [Obstacle] = []
    for (index, line) in SwiftScanner.code(of: lines).enumerated() {
      if line.contains(/^\s*#if\b/) { depth += 1 }
      if line.contains(/^\s*#endif\b/) { depth -= 1 }
      // Under a condition it is the compiler that knows whether the line counts.
      guard depth == 0 else { continue }
      for part in line.split(separator: ";") {
        let pattern =
          /^\s*(?:@\w+\s+)*(?:(?:public|internal|package|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/
        if let module = part.firstMatch(of: pattern)?.1, !possible.contains(String(module)) {
          obstacles.append(Obstacle(module: String(module), location: SourceLocation(file: file, line: index + 1)))
        }
      }
    }
    return obstacles
  }

  /// What is said of them; nil if there are none.
  package var failure: BuildFailure? {
    guard !obstacles.isEmpty else { return nil }
    let lines = obstacles.map { "\($0.location): `import \($0.module)` is not possible in a browser.\n" }.joined()
    return BuildFailure(
      kind: .lesson,
      sentence: lines
        + "A browser has no \(obstacles[0].module), so there is no playground with it. CourseKit brings exp, "
        + "log, pow, sqrt and tanh: take the line out, and see what the lesson's check says without it.")
  }
}
