import Batteries
import CourseFiles
import Testing

@testable import make_lessons

/// What a page asks readers to try, and that it comes to what the page says or suggests.
struct TryItTask: Sendable {
  /// How the bullet begins.
  let beginning: String
  /// Whether it comes out so; commands are looked up in what is recorded, and everything else is computed.
  let holds: @Sendable (RecordedFigures) throws -> Bool

  init(_ beginning: String, _ holds: @escaping @Sendable (RecordedFigures) throws -> Bool) {
    self.beginning = beginning
    self.holds = holds
  }

  /// A bullet that can only be done on paper, and whose numbers are computed.
  init(_ beginning: String, computed holds: @escaping @Sendable () throws -> Bool) {
    self.init(beginning) { _ in try holds() }
  }
}

@Suite("Try it") struct TryItTests {
  @Test("has a task for each bullet of the page, in its order", arguments: try Repository.lessonFolders())
  func bullets(folder: String) throws {
    let bullets = try Page(folder: folder).triedBullets
    let tasks = try Self.tasks(of: folder)
    #expect(!bullets.isEmpty)
    #expect(bullets.count == tasks.count, "\(folder): each bullet of 'Try it' wants a task in TryItTasks")
    for (bullet, task) in zip(bullets, tasks) {
      #expect(bullet.hasPrefix(task.beginning), "\(folder): a bullet without its task")
    }
  }

  @Test("has what each command prints among the recordings", arguments: try Repository.lessonFolders())
  func commands(folder: String) throws {
    let recorded = try Recording.all(of: Self.number(of: folder)).map { $0.words.joined(separator: " ") }
    for bullet in try Page(folder: folder).triedBullets {
      for command in bullet.matches(of: /`swift run course-check ([^`]+)`/) {
        let words = command.1.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(recorded.contains(words), "\(folder): no recording of `\(words)`")
      }
    }
  }

  @Test("comes to what the page says", arguments: try Repository.lessonFolders())
  func outcomes(folder: String) throws {
    let figures = try RecordedFigures(lesson: Self.number(of: folder))
    for task in try Self.tasks(of: folder) {
      #expect(try task.holds(figures), "\(folder): \(task.beginning)")
    }
  }

  @Test("has recordings of pages that there are")
  func files() throws {
    let numbers = try Repository.lessonFolders().map(Self.number)
    #expect(Set(Recording.lessons) == Set(numbers))
  }

  private static func number(of folder: String) throws -> Int { try #require(LessonFolder.number(of: folder)) }

  private static func tasks(of folder: String) throws -> [TryItTask] { TryItTasks.all[try number(of: folder)] ?? [] }
}

extension Page {
  /// The bullets below "Try it", each without its dash.
  var triedBullets: [String] {
    ("\n" + section("Try it")).split(separator: "\n- ").map {
      String($0).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    .filter { !$0.isEmpty }
  }
}
