"""The Lab's experiments: of each variant how it is trained, and what is measured of it, under the Lab's names."""

import dataclasses
import math

import numpy as np

from .datasets import Cloud
from .dropout import DropoutTraining
from .layers import LayersTraining
from .training import Training


@dataclasses.dataclass(frozen=True)
class Variant:
    """One way of training, and functions of what comes of it by the names of the quantities."""

    training: Training | LayersTraining | DropoutTraining
    quantities: dict
    #: More functions, whose figures are printed for the record.
    record: dict = dataclasses.field(default_factory=dict)


def last(column):
    """One of the four figures after the last epoch: training loss and accuracy, validation loss and accuracy."""
    return lambda run: run.column(column)[-1]


def is_solved(run):
    """1 if every example is classified right, otherwise 0."""
    return float(last(1)(run) == 1)


def where_solved(quantities):
    """The same of runs that classify every example right, and no number of others."""
    return {
        f"{name}, where solved": lambda run, value=value: value(run) if is_solved(run) else math.nan
        for name, value in quantities.items()
    }


def loss_at(step):
    """The training loss after so many epochs."""
    return {f"loss at step {step}": lambda run: run.column(0)[step - 1]}


def prediction(x, y):
    """The probability that the network gives to an example."""
    return {f"prediction for ({x}, {y})": lambda run: run.network.activations(np.array([[x, y]]))[-1].item()}


def weight_norm(run):
    """The root of the sum of the squares of all weights."""
    return math.sqrt(sum(np.sum(weights**2) for weights in run.network.weights))


TRAINING = {"training loss": last(0), "training accuracy": last(1)}
ALL = {
    "training loss": last(0), "validation loss": last(2), "training accuracy": last(1), "validation accuracy": last(3),
    "weight norm": weight_norm,
}
GAP = {"gap between the losses": lambda run: run.column(2)[-1] - run.column(0)[-1]}
LEARNING = {**ALL, **GAP}
STOPPING = {
    "best epoch": lambda run: run.best_epoch,
    "last epoch": lambda run: run.epochs,
    "validation loss, best epoch": lambda run: min(run.column(2)),
    "validation loss, last epoch": last(2),
    "gain of restoring": lambda run: run.column(2)[-1] - min(run.column(2)),
}
BEST_AND_LAST = {"best validation accuracy": lambda run: max(run.column(3)), "validation accuracy": last(3)}
XOR = {
    "loss at step 0": lambda run: run.initial_loss,
    **where_solved(loss_at(500)), **where_solved(loss_at(3000)),
    "training accuracy": last(1),
    **where_solved(prediction(0, 0) | prediction(0, 1) | prediction(1, 0) | prediction(1, 1)),
}


def moons(hidden=(32, 32), noise=0.44, epochs=400, quantities=ALL, **others):
    """A training on 1200 moons."""
    return Variant(Training(Cloud("moons", 1200, noise), hidden, epochs, 0.03, **others), quantities)


def by_heart(quantities, **others):
    """A network that is large for its 320 moons, trained until it knows them by heart."""
    return Variant(Training(Cloud("moons", 320, 0.44), (64, 64, 64), 2000, 0.1, **others), quantities)


def corners(units, quantities):
    """A training on the four corners."""
    return Variant(Training(Cloud("xor"), (units,), 3000, 0.5, batch=0), quantities)


def smallest(*hidden):
    """A small network on 500 moons, and 500 more to measure on."""
    return Variant(Training(Cloud("moons", 500, 0.15), hidden, 2000, 0.1, held_out="another"), BEST_AND_LAST)


def activations(cloud, hidden, epochs):
    """A full batch with each of the three activation functions."""
    return {
        f"{cloud.kind}, {name}": Variant(
            Training(cloud, hidden, epochs, rate, batch=0, activation=name, held_out="none"), TRAINING
        )
        for name, rate in (("sigmoid", 1), ("tanh", 0.1), ("relu", 0.1))
    }


def ring(units):
    """A hidden layer on two circles."""
    training = Training(Cloud("circles", 500, 0.1), (units,), 2000, 0.1, held_out="none")
    return Variant(training, {"training accuracy": last(1)})


def quadrants(batch):
    """400 points of the quadrants."""
    return Variant(Training(Cloud("quadrants", 400), (64, 64), 300, 0.01, batch=batch, held_out="none"), TRAINING)


def layers(phase):
    """A phase of the document's training on the quadrants: what it printed, and for the record what is true at its end."""
    def of(field):
        return lambda run: getattr(getattr(run, phase), field)
    return Variant(
        LayersTraining(), {"training loss": of("loss"), "training accuracy": of("accuracy")},
        {"loss of all points at the end": of("final_loss"), "accuracy of all points at the end": of("final_accuracy")},
    )


def dropout(share):
    """Layers on few noisy moons, of whose hidden activations a share is left out in training."""
    return Variant(
        DropoutTraining(Cloud("moons", 400, 0.44), (64, 64), 200, 0.01, keep=1 - share),
        {
            "training loss": last(0), "validation loss": last(2), "validation accuracy": last(3), **GAP,
        },
    )


EXPERIMENTS = {
    "xor": {"2-8-1": corners(8, XOR)},
    "hidden-space": {"2-2-1": corners(2, {"share of seeds that solve it": is_solved, "training loss": last(0)})},
    "smallest": {"2-4-1": smallest(4), "2-8-1": smallest(8), "2-4-4-1": smallest(4, 4)},
    "baseline": {"2-32-32-1, ReLU": moons()},
    "width-depth": {
        "2-8-1": moons((8,)), "2-32-32-1, ReLU": moons(), "2-64-64-1": moons((64, 64)),
        "2-32-32-32-1": moons((32, 32, 32)),
    },
    "tanh": {"2-32-32-1, ReLU": moons(), "2-32-32-1, tanh": moons(activation="tanh")},
    "activations": {
        **activations(Cloud("linear", 100), (4, 3), 2000),
        **activations(Cloud("quadrants", 1000), (8, 4), 3000),
        **activations(Cloud("circles", 500, 0.1), (16, 8), 3000),
    },
    "hidden-width": {
        "1 unit": ring(1), "2 units": ring(2), "4 units": ring(4), "8 units": ring(8), "32 units": ring(32),
    },
    "quadrants": {"full batch": quadrants(0), "batch 64": quadrants(64)},
    "quadrants-layers": {"full batch": layers("full"), "batch 64, going on": layers("batched")},
    "l2": {"λ = 0": by_heart(LEARNING), "λ = 0.5": by_heart(LEARNING, l2=0.5)},
    "early-stopping": {"no patience": by_heart(STOPPING), "patience 50": by_heart(STOPPING, patience=50)},
    "noise": {"noise 0.10": moons(noise=0.10), "noise 0.24": moons(noise=0.24), "noise 0.44": moons()},
    "momentum": {
        "no momentum": moons(noise=0.24, epochs=50), "momentum 0.9": moons(noise=0.24, epochs=50, momentum=0.9),
    },
    "dropout": {"no dropout": dropout(0), "dropout 0.2": dropout(0.2), "dropout 0.5": dropout(0.5)},
}
