"""The three trainings that are timed against other programs."""

import dataclasses


@dataclasses.dataclass
class Work:
    """A training: its examples and its plan are written as the Lab's request has them."""

    examples: dict
    plan: dict
    features: int
    training: int
    validation: int
    name: str = ""
    #: The time that it may take at most, as a share of NumPy's, with AVX-512 and with AVX2.
    goal: float | None = None
    goal_with_avx2: float | None = None

    @property
    def sizes(self):
        """The units of each layer."""
        return [self.features, *self.plan["hiddenUnits"], 1]

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
        return epoch * self.plan["epochs"]

    def lasting(self, epochs):
        """The same training with another number of epochs."""
        return dataclasses.replace(self, plan={**self.plan, "epochs": epochs})


def plan(hidden, epochs, batch):
    """A plan for the Lab."""
    return {
        "hiddenUnits": hidden, "hidden": "relu", "initialisation": "he", "epochs": epochs, "learningRate": 0.03,
        "batchSize": batch, "lambda": 0, "seed": 1,
    }


def moons(hidden, epochs, samples=1200, **others):
    """A training on two moons, a fifth of them for validation."""
    examples = {"generated": {"_0": {"kind": "moons", "samples": samples, "noise": 0.44}}}
    validation = samples // 5
    return Work(examples, plan(hidden, epochs, 64), 2, samples - validation, validation, **others)


def wide(hidden, epochs, training, validation, **others):
    """A training on 64 features."""
    examples = {"wide": {"features": 64, "training": training, "validation": validation}}
    return Work(examples, plan(hidden, epochs, 128), 64, training, validation, **others)


A = moons([32, 32], 400, name="A", goal=0.18, goal_with_avx2=0.17)
B = moons([64, 64, 64], 1000, name="B", goal=0.35, goal_with_avx2=0.33)
C = wide([256, 256], 20, 4096, 1024, name="C", goal=0.75, goal_with_avx2=0.75)
