"""How long a student waits for a verdict: after an edit, after a save in `watch`, after a fresh clone."""

import os
import pty
import select
import shutil
import statistics
import sys
import time

from . import commands
from .commands import clean_environment, seconds
from .course import bodies, clone
from .results import Table, ratio

BUILD = ["swift", "build", "--product", "Lesson4Host"]
#: The host of lesson 4 as SwiftPM would build it, for course-check builds hosts itself; and a program that does nothing.
HOST = """package.targets.append(
  .executableTarget(
    name: "Lesson4Host",
    dependencies: ["CourseKit", "Vocabulary", "Wire", "Contract", "Activations", "Backward"],
    path: "Sources/Hosts/Lesson4Host"))
package.targets.append(.executableTarget(name: "Nothing"))
"""


def with_host(course):
    """Adds two programs to a copy of the package, for a bare `swift build` and `swift run` to compare with."""
    manifest, nothing = course.root / "Package.swift", course.root / "Sources" / "Nothing"
    if HOST not in manifest.read_text():
        manifest.write_text(manifest.read_text() + HOST)
        nothing.mkdir()
        (nothing / "main.swift").write_text("")
    return course


def latency(copies, runs=7):
    """From an edit to the verdict, beside a bare build and a bare `swift run`."""
    course, built = copies.course("student"), with_host(copies.course("second"))
    # A student who has solved everything and edits lesson 4.
    course.edit(0)
    built.edit(0)
    check = ["swift", "run", "course-check", "lesson4"]
    run_nothing = ["swift", "run", "Nothing"]
    for command, place in [(check, course.root), (BUILD, built.root), (run_nothing, built.root)]:
        seconds(command, place)

    checked, bare_runs, bare_builds, unchanged, alone = [], [], [], [], []
    for number in range(runs):
        course.edit(2 * number + 1)
        checked.append(seconds(check, course.root))
        unchanged.append(seconds([".build/debug/course-check", "lesson4"], course.root))
        bare_runs.append(seconds(run_nothing, built.root))
        course.edit(2 * number + 2)
        alone.append(seconds([".build/debug/course-check", "lesson4"], course.root))
        built.edit(2 * number + 1)
        bare_builds.append(seconds(BUILD, built.root))
    above = statistics.median(own - bare for own, bare in zip(checked, bare_runs))
    rows = [
        ["edit to verdict: `swift run course-check lesson4`", f"{statistics.median(checked):.2f} s", ""],
        ["a bare `swift run` of a program that does nothing, in the same package", f"{statistics.median(bare_runs):.2f} s", ""],
        ["what course-check takes above that", f"{above:.2f} s", "≤ 0.4 s"],
        ["edit to verdict: the program itself, without `swift run`", f"{statistics.median(alone):.2f} s", ""],
        ["a bare `swift build --product Lesson4Host` of such an edit", f"{statistics.median(bare_builds):.2f} s", ""],
        ["all checks of lesson 4, once built", f"{statistics.median(unchanged):.2f} s", "≤ 0.5 s"],
    ] + explained(course)
    return Table(["waiting for `course-check`", "median", "goal"], rows)


def explained(course, runs=3):
    """All checks of a lesson with the search for what is wrong, once built: one answer wrong, and all of them.

    No explanation is found for these answers, so that every search goes to its end.
    """
    wrong, rows = bodies("unexplained"), []
    for lesson in sorted({exercise.split(".")[0] for exercise in wrong}, key=int):
        own = [exercise for exercise in wrong if exercise.split(".")[0] == lesson]

        def duration(*planted):
            course.solve()
            for exercise in planted:
                course.plant("unexplained", exercise)
            command = [".build/debug/course-check", f"lesson{lesson}"]
            seconds(command, course.root, allowed=(1,))
            return statistics.median(seconds(command, course.root, allowed=(1,)) for _ in range(runs))

        slowest = max((duration(exercise), exercise) for exercise in own)
        rows.append([f"lesson {lesson} with {slowest[1]} wrong, the slowest", f"{slowest[0]:.2f} s", "≤ 0.5 s"])
        rows.append([f"lesson {lesson} with all wrong", f"{duration(*own):.2f} s", "≤ 1.5 s"])
    course.solve()
    return rows


