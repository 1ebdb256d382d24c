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
          --columns LIST     the table's columns to learn from; otherwise all but the label
          --ignore LIST      the table's columns to leave out
          --separator NAME   comma, semicolon, tab, pipe or blank; otherwise what fits the table
          --decimal NAME     point or comma before fractions; otherwise what the table has
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
          --separator NAME  comma, semicolon, tab, pipe or blank; otherwise what fits the table
          --decimal NAME    point or comma before fractions; otherwise what the table has
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
          --first-seed N    the first of the seeds; otherwise 1, as on the pages
          --out FOLDER      where to put the pictures; otherwise figures
          --tree solutions  use the reference solutions instead of Lessons/
          --ascii           plain ASCII output
          --color WHEN      auto (on a terminal), always or never

        examples
          swift run course-check experiment
          swift run course-check experiment xor
          swift run course-check experiment width-depth --seeds 2
          swift run course-check experiment l2 --first-seed 21

        """)
  }

  @Test("of `plot` is this")
  func plot() throws {
    #expect(
      try help("plot") == """
        swift run course-check plot NAME [options]

        Draws a picture of what your functions compute, in the terminal and as SVG; with the
        name of a lesson, all pictures of its page:

          activations        the activation functions and their derivatives (lesson 1)
          hat                three kinks that add up to a hat (lesson 1)
          fading             what is left of a slope after ten layers (lesson 1)
          spread             activations through ten layers, from four ways to begin (lessons 1, 2)
          weights            initial weights beside the He curve (lesson 2)
          network            one example goes through a network, number by number (lessons 1, 3)
          linear-product     a layer's linear step: rows of examples meet columns of weights (lessons 1, 3)
          log-loss           what a probability costs, for either label (lessons 1, 3)
          backpropagation    the slopes of the loss on their way back through a network (lessons 1, 3, 4)
          gradient-products  the matrix products of the backward pass, and which sides meet
                             (lessons 1, 3, 4)
          slopes             the loss along single parameters, and your gradients as tangents
                             (lessons 1, 3, 4)
          learning           the boundary after 1, 10, 100 and 400 epochs (lessons 1–5)
          rates              the training loss with three learning rates (lessons 1–5)
          curves             loss and accuracy of a training, epoch by epoch (lessons 1–5)
          hidden-space       XOR in the space of two hidden units (lessons 1–5)
          l2                 the boundary on few noisy examples, without and with L2 (lessons 1–6)
          bowl               the loss along one weight, the penalty, and their sum (lessons 1, 3, 6)
          weight-norm        the weight norm with and without L2 (lessons 1–6)
          boundary           the decision boundary with some of the data (lessons 1–5)
          stopping           where early stopping ends a training, and which epoch it keeps (lessons 1–5, 7)
          monitor            seven validation losses, the best so far, and where the monitor stops
                             (lesson 7)
          valley             the way down a narrow valley with and without momentum (lessons 5, 8)
          velocity           how the velocity grows while the gradient stays the same (lessons 5, 8)
          momentum           the training loss with and without momentum (lessons 1–5, 8)
          classes            which of three classes is likeliest in the plane, and how sure that is
                             (lesson 9)
          softmax            three classes while one logit rises: probabilities, and what each costs
                             (lesson 9)
          stack              a row of layers with the shapes that go forwards and come back (lessons 9, 10)
          layer-products     what a dense layer computes of its input, and of what comes back (lesson 10)
          layers             what layers say about the plane, class by class (lessons 5, 9, 10)
          paths              the ways of gradient descent, momentum and Adam down a narrow valley
                             (lessons 5, 8, 11)
          corrected          both moments of a gradient that stays the same, as they are and corrected
                             (lesson 11)
          optimizers         one loss under gradient descent, momentum and Adam, step by step
                             (lessons 5, 8, 11)
          masks              a digit under masks, and the mean of many masked ones (lesson 12)
          dropout-gap        training and validation loss with more and more dropout (lessons 5, 9–12)
          digits             the handwritten digits that are misread, and as what (lessons 5, 9–12)

          --seed N          decides data, weights and batches; otherwise 1
          --out FOLDER      where to put the pictures; otherwise figures
          --numbers         write the pictures' numbers as JSON beside them, too
          --tree solutions  use the reference solutions instead of Lessons/
          --ascii           plain ASCII output
          --color WHEN      auto (on a terminal), always or never

        examples
          swift run course-check plot activations
          swift run course-check plot boundary --seed 2

        """)
  }
}
