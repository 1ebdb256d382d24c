import Building
import CourseFiles
import Dispatch
import Engine
import Foundation
import LabKit
import Reports
import Running
import Synchronization
import Vocabulary

/// Compiles the lessons to WebAssembly and writes a page in which they train live.
struct PlaygroundCommand: Command {
  var path: String?
  var staysClosed = false
  /// The lesson at which the page opens.
  var lesson: CoursePart?

  static var syntax: CommandSyntax<PlaygroundCommand> {
    CommandSyntax(
      usage: "playground [options]",
      summary: """
        Makes a page for your browser in which the functions that you wrote train live:
        the boundary and the loss while they change, every number of a single step, the
        hidden space, a gradient check and more. Exercises that are not written yet are
        named where they are missing, and a mistake shows what it does. The page is one
        file: it needs no network, and you may send it to anybody.
        """,
      examples: [
        "playground", "playground --lesson \(Example.lesson.lessonNumber)", "playground --out mine.html --no-open",
      ],
      options: [
        .lesson("--lesson", "LESSON", "open the page at what this lesson teaches", \.lesson),
        .text("--out", "FILE", "where to put the page; otherwise playground.html", \.path),
        .flag("--no-open", "only write it, even where there is a desktop to open it on", \.staysClosed),
      ])
  }

  func run(in workspace: Workspace) -> ExitCode {
    let style = workspace.style
    do {
      try makePage(in: workspace)
      return .allPass
    } catch let failure as BuildFailure {
      style.writeMessage(FailedBuildReport.text(on: failure, workspace.checkout(), style))
      return failure.exitCode
    } catch let error as DataError {
      style.writeMessage(error.sentence + "\n")
      return .wrongUsage
    } catch {
      style.writeMessage("The page could not be put together: \(error.systemReason).\n")
      return .kitFailed
    }
  }

  private func makePage(in workspace: Workspace) throws {
    let checkout = workspace.checkout()
    let place = path ?? workspace.root.appending(path: "playground.html").path
    try KeptFiles.check(place)
    // What can be known before anything is built is said at once.
    if let sentence = checkout.lessons.lazy.compactMap(LessonFiles(checkout).sentence).first {
      throw BuildFailure(kind: .lesson, sentence: sentence)
    }
    if let failure = WebImports(of: checkout).failure { throw failure }
    var (lessons, kit) = (Data(), Data())
    var page = Data()
    var course = PlaygroundCourse(checkout, [:])
    let time = try ContinuousClock().measure {
      // The lessons are compiled for the page while they are checked: one of the two mostly waits for a host.
      let building = PageBuild(checkout, in: workspace.cache)
      let examined = Result { () throws(BuildFailure) in try examinations(in: workspace) }
      let built = building.result()
      course = PlaygroundCourse(checkout, try examined.get())
      course.opensAt = lesson?.lessonNumber
      lessons = try Data(contentsOf: URL(filePath: try built.get().lessons.executable))
      kit = try Data(contentsOf: URL(filePath: try built.get().kit.executable))
      page = Data(
        try PlaygroundPage(of: checkout).text(
          course: course, lessons: lessons, kit: kit, digits: DigitsFile.contents(in: checkout.root.path)
        ).utf8)
      try KeptFiles(report: workspace.style.write).write(page, to: place) { old in
        String(decoding: old.prefix(2000), as: UTF8.self).contains(PlaygroundPage.mark)
      }
    }
    let count = course.count(of: checkout.countedLessons)
    let isOpened = !staysClosed && Desktop.open(URL(filePath: place))
    workspace.style.write(
      """
      Playground: \(URL(filePath: place).path)
      \(count.right) of \(count.all) exercises pass their checks · page \(kilobytes(page)) · compiled code \(kilobytes(lessons + kit))
      \(isOpened ? "It opens in your browser." : "Open it in a browser: \(URL(filePath: place).absoluteString)")

      """)
    // The time is no result: the same lessons write the same words to standard output.
    workspace.style.writeMessage("Checked, compiled and written in \(String(format: "%.1f", time / .seconds(1))) s.\n")
  }

  /// What the page runs.
  private struct BuiltPage {
    let kit: BuiltProgram
    let lessons: BuiltProgram
  }

  /// A build of what the page runs, on a thread of its own.
  private final class PageBuild: Sendable {
    private let built = Mutex<Result<BuiltPage, BuildFailure>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    init(_ checkout: Checkout, in cache: URL) {
      Thread.detachNewThread { [self] in
        let builder = Builder(checkout, in: cache, show: BuildProgressLine().show)
        // The kit needs no lesson and is built once: so it is there whatever stands in them.
        let result = Result { () throws(BuildFailure) in
          let kit = try builder.build(.pageKit).get()
          return BuiltPage(kit: kit, lessons: try builder.build(.playground(of: checkout.lessons)).get())
        }
        built.withLock { $0 = result }
        isDone.signal()
      }
    }

    /// Waits for the end of the build, so that no compiler outlives this program.
    func result() -> Result<BuiltPage, BuildFailure> {
      isDone.wait()
      guard let built = built.withLock({ $0 }) else { fatalError("a build ends with a result") }
      return built
    }
  }

  /// What is known about each lesson that was begun.
  private func examinations(in workspace: Workspace) throws(BuildFailure) -> [Int: Examination] {
    let examinations = workspace.examinations()
    defer { examinations.close() }
    var known: [Int: Examination] = [:]
    for lesson in Course.taught.lessons {
      let source = LessonSource(lesson.outline, in: examinations.checkout)
      if lesson.outline.exercises.allSatisfy(source.isOpen) { continue }
      known[lesson.number] = try examinations.current(lesson).result.get()
    }
    return known
  }

  private func kilobytes(_ data: Data) -> String { "\((data.count + 999) / 1000) KB" }
}
