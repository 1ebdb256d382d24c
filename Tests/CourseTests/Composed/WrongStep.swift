import Contract
import CourseKit
import Vocabulary
import Wire

@testable import Course

/// One small thing that a student gets wrong: in what goes into a function, or in what comes out of it.
struct WrongStep: Sendable {
  let name: String
  var arguments: @Sendable (inout [any Transferable]) -> Void = { _ in }
  var results: @Sendable (inout [Matrix]) -> Void = { _ in }

  /// A step that changes what comes out, with all matrices keeping their shapes.
  private static func result(_ name: String, _ change: @escaping @Sendable (inout [Matrix]) -> Void) -> WrongStep {
    WrongStep(name: "result \(name)", results: change)
  }

  /// Every way to spoil what comes out.
  static let ofResults: [WrongStep] =
    matrixSteps.map { name, change in result(name) { $0 = $0.map(change) } }
    + matrixSteps.map { name, change in
      result("first matrix \(name)") { if let first = $0.first { $0[0] = change(first) } }
    }
    + matrixSteps.map { name, change in
      result("last matrix \(name)") { if let last = $0.popLast() { $0.append(change(last)) } }
    } + [
      result("matrices off by one") { matrices in
        for index in matrices.indices.dropLast() where matrices[index].shape == matrices[index + 1].shape {
          matrices.swapAt(index, index + 1)
        }
      },
      result("first matrix everywhere") { matrices in
        for index in matrices.indices where matrices[index].shape == matrices[0].shape { matrices[index] = matrices[0] }
      },
    ]

  /// What can happen to a matrix without a change of its shape.
  static let matrixSteps: [(name: String, change: @Sendable (Matrix) -> Matrix)] = [
    ("negated", { -1 * $0 }), ("doubled", { 2 * $0 }), ("halved", { $0 / 2 }),
    ("times the rows", { Double($0.rows) * $0 }), ("divided by the rows", { $0 / Double(max($0.rows, 1)) }),
    ("divided by the columns", { $0 / Double(max($0.columns, 1)) }), ("squared", { $0 * $0 }),
    ("without signs", { matrix in matrix.map { abs($0) } }), ("cut at 0", { matrix in matrix.map { max(0, $0) } }),
    ("rounded", { matrix in matrix.map { $0.rounded() } }), ("plus one", { matrix in matrix.map { $0 + 1 } }),
    ("1 minus it", { matrix in matrix.map { 1 - $0 } }), ("zero", { matrix in matrix.map { _ in 0 } }),
    ("squashed", { matrix in matrix.map { Oracle.sigmoid($0) } }),
    ("transposed if it is square", { $0.rows == $0.columns ? $0.transposed : $0 }),
    ("upside down", { matrix in matrix.rows(at: Array((0..<matrix.rows).reversed())) }),
    ("first row everywhere", { matrix in matrix.rows(at: (0..<matrix.rows).map { _ in 0 }) }),
    ("rows off by one", { matrix in matrix.rows(at: (0..<matrix.rows).map { ($0 + 1) % matrix.rows }) }),
  ]
}

extension WrongStep {
  /// Every way to spoil what goes in: a change of one argument, or two arguments of the same kind exchanged.
  static let ofArguments: [WrongStep] =
    matrixSteps.map { name, step in argument(name) { (matrix: inout Matrix) in matrix = step(matrix) } }
    + parameterSteps + cacheSteps + numberSteps + listSteps + trainingSteps + [exchanged]

  /// A step that changes the arguments of one type, the first of them or all.
  private static func argument<Value: Transferable>(
    _ name: String, _ change: @escaping @Sendable (inout Value) -> Void
  ) -> WrongStep {
    WrongStep(
      name: "\(Value.self) \(name)",
      arguments: { arguments in
        guard let index = arguments.firstIndex(where: { $0 is Value }), var value = arguments[index] as? Value
        else { return }
        change(&value)
        arguments[index] = value
      })
  }

  /// Whether the step does anything to arguments of these types.
  func applies(to types: [any Transferable.Type]) -> Bool {
    types.contains { name.hasPrefix("\($0) ") } || name.hasPrefix("result")
      || (name.hasPrefix("two") && types.count > 1)
  }

