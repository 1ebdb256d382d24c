import Course
import Engine
import Foundation
import StudentCode
import Testing

@testable import Processes

// Notebooks for Jupyter and for a browser, made by the real command.
extension ClassroomTests.NotebookTests {
  @Test(
    "in another format lies beside the Markdown, is current until its sources change, and is kept if it was edited",
    arguments: ["ipynb", "html"])
  func otherFormats(format: String) throws {
    try Classroom.open(.stubs) { classroom in
      let lesson = Course.neuralNetwork.lessons[1]
      let file = "Notebooks/Lesson2-HeInit.\(format)"
      let missing = try classroom.check("notebook", "lesson2", "--check", "--format", format)
      #expect(
        missing.status == 1
          && missing.output
            == "\(file) is missing.\nWeave it again: swift run course-check notebook lesson2 --format \(format)\n"
      )
      let nothing = try classroom.check("notebook", "--check", "--format=\(format)")
      #expect(nothing.output == "Nothing is woven yet: swift run course-check notebook --format \(format)\n")

      let woven = try classroom.check("notebook", "lesson2", "--format", format)
      #expect(woven.status == 0, "\(woven.text)")
      #expect(woven.output.hasPrefix("  woven      \(file): 2.1 parameterCount is not started (Lessons/"))
      #expect(woven.output.contains("\nOpen \(file) in "))
      let text = try classroom.notebook("Lesson2-HeInit.\(format)")
      #expect(text.contains("swift run course-check notebook lesson2 --format \(format)"))
      #expect(text.contains("not started (TODO at HeInit.swift:"))
      #expect(text.contains("<svg") && text.contains("not drawn yet, because 2.1 parameterCount is not started"))
      #expect(try classroom.notebookFiles().count == 1)
      let again = try classroom.check("notebook", "lesson2", "--format", format)
      #expect(again.output.hasPrefix("  unchanged  \(file)\n"))
      #expect(try classroom.check("notebook", "lesson2", "--check", "--format", format).status == 0)

      let location = classroom.root.appending(path: file)
      try classroom.rewrite(location) { $0.replacing("He initialisation", with: "My notes") }
      let edited = try classroom.check("notebook", "2", "--check", "--format", format)
      #expect(edited.status == 1 && edited.output.hasPrefix("\(file) was edited after it was woven.\n"))
      let kept = try classroom.check("notebook", "2", "--format", format)
      let copy = try #require(kept.output.firstMatch(of: /kept as (\.course-check\/backups\/\S+)\n/)).1
      #expect(copy.hasSuffix(file))
      #expect(try classroom.notebook("Lesson2-HeInit.\(format)") == text)

      try classroom.rewrite(classroom.file(of: lesson)) { $0 + "// </script>\u{1B} More.\n" }
      let stale = try classroom.check("notebook", "lesson2", "--check", "--format", format)
      #expect(stale.status == 1 && stale.output.hasPrefix("\(file) is stale: "))
      // What is said of one format is not said of another one.
      #expect(try classroom.check("notebook", "lesson2", "--check").output.hasPrefix("Notebooks/Lesson2-HeInit.md is"))
      if format == "ipynb" { try Jupyter.expectValid([location]) }
    }
  }

  /// Weaves the solved course for Jupyter and for a browser, and looks at what there is.
  func expectOtherFormats(in classroom: borrowing Classroom) throws {
    let course = Course.neuralNetwork
    for format in ["ipynb", "html"] {
      let woven = try classroom.check("notebook", "--format", format, limit: 900)
      #expect(woven.status == 0, "\(woven.text)")
      #expect(try classroom.check("notebook", "--check", "--format", format).status == 0)
    }
    let files = try classroom.notebookFiles()
    let notebooks = files.filter { $0.key.hasSuffix(".ipynb") }
    #expect(notebooks.count == course.lessons.count + 1)
    #expect(files.keys.filter { $0.hasSuffix(".html") } == ["README.html"])
    let html = try classroom.notebook("README.html")
    for lesson in course.lessons {
      let notebook = try classroom.notebook("\(lesson.folder).ipynb")
      for text in [notebook, html] { #expect(text.contains("All \(lesson.exercises.count) exercises are right.")) }
      #expect(notebook.matches(of: /"image\/svg\+xml": \[/).count == lesson.figures.count)
      #expect(notebook.matches(of: /"text\/html": \[/).count == lesson.exercises.count)
      #expect(html.contains("<section id=\"lesson\(lesson.number)\">"))
    }
    // The first picture of the course stands on its own page, too.
    #expect(html.matches(of: /<figure>\n<div class="wide"/).count == course.lessons.flatMap(\.figures).count + 1)
    // Every formula is one that browsers show by themselves.
    #expect(!html.contains("class=\"formula\""))
    let names = html.matches(of: /\ id="([^"]*)"/).map { String($0.1) }
    #expect(Set(names).count == names.count)
    for link in html.matches(of: /href="([^"]*)"/).map(\.1) where !link.contains("://") {
      if link.hasPrefix("#") {
        #expect(names.contains(String(link.dropFirst())), "\(link)")
      } else {
        let target = classroom.root.appending(path: "Notebooks/\(link.prefix { $0 != "#" })").standardizedFileURL
        #expect(FileManager.default.fileExists(atPath: target.path), "\(link)")
      }
    }
    for (name, data) in files {
      #expect(!String(decoding: data, as: UTF8.self).contains(classroom.root.path), "\(name)")
    }
    try Jupyter.expectValid(notebooks.keys.sorted().map { classroom.root.appending(path: "Notebooks/\($0)") })

    for file in ["Lesson4-Backward.ipynb", "README.html"] {
      try FileManager.default.removeItem(at: classroom.root.appending(path: "Notebooks/\(file)"))
      _ = try classroom.check("notebook", "--format", String(file.split(separator: ".")[1]), limit: 900)
    }
    #expect(try classroom.notebookFiles() == files)
  }
}

