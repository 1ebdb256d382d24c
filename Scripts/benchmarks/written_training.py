"""The training that the Lab wrote into the folder named first on the command line; read by the programs that do it again."""

import json
import pathlib
import sys
import time

import numpy as np

#: In how many epochs, at first, all programs show the examples in the same order.
EPOCHS_IN_ORDER = 10

folder = pathlib.Path(sys.argv[1])
problem = json.loads((folder / "problem.json").read_text())
sizes, count = problem["layerSizes"], problem["trainingCount"]


def numbers(name, rows, kind="<f8"):
    """The numbers of a file, row after row."""
    return np.fromfile(folder / name, dtype=kind).reshape(rows, -1)


def sets():
    """Features and labels of the training and of the validation examples."""
    return [
        (numbers(f"{name}-features.f64", problem[f"{name}Count"]), numbers(f"{name}-labels.f64", problem[f"{name}Count"]))
        for name in ("training", "validation")
    ]


def parameters():
    """The initial weights and biases."""
    weights = [numbers(f"weights-{layer}.f64", rows) for layer, rows in enumerate(sizes[:-1])]
    return weights, [numbers(f"biases-{layer}.f64", 1) for layer in range(len(sizes) - 1)]


def orders():
    """The order of the examples in each of the first epochs."""
    return numbers("orders.i64", EPOCHS_IN_ORDER, "<i8")


def report(train, version):
    """Times a training that returns loss and accuracy of each epoch on both sets, and prints the report."""
    start = time.process_time()
    history = train()
    elapsed = time.process_time() - start
    losses = [[float(loss) for loss, _ in epoch] for epoch in (history[0], history[:EPOCHS_IN_ORDER][-1])]
    print(json.dumps({"seconds": elapsed, "firstLosses": losses[0], "tenthLosses": losses[1], "version": version}))
