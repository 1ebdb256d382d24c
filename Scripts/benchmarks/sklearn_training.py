"""Does a training of the Lab with scikit-learn's MLPClassifier, from the files that the Lab wrote; prints JSON."""

import json
import pathlib
import sys
import time

import numpy as np
import sklearn
from sklearn.neural_network import MLPClassifier

folder = pathlib.Path(sys.argv[1])
problem = json.loads((folder / "problem.json").read_text())
sizes, count = problem["layerSizes"], problem["trainingCount"]


def numbers(name, rows, kind="<f8"):
    return np.fromfile(folder / name, dtype=kind).reshape(rows, -1)


def measured(model, inputs, labels):
    probabilities = np.clip(model.predict_proba(inputs)[:, 1], 1e-8, 1 - 1e-8)
    loss = -np.mean(labels * np.log(probabilities) + (1 - labels) * np.log(1 - probabilities))
    return loss, np.mean((probabilities >= 0.5) == labels)


def network():
    model = MLPClassifier(
        sizes[1:-1], activation="relu", solver="sgd", alpha=0, momentum=0, nesterovs_momentum=False, shuffle=False,
        batch_size=problem["batchSize"], learning_rate_init=problem["learningRate"])
    # Two examples make it allocate its matrices, into which the Lab's go.
    model.set_params(batch_size=2).partial_fit(np.zeros((2, sizes[0])), [0, 1], classes=[0, 1])
    model.set_params(batch_size=problem["batchSize"])
    for layer, rows in enumerate(sizes[:-1]):
        model.coefs_[layer][...] = numbers(f"weights-{layer}.f64", rows)
        model.intercepts_[layer][...] = numbers(f"biases-{layer}.f64", 1)[0]
    return model


def train(model, training, validation, orders):
    random = np.random.default_rng(1)
    history = []
    for epoch in range(problem["epochs"]):
        order = orders[epoch] if epoch < len(orders) else random.permutation(count)
        model.partial_fit(training[0][order], training[1][order])
        history.append([measured(model, *part) for part in (training, validation)])
    return history


def main():
    sets = [
        (numbers(f"{name}-features.f64", problem[f"{name}Count"]), numbers(f"{name}-labels.f64", problem[f"{name}Count"])[:, 0])
        for name in ("training", "validation")
    ]
    model, orders = network(), numbers("orders.i64", 10, "<i8")
    start = time.process_time()
    history = train(model, *sets, orders)
    elapsed = time.process_time() - start
    print(json.dumps({"seconds": elapsed, "firstLosses": [float(loss) for loss, _ in history[0]],
                      "tenthLosses": [float(loss) for loss, _ in history[:10][-1]], "version": sklearn.__version__}))


main()
