"""A training of lessons 1 to 8: a network with one sigmoid output that learns to tell two classes apart."""

import dataclasses

import numpy as np

from .datasets import Cloud


def sigmoid(z):
    """1 / (1 + e^−z), which is 0 where e^−z is too large a number."""
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-z))


#: The activation functions, and their slopes by their values.
ACTIVATIONS = {
    "relu": (lambda z: np.maximum(z, 0), lambda a: a > 0),
    "tanh": (np.tanh, lambda a: 1 - a * a),
    "sigmoid": (sigmoid, lambda a: a * (1 - a)),
}


@dataclasses.dataclass(frozen=True)
class Training:
    """How a network is trained: equal trainings come to the same with equal seeds."""

    data: Cloud
    hidden: tuple
    epochs: int
    rate: float
    #: The rows of a batch; 0 for all.
    batch: int = 64
    activation: str = "relu"
    #: On what it is validated: a "fifth" of the data, "another" draw of as many, or "none", which is what it learns.
    held_out: str = "fifth"
    momentum: float = 0.0
    l2: float = 0.0
    patience: int | None = None

    def run(self, seed):
        """Draws data, weights and batches from one generator, and trains."""
        random = np.random.default_rng(seed)
        training, validation = self.examples(random)
        network = Network((2, *self.hidden, 1), self.activation, random)
        run = Run(network, initial_loss=network.measured(*training)[0])
        for _ in range(self.epochs):
            self.train_epoch(network, *training, random)
            learned = network.measured(*training)
            run.history.append((*learned, *(learned if validation is training else network.measured(*validation))))
            if self.patience and run.epochs - run.best_epoch >= self.patience:
                break
        return run

    def examples(self, random):
        """The examples to learn from and those to measure on, each features and labels."""
        training = self.data.drawn(random)
        if self.data.kind == "xor" or self.held_out == "none":
            return training, training
        if self.held_out == "another":
            return training, self.data.drawn(random)
        held = self.data.count // 5
        return tuple(part[held:] for part in training), tuple(part[:held] for part in training)

    def train_epoch(self, network, features, labels, random):
        """A step for each batch; the last may be smaller."""
        order = random.permutation(len(features))
        size = self.batch or len(features)
        for start in range(0, len(features), size):
            chosen = order[start : start + size]
            network.step(features[chosen], labels[chosen], self.rate, self.momentum, self.l2)


class Network:
    """Weights [fanIn, fanOut] and biases [1, fanOut] of each layer, with what momentum carries from step to step."""

    def __init__(self, sizes, activation, random):
        self.activation = activation
        # He for ReLU, Xavier for the others.
        gain = 2 if activation == "relu" else 1
        shapes = list(zip(sizes, sizes[1:]))
        self.weights = [random.standard_normal(shape) * np.sqrt(gain / shape[0]) for shape in shapes]
        self.biases = [np.zeros((1, shape[1])) for shape in shapes]
        self.velocities = [np.zeros_like(array) for array in self.weights + self.biases]

    def activations(self, inputs):
        """What each layer makes of the inputs, which come first."""
        function, _ = ACTIVATIONS[self.activation]
        values = [inputs]
        for layer, (weights, bias) in enumerate(zip(self.weights, self.biases)):
            z = values[-1] @ weights + bias
            values.append(function(z) if layer < len(self.weights) - 1 else sigmoid(z))
        return values

    def measured(self, inputs, labels):
        """Loss and accuracy."""
        probabilities = self.activations(inputs)[-1]
        clipped = np.clip(probabilities, 1e-8, 1 - 1e-8)
        loss = -np.mean(labels * np.log(clipped) + (1 - labels) * np.log(1 - clipped))
        return loss, np.mean((probabilities >= 0.5) == labels)

    def gradients(self, inputs, labels):
        """Those of the mean loss: the weights' of each layer, and the biases'."""
        _, slope = ACTIVATIONS[self.activation]
        values = self.activations(inputs)
        delta = (values[-1] - labels) / len(inputs)
        weights, biases = [], []
        for layer in reversed(range(len(self.weights))):
            weights.insert(0, values[layer].T @ delta)
            biases.insert(0, delta.sum(axis=0, keepdims=True))
            if layer > 0:
                delta = (delta @ self.weights[layer].T) * slope(values[layer])
        return weights, biases

    def step(self, inputs, labels, rate, momentum, l2):
        """v ← βv + g and θ ← θ − ηv; the gradients of the weights have λ/N · W added, N being the batch's rows."""
        weights, biases = self.gradients(inputs, labels)
        if l2:
            weights = [gradient + l2 / len(inputs) * matrix for gradient, matrix in zip(weights, self.weights)]
        for parameter, velocity, gradient in zip(self.weights + self.biases, self.velocities, weights + biases):
            velocity *= momentum
            velocity += gradient
            parameter -= rate * velocity


@dataclasses.dataclass
class Run:
    """What came of a training; after each epoch loss and accuracy in training, then in validation."""

    network: Network
    initial_loss: float
    history: list = dataclasses.field(default_factory=list)

    @property
    def epochs(self):
        """How many were trained."""
        return len(self.history)

    @property
    def best_epoch(self):
        """The first one with the lowest validation loss."""
        return int(np.argmin(self.column(2))) + 1

    def column(self, index):
        """One of the four figures, after each epoch."""
        return [figures[index] for figures in self.history]
