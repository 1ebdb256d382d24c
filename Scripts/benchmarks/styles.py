"""What it costs to write element loops by hand in the lessons."""

import statistics
import sys

from . import works
from .lab import Lab
from .results import Table, ratio

ROUNDS = 5
#: A with fewer epochs, for those who write the product by hand wait long.
WORK = works.A.lasting(40)


def measure(copies):
    """Trains A, for fewer epochs, with the solutions' code and with that of students who write loops, in turns."""
    course = copies.course("student")
    labs = {"the solutions: whole matrices": Lab.built(course, "lessons").kept(copies.folder / "solutions-lab")}
    course.plant("loops")
    labs["loops with subscripts for all but `matmul`"] = Lab.built(course, "lessons").kept(copies.folder / "loops-lab")
    course.plant("own-product")
    labs["the product in three loops, too"] = Lab.built(course, "lessons").kept(copies.folder / "product-lab")
    times = {name: [] for name in labs}
    for number in range(ROUNDS):
        print(f"styles, round {number + 1} of {ROUNDS} …", file=sys.stderr)
        for name, lab in labs.items():
            times[name].append(lab.training(WORK)[0]["seconds"])
    solutions, *_ = times.values()
    goals = ["", "≤ 3", ""]
    rows = [
        [name, f"{statistics.median(seconds):.2f} s", f"{ratio(seconds, solutions):.1f}", goal]
        for (name, seconds), goal in zip(times.items(), goals)
    ]
    remark = f"A with {WORK.setup['epochs']} epochs; medians of {ROUNDS} runs in turns."
    return Table(["lessons, written as", "time", "ratio", "goal"], rows, remark)
