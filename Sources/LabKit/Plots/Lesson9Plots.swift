import Contract
import CourseKit
import Figures
import Training
import Vocabulary

// What becomes of several classes.
extension Plot {
  static let ofLesson9: [Plot] = [
    Plot(
      "classes", "which of three classes is likeliest in the plane, and how sure that is",
      calls: [
        Lesson9.softmax.exercise, Lesson9.crossEntropy.exercise, Lesson9.logitsGradient.exercise,
        Lesson9.classAccuracy.exercise,
      ],
      draw: { studio in classes(studio.functions, seed: studio.seed) }),
    Plot(
      "softmax", "three classes while one logit rises: probabilities, and what each costs",
      calls: [Lesson9.softmax.exercise, Lesson9.crossEntropy.exercise], draw: { studio in softmax(studio.functions) }),
  ]

  /// What a classifier without hidden layers says about the plane after some steps down the slope of its loss.
  private static func classes(_ functions: LessonFunctions, seed: UInt64) -> Figure {
    let steps = 100
    let data = threeClouds(seed: seed)
    var weights = Matrix.zeros(rows: 2, columns: data.classCount)
    var biases = Matrix.zeros(rows: 1, columns: data.classCount)
    func logits(_ points: Matrix) -> Matrix { matmul(points, weights).adding(row: biases) }
    for _ in 0..<steps {
      let slope = functions.logitsGradient(logits(data.features), data.classes)
      weights -= matmul(data.features.transposed, slope)
      biases -= slope.columnSums()
    }
    let answers = logits(data.features)
    let loss = NumberText.significant(functions.crossEntropy(answers, data.classes), 2)
    let accuracy = NumberText.percent(functions.classAccuracy(answers, data.classes))
    let regions = ClassRegions(xRange: -3.2...3.2, yRange: -2.6...3, rows: 32, columns: 36) {
      functions.softmax(logits($0))
    }
    var figure = Figure.boundary(
      title: "The likeliest of three classes", data: data, names: ["class 0", "class 1", "class 2"], regions: regions)
    figure.panels[0].title = "after \(steps) steps: loss \(loss), accuracy \(accuracy)"
    return figure
  }

  /// Forty points around each of three corners of a triangle.
  private static func threeClouds(seed: UInt64) -> ClassDataset {
    var generator = RunRandomness.data(seed: seed)
    let (middles, count) = ([Point(-1.2, -0.7), Point(1.2, -0.7), Point(0, 1.3)], 40)
    var points: [Double] = []
    for middle in middles {
      for _ in 0..<count {
        points += [middle.x + 0.7 * generator.nextGaussian(), middle.y + 0.7 * generator.nextGaussian()]
      }
    }
    return ClassDataset(
      features: Matrix(rows: points.count / 2, columns: 2, elements: points),
      classes: (0..<middles.count * count).map { $0 / count }, classCount: middles.count)
  }

  /// The probabilities of three classes while one logit rises, and beside them the cross-entropy for each of them as the right one.
  private static func softmax(_ functions: LessonFunctions) -> Figure {
    let rising = (-60...60).map { Double($0) / 10 }
    let logits = Matrix(rows: rising.count, columns: 3, elements: rising.flatMap { [$0, 0, 2] })
    let names = ["class 0, logit z", "class 1, logit 0", "class 2, logit 2"]
    let probabilities = functions.softmax(logits)
    func lines(_ value: (_ row: Int, _ oneClass: Int) -> Double) -> [Mark] {
      names.enumerated().map { oneClass, name in
        .line(name: name, points: rising.indices.map { Point(rising[$0], value($0, oneClass)) })
      }
    }
    return Figure(
      "Three classes, while the logit of one rises",
      panels: [
        Panel(
          title: "Probability", x: Axis("z"), y: Axis("probability", range: 0...1),
          marks: lines { probabilities[$0, $1] }),
        Panel(
          title: "Loss if it is the right class", x: Axis("z"), y: Axis("loss"),
          marks: lines { functions.crossEntropy(logits.rows(at: [$0]), [$1]) }),
      ])
  }
}
