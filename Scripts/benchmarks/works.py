"""The three trainings that are timed against other programs."""

import dataclasses


@dataclasses.dataclass
class Work:
    """A training: its setup, and its examples if the setup's data are others, are written as the program's request has them."""

    setup: dict
    wide: dict | None
    features: int
    training: int
    validation: int
    name: str = ""
    #: The time that it may take at most, as a share of NumPy's, with AVX-512 and with AVX2.
    goal: float | None = None
    goal_with_avx2: float | None = None
    outputs: int = 1

    @property
    def sizes(self):
        """The units of each layer."""
        return [self.features, *self.setup["hiddenUnits"], self.outputs]

    @property
    def architecture(self):
        """The layers as the course writes them."""
        return "-".join(map(str, self.sizes))

    @property
    def parameters(self):
        """The numbers that are learned."""
        return sum(a * b + b for a, b in zip(self.sizes, self.sizes[1:]))

    @property
    def operations(self):
        """The multiplications and additions of all matrix products, in all epochs.

        Of each training example and layer: forward, the weights' gradients, the delta sent back (the first layer has
        nobody to send it to), and forward again to measure; of each validation example: forward.
        """
        layers = [2 * a * b for a, b in zip(self.sizes, self.sizes[1:])]
        epoch = self.training * (4 * sum(layers) - layers[0]) + self.validation * sum(layers)
        return epoch * self.setup["epochs"]

    def lasting(self, epochs):
        """The same training with another number of epochs."""
        return dataclasses.replace(self, setup={**self.setup, "epochs": epochs})


def setup(hidden, epochs, batch, samples=1200):
    """A training's setup."""
    return {
        "data": {"generated": {"_0": {"kind": "moons", "samples": samples, "noise": 0.44}}},
        "network": {"binary": {"hidden": "relu"}}, "hiddenUnits": hidden, "initialization": {"he": {}}, "epochs": epochs,
        "batchSize": batch, "learningRate": 0.03, "optimizer": {"gradientDescent": {}}, "regularizers": [], "seed": 1,
    }


def moons(hidden, epochs, samples=1200, **others):
    """A training on two moons, a fifth of them for validation."""
    validation = samples // 5
    return Work(setup(hidden, epochs, 64, samples), None, 2, samples - validation, validation, **others)


def wide(hidden, epochs, training, validation, **others):
    """A training on 64 features."""
    examples = {"features": 64, "training": training, "validation": validation}
    return Work(setup(hidden, epochs, 128), examples, 64, training, validation, **others)


#: The digits as `train` learns them, but without dropout, which scikit-learn does not have.
DIGITS = Work(
    {
        "data": {"digits": {}}, "network": {"layers": {"keepProbability": 1}}, "hiddenUnits": [64], "initialization": {"he": {}},
        "epochs": 40, "batchSize": 32, "learningRate": 0.003,
        "optimizer": {"adam": {"firstDecay": 0.9, "secondDecay": 0.999, "epsilon": 1e-8}}, "regularizers": [], "seed": 1,
    },
    None, 64, 1438, 359, name="digits", outputs=10,
)
A = moons([32, 32], 400, name="A", goal=0.18, goal_with_avx2=0.17)
B = moons([64, 64, 64], 1000, name="B", goal=0.35, goal_with_avx2=0.33)
C = wide([256, 256], 20, 4096, 1024, name="C", goal=0.75, goal_with_avx2=0.75)
