import Engine
import LabKit
import Notebooks
import Running
import Terminal

/// Weaves the student's work into the pages of the lessons, as Markdown, for Jupyter or as one page for a browser; with
/// `--check` it only looks whether that is up to date.
struct NotebookCommand: Command {
  var part: CoursePart?
  var isCheck = false
  var format: NotebookFormat?

  static var syntax: CommandSyntax<NotebookCommand> {
    CommandSyntax(
      usage: "notebook [LESSON] [options]",
      summary: """
        Weaves a lesson, or the course, into a notebook that you can show: the page, with
        your code for each exercise, its checks, numbers that it computes and figures that
        your network draws. The files go into Notebooks/ and are yours to commit; what has
        not changed since it was woven is not run again. It is Markdown for GitHub, an ipynb
        for Jupyter and VS Code, or one HTML page, with all lessons on it unless you name one.
        """,
      examples: ["notebook \(Example.lesson.name)", "notebook --format html", "notebook --check"],
      options: [
        .choice("--format", "FORMAT", "markdown (the usual one), ipynb or html", \.format),
        .flag("--check", "only look: exit status 1 if a file is missing, stale or edited", \.isCheck),
      ],
      words: Course.taught.lessons.map { "lesson\($0.number)" },
      word: { word, command throws(UsageError) in try CoursePart.take(word, into: &command.part) })
  }

  func validate(with options: CommonOptions) throws(UsageError) {
    if let part, let exercise = part.exercise {
      throw UsageError(
        "`notebook` weaves whole lessons, and \(exercise) is an exercise: "
          + "swift run course-check notebook lesson\(part.lessonNumber)")
    }
  }

  func run(in workspace: Workspace) -> ExitCode {
    let notebook = Notebook(
      of: .taught, in: workspace.checkout(), pictures: Plot.all.map(\.picture), format: format ?? .markdown)
    return isCheck ? check(notebook, workspace) : weave(into: notebook, workspace)
  }

  /// Weaves, and says of each file what was done with it.
  private func weave(into notebook: Notebook, _ workspace: Workspace) -> ExitCode {
    let style = workspace.style
    var drawing = ExitCode.allPass
    let weaver = NotebookWeaver(
      of: .taught, into: notebook, with: workspace.builder(),
      draw: { pictures in
        switch LabPictures(in: workspace).drawn(pictures.map(\.name)) {
        case .success(let drawn): return drawn
        case .failure(let failure):
          drawing = failure.exitCode
          return nil
        }
      },
      tell: { news in style.write(Self.line(news)) })
    do throws(NotebookFailure) {
      guard let first = try weaver.weave(part?.lesson) else {
        Message.write("The figures could not be drawn, so the notebook stays as it was.\n")
        // The words were right: it was Ctrl-C that ended the drawing.
        return drawing == .wrongUsage ? .someFail : drawing
      }
      style.write("Open \(first) \(notebook.format.reader).\n")
      return .allPass
    } catch {
      Message.write(error.sentence + "\n")
      return .kitFailed
    }
  }

  private static func line(_ news: NotebookWeaver.News) -> String {
    switch news {
    case .unchanged(let file): "  " + "unchanged".padding(to: 11) + file + "\n"
    case .woven(let file, let state): "  " + "woven".padding(to: 11) + file + (state.map { ": \($0)" } ?? "") + "\n"
    case .kept(let sentence): "  " + sentence + "\n"
    }
  }

  /// Says which files are not as they would be woven now; builds, runs and writes nothing.
  private func check(_ notebook: Notebook, _ workspace: Workspace) -> ExitCode {
    let files = notebook.files(of: part?.lesson)
    let problems = files.flatMap(notebook.problems)
    let command = notebook.command(for: part?.lesson)
    if part == nil, problems.count == files.count, problems.allSatisfy({ $0.state == .missing }) {
      workspace.style.write("Nothing is woven yet: \(command)\n")
      return .someFail
    }
    for (file, state) in problems {
      workspace.style.write("\(notebook.path(file)) \(Self.sentence(about: state))\n")
    }
    if problems.isEmpty {
      workspace.style.write("The notebook is up to date.\n")
      return .allPass
    }
    workspace.style.write("Weave it again: \(command)\n")
    return .someFail
  }

  private static func sentence(about state: WovenFile.State) -> String {
    switch state {
    case .missing: "is missing."
    case .edited: "was edited after it was woven."
    case .stale: "is stale: something that it was woven from has changed."
    case .current: "is up to date."
    }
  }
}
