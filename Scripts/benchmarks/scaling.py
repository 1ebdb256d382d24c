"""What a training costs when the network grows wider, and when there are more examples."""

import statistics
import sys

from . import works
from .course import ROOT, Course
from .lab import Lab
from .results import Table

ROUNDS = 3


def width(copies):
    """Time by example and parameter for hidden layers of 8 … 1024 units."""
    lab = Lab.built(Course(ROOT))
    widths = [8, 16, 32, 64, 128, 256, 512, 1024]
    networks = [[works.moons([units] * layers, 1) for layers in (1, 2)] for units in widths]
    times = {}
    for number in range(ROUNDS):
        print(f"width, round {number + 1} of {ROUNDS} …", file=sys.stderr)
        for work in sum(networks, []):
            # About as much work for each; start-up and drawing the examples are not in the time.
            work = work.lasting(max(1, round(2e8 / work.parameters / work.training)))
            report, _ = lab.training(work)
            examples = report["epochs"] * work.training
            times.setdefault(work.architecture, []).append(report["seconds"] / examples / work.parameters)
    rows = [
        [units, *(f"{statistics.median(times[work.architecture]) * 1e9:.2f} ns" for work in pair)]
        for units, pair in zip(widths, networks)
    ]
    remark = (
        "Time by example and parameter: 960 rows with 2 features, batch 64, loss and accuracy on both sets after each "
        f"epoch. Medians of {ROUNDS} rounds."
    )
    return Table(["units", "one hidden layer", "two hidden layers"], rows, remark)


def rows(copies):
    """Time by example, and memory after one epoch and after three, for 1e3 … 1e6 examples."""
    lab = Lab.built(Course(ROOT))
    lines = []
    for count in (1_000, 10_000, 100_000, 1_000_000):
        print(f"rows, {count} …", file=sys.stderr)
        work = works.moons([32, 32], 1, count)
        repeated = max(3, 300_000 // count)
        _, once = lab.training(work)
        reports = [lab.training(work.lasting(repeated)) for _ in range(ROUNDS)]
        time = statistics.median(report["seconds"] for report, _ in reports) / repeated / work.training
        again = max(memory for _, memory in reports)
        lines.append([f"{count:,}", f"{time * 1e6:.2f} µs", f"{once / 1e6:.0f} MB", repeated, f"{again / 1e6:.0f} MB"])
    remark = (
        f"2-32-32-1, batch 64; a fifth of the rows only to measure on, which is done on all rows at once after each "
        f"epoch. Time by training example and epoch; medians of {ROUNDS} runs."
    )
    return Table(["rows", "time", "memory, one epoch", "epochs", "memory, all epochs"], lines, remark)
