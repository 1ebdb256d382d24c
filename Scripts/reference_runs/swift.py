"""The generated file of Swift that holds the references."""

import math
import re
import statistics

HEAD = """\
// Made by Scripts/references in NumPy: do not edit.

/// What every quantity of every experiment comes to in NumPy: mean and standard deviation over the seeds.
enum References {{
  /// How many seeds each mean is of.
  static let seeds = {seeds}

  /// By the names of experiment, variant and quantity.
  static let table: [String: [String: [String: Spread]]] = [
"""
TAIL = """\
  ]
}
"""


def spread(values):
    """Mean and standard deviation (n − 1) of those values that are numbers."""
    values = [float(value) for value in values if not math.isnan(value)]
    return statistics.fmean(values), statistics.stdev(values)


def read(file):
    """The entries of a file by experiment, as text."""
    if not file.exists():
        return {}
    return dict(re.findall(r'^    "([^"]+)": (\[\n(?:      .*\n)+    \])', file.read_text(), re.MULTILINE))


def written(entries, seeds):
    """The file with such entries."""
    return HEAD.format(seeds=seeds) + listed([f'"{name}": {text}' for name, text in entries.items()], "    ") + TAIL


def entry(variants):
    """An experiment's entry: spreads by variant and quantity."""
    return bracketed({name: bracketed(quantities, "        ", literal) for name, quantities in variants.items()}, "      ")


def bracketed(entries, indentation, text=str):
    """A dictionary, an entry a line."""
    lines = listed([f'"{name}": {text(value)}' for name, value in entries.items()], indentation)
    return f"[\n{lines}{indentation[2:]}]"


def listed(entries, indentation):
    """Lines as Scripts/format has them: a single entry has no comma behind it."""
    comma = "," if len(entries) > 1 else ""
    return "".join(f"{indentation}{text}{comma if index == len(entries) - 1 else ','}\n" for index, text in enumerate(entries))


def literal(spread):
    """Two numbers of five and three digits: what the seeds leave open is much more."""
    mean, deviation = spread
    return f"Spread({mean:.5g}, {deviation:.3g})"