def checks(copies, runs=9):
    """All checks of each lesson of a student who has solved everything, once built."""
    compared = os.environ.get("COURSE_COMPARED")
    courses = [copies.course("student")] + ([copies.course("compared", compared)] if compared else [])
    lessons = sorted(path.name.split("-")[0].lower() for path in (courses[0].root / "Solutions").iterdir())
    for course in courses:
        seconds(["swift", "build", "--product", "course-check"], course.root)
        for lesson in lessons:
            seconds([".build/debug/course-check", lesson], course.root)
    rows = []
    for lesson in lessons:
        times = [[] for _ in courses]
        for _ in range(runs):
            for course, own in zip(courses, times):
                own.append(seconds([".build/debug/course-check", lesson], course.root))
        medians = [f"{statistics.median(own):.3f} s" for own in times]
        rows.append([lesson] + medians + ([f"{ratio(*times):.2f}"] if compared else []))
    heads = ["all checks of", "median"] + ([f"at {compared[:7]}", "ratio"] if compared else [])
    return Table(heads, rows)


def watch(copies, runs=11):
    """From a save to the verdict in `watch`, beside a bare swift build of the same edit."""
    watched, built = copies.course("student"), with_host(copies.course("second"))
    for course in (watched, built):
        course.edit(0)
    seconds(["swift", "run", "course-check", "lesson4"], watched.root)
    seconds(BUILD, built.root)

    # A real terminal: what is measured is what a student sees.
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(watched.root)
        os.execve(".build/debug/course-check", ["course-check", "watch", "4"], {**clean_environment(), "TERM": "xterm"})
    wait_for(terminal, b"checked at")
    verdicts, builds = [], []
    for number in range(1, runs + 1):
        time.sleep(1)
        watched.edit(number)
        start = time.perf_counter()
        wait_for(terminal, b"checked at")
        verdicts.append(time.perf_counter() - start)
        built.edit(number)
        builds.append(seconds(BUILD, built.root))
    os.write(terminal, b"q")
    os.waitpid(process, 0)
    rows = [
        ["save to verdict: `course-check watch 4`", f"{statistics.median(verdicts):.2f} s", ""],
        [f"the slowest of {runs}", f"{max(verdicts):.2f} s", ""],
        ["a bare `swift build --product Lesson4Host` of the same edit", f"{statistics.median(builds):.2f} s", ""],
        ["ratio", f"{ratio(verdicts, builds):.2f}", "≤ 0.5"],
    ]
    return Table(["waiting in `watch`", "median", "goal"], rows)


def wait_for(terminal, words, limit=300):
    """Reads what a terminal shows until the words appear."""
    shown, deadline = b"", time.perf_counter() + limit
    while words not in shown:
        if not select.select([terminal], [], [], max(deadline - time.perf_counter(), 0))[0]:
            raise commands.Failed(f"watch did not show '{words.decode()}' but:\n{shown.decode(errors='replace')}")
        shown += os.read(terminal, 65536)


def cold(copies, runs=3):
    """From a fresh clone to the first verdict."""
    checked, built = [], []
    for number in range(runs):
        print(f"cold, round {number + 1} of {runs} …", file=sys.stderr)
        for times, words in [
            (checked, [["swift", "run", "course-check", "lesson4"]]),
            (built, [["swift", "build", "--product", "course-check"]]),
        ]:
            course = copies.folder / f"cold{number}-{words[0][1]}"
            clone(course)
            environment = {"HOME": str(copies.folder / "home")}
            times.append(sum(seconds(command, course, environment, allowed=(0, 1)) for command in words))
            shutil.rmtree(course)
    rows = [
        ["clone to first verdict: `swift run course-check lesson4`", f"{statistics.median(checked):.1f} s", ""],
        ["a plain `swift build --product course-check`", f"{statistics.median(built):.1f} s", ""],
        ["ratio", f"{ratio(checked, built):.2f}", "≤ 1.3"],
    ]
    return Table(["waiting after a fresh clone", "median", "goal"], rows)
