#!/usr/bin/env python3
"""Trains the course's baseline once in NumPy and prints the seconds that it took and the last losses.

2-32-32-1, 1200 moons with noise 0.44 (960 to train, 240 to validate), rate 0.03, batches of 64, 400 epochs, loss and
accuracy on both sets after each epoch: the work of `course-check train --noise 0.44`.
"""
import sys
import time

import numpy as np


def moons(count, noise, random):
    half = count // 2
    first, second = np.pi * random.random(half), np.pi * random.random(count - half)
    points = np.concatenate(
        [np.stack([np.cos(first), np.sin(first)], 1), np.stack([1 - np.cos(second), 0.5 - np.sin(second)], 1)])
    points += noise * random.standard_normal(points.shape)
    labels = np.concatenate([np.zeros(half), np.ones(count - half)])[:, None]
    order = random.permutation(count)
    return points[order], labels[order]


def forward(inputs, weights, biases):
    activations = [inputs]
    pre_activations = []
    for layer, (matrix, bias) in enumerate(zip(weights, biases)):
        z = activations[-1] @ matrix + bias
        pre_activations.append(z)
        activations.append(np.maximum(z, 0) if layer < len(weights) - 1 else 1 / (1 + np.exp(-z)))
    return activations, pre_activations


def measures(inputs, labels, weights, biases):
    probabilities = forward(inputs, weights, biases)[0][-1]
    clipped = np.clip(probabilities, 1e-8, 1 - 1e-8)
    loss = -np.mean(labels * np.log(clipped) + (1 - labels) * np.log(1 - clipped))
    return loss, np.mean((probabilities >= 0.5) == labels)


def train(epochs, seed):
    random = np.random.default_rng(seed)
    points, labels = moons(1200, 0.44, random)
    validation, training = (points[:240], labels[:240]), (points[240:], labels[240:])
    sizes = [2, 32, 32, 1]
    weights = [random.standard_normal((a, b)) * np.sqrt(2 / a) for a, b in zip(sizes, sizes[1:])]
    biases = [np.zeros((1, b)) for b in sizes[1:]]
    count = len(training[0])
    for _ in range(epochs):
        order = random.permutation(count)
        for start in range(0, count, 64):
            chosen = order[start:start + 64]
            inputs, targets = training[0][chosen], training[1][chosen]
            activations, pre_activations = forward(inputs, weights, biases)
            delta = activations[-1] - targets
            gradients = []
            for layer in reversed(range(len(weights))):
                gradients.append((layer, activations[layer].T @ delta / len(chosen), delta.mean(axis=0, keepdims=True)))
                if layer > 0:
                    delta = (delta @ weights[layer].T) * (pre_activations[layer - 1] > 0)
            for layer, weight_gradient, bias_gradient in gradients:
                weights[layer] -= 0.03 * weight_gradient
                biases[layer] -= 0.03 * bias_gradient
        losses = [measures(*part, weights, biases) for part in (training, validation)]
    return losses


epochs = int(sys.argv[1]) if len(sys.argv) > 1 else 400
start = time.perf_counter()
(training_loss, _), (validation_loss, _) = train(epochs, seed=1)
print(f"{time.perf_counter() - start:.3f} s, training loss {training_loss:.4f}, validation loss {validation_loss:.4f}")
