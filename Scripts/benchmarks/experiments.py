"""The Lab's experiments with the solutions, beside the references: how far the means lie apart."""

import os
import re
import sys

from . import commands
from .course import ROOT
from .results import Table

SEEDS = 20
#: How many standard errors of their difference two means should lie apart at most.
NEAR = 3
HEADING = re.compile(r"(\S.*?), \d+ parameters? .* apart +document")
ROW = re.compile(r"  (\S.*?) {2,}\S+(?: ± \S+)? +\S+(?: ± \S+)? +(\d+\.\d+|inf) +\S.*")


def measure(copies):
    """Runs every experiment with as many seeds as the references have."""
    listed = commands.run(["swift", "run", "course-check", "experiment"], ROOT).stdout.decode()
    names = re.findall(r"^  (\S+)  ", listed, re.MULTILINE)
    # The first experiment builds the Lab.
    report(names[0], 1, copies.folder)
    rows, whole = [], {}
    for name in names:
        print(f"experiment {name} …", file=sys.stderr)
        start = processor_time()
        distances = report(name, SEEDS, copies.folder)
        rows.append([*row(name, distances), f"{processor_time() - start:.0f} s"])
        whole |= distances
    rows.append([*row("all, each once", whole), ""])
    remark = (
        f"`course-check experiment NAME --seeds {SEEDS}` with the solutions; the references are those of `Scripts/references`, "
        "which draws other random numbers. Distances are in standard errors of the difference; where nothing but chance is at "
        f"work, one in some two hundred is beyond {NEAR}. Some experiments have a run in common, which counts once in the end. "
        "The time is the processor's, of all cores together, with the Lab built."
    )
    return Table(["experiment", "compared", f"within {NEAR}", "largest distance", "of", "processor"], rows, remark)


def report(name, seeds, folder):
    """Runs an experiment, and returns the distances with what they are of, by their lines without the spaces between."""
    command = [
        ROOT / ".build" / "debug" / "course-check", "experiment", name, "--seeds", seeds, "--tree", "solutions",
        "--out", folder / "pictures",
    ]
    variant, distances = "", {}
    for line in commands.run(command, ROOT).stdout.decode().splitlines():
        if heading := HEADING.match(line):
            variant = heading[1]
        elif found := ROW.fullmatch(line):
            distances[" ".join(line.split())] = (float(found[2]), f"{variant}: {found[1]}")
    return distances


def processor_time():
    """The seconds that all programs which this one waited for had of the processor."""
    times = os.times()
    return times.children_user + times.children_system


def row(name, distances):
    """The line of an experiment."""
    largest, what = max(distances.values())
    within = sum(distance <= NEAR for distance, _ in distances.values())
    return [name, len(distances), within, f"{largest:.1f}", what]
