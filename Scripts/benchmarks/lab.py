"""The Lab's program, built by course-check as for `train`, and asked for work whose time is of interest."""

import json
import pathlib
import shutil
import tempfile

from . import commands


class Lab:
    """An executable that trains with the functions of one tree of lessons."""

    def __init__(self, executable):
        self.executable = executable

    @classmethod
    def built(cls, course, tree="solutions", processor=None):
        """The Lab of a course: course-check builds it, for this machine's processor or a lower level of it."""
        environment = {"COURSE_PROCESSOR": processor} if processor else {}
        with tempfile.TemporaryDirectory() as pictures:
            words = ["train", "--tree", tree, "--samples", "10", "--hidden", "0", "--epochs", "1", "--out", pictures]
            commands.run(["swift", "run", "course-check", *words], course.root, environment)
        folder = commands.run(["swift", "build", "--show-bin-path"], course.root).stdout.decode().strip()
        # course-check notes what it used, so the one that has just trained is the last.
        programs = (pathlib.Path(folder) / "lesson-builds" / "made").glob("lab-*-Lab.program-*")
        return cls(max(programs, key=lambda program: program.stat().st_mtime) / "Lab")

    def kept(self, place):
        """A copy of the program, which stays as it is when the lessons are changed and built again."""
        return Lab(shutil.copy(self.executable, place))

    def training(self, work, folder=None):
        """Trains, and returns the report and the most memory that the program had, in bytes."""
        request = {"examples": work.examples, "plan": work.plan, "folder": str(folder) if folder else None}
        return self.report({"training": {"_0": request}})

    def products(self, shapes):
        """Times matrix products [rows, inner] · [inner, columns], and what the machine can do at most."""
        shapes = [dict(zip(("rows", "inner", "columns"), shape)) for shape in shapes]
        return self.report({"products": {"_0": shapes}})[0]

    def command(self, benchmark):
        """The command line that asks for a piece of work, as LabRequest reads it."""
        display = {"width": 80, "usesColor": False, "isASCII": False, "isLive": False}
        return [self.executable, json.dumps({"command": {"benchmark": {"_0": benchmark}}, "display": display})]

    def report(self, benchmark):
        """Asks for a piece of work, and returns the report and the most memory that the program had."""
        printed, messages, status, memory = commands.peak_memory(self.command(benchmark))
        if status != 0:
            said = [text for _, text in frames(printed)]
            raise commands.Failed(f"The Lab ended with {status}: {' '.join(said)}{messages.decode(errors='replace')}")
        return self.answer(printed), memory

    @staticmethod
    def answer(printed):
        """The report in what the program printed."""
        return json.loads(dict(frames(printed))[RESULT])


#: The kind of LabMessage that is a result.
RESULT = 1


def frames(printed):
    """Takes the Lab's messages apart: a kind, the length in four bytes, the text."""
    while printed:
        length = int.from_bytes(printed[1:5], "little")
        yield printed[0], printed[5 : 5 + length].decode()
        printed = printed[5 + length :]
