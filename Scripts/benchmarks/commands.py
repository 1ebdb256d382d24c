"""Running other programs: how long they take, what they say, how much memory they need."""

import os
import subprocess
import sys
import time


class Unavailable(Exception):
    """Something that a measurement needs is not there; the sentence says what to do."""


class Failed(Exception):
    """A program did not do what it should; the text says which one and what it printed."""


def clean_environment():
    """The environment without the variables that choose other lessons, or other kernels for NumPy than its own best."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("COURSE_", "OPENBLAS_"))}


def run(command, folder, environment=None, allowed=(0,)):
    """Runs a command; stops with its output if it ends with another status."""
    result = subprocess.run(
        [str(word) for word in command], cwd=folder, env={**clean_environment(), **(environment or {})},
        capture_output=True,
    )
    if result.returncode not in allowed:
        output = (result.stdout + result.stderr).decode(errors="replace")
        raise Failed(f"{' '.join(map(str, command))} ended with {result.returncode}:\n{output}")
    return result


def seconds(command, folder, environment=None, allowed=(0,)):
    """How long a command takes."""
    start = time.perf_counter()
    run(command, folder, environment, allowed)
    return time.perf_counter() - start


def peak_memory(command):
    """Runs a command and returns what it printed, its messages, its status and the most memory that it had, in bytes."""
    with subprocess.Popen(
        [str(word) for word in command], env=clean_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        printed, messages = process.stdout.read(), process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    # Linux counts in KiB, macOS in bytes.
    return printed, messages, process.returncode, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
