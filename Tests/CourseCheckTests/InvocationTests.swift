import FixtureCourse
import Testing

@testable import course_check

@Suite("The command line", .taught(.fixture))
struct InvocationTests {
  private func check(_ words: String...) throws -> CheckCommand {
    try #require(command(words) as? CheckCommand)
  }

  private func command(_ words: [String]) throws -> (any Command)? {
    guard case .run(let command) = try Invocation(words).task else { return nil }
    return command
  }

  @Test(
    "names a lesson by its number, its topic or its folder",
    arguments: ["lesson2", "2", "averages", "Averages", "Lesson2-Averages", "LESSON2"])
  func lessons(name: String) throws {
    #expect(try check(name).part == CoursePart(2))
    #expect(try check("check", name).part == CoursePart(2))
  }

  @Test("names an exercise by its number or its function")
  func exercises() throws {
    for name in ["2.10", "spread", "SPREAD"] {
      #expect(try check(name).part == CoursePart(2, exercise: "2.10"))
    }
  }

  @Test("takes a number after the word lesson or exercise together with it")
  func twoWords() throws {
    #expect(try check("lesson", "2").part == CoursePart(2))
    #expect(try check("exercise", "2.10").part == CoursePart(2, exercise: "2.10"))
    let hint = try #require(command(["hint", "lesson", "2"]) as? HintCommand)
    let joined = try #require(command(["hint", "lesson2"]) as? HintCommand)
    #expect(hint.part == joined.part)
  }

  @Test("means all lessons of the student's tree when it is empty")
  func empty() throws {
    #expect(try check().part == nil)
    let options = try Invocation([]).options
    #expect(options.tree == .lessons && !options.isASCII && options.color == .auto)
  }

  @Test("takes the tree from the option before the variable")
  func trees() throws {
    let variable = ["COURSE_TREE": "solutions"]
    #expect(try Invocation(["--tree", "solutions"]).options.tree == .solutions)
    #expect(try Invocation(["--tree=solutions"]).options.tree == .solutions)
    #expect(try Invocation([], environment: variable).options.tree == .solutions)
    #expect(try Invocation(["--tree", "lessons"], environment: variable).options.tree == .lessons)
  }

  @Test("understands options before and after the lesson")
  func order() throws {
    for words in [["--isolate", "2"], ["2", "--isolate"], ["check", "2", "--isolate", "--ascii"]] {
      let command = try #require(command(words) as? CheckCommand)
      #expect(command.isIsolated && command.part == CoursePart(2))
    }
    let hint = try #require(command(["hint", "2.10", "--step", "2"]) as? HintCommand)
    #expect(hint.step == 2)
    #expect(try check("2", "--format=editor").format == .editor)
    #expect(try Invocation(["2", "--color", "never"]).options.color == .never)
  }

  @Test("finds the command and the help that a word asks for", arguments: CommandTable.entries.map(\.name))
  func help(name: String) throws {
    let type = try #require(CommandTable.entry(named: name)).type
    for words in [[name, "--help"], ["help", name], ["-h", name], [name, "no such thing", "--help"]] {
      guard case .show(let text) = try Invocation(words).task else {
        Issue.record("no help")
        return
      }
      #expect(text == type.help)
    }
  }

  @Test(
    "that cannot be understood gets one sentence that says what is possible",
    arguments: [
      (["lesson99"], "There is no lesson, exercise or command 'lesson99'. The lessons are lesson1,"),
      (["lesson", "99"], "There is no lesson, exercise or command 'lesson'. The lessons are lesson1,"),
      (["lesosn2"], "There is no lesson, exercise or command 'lesosn2'. Did you mean 'lesson2'?"),
      (["avergaes"], "There is no lesson, exercise or command 'avergaes'. Did you mean 'averages'?"),
      (["shufled"], "There is no lesson, exercise or command 'shufled'. Did you mean 'shuffled'?"),
      (["hnit", "2.10"], "There is no lesson, exercise or command 'hnit'. Did you mean 'hint'?"),
      (["trian", "--data", "xor"], "There is no lesson, exercise or command 'trian'. Did you mean 'train'?"),
      (["2.9"], "There is no lesson, exercise or command '2.9'. The lessons are"),
      (["photosynthesis"], "There is no lesson, exercise or command 'photosynthesis'. The lessons are"),
      ([""], "There is no lesson, exercise or command ''. The lessons are"),
      (["1", "2"], "One lesson or exercise at a time: 'lesson1' or '2'?"),
      (["2.10", "hint"], "The command stands before everything else: swift run course-check hint 2.10"),
      (["--tree"], "--tree needs 'lessons' or 'solutions' after it."),
      (["--tree", "mine"], "--tree is 'mine': choose 'lessons' (your work) or 'solutions' (the reference)."),
      (["--color", "blue"], "--color needs 'auto', 'always' or 'never' after it."),
      (
        ["--fast"],
        "`check` has no option '--fast'. "
          + "`swift run course-check check --help` shows what there is."
      ),
      (
        ["2", "--isolat"], "`check` has no option '--isolat'. Did you mean '--isolate'?"
      ),
      (["2", "--isolate=yes"], "--isolate takes no value."),
      (["2", "--format", "json"], "--format needs terminal or editor, but got 'json'."),
      (["--isolate"], "--isolate needs a lesson, for example: swift run course-check lesson2 --isolate"),
      (["2", "--isolate", "--tree", "solutions"], "--isolate checks your own lesson on reference parts,"),
      (["hint", "2.10", "--step", "7"], "--step needs a whole number from 1 to 3, but got '7'."),
      (["hint", "2.110"], "There is no lesson or exercise '2.110'. Did you mean '2.10'?"),
      (["2", "--step", "1"], "`check` has no option '--step'."),
      (["list", "1", "2"], "One lesson or exercise at a time: 'lesson1' or '2'?"),
    ])
  func errors(words: [String], sentence: String) throws {
    let error = try #require(throws: UsageError.self) { try Invocation(words) }
    #expect(error.sentence.hasPrefix(sentence))
  }

  @Test("takes no other tree from the variable")
  func wrongVariable() throws {
    let error = try #require(throws: UsageError.self) {
      try Invocation([], environment: ["COURSE_TREE": "solution"])
    }
    #expect(error.sentence == "COURSE_TREE is 'solution': choose 'lessons' (your work) or 'solutions' (the reference).")
  }
}
