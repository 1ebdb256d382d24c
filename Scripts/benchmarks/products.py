"""The rate of the matrix product at several sizes, against what the machine can do at most."""

from .course import ROOT, Course
from .lab import Lab
from .results import Table

SQUARES = [(size, size, size) for size in (8, 16, 32, 64, 128, 256, 512, 1024)]
#: The products of the works' hidden layers: a batch forward, and the gradients of the weights.
LAYERS = [(64, 32, 32), (61, 33, 39), (32, 64, 32), (64, 64, 64), (128, 256, 256), (256, 128, 256), (64, 32, 1), (64, 2, 32)]


def measure(copies):
    """Times products in turns with the machine's peak; what counts is the best of several rounds."""
    shapes = SQUARES + LAYERS
    report = Lab.built(Course(ROOT)).products(shapes)
    peak = max(report["peaks"])
    rates = [max(rates) for rates in zip(*report["rates"])]
    rows = [
        [f"[{rows}, {inner}] · [{inner}, {columns}]", f"{rate / 1e9:.1f}", f"{rate / peak:.0%}"]
        for (rows, inner, columns), rate in zip(shapes, rates)
    ]
    remark = (
        f"The peak is {peak / 1e9:.1f} GFLOP/s on one core: multiplications and additions in registers, with the "
        f"instructions that the Lab is compiled for. Best of {len(report['peaks'])} rounds."
    )
    return Table(["product", "GFLOP/s", "of the peak"], rows, remark)
