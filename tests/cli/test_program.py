"""The program as a person uses it."""
import json
import os
import random
import signal
import sqlite3
import subprocess
import time
import unittest

from program import ARTICLE, HOME, PROGRAM, ROOT, ProgramTest

COMMANDS = ["read", "follow", "code", "parse", "extract", "events", "timeline", "statements", "amounts", "actors", "sources", "search", "explain", "table", "report",
            "stats", "verify", "codebook check", "codebook gaps", "knowledge check"]


def many_articles(count):
    """Articles that differ, as JSON lines."""
    places = ["Baghdad", "Cairo", "Paris", "Ankara", "Doha"]
    lines = []
    for i in range(count):
        text = ARTICLE.replace("Baghdad", places[i % 5]).replace("$5 million", f"${i + 1} million")
        lines.append(json.dumps({"id": f"a{i}", "text": text, "date": f"2019-03-{i % 28 + 1:02}", "outlet": f"Outlet {i % 3}"}))
    return "\n".join(lines) + "\n"


class Help(ProgramTest):
    def test_every_command_has_help_with_an_example(self):
        for command in COMMANDS:
            done = self.run_program(*command.split(), "--help")
            self.assertEqual(done.returncode, 0, command)
            self.assertIn("Example: annalist", done.out, command)

    def test_version_names_all_four(self):
        out = self.run_program("--version").out
        for word in ("program", "model", "codebook", "knowledge"):
            self.assertIn(word, out)


class Coding(ProgramTest):
    def test_same_output_for_one_thread_and_two(self):
        path = self.write("many.jsonl", many_articles(60))
        one = self.run_program("code", path, "--jobs", "1")
        two = self.run_program("code", path, "--jobs", "2")
        self.assertEqual(one.returncode, 0, one.err)
        self.assertEqual(one.stdout, two.stdout)
        self.assertEqual(len(one.out.splitlines()), 60)

    def test_spans_quote_the_text(self):
        path = self.write("one.txt", ARTICLE)
        record = json.loads(self.run_program("code", path, "--published", "2019-03-14").out)
        text = record["document"]["text"]
        self.assertEqual(record["document"]["published"], "2019-03-14")
        events = [e for e in record["events"] if e["type"] == "CONSULT"]
        self.assertEqual(len(events), 1, record["events"])
        begin, end = events[0]["trigger"]
        self.assertEqual(text[begin:end], "met")
        self.assertEqual(events[0]["date"], "2019-03-12")
        self.assertTrue(record["statements"])
        self.assertEqual(record["amounts"][0]["value"], 5_000_000)
        self.assertEqual(record["amounts"][0]["unit"], "USD")

    def test_standard_input_in_each_form(self):
        line = json.dumps({"id": "mine", "text": ARTICLE}).encode()
        page = ("<html><head><title>T</title></head><body><article><p>" + ARTICLE.replace("\n\n", "</p><p>") +
                "</p></article></body></html>").encode()
        for form, data in (("jsonl", line), ("text", ARTICLE.encode()), ("html", page)):
            done = self.run_program("extract", "-", stdin=data)
            self.assertEqual(done.returncode, 0, (form, done.err))
            self.assertIn("met the prime minister", json.loads(done.out)["document"]["text"], form)
        self.assertEqual(json.loads(self.run_program("extract", "-", stdin=line).out)["document"]["id"], "mine")

    def test_parse_spells_every_character(self):
        text = "\u201cNo,\u201d he  said. It\u2019s\tdone\u2026 (twice)\n\nA second paragraph: 5.5% of $3bn."
        path = self.write("x.jsonl", json.dumps({"id": "x", "text": text}))
        lines = [l for l in self.run_program("parse", path).out.splitlines() if l and not l.startswith("#")]
        inside, spelled = 0, ""
        for line in lines:
            columns = line.split("\t")
            number = columns[0]
            if "-" in number:
                inside = int(number.split("-")[1])
            elif int(number) <= inside:
                inside = 0 if int(number) == inside else inside
                continue
            spelled += columns[1]
        self.assertEqual(spelled, "".join(text.split()))


