"""Tables of results, which Scripts/README.md keeps between marker comments."""

import dataclasses
import datetime
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys

from .course import ROOT

README = ROOT / "Scripts" / "README.md"


@dataclasses.dataclass
class Table:
    """What one part of the benchmark found out."""

    header: list
    rows: list
    #: A sentence below the table.
    remark: str = ""

    @property
    def text(self):
        """The table as Markdown."""
        lines = [self.header, ["---"] + ["---:"] * (len(self.header) - 1), *self.rows]
        table = "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)
        return table + (f"\n\n{self.remark}" if self.remark else "")


def keep(part, table):
    """Writes a part's table to its place in the README and prints it."""
    text = f"{machine()}\n\n{table.text}"
    begin, end = f"<!-- results: {part} -->", "<!-- end of results -->"
    readme = README.read_text()
    if begin not in readme:
        sys.exit(f"Scripts/README.md has no line '{begin}': where shall the table stand? Add it, and '{end}' below it.")
    pattern = re.compile(f"{re.escape(begin)}\n.*?{re.escape(end)}", re.DOTALL)
    README.write_text(pattern.sub(lambda _: f"{begin}\n{text}\n{end}", readme))
    print(f"{part}: {text}\n", flush=True)


def machine():
    """When and on what this is measured, in a line."""
    today = datetime.date.today().isoformat()
    return f"Measured {today} · {processor()}, {os.cpu_count()} cores · {system()} · {toolchain()}"


def processor():
    """The processor's model."""
    if sys.platform == "darwin":
        return subprocess.run(["sysctl", "-n", "machdep.cpu.brand_string"], capture_output=True, text=True).stdout.strip()
    found = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    return found[1] if found else platform.machine()


def system():
    """The operating system."""
    if sys.platform == "darwin":
        return f"macOS {platform.mac_ver()[0]}"
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.system()


def toolchain():
    """The Swift compiler."""
    words = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    found = re.search(r"Swift version ([0-9.]+)", words)
    return f"Swift {found[1]}" if found else "Swift"


def ratio(ours, theirs):
    """The median of the pairs' ratios: a machine that is slow for a while is so for both."""
    return statistics.median(a / b for a, b in zip(ours, theirs))
