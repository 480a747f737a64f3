"""Texts parsed by a reader, for a smaller one to learn from: python training/silver.py --data ../shared/data --program PATH --out FILE

Takes text_wikinews whole and one press release in --every of text_senate_press, has `annalist parse` (the full model) read them, and
writes one CoNLL-U file, packed with zstd.
"""

import argparse
import io
import json
import os
import subprocess
import tempfile

import zstandard


def texts(data, every):
    """(id, text) of each article and of every n-th release."""
    for pack, step in (("text_wikinews", 1), ("text_senate_press", every)):
        with open(os.path.join(data, pack, "text.jsonl.zst"), "rb") as file:
            lines = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(file), encoding="utf-8")
            for number, line in enumerate(lines):
                if number % step == 0:
                    yield f"{pack}-{number}", json.loads(line)["text"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--program", required=True, help="annalist, with the models of the reader to learn from")
    parser.add_argument("--every", type=int, default=4, help="4 gives 2.6 million words: ten minutes on one core")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".jsonl") as articles, open(args.out, "wb") as packed:
        for name, text in texts(args.data, args.every):
            articles.write(json.dumps({"id": name, "text": text}) + "\n")
        articles.flush()
        command = [args.program, "parse", "--jobs", str(args.jobs), articles.name]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as parse:
            zstandard.ZstdCompressor(3).copy_stream(parse.stdout, packed)
        if parse.returncode:
            raise SystemExit(f"{args.program} parse ended with exit code {parse.returncode}")


if __name__ == "__main__":
    main()
