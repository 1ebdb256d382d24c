import Contract
import CourseKit

/// Exercises 3.1–3.5: what is right and which wrong versions are known.
enum ForwardSpecifications {
  static let linear = Specification<(Matrix, Matrix, Matrix), Matrix>(
    Lesson3.linear, right: { parts, input, weights, biases in try parts.linear(input, weights, biases) },
    misconceptions: [
      .init("bias forgotten", "The bias is missing: this is A · W without + b.") { parts, input, weights, biases in
        try parts.linear(input, weights, zeros(like: biases))
      },
      .init("bias subtracted", "The bias is subtracted: it must be added.") { parts, input, weights, biases in
        try parts.linear(input, weights, biases.map { -$0 })
      },
      .init("bias on the first row", "The bias is added to the first row only; every example gets it.") {
        parts, input, weights, biases in
        let product = try parts.linear(input, weights, zeros(like: biases))
        return Matrix.filled(product.rows, product.columns) {
          product[$0, $1] + ($0 == 0 ? biases[0, $1] : 0)
        }
      },
      .init("weights transposed", "The weights are transposed: this is A · Wᵀ + b. W is [fanIn, fanOut] as it stands.")
      {
        parts, input, weights, biases in
        weights.rows == weights.columns ? try parts.linear(input, turned(weights), biases) : nil
      },
      .init("activated", "An activation function is applied here already (ReLU): `linear` stops at Z = A · W + b.") {
        parts, input, weights, biases in
        try parts.activation(try parts.linear(input, weights, biases), .relu)
      },
      .init("squashed", "The sigmoid is applied here already: `linear` stops at Z = A · W + b.") {
        parts, input, weights, biases in
        try parts.activation(try parts.linear(input, weights, biases), .sigmoid)
      },
    ]
  ).knowing { input in .rows(input.0.rows) }

  static let forward = Specification<(Matrix, Parameters, HiddenActivation), ForwardCache>(
    Lesson3.forward,
    right: { parts, input, parameters, hidden in try Network.forward(input, parameters, hidden, with: parts) },
    misconceptions: [
      wrongForward(
        "output not squashed",
        "The last activation is Z itself: the sigmoid of the output layer is missing, so these are no probabilities."
      ) { parts, z, isOutput, hidden in isOutput ? z : try parts.activation(z, hidden) },
      wrongForward(
        "sigmoid twice",
        "The sigmoid is applied twice at the output, which leaves only 0.5 … 0.73 of the range."
      ) { parts, z, isOutput, hidden in
        let once = try parts.activation(z, isOutput ? .sigmoid : hidden)
        return isOutput ? try parts.activation(once, .sigmoid) : once
      },
      wrongForward(
        "hidden activation at the output",
        "The hidden activation function is applied at the output, too; the output layer takes the sigmoid."
      ) { parts, z, _, hidden in try parts.activation(z, hidden) },
      wrongForward(
        "sigmoid everywhere", "Every layer takes the sigmoid: the hidden layers must take `hidden`."
      ) { parts, z, _, _ in try parts.activation(z, .sigmoid) },
      wrongForward(
        "always ReLU", "The hidden layers take ReLU whatever is asked for: use the argument `hidden`."
      ) { parts, z, isOutput, _ in try parts.activation(z, isOutput ? .sigmoid : .relu) },
      wrongForward(
        "hidden layers not activated",
        "The hidden layers pass Z on as it is: without an activation function the whole network is one linear step."
      ) { parts, z, isOutput, _ in isOutput ? try parts.activation(z, .sigmoid) : z },
      .init(
        "activation not passed on",
        "Each layer gets the Z of the layer below, not its activation: hand on what `hidden` returns."
      ) { parts, input, parameters, hidden in
        var cache = ForwardCache(activations: [input], preActivations: [])
        for layer in parameters.weights.indices {
          let below = cache.preActivations.last ?? input
          let z = try parts.linear(below, parameters.weights[layer], parameters.biases[layer])
          let isOutput = layer == parameters.weights.count - 1
          cache.preActivations.append(z)
          cache.activations.append(try parts.activation(z, isOutput ? .sigmoid : hidden))
        }
        return cache
      },
      .init(
        "input not kept", "`activations` begins with A1: the input is A0 and comes first, the backward pass needs it."
      ) { parts, input, parameters, hidden in
        let cache = try Network.forward(input, parameters, hidden, with: parts)
        return ForwardCache(
          activations: Array(cache.activations.dropFirst()), preActivations: cache.preActivations)
      },
      .init(
        "activations for pre-activations",
        "The cache holds the activations a second time in place of the pre-activations: append Z before you activate it."
      ) { parts, input, parameters, hidden in
        let cache = try Network.forward(input, parameters, hidden, with: parts)
        return ForwardCache(activations: cache.activations, preActivations: Array(cache.activations.dropFirst()))
      },
    ]
  ).knowing { input in .rows(input.0.rows) }.tracing { student, input, cache in
    NotFiniteOrigin(student).sentence(forward: input, cache)
  }

  /// A wrong version of the forward pass that differs in what becomes of Z.
  private static func wrongForward(
    _ name: String, _ sentence: String,
    activation: @escaping @Sendable (any Parts, Matrix, Bool, HiddenActivation) throws -> Matrix
  ) -> Misconception<(Matrix, Parameters, HiddenActivation), ForwardCache> {
    .init(name, sentence) { parts, input, parameters, hidden in
      var cache = ForwardCache(activations: [input], preActivations: [])
      for layer in parameters.weights.indices {
        let z = try parts.linear(cache.probabilities, parameters.weights[layer], parameters.biases[layer])
        let isOutput = layer == parameters.weights.count - 1
        cache.preActivations.append(z)
        cache.activations.append(try activation(parts, z, isOutput, hidden))
      }
      return cache
    }
  }

  private static func zeros(like matrix: Matrix) -> Matrix {
    Matrix.zeros(rows: matrix.rows, columns: matrix.columns)
  }

  private static func turned(_ matrix: Matrix) -> Matrix {
    Matrix.filled(matrix.columns, matrix.rows) { matrix[$1, $0] }
  }
}