/// What Jupyter's own tools say to a notebook.
private enum Jupyter {
  /// A Python that has them; nil if there is none.
  private static let python: String? = Program.path(of: "python3").flatMap { program in
    let attempt = try? Command(
      program, ["-c", "import nbformat, nbconvert"], in: FileManager.default.temporaryDirectory
    ).run(limit: 60)
    return attempt?.status == 0 ? program : nil
  }

  /// Expects that notebooks are valid, that Jupyter would write them just as they are, and that they become pages.
  static func expectValid(_ notebooks: [URL]) throws {
    guard let python else {
      print("Notebooks are not validated and not converted: python3 has no nbformat and nbconvert (pip install both).")
      return
    }
    let result = try Command(
      python, ["-W", "error::nbformat.warnings.MissingIDFieldWarning", "-c", script] + notebooks.map(\.path),
      in: FileManager.default.temporaryDirectory
    ).run(limit: 300)
    #expect(result.status == 0, "\(result.text)")
    #expect(result.output == "\(notebooks.count) converted\n")
  }

  private static let script = """
    import sys, pathlib, nbformat, nbconvert
    for name in sys.argv[1:]:
        text = pathlib.Path(name).read_bytes().decode("utf-8")
        notebook = nbformat.reads(text, as_version=4)
        nbformat.validate(notebook)
        assert notebook.nbformat_minor == 5 and "kernelspec" not in notebook.metadata, name
        assert nbformat.writes(notebook) + "\\n" == text, name + " is not as Jupyter writes it"
        page, _ = nbconvert.HTMLExporter().from_notebook_node(notebook)
        title = notebook.cells[0].source.split("\\n")[0].removeprefix("# ")
        assert title in page, name
        pictures = sum("image/svg+xml" in output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", []))
        assert page.count("data:image/svg+xml;base64") >= pictures, name
    print(len(sys.argv) - 1, "converted")
    """
}
