"""The course's clouds of points, drawn with NumPy's own random numbers: features [N, 2] and labels [N, 1]."""

import dataclasses

import numpy as np


@dataclasses.dataclass(frozen=True)
class Cloud:
    """Which points to draw, and how many."""

    kind: str
    count: int = 4
    noise: float = 0.0

    def drawn(self, random):
        """Draws the points, shuffled; those of xor are the four corners and stay in order."""
        features, labels = KINDS[self.kind](self.count, random)
        if self.noise:
            features = features + self.noise * random.standard_normal(features.shape)
        order = np.arange(4) if self.kind == "xor" else random.permutation(self.count)
        return features[order], labels[order].reshape(-1, 1).astype(float)


def xor(count, random):
    """The corners of the unit square, class 1 where just one coordinate is 1."""
    return np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])


def moons(count, random):
    """Class 0 on (cos t, sin t), class 1 on (1 − cos t, ½ − sin t), t drawn evenly from 0 … π."""
    labels = second_half(count)
    angles = np.pi * random.random(count)
    x = np.where(labels, 1 - np.cos(angles), np.cos(angles))
    y = np.where(labels, 0.5 - np.sin(angles), np.sin(angles))
    return np.stack([x, y], axis=1), labels


def circles(count, random):
    """Class 0 on the circle of radius 1, class 1 on that of radius ½."""
    labels = second_half(count)
    angles = 2 * np.pi * random.random(count)
    radii = np.where(labels, 0.5, 1.0)
    return np.stack([radii * np.cos(angles), radii * np.sin(angles)], axis=1), labels


def quadrants(count, random):
    """Normal points, class 1 where both coordinates have the same sign."""
    features = random.standard_normal((count, 2))
    return features, features[:, 0] * features[:, 1] > 0


def linear(count, random):
    """Normal points, class 1 where the coordinates add up to more than 0."""
    features = random.standard_normal((count, 2))
    return features, features.sum(axis=1) > 0


def second_half(count):
    """True for the second half of the points."""
    return np.arange(count) >= count // 2


KINDS = {"xor": xor, "moons": moons, "circles": circles, "quadrants": quadrants, "linear": linear}
