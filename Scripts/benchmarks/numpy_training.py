"""Does a training of the Lab in NumPy, from the files that the Lab wrote, and prints what came of it as JSON."""

import numpy as np

from written_training import count, orders, parameters, problem, report, sets


def forward(inputs, weights, biases):
    activations, pre_activations = [inputs], []
    for layer, (matrix, bias) in enumerate(zip(weights, biases)):
        z = activations[-1] @ matrix + bias
        pre_activations.append(z)
        activations.append(np.maximum(z, 0) if layer < len(weights) - 1 else 1 / (1 + np.exp(-z)))
    return activations, pre_activations


def measured(inputs, labels, weights, biases):
    probabilities = forward(inputs, weights, biases)[0][-1]
    clipped = np.clip(probabilities, 1e-8, 1 - 1e-8)
    loss = -np.mean(labels * np.log(clipped) + (1 - labels) * np.log(1 - clipped))
    return loss, np.mean((probabilities >= 0.5) == labels)


def train(training, validation, weights, biases, orders):
    random = np.random.default_rng(1)
    rate, size = problem["learningRate"], problem["batchSize"]
    history = []
    for epoch in range(problem["epochs"]):
        order = orders[epoch] if epoch < len(orders) else random.permutation(count)
        for start in range(0, count, size):
            chosen = order[start : start + size]
            inputs, targets = training[0][chosen], training[1][chosen]
            activations, pre_activations = forward(inputs, weights, biases)
            delta = activations[-1] - targets
            gradients = []
            for layer in reversed(range(len(weights))):
                gradients.append((layer, activations[layer].T @ delta / len(chosen), delta.mean(axis=0, keepdims=True)))
                if layer > 0:
                    delta = (delta @ weights[layer].T) * (pre_activations[layer - 1] > 0)
            for layer, weight_gradient, bias_gradient in gradients:
                weights[layer] -= rate * weight_gradient
                biases[layer] -= rate * bias_gradient
        history.append([measured(*part, weights, biases) for part in (training, validation)])
    return history


given = (*sets(), *parameters(), orders())
report(lambda: train(*given), np.__version__)