  private static let parameterSteps = [
    argument("without biases") { (parameters: inout Parameters) in
      parameters.biases = parameters.biases.map { 0 * $0 }
    },
    argument("with negative biases") { (parameters: inout Parameters) in
      parameters.biases = parameters.biases.map { -1 * $0 }
    },
    argument("with square weights transposed") { (parameters: inout Parameters) in
      parameters.weights = parameters.weights.map { $0.rows == $0.columns ? $0.transposed : $0 }
    },
    argument("with halved weights") { (parameters: inout Parameters) in
      parameters.weights = parameters.weights.map { $0 / 2 }
    },
    argument("without its last weights") { (parameters: inout Parameters) in
      if let last = parameters.weights.popLast() { parameters.weights.append(0 * last) }
    },
    argument("without biases") { (gradients: inout Gradients) in gradients.biases = gradients.biases.map { 0 * $0 } },
    argument("negated") { (gradients: inout Gradients) in
      gradients.weights = gradients.weights.map { -1 * $0 }
      gradients.biases = gradients.biases.map { -1 * $0 }
    },
  ]

  private static let cacheSteps = [
    argument("with activations for pre-activations") { (cache: inout ForwardCache) in
      cache.preActivations = Array(cache.activations.dropFirst())
    },
    argument("with pre-activations for activations") { (cache: inout ForwardCache) in
      cache.activations = cache.activations.prefix(1) + cache.preActivations
    },
    argument("with the first activation squashed") { (cache: inout ForwardCache) in
      cache.activations[0] = cache.activations[0].map { Oracle.sigmoid($0) }
    },
    argument("always relu") { (hidden: inout HiddenActivation) in hidden = .relu },
    argument("always tanh") { (hidden: inout HiddenActivation) in hidden = .tanh },
    argument("always sigmoid") { (hidden: inout HiddenActivation) in hidden = .sigmoid },
  ]

  private static let numberSteps = [
    argument("doubled") { (number: inout Double) in number *= 2 },
    argument("negated") { (number: inout Double) in number = -number },
    argument("squared") { (number: inout Double) in number *= number },
    argument("1 minus it") { (number: inout Double) in number = 1 - number },
    argument("taken as 0") { (number: inout Double) in number = 0 },
    argument("one more") { (number: inout Int) in number &+= 1 },
    argument("one less") { (number: inout Int) in number &-= 1 },
    argument("doubled") { (number: inout Int) in number &*= 2 },
  ]

  private static let listSteps = [
    argument("reversed") { (numbers: inout [Int]) in numbers.reverse() },
    argument("each one more") { (numbers: inout [Int]) in numbers = numbers.map { $0 + 1 } },
    argument("each one less") { (numbers: inout [Int]) in numbers = numbers.map { max(0, $0 - 1) } },
    argument("reversed") { (numbers: inout [Double]) in numbers.reverse() },
    argument("the first everywhere") { (numbers: inout [Double]) in numbers = numbers.map { _ in numbers[0] } },
    argument("halved") { (numbers: inout [Double]) in numbers = numbers.map { $0 / 2 } },
    argument("halved") { (curves: inout [[Double]]) in curves = curves.map { $0.map { $0 / 2 } } },
    argument("negated") { (curves: inout [[Double]]) in curves = curves.map { $0.map { -$0 } } },
    argument("with the loss of the epoch before") { (curves: inout [[Double]]) in
      curves = curves.map { $0.prefix(1) + $0.dropLast() }
    },
    argument("reversed") { (gradients: inout [Gradients]) in gradients.reverse() },
    argument("the first everywhere") { (gradients: inout [Gradients]) in
      gradients = gradients.map { _ in gradients[0] }
    },
  ]

  private static let trainingSteps = [
    argument("with the other labels") { (data: inout Dataset) in data.labels = data.labels.map { 1 - $0 } },
    argument("with labels off by one") { (data: inout Dataset) in
      data.labels = data.labels.rows(at: (0..<data.count).map { ($0 + 1) % data.count })
    },
    argument("one epoch more") { (plan: inout TrainingPlan) in plan.epochs += 1 },
    argument("one epoch less") { (plan: inout TrainingPlan) in plan.epochs -= 1 },
    argument("never stopping") { (plan: inout TrainingPlan) in plan.stopAfter = 0 },
    argument("stopping later") { (plan: inout TrainingPlan) in plan.stopAfter += plan.stopAfter > 0 ? 1 : 0 },
    argument("at half the rate") { (plan: inout TrainingPlan) in plan.learningRate /= 2 },
    argument("always relu") { (plan: inout TrainingPlan) in plan.hidden = .relu },
  ]

  private static let exchanged = WrongStep(
    name: "two exchanged",
    arguments: { arguments in
      for first in arguments.indices {
        for second in arguments.indices.dropFirst(first + 1) where isAlike(arguments[first], arguments[second]) {
          return arguments.swapAt(first, second)
        }
      }
    })

  private static func isAlike(_ first: any Transferable, _ second: any Transferable) -> Bool {
    if let one = first as? Matrix, let other = second as? Matrix { return one.shape == other.shape }
    if let one = first as? Dataset, let other = second as? Dataset { return one.count >= other.count }
    return first is Double && second is Double
  }
}
