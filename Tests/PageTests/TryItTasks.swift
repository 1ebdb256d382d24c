import Batteries
import CourseKit
import Testing

@testable import Course
@testable import LabKit

/// The tasks of "Try it", bullet by bullet.
enum TryItTasks {
  /// By lesson.
  static let all: [Int: [TryItTask]] = [
    1: activations, 2: heInit, 3: forward, 4: backward, 5: miniBatches, 6: l2, 7: earlyStopping, 8: momentum,
    9: softmax, 10: layers, 11: adam, 12: dropout,
  ]

  private static let activations = [
    TryItTask(
      "Measure a slope by a *central difference*",
      computed: {
        // The sigmoid's number is a claim of the page; tanh's slope at 0 is 1.
        let slope = (Oracle.value(0.1, .tanh) - Oracle.value(-0.1, .tanh)) / 0.2
        return abs(slope - Oracle.slope(0, .tanh)) < 0.01
      }),
    TryItTask("In `relu`, let negative entries pass as z / 100") {
      try $0.output("1.3", edit: "z > 0 ? z : z / 100").contains("that is the leaky ReLU")
    },
    // A long test runs the program itself.
    TryItTask("Save `import Foundation; let z", computed: { [1000.0].map { exp($0) / (1 + exp($0)) }[0].isNaN }),
  ]

  private static let heInit = [
    TryItTask(
      "On paper, count the parameters of [2, 4, 1]",
      computed: {
        let counts = [[2, 4, 1], [2, 8, 1], [2, 4, 4, 1]].map { sizes in
          zip(sizes, sizes.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 + $1.1 }
        }
        return counts == [17, 33, 37]
      }),
    TryItTask("In 2.2 leave every weight at 0") {
      let checks = try Checks($0.output("2.2", edit: "0"))
      return checks.passed.contains { $0.contains("the weights have mean 0") }
        && checks.passed.contains { $0.contains("every bias is 0") }
        && checks.failed.contains { $0.contains("the variance is 2 / fanIn") }
    },
    TryItTask("Write `Double(2 / fanIn)` under the root") {
      // Whole numbers: 2 / 2 is exact, 2 / 32 is not.
      let quotients = [2, 32, 32].map { 2 / $0 }
      return try quotients == [1, 0, 0]
        && $0.output("2.2", edit: "Double(2 / fanIn)").contains("Whole numbers are divided")
    },
  ]

  private static let forward = [
    TryItTask(
      "On paper, send the row [0, 2]",
      computed: {
        try Oracle.forward(Matrix([[0, 2]]), WorkedExample().parameters, .relu).probabilities[0, 0] < 0.5
      }),
    TryItTask("In 3.2 put `z` in place of `hidden(z)`") {
      try $0.output("3.2", edit: "z").contains("the whole network is one linear step")
    },
    TryItTask("Clip at 1e-3 instead of 1e-8") {
      let checks = try Checks($0.output("3.3", edit: "min(max(probabilities[row, 0], 1e-3), 1 - 1e-3)"))
      // Its probabilities lie within either bounds.
      return checks.passed.count == 1 && checks.passed[0].contains("the mean over 4 examples")
    },
  ]

  private static let backward = [
    TryItTask(
      "On paper, move only b2 against its slope",
      computed: {
        let example = try WorkedExample()
        var up = example.parameters
        up.biases[1][0, 0] += 0.1 * (try example.gradients().biases[1][0, 0])
        return try example.loss(with: up) > example.loss
      }),
    TryItTask("Leave the slope out of `hiddenDelta`") {
      let checks = try Checks($0.output("lesson4", edit: ""))
      return Set(checks.failed.map { $0.prefix(3) }) == ["4.2"] && checks.waiting.contains { $0.hasPrefix("4.4") }
        && ["4.1", "4.3"].allSatisfy { name in checks.passed.contains { $0.hasPrefix(name) } }
    },
    TryItTask("Multiply the result of 4.1 by 3") {
      try $0.output("4.1", edit: "3 * (probabilities - labels)").contains("Your numbers are those of 3 · (A − y)")
    },
  ]

