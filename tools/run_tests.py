#!/usr/bin/env python3
"""Runs every test of a build and ends with the line "N passed, N failed".

Usage: run_tests.py BUILD_DIR

Counted: each case of the GoogleTest programs, each case of the Python tests (tests/cli, eval, training, tools), and one for each
check of the tree: the include rule, the shipped codebook with all its examples, the shipped knowledge.
"""
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PYTHON_TESTS = ("tests/cli", "eval", "tools/knowledge")  # those of training/ need its own requirements


def run(command, **more):
    """Runs a command; gives (exit code, output)."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=ROOT, **more)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def google_test(program):
    """(passed, failed, skipped) of one GoogleTest program; its output is shown when something failed."""
    code, output = run([program, "--gtest_color=no", "--gtest_brief=1"])
    count = lambda word: sum(int(n) for n in re.findall(rf"^\[  {word}  \] (\d+) tests?", output, re.M))
    passed, failed, skipped = count("PASSED"), count("FAILED"), count("SKIPPED")
    if code != 0:
        failed = max(failed, 1)
        print(output)
    elif passed + skipped == 0:
        failed = 1
        print(f"{program}: ran no test")
    return passed, failed, skipped


def python_test(folder, environment):
    """The same for the unittest files of one folder."""
    code, output = run([sys.executable, "-m", "unittest", "discover", "-s", str(folder), "-t", str(folder), "-p", "*test*.py"],
                       env=environment)
    ran = re.search(r"^Ran (\d+) tests?", output, re.M)
    total = int(ran[1]) if ran else 0
    bad = sum(int(n) for n in re.findall(r"(?:failures|errors|unexpected successes)=(\d+)", output))
    skipped = sum(int(n) for n in re.findall(r"skipped=(\d+)", output))
    if code != 0:
        bad = max(bad, 1)
        print(output)
    return max(total - bad - skipped, 0), bad, skipped


def check(command):
    code, output = run(command)
    if code != 0:
        print(" ".join(map(str, command)))
        print(output)
    return (1, 0, 0) if code == 0 else (0, 1, 0)


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    program = build / "bin" / "annalist"
    environment = dict(os.environ, ANNALIST=str(program))
    jobs = [(p.name, google_test, (p,)) for p in sorted(build.rglob("annalist_*_test")) if p.is_file()]
    jobs += [(folder, python_test, (ROOT / folder, environment)) for folder in PYTHON_TESTS]
    jobs += [("include rule", check, ([sys.executable, "tools/check_includes.py"],)),
             ("codebook check", check, ([program, "codebook", "check"],)),
             ("knowledge check", check, ([program, "knowledge", "check", "--alone", "knowledge"],))]
    total = [0, 0, 0]
    for name, kind, arguments in jobs:
        counts = kind(*arguments)
        total = [a + b for a, b in zip(total, counts)]
        print(f"{name}: {counts[0]} passed, {counts[1]} failed" + (f", {counts[2]} skipped" if counts[2] else ""), flush=True)
    print(f"{total[0]} passed, {total[1]} failed" + (f", {total[2]} skipped" if total[2] else ""))
    return 1 if total[1] else 0


if __name__ == "__main__":
    sys.exit(main())