class Archive(ProgramTest):
    def test_rerun_skips(self):
        path = self.write("many.jsonl", many_articles(10))
        self.assertEqual(self.last_line(self.run_program("read", path)), "read 10, skipped 0, failed 0")
        self.assertEqual(self.last_line(self.run_program("read", path)), "read 0, skipped 10, failed 0")
        self.assertEqual(self.last_line(self.run_program("read", "--recode")), "read 0, skipped 10, failed 0")

    def test_another_model_is_another_version(self):
        path = self.write("many.jsonl", many_articles(4))
        models = lambda: {row[0] for row in sqlite3.connect(self.folder / "news.annals").execute("SELECT DISTINCT model FROM documents")}
        self.run_program("read", path, "--model", "fast")
        fast = models()
        self.assertEqual(len(fast), 1)
        self.assertEqual(self.last_line(self.run_program("read", path)), "read 0, skipped 4, failed 0")
        self.assertEqual(models(), fast)
        self.assertEqual(self.last_line(self.run_program("read", "--recode")), "read 4, skipped 0, failed 0")
        self.assertEqual(self.last_line(self.run_program("read", "--recode")), "read 0, skipped 4, failed 0")
        self.assertEqual(len(models()), 1)
        self.assertNotEqual(models(), fast)
        self.assertIn(models().pop(), self.run_program("--version").out)

    def test_questions_answer(self):
        path = self.write("many.jsonl", many_articles(5))
        self.run_program("read", path, "--into", "n.annals")
        ask = lambda *a: self.run_program(*a, "--archive", "n.annals")
        events = [json.loads(line) for line in ask("events", "--actor", "Iran", "--json").out.splitlines()]
        self.assertTrue(events)
        self.assertEqual(events[0]["document"]["outlet"], "Outlet 0")
        first = events[0]["id"]
        explained = ask("explain", first).out
        self.assertIn("pattern", explained)
        self.assertIn(".codebook:", explained)
        self.assertIn("CONSULT", ask("timeline", "--actor", "Iran", "--with", "Iraq").out)
        self.assertIn("USD", ask("amounts").out)
        self.assertIn("pay", ask("search", "families").out)
        self.assertTrue(ask("statements").out)
        self.assertIn("Iran", ask("actors").out)
        self.assertTrue(ask("sources").out)
        self.assertIn("documents", ask("stats").out)
        self.assertTrue(ask("events", "--csv").out.startswith("id,date_from"))
        empty = ask("events", "--actor", "Nobody Atall")
        self.assertEqual((empty.returncode, empty.out), (0, ""))
        self.assertEqual(ask("explain", "nothing.e1").returncode, 2)

    def test_killed_at_any_moment_a_rerun_completes(self):
        path = self.write("many.jsonl", many_articles(300))
        generator = random.Random(7)
        for _ in range(4):
            process = subprocess.Popen([str(PROGRAM), "read", str(path), "--into", "k.annals"], cwd=self.folder,
                                       stderr=subprocess.DEVNULL)
            time.sleep(0.2 + 1.5 * generator.random())
            process.send_signal(signal.SIGKILL)
            process.wait()
            if (self.folder / "k.annals").exists() and os.path.getsize(self.folder / "k.annals") > 0:
                self.assertIn(self.run_program("verify", "--archive", "k.annals").returncode, (0, 1))
        done = self.run_program("read", path, "--into", "k.annals")
        self.assertEqual(done.returncode, 0, done.err)
        self.assertIn("300 documents", self.run_program("verify", "--archive", "k.annals").out)
        whole = self.run_program("read", path, "--into", "w.annals")
        self.assertEqual(whole.returncode, 0)
        listing = lambda archive: sorted(self.run_program("events", "--json", "--archive", archive).out.splitlines())
        self.assertEqual(listing("k.annals"), listing("w.annals"))


class Examples(ProgramTest):
    def test_examples_read_whole(self):
        done = self.run_program("read", ROOT / "examples", "--knowledge", ROOT / "examples/knowledge")
        self.assertEqual(done.returncode, 0, done.err)
        self.assertTrue(self.last_line(done).endswith("failed 0"))
        self.assertIn("all sound", self.run_program("verify").out)


if __name__ == "__main__":
    unittest.main()
