import Engine
import Vocabulary

// The texts of a new lesson's files.
extension Scaffold {
  /// Every file that is new: one an exercise, and five more.
  var files: [(path: String, text: String)] {
    exercises.map { ("Sources/Course/Lesson\(number)/\(fileName(of: $0.name)).swift", exercise($0.id, $0.name)) } + [
      ("Sources/Contract/Lesson\(number).swift", contract),
      ("Sources/Hosts/Lesson\(number)Host/main.swift", host),
      ("Solutions/\(folder)/\(topic).swift", solution),
      ("Lessons/\(folder)/README.md", page),
      ("Tests/StudentCode/Lesson\(number)/Lesson\(number)Mistakes.swift", studentCode),
    ]
  }

  /// A name as a property: `Dense.forward` is `denseForward`.
  private func property(_ name: String) -> String { DerivedFiles.property(name) }

  /// The type and the function of `Dense.forward`; a name without a point is a function of the file.
  private func parts(_ name: String) -> (type: String?, function: String) {
    let parts = name.split(separator: ".").map(String.init)
    return parts.count == 2 ? (parts[0], parts[1]) : (nil, name)
  }

  private var contract: String {
    """
    import CourseKit
    import Vocabulary
    import Wire

    /// What lesson \(number) provides: FILL IN.
    public enum Lesson\(number) {
    \(exercises.map { id, name in
      """
        /// Exercise \(id).
        ///
        /// FILL IN: the types of the result and of each argument, and the declaration.
        public static let \(property(name)) = LessonFunction<Matrix, Matrix>(
          "\(id)", "\(parts(name).function)(_ input: Matrix) -> Matrix"\(parts(name).type.map { ", of: \"\($0)\"" } ?? ""))
      """
    }.joined(separator: "\n"))
    }

    """
  }

  private func exercise(_ id: ExerciseID, _ name: String) -> String {
    let name = property(name)
    return """
      import Contract
      import CourseKit
      import Engine
      import Vocabulary
      import Wire

      extension Exercise {
        /// \(id): FILL IN: what the function returns.
        static let \(name): Exercise = Exercise(
          // FILL IN: the types as in the contract; several arguments are a tuple, (Matrix, Int).
          Specification<Matrix, Matrix>(
            Lesson\(number).\(name),
            // FILL IN: the exercises that its own code calls or may call, and the right answer in plain loops with its choices.
            calls: [], choosing: Choices(),
            right: { choices, _, input in
              Matrix.filled(input.rows, input.columns) { choices.entry(input[$0, $1]) }
            }, slips: slips
          )
          .drawing { size, generator in
            // FILL IN: arguments of a size; size 1 is one row and one unit.
            Samples.normal(Samples.size(upTo: size, &generator), Samples.size(upTo: size, &generator), &generator)
          },
          // FILL IN: the page's example.
          demonstration: Demonstration { student in
            [DemonstratedCall("`\(name)([[1, 2]])`", try student.call(Lesson\(number).\(name), Matrix([[1, 2]])))]
          },
          // FILL IN: the numbers on the page: PageClaim("the sum is 1.5", value).
          claims: []
        ) { \(name) in
          // FILL IN: a shape, a small worked example, a gradient if there is one, a property.
          [
            \(name).check(.shape, "that of the input, [2, 3]", on: small),
            \(name).check(.value, "a small example", on: small),
          ]
        }
      }

      /// FILL IN: what can be done otherwise: each property holds what is right.
      private struct Choices {
        /// FILL IN: what it says.
        var entry: @Sendable (Double) -> Double = { $0 }
      }

      /// FILL IN: every slip that a reader of the page could make, a line or two each.
      private let slips: [Slip<Choices>] = [
        .at(\\.entry, "doubled", "Every entry is twice what it should be: take it once.") { 2 * $0 }
      ]

      private let small = Matrix([[1, -2, 0.5], [3, 0.25, -1]])

      """
  }

  private var host: String {
    """
    import Contract
    import CourseKit
    import \(topic)
    import Vocabulary
    import Wire

    let host = LessonHost()
    // FILL IN: how each function of the lesson is called.
    \(exercises.map { id, name in
      let owner = parts(name).type.map { "\($0)()." } ?? ""
      return "host.answer(Lesson\(number).\(property(name))) { \(owner)\(parts(name).function)($0) }"
    }.joined(separator: "\n"))
    host.serve()

    """
  }

