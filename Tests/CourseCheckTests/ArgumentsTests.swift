import Testing

@testable import course_check

@Suite("The command line")
struct ArgumentsTests {
  @Test(
    "names a lesson by its number, its topic or its folder",
    arguments: ["lesson4", "4", "backward", "Backward", "Lesson4-Backward", "LESSON4"])
  func lessons(name: String) throws {
    #expect(try Arguments([name]).lesson == 4)
    #expect(try Arguments([name]).exercise == nil)
  }

  @Test("names an exercise by its number or its function")
  func exercises() throws {
    for name in ["4.3", "layerGradients"] {
      let arguments = try Arguments([name])
      #expect(arguments.lesson == 4)
      #expect(arguments.exercise == "4.3")
    }
  }

  @Test("means all lessons of the student's tree when it is empty")
  func empty() throws {
    let arguments = try Arguments([])
    #expect(arguments.lesson == nil)
    #expect(arguments.tree == .lessons)
    #expect(arguments.command == .check)
  }

  @Test("takes the tree from the option before the variable")
  func trees() throws {
    #expect(try Arguments(["--tree", "solutions"]).tree == .solutions)
    #expect(try Arguments(["--tree=solutions"]).tree == .solutions)
    #expect(try Arguments([], environment: ["COURSE_TREE": "solutions"]).tree == .solutions)
    #expect(try Arguments(["--tree", "lessons"], environment: ["COURSE_TREE": "solutions"]).tree == .lessons)
  }

  @Test("understands options before and after the lesson")
  func order() throws {
    #expect(try Arguments(["--isolate", "4"]) == Arguments(["4", "--isolate"]))
    #expect(try Arguments(["hint", "4.3", "--step", "2"]).step == 2)
    #expect(try Arguments(["4", "--help"]).command == .help)
  }

  @Test(
    "that cannot be understood gets one sentence that says what is possible",
    arguments: [
      (["lesson9"], "There is no lesson, exercise or command 'lesson9'. The lessons are lesson1,"),
      (["4.9"], "There is no lesson, exercise or command '4.9'."),
      ([""], "There is no lesson, exercise or command ''."),
      (["3", "4"], "One lesson or exercise at a time: 'lesson3' or '4'?"),
      (["--tree"], "--tree wants 'lessons' or 'solutions' after it."),
      (["--tree", "mine"], "--tree is 'mine': choose 'lessons' (your work) or 'solutions' (the reference)."),
      (["--fast"], "There is no option '--fast'. `swift run course-check --help` shows those there are."),
      (["--isolate"], "--isolate wants a lesson, for example: swift run course-check lesson4 --isolate"),
      (["4", "--isolate", "--tree", "solutions"], "--isolate checks your own lesson on reference parts,"),
      (["hint"], "`hint` wants the number of an exercise, for example: swift run course-check hint 4.3"),
      (["hint", "lesson4"], "`hint` wants the number of an exercise,"),
      (["hint", "4.3", "--step", "7"], "--step wants 1, 2 or 3 after it."),
      (["4", "--step", "1"], "--step goes with `hint`,"),
    ])
  func errors(words: [String], sentence: String) throws {
    let error = try #require(throws: UsageError.self) { try Arguments(words) }
    #expect(error.sentence.hasPrefix(sentence))
  }

  @Test("takes no other tree from the variable")
  func wrongVariable() throws {
    let error = try #require(throws: UsageError.self) {
      try Arguments([], environment: ["COURSE_TREE": "solution"])
    }
    #expect(error.sentence == "COURSE_TREE is 'solution': choose 'lessons' (your work) or 'solutions' (the reference).")
  }
}
