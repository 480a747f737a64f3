"""`annalist parse` as a parser for itself: UD's format rules, text kept to the character, streaming, many threads, and texts that are none."""
import json
import os
import random
import subprocess
import time
import unittest

from conllu_check import Checker, faults
from program import ARTICLE, PROGRAM, ROOT, ProgramTest

# Texts that no parser expects; each must come back whole, with sane trees.
ODD = {
    "controls": "The army\x01 said\x02 it \x7fleft.\x00 Then\x1b[31m red\x1b[0m\x0b came.",
    "no spaces": "x" * 9000 + "." + "ab-" * 300,
    "marks": "!" * 3000 + " ?!?! " + "(" * 400 + ")" * 399 + " … " * 100,
    "long sentence": " ".join(f"word{i % 97}" + ("," if i % 13 == 12 else "") for i in range(10000)) + ".",
    "long, no commas": "the man saw " * 200,
    "emoji": "Talks 🕊️ failed 😡😡 in 🇮🇷 and 👩‍👩‍👧‍👦 cried. " * 3,
    "scripts": "Переговоры в Женеве. 日本政府は東京で発表した。 قال الوزير إن المحادثات فشلت. नेता ने कहा। ሰላም ነው።",
    "right to left": "He said \u202bمرحبا\u202c and \u200fleft\u200e. \u2067שלום\u2069, he added. \ufeff\u2066x\u2069",
    "combining": "Z" + "\u0301\u0323" * 300 + " left. e\u0301tat.",
    "digits": "1234567890" * 200 + " 1,000,000.00 3-5-7-9-11 $$$ 50%%% 10:30:45:50",
    "quotes": '"' * 101 + "'" * 101 + " said \u201c\u201d\u2018\u2019 " + "'s" * 30,
    "one letter": "a", "one mark": ".",
}


class Format(ProgramTest):
    def test_examples_obey_the_rules(self):
        done = self.run_program("parse", ROOT / "examples" / "articles", "--jobs", 2)
        self.assertEqual(done.returncode, 0, done.err)
        checked = Checker(done.out)
        self.assertEqual(checked.faults, [])
        self.assertGreater(len(checked.texts), 2)
        self.assertIn("--name:person", done.out)
        for line in self.run_program("extract", ROOT / "examples" / "articles").out.splitlines():
            document = json.loads(line)["document"]
            self.assertEqual(checked.texts[document["id"]], document["text"], document["path"])

    def test_the_checker_finds_faults(self):
        good = self.run_program("parse", self.write("a.txt", ARTICLE)).out
        self.assertEqual(faults(good), [])
        lines = good.split("\n")
        word = next(i for i, line in enumerate(lines) if line.startswith("2\t"))
        columns = lines[word].split("\t")
        for column, value in ((0, "7"), (3, "WORD"), (5, "tense=Past"), (6, "2"), (6, "999"), (6, "0"), (7, "subject"), (9, "SpaceAfter=No"),
                              (9, "Entity=e99)"), (9, "Entity=(e98-person-1")):
            changed = columns[:column] + [value] + columns[column + 1:]
            self.assertNotEqual(faults("\n".join(lines[:word] + ["\t".join(changed)] + lines[word + 1:])), [], (column, value))
        self.assertNotEqual(faults(good.rstrip("\n") + "\n"), [])

    def test_odd_texts_come_back_whole(self):
        lines = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in ODD.items())
        start = time.monotonic()
        done = self.run_program("parse", self.write("odd.jsonl", lines), "--jobs", 2)
        self.assertEqual(done.returncode, 0, done.err)
        checked = Checker(done.out)
        self.assertEqual(checked.faults, [])
        read = {json.loads(line)["document"]["id"]: json.loads(line)["document"]["text"] for line in
                self.run_program("extract", self.folder / "odd.jsonl").out.splitlines()}
        for name in ODD:
            self.assertEqual("".join(checked.texts[name].split()), "".join(read[name].split()), name)
        self.assertRegex(done.err, r"odd\.jsonl:4: .*1 sentence too long for the network, read in parts")
        self.assertLess(time.monotonic() - start, 90)

    def test_several_files_and_a_bad_one(self):
        good, empty = self.write("a.txt", ARTICLE), self.write("b.txt", "")
        done = self.run_program("parse", good, empty, self.folder / "missing.txt", good)
        self.assertEqual(done.returncode, 3)
        self.assertIn("b.txt", done.err)
        self.assertIn("missing.txt", done.err)
        self.assertEqual(done.out.count("# newdoc id"), 2)
        self.assertEqual(self.last_line(done), "read 2, skipped 0, failed 2")


