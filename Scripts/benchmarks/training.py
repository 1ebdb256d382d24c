"""The trainings A, B and C here, in NumPy and, where it can be imported, in PyTorch: the same work, in turns."""

import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

from . import commands, works
from .lab import Lab
from .course import ROOT, Course
from .results import Table, ratio

PAIRS = 5
ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
#: How far the losses after the first epoch may lie apart: the same sums in another order.
TOLERANCE = 1e-6


def measure(copies):
    """Times the works; the solutions' code runs as it does in `train`."""
    if not is_importable("numpy"):
        raise commands.Unavailable("NumPy is missing: python3 -m pip install numpy")
    others = ["numpy"] + (["torch"] if is_importable("torch") else [])
    lab = Lab.built(Course(ROOT))
    rows, versions = [], {}
    for work in (works.A, works.B, works.C):
        print(f"training {work.name} …", file=sys.stderr)
        rows.append(row(lab, work, others, versions))
    header = ["work", "here", "NumPy", "here / NumPy", "goal", "PyTorch", "here / PyTorch", "GFLOP/s", "of the peak",
              "memory"]
    programs = f"NumPy {versions['numpy']}" + (f" and PyTorch {versions['torch']}" if "torch" in versions else "")
    remark = (
        f"A is {works.A.architecture}, 960 rows, batch 64, 400 epochs. B is {works.B.architecture}, the same rows, 1000 "
        f"epochs. C is {works.C.architecture}, 4096 rows, batch 128, 20 epochs. After each epoch loss and accuracy are "
        f"measured on both sets. {programs}: one thread, the same data, initial weights and "
        f"first order; losses agree to {TOLERANCE:g} after the first epoch. Medians of {PAIRS} runs in turns; a ratio is "
        "the median of the pairs' ratios."
    )
    return Table(header, rows, remark)


def row(lab, work, others, versions):
    """Times one work in all programs, and holds their losses against each other."""
    times, ours, peaks, memory = {name: [] for name in others}, [], [], 0
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(PAIRS):
            report, memory = lab.training(work, folder)
            ours.append(report["seconds"])
            peaks.append(max(lab.products([])["peaks"]))
            for name in others:
                other = theirs(name, folder)
                compare(work, report, name, other)
                times[name].append(other["seconds"])
                versions[name] = other["version"]
    rates = [work.operations / seconds for seconds in ours]
    cells = {name: (f"{statistics.median(times[name]):.2f} s", f"{ratio(ours, times[name]):.2f}") for name in others}
    return [
        work.name, f"{statistics.median(ours):.2f} s", *cells["numpy"], f"≤ {work.goal}",
        *cells.get("torch", ("–", "–")), f"{statistics.median(rates) / 1e9:.1f}",
        f"{statistics.median(rates) / max(peaks):.0%}", f"{memory / 1e6:.0f} MB",
    ]


def theirs(name, folder):
    """Does the training that the Lab wrote down in another program."""
    program = pathlib.Path(__file__).parent / ("numpy_training.py" if name == "numpy" else "pytorch_training.py")
    return json.loads(commands.run([sys.executable, program, folder], folder, ONE_THREAD).stdout)


def compare(work, ours, name, theirs):
    """Makes sure that the same work is timed."""
    if ours["epochs"] != work.plan["epochs"]:
        raise commands.Failed(f"{work.name}: the Lab trained {ours['epochs']} epochs of {work.plan['epochs']}.")
    pairs = list(zip(ours["firstLosses"], theirs["firstLosses"]))
    if len(pairs) != 2 or any(not abs(a - b) <= TOLERANCE for a, b in pairs):
        raise commands.Failed(
            f"{work.name}: after the first epoch the losses are {ours['firstLosses']} here and {theirs['firstLosses']} in "
            f"{name}: not the same work, so the times cannot be compared. Look what one of them does otherwise."
        )


def is_importable(module):
    """Whether this Python has the module."""
    return subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True).returncode == 0