  private static let miniBatches = [
    TryItTask(
      "On paper, take the step with row 1 alone",
      computed: {
        let example = try WorkedExample()
        let (alone, both) = (try example.gradients(ofRow: 0), try example.gradients())
        return alone.biases[1][0, 0] < 0 && both.biases[1][0, 0] > 0
      }),
    TryItTask("`swift run course-check train --data moons --noise 0.24`") {
      let (first, second) = (
        try $0.training("--data moons --noise 0.24"), try $0.training("--data moons --noise 0.24 --seed 2")
      )
      return first.validation.accuracy != second.validation.accuracy
    },
    TryItTask("`swift run course-check train --data xor") {
      let run = try $0.training("--data xor --hidden 8 --rate 0.5 --batch 4 --epochs 500")
      return run.epochs == 500 && run.training.accuracy == 100
    },
    TryItTask("`swift run course-check experiment quadrants`") {
      try $0.areApart("quadrants", "full batch", "batch 64", "training loss")
    },
  ]

  /// A large network and few examples, which it learns by heart.
  private static let byHeart = "--samples 320 --noise 0.44 --hidden 64,64,64 --rate 0.1 --epochs 2000"

  private static let l2 = [
    TryItTask("`swift run course-check train \(byHeart) --l2 0.5`") {
      let (penalised, plain) = (try $0.training(byHeart + " --l2 0.5"), try $0.training(byHeart))
      return penalised.weightNorm < plain.weightNorm / 2 && penalised.validation.loss < plain.validation.loss
        && penalised.training.loss > plain.training.loss
    },
    TryItTask("`swift run course-check experiment l2`") { figures in
      try ["gap between the losses", "validation loss", "weight norm"].allSatisfy {
        try figures.areApart("l2", "λ = 0", "λ = 0.5", $0)
      }
    },
    TryItTask(
      "On paper: how small must η · λ / N stay",
      computed: {
        // The factor of a step, 1 − ηλ/N, has the sign of a positive number up to 1.
        1 - 0.99 > 0 && 1 - 1.01 < 0
      }),
  ]

  private static let earlyStopping = [
    TryItTask("`swift run course-check train \(byHeart) --patience 50`") {
      let run = try $0.training(byHeart + " --patience 50")
      guard let kept = run.kept else { return false }
      return run.isStopped && kept.last == kept.best + 50 && run.epochs == kept.last && kept.last < 2000
    },
    TryItTask("`swift run course-check train --epochs 100 --patience 50`") {
      let run = try $0.training("--epochs 100 --patience 50")
      guard let kept = run.kept else { return false }
      return !run.isStopped && kept.last == 100 && kept.best > 50
    },
    TryItTask("`swift run course-check experiment early-stopping`") { figures in
      let end = try figures.spread("early-stopping", "no patience", "validation loss, last epoch")
      let best = try figures.spread("early-stopping", "patience 50", "validation loss, best epoch")
      return end.mean - best.mean > max(end.deviation, best.deviation)
    },
    TryItTask(
      "On paper, send NaN, NaN, 0.60, NaN",
      computed: {
        var (best, without, epochs) = (Double.infinity, 0, 0)
        for loss in [.nan, .nan, 0.6, .nan] where without < 2 {
          epochs += 1
          if loss < best { (best, without) = (loss, 0) } else { without += 1 }
        }
        // It stops before it has seen the only number, with nothing kept.
        return epochs == 2 && best == .infinity
      }),
  ]

  private static let momentum = [
    TryItTask("`swift run course-check train --epochs 50 --momentum 0.9`") {
      let (fast, plain) = (try $0.training("--epochs 50 --momentum 0.9"), try $0.training("--epochs 50"))
      return fast.training.loss < plain.training.loss
    },
    TryItTask("`swift run course-check experiment momentum`") { figures in
      try ["training loss", "validation loss"].allSatisfy {
        try figures.areApart("momentum", "no momentum", "momentum 0.9", $0)
      }
    },
    TryItTask(
      "On paper: let the gradient be 0 from the third step on",
      computed: {
        // v is 2.80 after two steps and keeps 0.9 of itself in each.
        let shares = (1...40).map { pow(0.9, Double($0)) }
        return shares.firstIndex { $0 < 0.1 }.map { $0 + 1 } == 22
      }),
  ]

