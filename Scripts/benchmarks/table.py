"""What it costs to load a large table of comma-separated values."""

import random
import statistics
import sys
import time

from . import commands
from .course import ROOT
from .results import Table

ROWS, COLUMNS = 1_000_000, 10
ROUNDS = 3
#: Some lines that are repeated: it takes a minute to draw a million.
DIFFERENT = 10_000


def measure(copies):
    """Times `train --csv` with the least to train, and holds its memory against that of a table with twenty rows."""
    # The first training builds the Lab.
    words = ["train", "--tree", "solutions", "--samples", "10", "--hidden", "0", "--epochs", "1"]
    commands.run(["swift", "run", "course-check", *words, "--out", copies.folder / "pictures"], ROOT)
    large, small = copies.folder / "large.csv", copies.folder / "small.csv"
    write(large, ROWS)
    write(small, 20)
    seconds, memories = [], []
    for number in range(ROUNDS):
        print(f"table, round {number + 1} of {ROUNDS} …", file=sys.stderr)
        start = time.perf_counter()
        whole = memory(large, copies.folder)
        seconds.append(time.perf_counter() - start)
        memories.append(whole - memory(small, copies.folder))
    numbers = ROWS * COLUMNS * 8
    table = [
        ["time from start to end, with an epoch and the pictures", f"{statistics.median(seconds):.1f} s", "≤ 5 s"],
        ["the numbers themselves", f"{numbers / 1e6:.0f} MB", ""],
        ["the most memory at any time", f"{statistics.median(memories) / 1e6:.0f} MB", ""],
        ["ratio", f"{statistics.median(memories) / numbers:.1f}", "≤ 3"],
    ]
    remark = (
        f"`course-check train --csv FILE --label class --hidden 2 --epochs 1`: {ROWS:,} rows, {COLUMNS} columns of numbers with six "
        f"decimals and one with the class, {large.stat().st_size / 1e6:.0f} MB of text. The memory is what it takes beyond "
        f"a table of twenty rows. Medians of {ROUNDS} runs."
    )
    return Table(["a table", "", "goal"], table, remark)


def write(file, rows):
    """Writes columns of numbers and one with a label."""
    generator = random.Random(1)
    lines = []
    for _ in range(min(rows, DIFFERENT)):
        numbers = [generator.gauss(0, 1) for _ in range(COLUMNS)]
        lines.append(",".join(f"{number:.6f}" for number in numbers) + (",high\n" if sum(numbers) > 0 else ",low\n"))
    with open(file, "w") as text:
        text.write(",".join(f"x{column}" for column in range(COLUMNS)) + ",class\n")
        for _ in range(rows // len(lines)):
            text.writelines(lines)


def memory(file, folder):
    """Loads a table and trains for an epoch; returns the most memory that course-check or its Lab had, in bytes."""
    command = [
        ROOT / ".build" / "debug" / "course-check", "train", "--tree", "solutions", "--csv", file, "--label", "class",
        "--hidden", "2", "--epochs", "1", "--out", folder / "pictures",
    ]
    _, messages, status, memory = commands.peak_memory(command)
    if status != 0:
        raise commands.Failed(f"course-check ended with {status}: {messages.decode(errors='replace')}")
    return memory
