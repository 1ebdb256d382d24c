import Testing

@testable import Terminal
@testable import course_check

@Suite("The help of the Lab's commands")
struct LabHelpTests {
  private func help(_ command: String, _ words: String...) throws -> String {
    guard case .show(let text) = try Invocation([command] + words + ["--help"]).task else { return "no help" }
    return text
  }

  @Test(
    "has short lines and names what every command understands", arguments: ["train", "predict", "experiment", "plot"])
  func width(command: String) throws {
    let text = try help(command)
    for line in text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
    #expect(text.hasPrefix("swift run course-check \(command) "))
    #expect(text.contains("  --tree solutions ") && text.contains("  --ascii "))
    #expect(!Style.ascii(text).contains("?"))
  }

  @Test("comes whatever else stands in the command line")
  func anywhere() throws {
    #expect(try help("train", "--data", "nothing") == help("train"))
    #expect(try help("experiment", "xor") == help("experiment"))
  }

  @Test("of `train` is this")
  func train() throws {
    #expect(
      try help("train") == """
        swift run course-check train [options]

        Trains a network with the functions that you wrote, and shows how that went.
        It needs lessons 1 to 5; --l2 needs lesson 6, too, --patience lesson 7,
        --momentum lesson 8 and --optimizer adam lesson 11. With --network layers it
        needs lessons 5, 9 and 10 instead, and tells any number of classes apart;
        --dropout needs lesson 12, too.
        Ctrl-C stops it and keeps what was learned so far.
        xor has its own defaults: --hidden 8 --rate 0.5 --epochs 1000 --batch 0.
        So have digits: --hidden 64 --dropout 0.2 --epochs 40 --batch 32 --optimizer adam.

          --data NAME        moons, circles, xor, quadrants, linear or digits; otherwise moons
          --csv FILE         learn from a table whose first line may name the columns
          --label COLUMN     the table's column with the class
          --noise X          deviation of the noise; otherwise 0.24 for moons, 0.1 for circles
          --samples N        how many examples to draw; a fifth is for validation
          --network KIND     binary or layers; otherwise what suits the number of classes
          --hidden LIST      units of the hidden layers, 0 for none; otherwise 32,32
          --activation NAME  relu, tanh or sigmoid; otherwise relu
          --optimizer NAME   sgd, momentum or adam; otherwise sgd
          --epochs N         how often to go through the examples; otherwise 400
          --rate X           the learning rate; otherwise 0.03, with adam 0.003
          --batch N          rows of a batch, 0 for all at once; otherwise 64
          --l2 X             λ, the strength of the L2 penalty
          --decay X          the weight decay of layers: each gradient gets decay · parameter
          --dropout X        the share of hidden activations that layers leave out in training
          --momentum X       β, the share of its velocity that a step keeps
          --patience N       stop after so many epochs without a better one
          --seed N           decides data, weights and batches; otherwise 1
          --save FILE        keep the trained network as JSON, for `predict`
          --out FOLDER       where to put the pictures; otherwise figures
          --tree solutions   use the reference solutions instead of Lessons/
          --ascii            plain ASCII output
          --color WHEN       auto (on a terminal), always or never

        examples
          swift run course-check train --data moons --noise 0.24 --hidden 32,32
          swift run course-check train --data xor --hidden 8 --rate 0.5 --epochs 500
          swift run course-check train --csv flowers.csv --label species --patience 50 --save flowers.json

        """)
  }

  @Test("of `predict` is this")
  func predict() throws {
    #expect(
      try help("predict") == """
        swift run course-check predict --model FILE --csv FILE [--label COLUMN]

        Says what a network that `train --save` kept thinks of the rows of a table:
        the probability of the second class, or with layers that of each, and the class,
        as comma-separated values. It needs lessons 1 and 3, or lessons 9 and 10
        with layers. With --label it also says how many are right.

          --model FILE      the network
          --csv FILE        the table; it must have the columns that the network learned from
          --label COLUMN    the table's column with the right class
          --tree solutions  use the reference solutions instead of Lessons/
          --ascii           plain ASCII output
          --color WHEN      auto (on a terminal), always or never

        example
          swift run course-check predict --model flowers.json --csv new-flowers.csv

        """)
  }

  @Test("of `experiment` is this")
  func experiment() throws {
    #expect(
      try help("experiment") == """
        swift run course-check experiment [NAME] [options]

        Runs an experiment of the course's documents again with your functions, and
        sets your figures beside theirs and beside a reference run's.
        Without a name it lists the experiments.

          --seeds N         how many seeds; otherwise as many as the reference run had
          --out FOLDER      where to put the pictures; otherwise figures
          --tree solutions  use the reference solutions instead of Lessons/
          --ascii           plain ASCII output
          --color WHEN      auto (on a terminal), always or never

        examples
          swift run course-check experiment
          swift run course-check experiment xor
          swift run course-check experiment width-depth --seeds 2

        """)
  }

  @Test("of `plot` is this")
  func plot() throws {
    #expect(
      try help("plot") == """
        swift run course-check plot NAME [options]

        Draws a picture of what your functions compute, in the terminal and as SVG:

          activations   the activation functions and their derivatives (lesson 1)
          weights       initial weights beside the He curve (lesson 2)
          spread        activations through ten layers, from four ways to begin (lessons 1–3)
          slopes        the loss along single parameters, and your gradients as tangents (lessons 1, 3, 4)
          curves        loss and accuracy of a training, epoch by epoch (lessons 1–5)
          boundary      the decision boundary with the data (lessons 1–5)
          hidden-space  XOR in the space of two hidden units (lessons 1–5)
          weight-norm   the weight norm with and without L2 (lessons 1–6)
          stopping      where early stopping ends a training, and which epoch it keeps (lessons 1–5, 7)
          momentum      the training loss with and without momentum (lessons 1–5, 8)
          softmax       three classes while one logit rises: probabilities, and what each costs (lesson 9)
          layers        what layers say about the plane, class by class (lessons 5, 9, 10)
          optimizers    one loss under gradient descent, momentum and Adam, step by step (lessons 5, 8, 11)
          digits        the handwritten digits that are misread, and as what (lessons 5, 9–12)

          --seed N          decides data, weights and batches; otherwise 1
          --out FOLDER      where to put the picture; otherwise figures
          --tree solutions  use the reference solutions instead of Lessons/
          --ascii           plain ASCII output
          --color WHEN      auto (on a terminal), always or never

        examples
          swift run course-check plot activations
          swift run course-check plot boundary --seed 2

        """)
  }
}
