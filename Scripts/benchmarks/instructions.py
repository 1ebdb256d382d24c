"""How many instructions a training needs: the same on a busy machine as on an idle one, so a slow-down shows.

Counted by valgrind, as the difference between a longer run and a shorter one, so that start-up does not count.
"""

import json
import platform
import re
import shutil
import sys

from . import commands, works
from .course import ROOT, Course
from .lab import Lab
from .results import Table, toolchain

RECORD = ROOT / "Scripts" / "instructions.json"
#: More than this share more than recorded is a slow-down.
ALLOWANCE = 0.1
#: A work and the epochs of its shorter and its longer run.
RUNS = {
    "narrow": (works.moons([32, 32], 1, samples=300), 2, 12),
    "wide": (works.wide([128, 128], 1, training=256, validation=64), 1, 4),
}


def measure(copies):
    """Counts, and records the counts for this kind of machine."""
    counts, kind = counted()
    record = recorded()
    rows = [
        [f"{work.architecture}, {work.training} rows", f"{counts[name]:,}", change(counts[name], record.get(kind, {}).get(name))]
        for name, (work, _, _) in RUNS.items()
    ]
    record[kind] = counts
    RECORD.write_text(json.dumps(record, indent=2, sort_keys=True) + "\n")
    return Table(["training", "instructions an epoch", "the last record"], rows, f"Recorded for {kind}.")


def check():
    """Compares with the record; returns whether no training needs a tenth more than that."""
    try:
        counts, kind = counted()
    except commands.Unavailable as reason:
        print(f"Instructions were not counted. {reason}")
        return True
    record = recorded().get(kind)
    if record is None:
        print(f"No instruction counts are recorded for {kind}. To record them: Scripts/benchmark instructions")
        return True
    is_fine = True
    for name, count in counts.items():
        work = RUNS[name][0]
        print(f"{work.architecture}: {count:,} instructions an epoch ({change(count, record.get(name))})")
        if name in record and count > (1 + ALLOWANCE) * record[name]:
            is_fine = False
    if not is_fine:
        print(
            f"A training needs over {ALLOWANCE:.0%} more instructions than recorded for {kind}. Find what became slower "
            "since Scripts/instructions.json was last changed; if it is meant so, record it: Scripts/benchmark instructions"
        )
    return is_fine


def change(count, before):
    """How a count compares with the recorded one."""
    if before is None:
        return "not recorded before"
    return f"{count / before - 1:+.1%} against {before:,}"


def recorded():
    """The recorded counts of every kind of machine."""
    return json.loads(RECORD.read_text()) if RECORD.exists() else {}


def counted():
    """Instructions an epoch of each training, and the kind of machine that they hold for."""
    if shutil.which("valgrind") is None:
        raise commands.Unavailable("valgrind is missing: install your system's package of that name.")
    try:
        # Valgrind does not know AVX-512, so this is the most that it can count.
        lab = Lab.built(Course(ROOT), processor="x86-64-v3")
    except commands.Failed:
        lab = Lab.built(Course(ROOT))
    counts, instruction_set = {}, ""
    for name, (work, few, many) in RUNS.items():
        print(f"instructions, {work.architecture} …", file=sys.stderr)
        (less, instruction_set), (more, _) = (counted_run(lab, work.lasting(epochs)) for epochs in (few, many))
        counts[name] = round((more - less) / (many - few))
    return counts, f"{instruction_set}, {toolchain()}, {' '.join(platform.libc_ver())}"


def counted_run(lab, work):
    """The instructions of a whole run, and what the program was compiled for."""
    command = lab.command(lab.training_request(work))
    result = commands.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command], ROOT)
    found = re.search(rb"Collected *: *([0-9]+)", result.stderr)
    if not found:
        raise commands.Unavailable(f"valgrind counted nothing: {result.stderr.decode(errors='replace')[-500:]}")
    return int(found[1]), json.loads(result.stdout)["instructionSet"]
