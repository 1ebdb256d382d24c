"""How many wrong versions that nobody wrote are explained, and how."""

import re

from . import commands
from .course import ROOT
from .results import Table

#: The seeds of the random edits.
SEEDS = (31, 32)
LINE = re.compile(
    r"Explained (\S+)  one edit: (\d+) of (\d+) explained, (\d+) examples, (\d+) nothing, (\d+) stop"
    r"   several: (\d+) of (\d+) explained, (\d+) examples, (\d+) nothing, (\d+) stop"
)


def measure(copies):
    """Counts what is said of random edits of the solutions, by exercise."""
    sums = {}
    for seed in SEEDS:
        environment = {"COURSE_BATTERIES": "all", "COURSE_SEED": str(seed)}
        output = commands.run(["swift", "test", "--filter", "RandomEditTests"], ROOT, environment).stdout.decode()
        for exercise, *numbers in LINE.findall(output):
            counts = sums.setdefault(exercise, [0] * len(numbers))
            sums[exercise] = [one + int(other) for one, other in zip(counts, numbers)]
    whole = sums.pop("all")
    rows = [row(exercise, counts) for exercise, counts in sums.items()] + [row("all", whole)]
    least = min((counts[0] / counts[1], exercise) for exercise, counts in sums.items() if counts[1])
    remark = (
        f"Random edits with the seeds {' and '.join(map(str, SEEDS))}: {100 * whole[0] / whole[1]:.0f} % of the versions with one "
        f"edit that do not stop are explained (goal 90 %), the fewest in {least[1]}: {100 * least[0]:.0f} % (goal 85 %). *Explained* are "
        "versions with slips or a formula whose answers are the version's on inputs that the search had not seen; the others "
        "get the smallest example that is wrong, where chance has no part in the exercise."
    )
    header = ["exercise", "one edit explained", "smallest example", "neither", "stop", "several explained", "stop "]
    return Table(header, rows, remark)


def row(exercise, counts):
    """The line of an exercise."""
    one, of, example, neither, stop, several, of_several, _, _, several_stop = counts
    return [exercise, f"{one} of {of}", example, neither, stop, f"{several} of {of_several}", several_stop]
