"""How large the playground is, how soon it is compiled, and how fast it trains in a real browser."""

import re

from . import commands
from .commands import Unavailable
from .course import ROOT
from .results import Table

#: What the tests print, and how it reads in the table.
FIGURES = [
    (r"lessons.wasm: (\d+) bytes", "the lessons as WebAssembly", lambda size: f"{int(size) / 1000:.0f} KB", "< 100 KB"),
    (r"kit.wasm: (\d+) bytes", "the kit as WebAssembly", lambda size: f"{int(size) / 1000:.0f} KB", "< 240 KB"),
    (r"page: (\d+) bytes", "the page", lambda size: f"{int(size) / 1000:.0f} KB", "< 350 KB"),
    (r"compile to page the first time: ([\d.]+)", "compile to page, the first time", lambda time: f"{float(time):.1f} s", ""),
    (r"after an edit of 3.1: ([\d.]+)", "after an edit of 3.1", lambda time: f"{float(time):.1f} s", "< 5 s"),
    (r"after an edit of 1.3: ([\d.]+)", "after an edit of 1.3, on which most lessons build", lambda time: f"{float(time):.1f} s", "< 5 s"),
    (r"frames a second: ([\d.]+)", "2-32-32-1: frames a second", lambda rate: f"{float(rate):.0f}", "60"),
    (r"steps a frame: ([\d.]+)", "mini-batch steps in each", lambda count: f"{float(count):.0f}", "≥ 20"),
    (r"memory .*: ([\d.]+) and", "memory of the page while it trains", lambda size: f"{float(size) / 1e6:.2f} MB", ""),
    (r"memory .* and ([\d.]+) bytes", "ten minutes later", lambda size: f"{float(size) / 1e6:.2f} MB", "the same"),
]


def measure(copies):
    """Takes the figures from the tests that hold the page to them."""
    environment = {"COURSE_BATTERIES": "all", "COURSE_QUIET": "1", "COURSE_MINUTES": "10"}
    # On a slow computer a figure may miss its goal, and is a figure all the same.
    result = commands.run(["swift", "test", "--filter", "PageFigureTests"], ROOT, environment, allowed=(0, 1))
    text = result.stdout.decode(errors="replace")
    rows = []
    for pattern, title, form, goal in FIGURES:
        if not (found := re.search(pattern, text)):
            raise Unavailable(f"`swift test --filter PageFigureTests` did not print '{pattern}': is there a Chromium?")
        rows.append([title, form(found[1]), goal])
    remark = "The page of the solutions in a Chromium without a window and without a graphics processor."
    return Table(["the playground", "", "goal"], rows, remark)