  private static let softmax = [
    TryItTask(
      "On paper, take the logits 102, 101 and 100",
      computed: {
        [102.0, 101, 100].map { $0 - 102 } == [2.0, 1, 0].map { $0 - 2 }
      }),
    TryItTask("Leave the subtraction out of 9.1") {
      let checks = try Checks($0.output("9.1", edit: "exp(logits[row, column])"))
      return checks.passed.count == 2 && checks.failed.contains { $0.contains("logits of ±1000") }
    },
    TryItTask("A network gives all 10 classes the same logit", computed: { abs(log(10) - 2.3026) < 5e-5 }),
  ]

  private static let layers = [
    TryItTask("`swift run course-check train --network layers --data quadrants`") {
      let plain = try $0.training("--network layers --data quadrants")
      let decayed = try $0.training("--network layers --data quadrants --decay 0.01")
      return plain.training.loss < decayed.training.loss && decayed.weightNorm < plain.weightNorm
    },
    TryItTask("`swift run course-check experiment quadrants-layers`") {
      try $0.areApart("quadrants-layers", "full batch", "batch 64, going on", "training loss")
    },
  ]

  private static let adam = [
    TryItTask("`swift run course-check train --optimizer adam --rate 0.01 --epochs 20`") { figures in
      let runs = try ["--optimizer adam ", ""].map { optimizer in
        try ["0.01", "0.1"].map { try figures.training("\(optimizer)--rate \($0) --epochs 20").training.loss }
      }
      let (adam, plain) = (runs[0], runs[1])
      // Adam is lower with either rate, and cares less which one it is.
      return adam.max() ?? .nan < plain.min() ?? .nan && abs(adam[0] - adam[1]) < abs(plain[0] - plain[1])
    },
    TryItTask(
      "On paper: let g be 1 in every step",
      computed: {
        // Both corrected moments are 1 as long as every gradient is.
        func step(_ gradients: [Double]) -> Double {
          var (first, second) = (0.0, 0.0)
          for gradient in gradients {
            first = 0.9 * first + 0.1 * gradient
            second = 0.999 * second + 0.001 * gradient * gradient
          }
          let count = Double(gradients.count)
          return first / (1 - pow(0.9, count)) / sqrt(second / (1 - pow(0.999, count)))
        }
        return abs(step([1, 1, 1]) - 1) < 1e-9 && step([1, 2, 4]) < 1
      }),
  ]

  /// Layers on few noisy moons.
  private static let fewMoons =
    "--network layers --samples 400 --noise 0.44 --hidden 64,64 --optimizer adam --rate 0.01 --epochs 200"

  private static let dropout = [
    TryItTask(
      "On paper: let keep be 0.5 and the input [[2, 4]]",
      computed: {
        let outputs = [[0.0, 0], [4, 0], [0, 8], [4, 8]]
        return (0...1).map { unit in outputs.reduce(0) { $0 + $1[unit] } / 4 } == [2, 4]
      }),
    TryItTask("`swift run course-check train \(fewMoons) --dropout 0.5`") {
      let (dropped, plain) = (try $0.training(fewMoons + " --dropout 0.5"), try $0.training(fewMoons))
      return plain.training.loss < dropped.training.loss && dropped.validation.loss < plain.validation.loss
    },
    TryItTask("`swift run course-check experiment dropout`") { figures in
      let gaps = try ["no dropout", "dropout 0.2", "dropout 0.5"].map {
        try figures.spread("dropout", $0, "gap between the losses").mean
      }
      return try gaps[0] > gaps[1] && gaps[1] > gaps[2]
        && figures.areApart("dropout", "no dropout", "dropout 0.5", "gap between the losses")
    },
  ]
}

/// The checks that a report lists, by their marks: each begins with its exercise.
private struct Checks {
  let passed: [Substring]
  let failed: [Substring]
  let waiting: [Substring]

  init(_ report: String) {
    let lines = report.split(separator: "\n")
    func marked(_ mark: String) -> [Substring] {
      lines.filter { $0.hasPrefix("  \(mark) ") }.map { $0.dropFirst(4) }
    }
    (passed, failed, waiting) = (marked("✓"), marked("✗"), marked("·"))
  }
}
