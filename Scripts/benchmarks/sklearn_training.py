"""Does a training of the Lab with scikit-learn's MLPClassifier, from the files that the Lab wrote; prints JSON."""

import numpy as np
import sklearn
from sklearn.neural_network import MLPClassifier

from written_training import count, orders, parameters, problem, report, sets, sizes


def measured(model, inputs, labels):
    if problem["output"] == "softmax":
        probabilities = np.clip(model.predict_proba(inputs), 1e-300, 1)
        loss = -np.mean(np.log(probabilities[np.arange(len(labels)), labels.astype(int)]))
        return loss, np.mean(probabilities.argmax(axis=1) == labels)
    probabilities = np.clip(model.predict_proba(inputs)[:, 1], 1e-8, 1 - 1e-8)
    loss = -np.mean(labels * np.log(probabilities) + (1 - labels) * np.log(1 - probabilities))
    return loss, np.mean((probabilities >= 0.5) == labels)


def network():
    model = MLPClassifier(
        sizes[1:-1], activation="relu", solver=problem["optimizer"], alpha=0, momentum=0, nesterovs_momentum=False, shuffle=False,
        batch_size=problem["batchSize"], learning_rate_init=problem["learningRate"])
    # Two examples make it allocate its matrices, into which the Lab's go.
    model.set_params(batch_size=2).partial_fit(np.zeros((2, sizes[0])), [0, 1], classes=range(max(sizes[-1], 2)))
    del model._optimizer
    model.set_params(batch_size=problem["batchSize"])
    for layer, (weights, biases) in enumerate(zip(*parameters())):
        model.coefs_[layer][...] = weights
        model.intercepts_[layer][...] = biases[0]
    return model


def train(model, training, validation, orders):
    random = np.random.default_rng(1)
    history = []
    for epoch in range(problem["epochs"]):
        order = orders[epoch] if epoch < len(orders) else random.permutation(count)
        model.partial_fit(training[0][order], training[1][order])
        history.append([measured(model, *part) for part in (training, validation)])
    return history


given = (network(), *((features, labels[:, 0]) for features, labels in sets()), orders())
report(lambda: train(*given), sklearn.__version__)
