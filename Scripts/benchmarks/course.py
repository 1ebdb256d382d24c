"""The checkout itself, and copies of its committed state in which a measurement may edit the lessons."""

import pathlib
import re
import shutil

from . import commands

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BODIES = pathlib.Path(__file__).resolve().parent / "bodies"


class Course:
    """A folder with the course in it."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.lesson4 = self.root / "Lessons" / "Lesson4-Backward" / "Backward.swift"

    def solve(self):
        """Makes the student's lessons the solutions."""
        shutil.copytree(self.root / "Solutions", self.root / "Lessons", dirs_exist_ok=True)

    def edit(self, number):
        """Changes a line of lesson 4 that is compiled: a body, as a student would."""
        replace_body(self.lesson4, "4.1", f"  let edit = {number}\n  _ = edit\n  return probabilities - labels\n")

    def plant(self, name, only=None):
        """Gives exercises the bodies of a file in bodies/: all that it has, or one."""
        for exercise, body in bodies(name).items():
            if only not in (None, exercise):
                continue
            [lesson] = (self.root / "Lessons").glob(f"Lesson{exercise.split('.')[0]}-*/*.swift")
            replace_body(lesson, exercise, body)


def bodies(name):
    """The bodies of a file in bodies/, by exercise."""
    text = (BODIES / f"{name}.txt").read_text()
    return dict(re.findall(r"// BEGIN SOLUTION ([0-9.]+) .*\n((?:.*\n)*?) *// END SOLUTION", text))


def replace_body(file, exercise, body):
    """Writes other lines between the two markers of an exercise."""
    text = file.read_text()
    begin = text.index("\n", text.index(f"// BEGIN SOLUTION {exercise} ")) + 1
    end = text.rindex("\n", 0, text.index("// END SOLUTION", begin)) + 1
    file.write_text(text[:begin] + body + text[end:])


class Copies:
    """Clones of the committed state in a temporary folder; whoever asks for a name again gets the same one, built."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def course(self, name, commit=None):
        """The clone of that name, at a commit if one is named, with every lesson solved."""
        course = Course(self.folder / name)
        if not course.root.exists():
            clone(course.root)
            if commit:
                commands.run(["git", "checkout", "--quiet", commit], course.root)
        course.solve()
        return course


def clone(folder):
    """Copies the committed state."""
    commands.run(["git", "clone", "--quiet", ROOT, folder], ROOT)
