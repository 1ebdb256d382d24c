"""The trainings A, B and C here, in NumPy and, where they can be imported, PyTorch and scikit-learn: the same work, in turns."""

import json
import pathlib
import platform
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
#: How far the losses after the first epoch, and after the tenth, may lie apart: the same sums in another order.
TOLERANCES = {"firstLosses": 1e-6, "tenthLosses": 1e-4}
#: The others by the name of their module: what they are called and what trains with them.
OTHERS = {
    "numpy": ("NumPy", "numpy_training.py"),
    "torch": ("PyTorch", "pytorch_training.py"),
    "sklearn": ("scikit-learn", "sklearn_training.py"),
}
#: With which kernels NumPy computes when the Lab is held to the same instructions; its own best ones otherwise.
KERNELS = {"x86-64-v3": {"OPENBLAS_CORETYPE": "Haswell"}}


def measure(copies):
    """Times the works; the solutions' code runs as it does in `train`."""
    if not is_importable("numpy"):
        raise commands.Unavailable("NumPy is missing: python3 -m pip install numpy")
    others = [name for name in OTHERS if is_importable(name)]
    rows, versions = [], {}
    for level, lab in labs().items():
        for work in (works.A, works.B, works.C):
            print(f"training {work.name}, {level or 'all that the processor can do'} …", file=sys.stderr)
            rows.append(row(lab, level, work, others, versions))
    header = ["work", "here", "NumPy", "here / NumPy", "goal", "here / PyTorch", "here / scikit-learn", "GFLOP/s",
              "of the peak", "memory"]
    programs = ", ".join(f"{OTHERS[name][0]} {version}" for name, version in versions.items())
    remark = (
        f"A is {works.A.architecture}, 960 rows, batch 64, 400 epochs. B is {works.B.architecture}, the same rows, 1000 "
        f"epochs. C is {works.C.architecture}, 4096 rows, batch 128, 20 epochs. After each epoch loss and accuracy are "
        f"measured on both sets. {programs}: one thread, the same data, initial weights and order in the first ten epochs; "
        f"losses agree to {TOLERANCES['firstLosses']:g} after the first epoch and to {TOLERANCES['tenthLosses']:g} after "
        f"the tenth. With AVX2: both sides are held to its instructions. Medians of {PAIRS} runs in turns; a ratio is the "
        "median of the pairs' ratios."
    )
    return Table(header, rows, remark)


def labs():
    """The Lab for all that this processor can do and, where that is more than AVX2, for AVX2."""
    own = Lab.built(Course(ROOT))
    labs = {None: own}
    if own.level == "x86-64-v4":
        labs["x86-64-v3"] = Lab.built(Course(ROOT), processor="x86-64-v3")
    return labs


def row(lab, level, work, others, versions):
    """Times one work in all programs, and holds their losses against each other."""
    times, ours, peaks, memory = {name: [] for name in others}, [], [], 0
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(PAIRS):
            report, memory = lab.training(work, folder)
            ours.append(report["seconds"])
            peaks.append(max(lab.products([])["peaks"]))
            for name in others:
                other = theirs(name, folder, KERNELS.get(level, {}))
                compare(work, report, name, other)
                times[name].append(other["seconds"])
                versions[name] = other["version"]
    rates = [work.operations / seconds for seconds in ours]
    compared = {name: f"{ratio(ours, times[name]):.2f}" for name in others}
    goal = work.goal_with_avx2 if level or platform.machine() != "x86_64" else work.goal
    return [
        f"{work.name}, with AVX2" if level else work.name, f"{statistics.median(ours):.2f} s",
        f"{statistics.median(times['numpy']):.2f} s", compared["numpy"], f"≤ {goal}",
        compared.get("torch", "–"), compared.get("sklearn", "–"), f"{statistics.median(rates) / 1e9:.1f}",
        f"{statistics.median(rates) / max(peaks):.0%}", f"{memory / 1e6:.0f} MB",
    ]


def theirs(name, folder, kernels):
    """Does the training that the Lab wrote down in another program."""
    program = pathlib.Path(__file__).parent / OTHERS[name][1]
    return json.loads(commands.run([sys.executable, "-B", program, folder], folder, {**ONE_THREAD, **kernels}).stdout)


def compare(work, ours, name, theirs, tolerances=TOLERANCES):
    """Makes sure that the same work is timed."""
    if ours["epochs"] != work.setup["epochs"]:
        raise commands.Failed(f"{work.name}: the Lab trained {ours['epochs']} epochs of {work.setup['epochs']}.")
    for losses, tolerance in tolerances.items():
        pairs = list(zip(ours[losses], theirs[losses]))
        if len(pairs) != 2 or any(not abs(a - b) <= tolerance for a, b in pairs):
            raise commands.Failed(
                f"{work.name}: {losses} are {ours[losses]} here and {theirs[losses]} in {OTHERS[name][0]}: not the same "
                "work, so the times cannot be compared. Look what one of them does otherwise."
            )


def is_importable(module):
    """Whether this Python has the module."""
    return subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True).returncode == 0