class Machines(ProgramTest):
    """The same bytes with the kernels of each machine that this one can be."""

    def run_as(self, machine, *arguments):
        environment = dict(os.environ, ANNALIST_MACHINE=machine)
        return subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, check=False)

    def test_parse_and_code_are_the_same(self):
        articles = str(ROOT / "examples" / "articles")
        with open("/proc/cpuinfo", encoding="utf-8") as f:
            flags = f.read()
        machines = ["avx2"] + ["avx_vnni"] * ("avx_vnni" in flags) + ["avx512"] * ("avx512vl" in flags) + ["avx512_vnni"] * ("avx512_vnni" in flags)
        for command, names in (("parse", ["", *machines]), ("code", ["", "avx2"])):
            outputs = {name: self.run_as(name, command, articles).stdout for name in names}
            self.assertEqual(len(set(outputs.values())), 1, command)
            self.assertGreater(len(outputs["avx2"]), 10000)

    def test_an_unknown_machine_is_refused(self):
        done = self.run_as("abacus", "parse", str(self.write("a.txt", ARTICLE)))
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"ANNALIST_MACHINE: this machine can't run as \"abacus\"", done.stderr)


class Streaming(ProgramTest):
    def test_same_for_any_pieces_and_threads(self):
        articles = [json.loads(line)["document"]["text"] for line in self.run_program("extract", ROOT / "examples" / "articles").out.splitlines()]
        text = "\n \n\n".join(articles)[:4000].encode() + b"\n\nLast\xff words, caf\xc3\xa9.\r\n\r\n" + b"a b " * 70
        whole = self.run_program("parse", stdin=text)
        self.assertEqual(whole.returncode, 0, whole.err)
        self.assertEqual(faults(whole.out), [])
        self.assertEqual(whole.out.count("# newdoc"), 1)
        self.assertIn("U+FFFD", whole.err)
        self.assertEqual(self.run_program("parse", "--jobs", 3, stdin=text).stdout, whole.stdout)
        self.assertEqual(self.run_program("parse", "-", "--format", "text", stdin=text).stdout, whole.stdout)
        pieces = subprocess.Popen([PROGRAM, "parse"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        generator, at = random.Random(7), 0
        os.set_blocking(pieces.stdout.fileno(), False)
        out = b""
        while at < len(text):
            size = generator.choice([1, 2, 70, 900])
            pieces.stdin.write(text[at:at + size])
            pieces.stdin.flush()
            out += pieces.stdout.read() or b""
            at += size
        pieces.stdin.close()
        os.set_blocking(pieces.stdout.fileno(), True)
        out += pieces.stdout.read()
        self.assertEqual(pieces.wait(), 0)
        pieces.stdout.close()
        self.assertEqual(out, whole.stdout)

    def test_a_paragraph_comes_out_before_the_next_goes_in(self):
        with subprocess.Popen([PROGRAM, "parse"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
            process.stdin.write(b"The envoy left Geneva.\n\n")
            process.stdin.flush()
            line = b""
            while not line.startswith(b"# text"):
                line = process.stdout.readline()
            self.assertEqual(line, b"# text = The envoy left Geneva.\n")
            process.stdin.close()

    def test_nothing_gives_nothing(self):
        done = self.run_program("parse", stdin=b" \n\n")
        self.assertEqual((done.returncode, done.out, self.last_line(done)), (0, "", "read 0, skipped 0, failed 0"))

    def test_a_closed_pipe_ends_it(self):
        process = subprocess.Popen([PROGRAM, "parse"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.close()
        process.communicate(b"The envoy left.\n\n" * 50)
        self.assertNotEqual(process.returncode, 0)


if __name__ == "__main__":
    unittest.main()
