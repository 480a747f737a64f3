#!/usr/bin/env python3
"""Checks that each folder of src/annalist includes only itself and folders of strictly lower rank.

Usage: check_includes.py [ROOT]. Prints one line a fault as file:line and exits with 1 when there is any.
"""
import pathlib
import re
import sys

RANKS = {
    "base": 0, "nn": 1, "kb": 1, "ingest": 2, "read": 3, "understand/actors": 4, "understand/times": 4, "understand/amounts": 4,
    "understand/statements": 5, "understand/events": 6, "fuse": 7, "store": 8, "show": 9, "app": 10,
}
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"')


def folder_of(path):
    """The ranked folder of a path below src/annalist, or None."""
    parts = path.split("/")
    name = "/".join(parts[:2]) if parts[0] == "understand" else parts[0]
    return name if name in RANKS else None


def faults_of(root):
    """Yields a line for each include that breaks the rule."""
    source = root / "src" / "annalist"
    for file in sorted([*source.rglob("*.h"), *source.rglob("*.cc")]):
        own = folder_of(file.relative_to(source).as_posix())
        if own is None:
            yield f"{file.relative_to(root)}:1: stands in no ranked folder"
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            where = f"{file.relative_to(root)}:{number}"
            if not match[1].startswith("annalist/"):
                yield f'{where}: write the include whole: "annalist/..."'
                continue
            other = folder_of(match[1].removeprefix("annalist/"))
            if other is None:
                yield f"{where}: {match[1]} stands in no ranked folder"
            elif other != own and RANKS[other] >= RANKS[own]:
                yield f"{where}: {own} (rank {RANKS[own]}) may not include {other} (rank {RANKS[other]})"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent)
    faults = list(faults_of(root))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
