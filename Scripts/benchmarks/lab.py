"""The program of Tools/Benchmarks: it trains as the Lab does, built by course-check in the same way, and answers with times."""

import json
import pathlib
import shutil

from . import commands
from .course import ROOT


class Lab:
    """An executable that trains with the functions of one tree of lessons."""

    def __init__(self, executable, level):
        self.executable = executable
        self.level = level

    @classmethod
    def built(cls, course, tree="solutions", processor=None, asked=("--l2", "1", "--momentum", "0.9", "--patience", "1")):
        """Has course-check build the program of a course in the Lab's place, for this processor or a lower level of it."""
        environment = {"COURSE_LAB": "Tools/Benchmarks/Sources/Benchmarks"}
        if processor:
            environment["COURSE_PROCESSOR"] = processor
        # What is asked for decides which lessons are linked. The program does not understand what `train` wants, and says so.
        words = ["train", "--tree", tree, *asked]
        commands.run(["swift", "run", "course-check", *words], course.root, environment, allowed=(1,))
        folder = commands.run(["swift", "build", "--show-bin-path"], course.root).stdout.decode().strip()
        # course-check notes what it used, so what it has just started is the last.
        programs = (pathlib.Path(folder) / "lesson-builds" / "made").glob("lab-*-Benchmarks.program-*")
        program = max(programs, key=lambda program: program.stat().st_mtime)
        return cls(program / "Benchmarks", program.name.removeprefix("lab-").split("-Benchmarks")[0])

    def kept(self, place):
        """A copy of the program, which stays as it is when the lessons are changed and built again."""
        return Lab(shutil.copy(self.executable, place), self.level)

    def training(self, work, folder=None):
        """Trains, and returns the report and the most memory that the program had, in bytes."""
        return self.report(self.training_request(work, folder))

    def training_request(self, work, folder=None):
        """What asks for a training."""
        folder = str(folder) if folder else None
        return {"training": {"_0": {"setup": work.setup, "checkout": str(ROOT), "wide": work.wide, "folder": folder}}}

    def products(self, shapes):
        """Times matrix products [rows, inner] · [inner, columns], and what the machine can do at most."""
        shapes = [dict(zip(("rows", "inner", "columns"), shape)) for shape in shapes]
        return self.report({"products": {"_0": shapes}})[0]

    def command(self, request):
        """The command line that asks for a piece of work."""
        return [self.executable, json.dumps(request)]

    def report(self, request):
        """Asks for a piece of work, and returns the report and the most memory that the program had."""
        printed, messages, status, memory = commands.peak_memory(self.command(request))
        if status != 0:
            raise commands.Failed(f"{self.executable} ended with {status}: {messages.decode(errors='replace')}")
        return json.loads(printed), memory
