import Contract
import CourseKit

// What lessons 5 to 8 compute on the examples of their pages.
extension Course {
  static let trainingDemonstrations = [
    Demonstration(of: Lesson5.miniBatches) { student in
      let batches = try student.call(Lesson5.miniBatches, 5, 2, 1, 1).first ?? []
      return [DemonstratedCall("`miniBatches(count: 5, batchSize: 2, using: &generator)`", "`\(batches)`")]
    },
    Demonstration(of: Lesson5.gradientDescentStep) { student in
      let stepped = try student.call(
        Lesson5.gradientDescentStep, PageExample.parameters, try PageExample.gradients, 0.1)
      return [
        DemonstratedCall("W2, first weight, after a step with η = 0.1", stepped.weights[1].elements[0]),
        DemonstratedCall("b2 after it", stepped.biases[1].elements[0]),
      ]
    },
    Demonstration(of: Lesson5.trainEpoch) { student in
      let trace = try student.call(
        Lesson5.trainEpoch, PageExample.parameters, PageExample.data, 0, .relu, 1, 0.1, 1)
      return try [("before", PageExample.parameters), ("after", trace.last?.parameters)].compactMap {
        time, parameters in
        guard let parameters else { return nil }
        let cache = try student.call(Lesson3.forward, PageExample.data.features, parameters, .relu)
        let loss = try student.call(Lesson3.binaryCrossEntropy, cache.probabilities, PageExample.labels)
        return DemonstratedCall("loss \(time) an epoch of one batch with η = 0.1", loss)
      }
    },
    Demonstration(of: Lesson5.train) { student in
      let plan = TrainingPlan(epochs: 1, batchSize: 0, hidden: .relu, seed: 1, learningRate: 0.1)
      let trace = try student.call(Lesson5.train, PageExample.parameters, PageExample.data, PageExample.data, plan)
      return trace.history.trainingLoss.map {
        DemonstratedCall("`train(… epochs: 1 …).trainingLoss` with η = 0.1", $0)
      }
    },
  ]

  static let penaltyDemonstrations = [
    Demonstration(of: Lesson6.weightNorm) { student in
      let norm = try student.call(Lesson6.weightNorm, PageExample.parameters)
      return [DemonstratedCall("`weightNorm(parameters)`", norm)]
    },
    Demonstration(of: Lesson6.l2Penalty) { student in
      let penalty = try student.call(Lesson6.l2Penalty, PageExample.parameters, 0.2, 2)
      return [DemonstratedCall("`l2Penalty(parameters, lambda: 0.2, sampleCount: 2)`", penalty)]
    },
    Demonstration(of: Lesson6.addL2Gradient) { student in
      let sum = try student.call(Lesson6.addL2Gradient, try PageExample.gradients, PageExample.parameters, 0.2, 2)
      return [
        DemonstratedCall("W2's gradient with the penalty's slope, λ = 0.2, N = 2", sum.weights[1]),
        DemonstratedCall("b2's gradient", sum.biases[1]),
      ]
    },
  ]

  static let stoppingDemonstrations = [
    Demonstration(of: Lesson7.isImprovement) { student in
      let trace = try student.call(Lesson7.isImprovement, 0, 0.52, [0.55, 0.45, 0.52])
      return zip(trace.losses, trace.answers).map { loss, answer in
        DemonstratedCall("`isImprovement(\(loss))` after a best loss of 0.52", "`\(answer)`")
      }
    },
    Demonstration(of: Lesson7.shouldStop) { student in
      let curve = [0.70, 0.52, 0.55, 0.45, 0.50, 0.48, 0.45]
      let epochs = try student.call(Lesson7.shouldStop, [3, 1], 0, [curve]).epochs
      return [3, 1].compactMap { patience in
        guard let stop = epochs.first(where: { $0.patience == patience && $0.hasStopped }) else { return nil }
        return DemonstratedCall(
          "`shouldStop` on the page's curve with patience \(patience)",
          "stops after epoch \(stop.epoch) and keeps epoch \(stop.bestEpoch) with \(stop.bestLoss)")
      }
    },
  ]

  static let momentumDemonstrations = [
    Demonstration(of: Lesson8.zeroVelocity) { student in
      let velocity = try student.call(Lesson8.zeroVelocity, try PageExample.gradients)
      return velocity.parts.map { DemonstratedCall("`zeroVelocity(like: gradients).\($0.name)`", $0.matrix) }
    },
    Demonstration(of: Lesson8.step) { student in
      let start = Parameters(weights: [Matrix([[1]])], biases: [Matrix([[0]])])
      let gradients = [2.0, 1].map { Gradients(weights: [Matrix([[$0]])], biases: [Matrix([[0]])]) }
      let trace = try student.call(Lesson8.step, start, gradients, 0.9, [0.1, 0.1])
      return zip([2, 1], trace.parameters).enumerated().map { step, entry in
        DemonstratedCall(
          "weight after step \(step + 1) with gradient \(entry.0), β = 0.9, η = 0.1", entry.1.weights[0].elements[0])
      }
    },
  ]
}