  var solution: String {
    """
    // Lesson \(number) · \(topic)
    //
    // The page beside this file, README.md, explains each exercise. Check your work with
    //
    //     swift run course-check lesson\(number)

    import CourseKit

    /// A solved example: FILL IN, something alike that gives nothing away.
    private func example(_ input: Matrix) -> Matrix {
      2 * input
    }

    \(declarations.joined(separator: "\n\n"))

    """
  }

  /// The functions of the lesson's file, and its types with their methods.
  private var declarations: [String] {
    var types: [String] = []
    return exercises.compactMap { id, name in
      guard let type = parts(name).type else { return function(id, name) }
      guard !types.contains(type) else { return nil }
      types.append(type)
      let methods = exercises.filter { parts($0.name).type == type }.map { function($0.id, $0.name) }
      let lines = methods.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
      return """
        /// FILL IN: what it is.
        public struct \(type) {
          /// Creates one.
          public init() {}

        \(lines.map { $0.isEmpty ? "" : "  \($0)" }.joined(separator: "\n"))
        }
        """
    }
  }

  private func function(_ id: ExerciseID, _ name: String) -> String {
    """
    /// \(id)  FILL IN: what the function returns.
    ///
    /// Given: `input` [N, units]. Return: FILL IN.
    public func \(parts(name).function)(_ input: Matrix) -> Matrix {
      // BEGIN SOLUTION \(id) \(name)
      return input
      // END SOLUTION
    }
    """
  }

  private var studentCode: String {
    """
    import Contract
    import CourseKit
    import Wire

    extension Version {
      /// Lets `answerer` answer calls of lesson \(number) with this version.
      func installLesson\(number)(in answerer: some Answering) {
        let title = title
        // FILL IN: how each function of the lesson is called, as in the lesson's host.
        switch exercise {
    \(exercises.map { id, name in
      """
          case "\(id)": answerer.answer(Lesson\(number).\(property(name))) { try \(property(name))(mistake: title, $0) }
      """
    }.joined(separator: "\n"))
        default: break
        }
      }
    }

    \(exercises.map { id, name in
      """
      /// Exercise \(id) as the judge knows it wrong. FILL IN: each known mistake as a student would write it.
      func \(property(name))(mistake: String, _ input: Matrix) throws -> Matrix {
        switch mistake {
        case "\(id) doubled":
          return 2 * input
        default:
          throw NoSuchVersion(title: mistake)
        }
      }
      """
    }.joined(separator: "\n\n"))

    """
  }

  private var page: String {
    """
    # Lesson \(number) · \(topic)

    FILL IN: the goal of the lesson in one sentence.

    ## The idea
    FILL IN: the idea, and a small example in numbers that one can follow with a pencil.

    ## The formulas
    FILL IN: each formula, and a table of its symbols:

    | symbol | shape | Swift name |
    |---|---|---|
    | FILL IN | $[N, \\text{units}]$ | `input` |

    ## The exercises
    They go into `\(topic).swift`.

    \(exercises.map(section).joined(separator: "\n\n"))

    ## How to check
    Run `swift run course-check lesson\(number)`, or one exercise. A fresh copy has not started:
    <!-- transcript: stubs -->
    ```text
    $ swift run course-check lesson\(number)
    FILL IN: COURSE_UPDATE=transcripts swift test --filter TranscriptTests writes what the command prints.
    ```
    A mistake is told with what the exercise should be:
    <!-- transcript: plant \(number).1 doubled -->
    ```text
    $ swift run course-check \(number).1
    FILL IN: the same.
    ```

    ## Common mistakes
    | symptom | cause |
    |---|---|
    | FILL IN | FILL IN |

    ## Try it
    - FILL IN: something to do that answers a question.

    ## Explain it in your own words
    - [ ] FILL IN: a question.

    ## References
    - FILL IN: author, title, year.

    """
  }

  private func section(_ id: ExerciseID, _ name: String) -> String {
    """
    ### \(id) \(name)
    ```swift
    func \(parts(name).function)(_ input: Matrix) -> Matrix
    ```
    Given: FILL IN. Must hold: FILL IN.

    Example: FILL IN, what the demonstration shows: `\(parts(name).function)([[1, 2]])` → `[[1, 2]]`.
    <details><summary>\(id) · Hint 1 of 3</summary>FILL IN: a question.</details>
    <details><summary>\(id) · Hint 2 of 3</summary>FILL IN: a pointer.</details>
    <details><summary>\(id) · Hint 3 of 3</summary>FILL IN: nearly the answer.</details>
    """
  }
}
