"""Runs the built program; ANNALIST names it."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = pathlib.Path(os.environ.get("ANNALIST", ROOT / "build/release/bin/annalist")).resolve()
HOME = PROGRAM.parent.parent / "share" / "annalist"

ARTICLE = """The foreign minister of Iran met the prime minister of Iraq in Baghdad on 12 March 2019.

"We will pay $5 million to the families," the minister said on Tuesday.
"""


class ProgramTest(unittest.TestCase):
    """A test in a folder of its own."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="annalist-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def run_program(self, *arguments, stdin=b"", home=None):
        """Gives the finished process; stdout and stderr as text."""
        environment = dict(os.environ, NO_COLOR="1")
        environment.pop("ANNALIST_HOME", None)
        if home is not None:
            environment["ANNALIST_HOME"] = str(home)
        done = subprocess.run([str(PROGRAM), *map(str, arguments)], input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              cwd=self.folder, env=environment, timeout=120)
        done.out = done.stdout.decode("utf-8")
        done.err = done.stderr.decode("utf-8")
        return done

    def last_line(self, done):
        return done.err.strip().splitlines()[-1]
