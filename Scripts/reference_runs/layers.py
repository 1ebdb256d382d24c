"""The document's own training on the quadrants: layers that end in a softmax of two units, and decay their parameters."""

import dataclasses

import numpy as np

from .datasets import Cloud

COUNT, BATCH = 400, 64
EPOCHS = 300
RATE, DECAY = 0.01, 1e-4
SIZES = (2, 64, 64, 2)
#: The standard deviation of the first weights.
SPREAD = 0.1


@dataclasses.dataclass(frozen=True)
class LayersTraining:
    """Epochs with the full batch and then, from where they end, as many in batches."""

    def run(self, seed):
        """Draws data, weights and batches from one generator, and trains."""
        random = np.random.default_rng(seed)
        features, labels = Cloud("quadrants", COUNT).drawn(random)
        targets = np.hstack([1 - labels, labels])
        shapes = list(zip(SIZES, SIZES[1:]))
        weights = [SPREAD * random.standard_normal(shape) for shape in shapes]
        biases = [np.zeros((1, shape[1])) for shape in shapes]
        for _ in range(EPOCHS):
            # The loss is known before the step, and the accuracy is taken after it.
            loss, _ = step(features, targets, weights, biases)
        end = measured(features, targets, weights, biases)
        full = Phase(loss, end[1], *end)
        for _ in range(EPOCHS):
            order = random.permutation(COUNT)
            batches = [order[start : start + BATCH] for start in range(0, COUNT, BATCH)]
            figures = [step(features[chosen], targets[chosen], weights, biases) for chosen in batches]
        batched = Phase(*np.mean(figures, axis=0), *measured(features, targets, weights, biases))
        return LayersRun(full, batched)


@dataclasses.dataclass
class Phase:
    """What is printed at the end of a phase, and what is then true of all points."""

    loss: float
    accuracy: float
    final_loss: float
    final_accuracy: float


@dataclasses.dataclass
class LayersRun:
    """What came of both phases."""

    full: Phase
    batched: Phase


def activations(inputs, weights, biases):
    """What each layer makes of the inputs, which come first; the last are probabilities."""
    values = [inputs]
    for matrix, bias in zip(weights[:-1], biases[:-1]):
        values.append(np.maximum(values[-1] @ matrix + bias, 0))
    logits = values[-1] @ weights[-1] + biases[-1]
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return [*values, powers / powers.sum(axis=1, keepdims=True)]


def figures_of(probabilities, targets):
    """Cross-entropy and accuracy."""
    loss = -np.mean(np.log(np.clip((probabilities * targets).sum(axis=1), 1e-8, None)))
    return loss, np.mean(probabilities.argmax(axis=1) == targets.argmax(axis=1))


def measured(inputs, targets, weights, biases):
    """Loss and accuracy of the parameters as they are."""
    return figures_of(activations(inputs, weights, biases)[-1], targets)


def step(inputs, targets, weights, biases):
    """Moves every parameter against its gradient, to which its decay is added; returns loss and accuracy before that."""
    values = activations(inputs, weights, biases)
    delta = (values[-1] - targets) / len(inputs)
    for layer in reversed(range(len(weights))):
        gradients = (values[layer].T @ delta, delta.sum(axis=0, keepdims=True))
        if layer > 0:
            delta = (delta @ weights[layer].T) * (values[layer] > 0)
        for parameter, gradient in zip((weights[layer], biases[layer]), gradients):
            parameter -= RATE * (gradient + DECAY * parameter)
    return figures_of(values[-1], targets)
