import CourseFiles
import Engine
import Foundation
import Processes
import Reports
import Synchronization
import Terminal

/// Checks a lesson again and again: whenever it is saved, and when a key asks for it.
///
/// One loop looks at the files, the keys and the running check, and none of them can hold it up.
final class Watch {
  private let workspace: Workspace
  private let isIsolated: Bool
  private var part: CoursePart
  private var changes: FileChanges
  private var check: RunningCheck?
  private var isDue = true
  private var view: WatchView
  /// What was last found out about the lesson; nil if nothing is known.
  private var examination: Examination?
  /// Where reports are shown; without one they are written one after the other.
  private var screen: WatchScreen?

  /// The pipe that the reports go into, which becomes ready when nobody reads it any more; nil if it is something else.
  private let readers: Int32?

  /// How often the files are looked at.
  private static let pace = Duration.milliseconds(25)

  init(_ part: CoursePart, isIsolated: Bool, in workspace: Workspace) {
    var workspace = workspace
    screen = WatchScreen(workspace.style)
    workspace.style.isWatched = screen != nil
    self.workspace = workspace
    self.isIsolated = isIsolated
    self.part = part
    readers = Descriptors.isPipe(STDOUT_FILENO) ? STDOUT_FILENO : nil
    changes = FileChanges(of: [])
    view = WatchView(title: "", report: "")
    turn(to: part)
  }

  /// Watches until the student quits.
  func run() -> ExitCode {
    let signal = Mutex<Int32?>(nil)
    return Interruption.whileHandling { number in
      signal.withLock { $0 = number }
      return true
    } _: {
      screen?.open()
      while signal.withLock({ $0 }) == nil, step() {}
      screen?.close(view)
      check?.end()
      // To quit is how a watch ends; whoever sends another signal wants to see it in the status.
      if let number = signal.withLock({ $0 }), number != SIGINT { exit(128 + number) }
      return .allPass
    }
  }

  /// Waits a moment and does what is to be done; false if the student quits.
  private func step() -> Bool {
    if isDue, check == nil { start() }
    screen?.show(view)
    let streams = (check?.streams ?? []) + [screen?.input, readers].compactMap { $0 }
    let ready = Descriptors.ready(
      reading: streams, until: .now + (changes.isPending ? FileChanges.pause : Self.pace))
    if let readers, ready.contains(readers) { return false }
    if let check { follow(check, ready) }
    if let screen, ready.contains(screen.input) {
      guard let keys = screen.keys() else { return false }
      for key in keys where !obey(key) { return false }
    }
    if changes.look() { checkAgain() }
    return true
  }

  private func checkAgain() {
    check?.stop()
    isDue = true
    view.state = .checking(seconds: 0)
  }

  private func start() {
    isDue = false
    var words = [part.name, "--tree", workspace.tree.rawValue]
    words += ["--color", workspace.style.isColoured ? "always" : "never"]
    if isIsolated { words.append("--isolate") }
    if workspace.style.isASCII { words.append("--ascii") }
    do {
      check = try RunningCheck(words, isWatched: workspace.style.isWatched)
    } catch {
      let reason = (error as? LaunchError)?.reason ?? "\(error)"
      view.report =
        "The check could not be started (\(reason)). Is .build gone? Quit, and run: swift run course-check watch\n"
      view.state = .checked(at: Date(), Duration.zero)
    }
  }

  /// Takes what a check says.
  private func follow(_ check: RunningCheck, _ ready: Set<Int32>) {
    let messages = check.take(ready)
    if screen == nil, !check.isObsolete { Message.write(messages) }
    view.progress = check.isObsolete ? "" : check.progress
    guard let outcome = check.outcome else {
      view.state = .checking(seconds: check.isObsolete ? 0 : check.seconds)
      return
    }
    self.check = nil
    guard !check.isObsolete, !isDue else { return }
    view.report = outcome.text
    view.hint = nil
    view.firstRow = nil
    view.state = .checked(at: Date(), outcome.duration)
    if screen == nil { write(outcome) }
    remember()
  }

  /// Writes a report where there is no screen.
  private func write(_ outcome: RunningCheck.Outcome) {
    let line = "Checked at \(Date().clockTime); watching. Ctrl-C ends it."
    workspace.style.write(outcome.text + workspace.style.paint(line, .faint) + "\n\n")
  }

  /// Turns to a lesson or an exercise.
  private func turn(to part: CoursePart) {
    self.part = part
    examination = nil
    remember()
    let checkout = checkout
    let lessons = [part.lesson] + part.lesson.prerequisites.map { Course.taught.lessons[$0 - 1] }
    changes = FileChanges(of: lessons.map { checkout.root.appending(path: checkout.file(of: $0.outline)) })
    view = WatchView(
      title: part.exercise?.description ?? "Lesson \(part.lessonNumber)",
      report: header(of: part.lesson, checkout, workspace.style))
    view.hasNext = part.next != nil
    view.hasPrevious = part.previous != nil
    checkAgain()
  }

  private var checkout: Checkout { workspace.checkout(isolating: isIsolated ? part.lesson : nil) }

  /// Does what a key asks for; false if that is to quit.
  private func obey(_ key: Key) -> Bool {
    switch key {
    case .quit: return false
    case .next: if let next = part.next { turn(to: next) }
    case .previous: if let previous = part.previous { turn(to: previous) }
    case .again: checkAgain()
    case .hint:
      view.hint = hint
      view.firstRow = 0
    case .up, .down, .page: screen?.move(key, &view)
    case .suspend: screen?.suspend()
    }
    return true
  }

  /// The next hint for the exercise that the student is at.
  private var hint: ShownHint {
    guard let exercise = part.exercise ?? examination.flatMap(NextStep.unfinished)?.exercise else {
      return ShownHint(
        sentence: examination == nil
          ? "A hint needs a verdict: it comes when the lesson compiles and is checked."
          : "No exercise of this lesson needs a hint.")
    }
    return HintCommand(part: CoursePart(part.lessonNumber, exercise: exercise)).hint(in: workspace).hint
  }

  /// Looks what the check found out; where that is not known, as while the lesson does not compile, the last one counts.
  private func remember() {
    examination =
      workspace.examinations(isolating: isIsolated ? part.lesson : nil).remembered(part.lesson) ?? examination
  }
}
