"""The handwritten digits: how well `train --data digits` learns them, and how fast, beside PyTorch and scikit-learn."""

import re
import statistics
import tempfile
import time

from . import commands, training, works
from .course import ROOT, Course
from .lab import Lab
from .results import Table, ratio

SEEDS = range(1, 11)
PAIRS = 5
#: scikit-learn adds ε elsewhere in Adam's step, and single precision nowhere: so the losses lie apart by more than rounding.
TOLERANCES = {"firstLosses": 1e-3, "tenthLosses": 2e-2}
ACCURACY = re.compile(r"^accuracy +[0-9.]+ % +([0-9.]+) %$", re.MULTILINE)


def measure(copies):
    """Trains with ten seeds as `train` does, then the same network, batches and epochs without dropout in all programs."""
    others = [name for name in ("torch", "sklearn") if training.is_importable(name)]
    if not others:
        raise commands.Unavailable("PyTorch and scikit-learn are missing: python3 -m pip install torch scikit-learn")
    accuracies, seconds = held_out(copies.folder)
    lab = Lab.built(Course(ROOT), asked=("--data", "digits"))
    times, ours, versions = {name: [] for name in others}, [], {}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(PAIRS):
            report, _memory = lab.training(works.DIGITS, folder)
            ours.append(report["seconds"])
            for name in others:
                other = training.theirs(name, folder, {})
                training.compare(works.DIGITS, report, name, other, TOLERANCES)
                times[name].append(other["seconds"])
                versions[name] = other["version"]
    rows = [["here", f"{statistics.median(ours):.2f} s", "1"]]
    for name in others:
        rows.append([
            f"{training.OTHERS[name][0]} {versions[name]}", f"{statistics.median(times[name]):.2f} s",
            f"{ratio(times[name], ours):.1f}",
        ])
    remark = (
        f"The digits that were kept apart: {statistics.mean(accuracies):.2f} % are read right, the mean of seeds "
        f"{SEEDS[0]} to {SEEDS[-1]} of `course-check train --data digits` ({min(accuracies):.1f} to {max(accuracies):.1f} %; "
        f"deviation {statistics.stdev(accuracies):.2f}), each in {max(seconds):.1f} s at most, from the command to its prompt. "
        f"The times are those of the processor for {works.DIGITS.architecture} with Adam, {works.DIGITS.setup['epochs']} epochs in "
        f"batches of {works.DIGITS.setup['batchSize']}, loss and accuracy on both sets after each epoch, on one thread; without "
        "dropout, which scikit-learn does not have. The same data, initial weights and order in the first ten epochs. "
        f"Medians of {PAIRS} runs in turns; a ratio is the median of the pairs' ratios."
    )
    return Table(["program", "time", "times as long as here"], rows, remark)


def held_out(folder):
    """The accuracies on the digits that were kept apart, in per cent, and how long each command took."""
    accuracies, seconds = [], []
    # The first command builds the Lab.
    for seed in (SEEDS[0], *SEEDS):
        start = time.monotonic()
        words = ["train", "--data", "digits", "--tree", "solutions", "--seed", seed, "--out", folder]
        printed = commands.run(["swift", "run", "course-check", *map(str, words)], ROOT).stdout.decode()
        seconds.append(time.monotonic() - start)
        accuracies.append(float(ACCURACY.search(printed)[1]))
    return accuracies[1:], seconds[1:]
