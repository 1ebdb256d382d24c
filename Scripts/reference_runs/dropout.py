"""Layers that end in a softmax, trained with Adam and with dropout behind each hidden ReLU."""

import dataclasses

import numpy as np

from .datasets import Cloud
from .layers import activations, figures_of
from .training import Run

FIRST_DECAY, SECOND_DECAY, EPSILON = 0.9, 0.999, 1e-8


@dataclasses.dataclass(frozen=True)
class DropoutTraining:
    """How layers are trained; a fifth of the data is held out."""

    data: Cloud
    hidden: tuple
    epochs: int
    rate: float
    batch: int = 64
    #: The probability with which a hidden activation is kept; 1 for no dropout.
    keep: float = 1.0

    def run(self, seed):
        """Draws data, weights, masks and batches from one generator, and trains."""
        random = np.random.default_rng(seed)
        features, labels = self.data.drawn(random)
        targets = np.hstack([1 - labels, labels])
        held = self.data.count // 5
        learned, validated = (features[held:], targets[held:]), (features[:held], targets[:held])
        network = DropoutNetwork((2, *self.hidden, 2), random)
        run = Run(network, initial_loss=network.measured(*learned)[0])
        for _ in range(self.epochs):
            order = random.permutation(len(learned[0]))
            for start in range(0, len(order), self.batch):
                chosen = order[start : start + self.batch]
                network.step(learned[0][chosen], learned[1][chosen], self, random)
            run.history.append((*network.measured(*learned), *network.measured(*validated)))
        return run


class DropoutNetwork:
    """Weights [fanIn, fanOut] and biases [1, fanOut] of each layer, with the moments of each."""

    def __init__(self, sizes, random):
        shapes = list(zip(sizes, sizes[1:]))
        self.weights = [random.standard_normal(shape) * np.sqrt(2 / shape[0]) for shape in shapes]
        self.biases = [np.zeros((1, shape[1])) for shape in shapes]
        self.moments = [(np.zeros_like(array), np.zeros_like(array)) for array in self.weights + self.biases]
        self.steps = 0

    def measured(self, inputs, targets):
        """Loss and accuracy, without dropout."""
        return figures_of(activations(inputs, self.weights, self.biases)[-1], targets)

    def gradients(self, inputs, targets, keep, random):
        """Those of the mean loss with masks that are drawn for this batch."""
        values, masks = [inputs], []
        for weights, bias in zip(self.weights[:-1], self.biases[:-1]):
            hidden = np.maximum(values[-1] @ weights + bias, 0)
            masks.append((random.random(hidden.shape) < keep) / keep)
            values.append(hidden * masks[-1])
        delta = (activations(values[-1], self.weights[-1:], self.biases[-1:])[-1] - targets) / len(inputs)
        weights, biases = [], []
        for layer in reversed(range(len(self.weights))):
            weights.insert(0, values[layer].T @ delta)
            biases.insert(0, delta.sum(axis=0, keepdims=True))
            if layer > 0:
                # What the mask lets through is above 0 exactly where ReLU was.
                delta = (delta @ self.weights[layer].T) * masks[layer - 1] * (values[layer] > 0)
        return weights + biases

    def step(self, inputs, targets, training, random):
        """Kingma and Ba's step."""
        self.steps += 1
        gradients = self.gradients(inputs, targets, training.keep, random)
        for parameter, (first, second), gradient in zip(self.weights + self.biases, self.moments, gradients):
            first *= FIRST_DECAY
            first += (1 - FIRST_DECAY) * gradient
            second *= SECOND_DECAY
            second += (1 - SECOND_DECAY) * gradient**2
            mean = first / (1 - FIRST_DECAY**self.steps)
            square = second / (1 - SECOND_DECAY**self.steps)
            parameter -= training.rate * mean / (np.sqrt(square) + EPSILON)
