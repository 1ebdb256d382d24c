import Contract
import CourseKit
import Figures
import Training
import Vocabulary

// What becomes of several classes.
extension Plot {
  static let ofLesson9: [Plot] = [
    Plot(
      "softmax", "three classes while one logit rises: probabilities, and what each costs",
      calls: [Lesson9.softmax.exercise, Lesson9.crossEntropy.exercise], draw: { studio in softmax(studio.functions) })
  ]

  /// The probabilities of three classes while one logit rises, and beside them the cross-entropy for each of them as the right one.
  private static func softmax(_ functions: LessonFunctions) -> Figure {
    let rising = (-120...120).map { Double($0) / 20 }
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
